import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMBARGO_GUARD } from '../../src/stand-in/settings.ts'
import { openScene, type Scene } from './scene.ts'
import { ROOT } from './server.ts'

describe('what the stand-in believes of the add-in', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
    await scene.open()
  })
  afterAll(() => scene.close())

  it('is what its manifest says', async () => {
    const xml = readFileSync(`${ROOT}/manifest.xml`, 'utf8')
    // As a text, for it runs in the page, where modules come from the test’s server.
    const read: unknown = await scene.page.evaluate(
      `import('/test/stand-in/page/manifest.ts').then((it) => it.addInFrom(${JSON.stringify(xml)}))`,
    )
    expect(read).toEqual({ kind: 'read', addIn: EMBARGO_GUARD })
  })
})
