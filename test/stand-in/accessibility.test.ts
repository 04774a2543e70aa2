import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTryOut, type TryOutScene } from './try-out-scene.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How long one test may take where the machine has much else to do: axe looks at everything. Unit: milliseconds. */
const LOADED_MS = 240_000

/** What axe finds: rule and place. Fluent’s focus guards are a known false alarm (microsoft/tabster issue 288). */
async function findings(scene: TryOutScene): Promise<readonly string[]> {
  const { page } = scene.browser
  await page.evaluate(AXE)
  return page.evaluate<string[]>(`
    axe.run({ exclude: ['[data-tabster-dummy]', 'iframe'] }, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))
  `)
}

/** Fluent lets things fade in; halfway there is no contrast to speak of. */
async function settled(scene: TryOutScene): Promise<void> {
  await scene.browser.page.waitForFunction(() =>
    document.getAnimations().every((each) => each.playState !== 'running'),
  )
}

describe.each([
  [1280, 800],
  [800, 700],
])('at %i by %i, axe finds nothing', { timeout: LOADED_MS }, (width, height) => {
  let scene: TryOutScene
  beforeAll(async () => {
    scene = await openTryOut({ width, height })
    scene.browser.page.setDefaultTimeout(LOADED_MS / 2)
  }, LOADED_MS)
  afterAll(() => scene.close())
  beforeEach(() => scene.open(), LOADED_MS)

  it('in the page as it opens', async () => {
    expect(await findings(scene)).toEqual([])
  })

  it('in a message with everything in it, and the pane', async () => {
    const { page } = scene.browser
    await page.evaluate(() => {
      window.standIn.address('to', 'a@x.example; the whole team')
      window.standIn.attach([{ name: 'a.txt', base64: btoa('a') }])
      window.standIn.write({ deliverAt: Date.UTC(2030, 0, 1), html: '<table><tr><td>1</td></tr></table>' })
      window.standIn.openPane()
    })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.pane()
    await settled(scene)
    expect(await findings(scene)).toEqual([])
  })

  it('in the dialog that holds a message', async () => {
    const { page } = scene.browser
    await page.evaluate(() => window.standIn.address('to', 'a@x.example'))
    await scene.order('onMessageSendHandler', { complete: [{ allowEvent: false, errorMessage: 'Held.' }] })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('alertdialog').waitFor()
    await settled(scene)
    expect(await findings(scene)).toEqual([])
  })

  it('in the dialog for scheduling', async () => {
    const { page } = scene.browser
    await page.getByRole('button', { name: 'More ways to send' }).click()
    await page.getByRole('menuitem', { name: 'Schedule send' }).click()
    await page.getByRole('dialog').waitFor()
    await settled(scene)
    expect(await findings(scene)).toEqual([])
  })

  it('in the list of what was sent', async () => {
    const { page } = scene.browser
    await page.evaluate(() => window.standIn.address('to', 'a@x.example'))
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('tab', { name: 'Sent (1)' }).click()
    await settled(scene)
    expect(await findings(scene)).toEqual([])
    await page.getByRole('button', { name: 'Open as a recipient' }).click()
    await settled(scene)
    expect(await findings(scene)).toEqual([])
  })

  it('and nothing is wider than the window', async () => {
    const widths = await scene.browser.page.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ])
    expect(widths[0]).toBe(widths[1])
  })
})
