import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'
import { ROOT } from './server.ts'

const installed = (file: string): string =>
  readFileSync(`${ROOT}/node_modules/@microsoft/office-js/dist/${file}`, 'utf8')

describe('Microsoft’s library as installed', () => {
  it('is the one this stand-in was proven against', () => {
    expect(installed('outlook-web-16.01.js').slice(0, 200)).toContain('osfweb version: 16.0.15201.10000')
    expect(installed('outlook-web-16.01.debug.js').slice(0, 200)).toContain(
      'osfweb version: 16.0.15201.10000',
    )
  })
})

describe('the real library in the stand-in', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.close())

  it('believes that it is in Outlook on the web', async () => {
    await scene.open()
    const runtime = await scene.frame('runtime')
    const facts = await runtime.evaluate(async () => ({
      ready: await Office.onReady(),
      host: Office.context.mailbox.diagnostics.hostName,
      person: Office.context.mailbox.userProfile.emailAddress,
      item: Office.context.mailbox.item?.itemType,
      language: Office.context.displayLanguage,
      sets: ['1.5', '1.14', '1.15'].filter((version) =>
        Office.context.requirements.isSetSupported('Mailbox', version),
      ),
    }))
    expect(facts).toEqual({
      ready: { host: 'Outlook', platform: 'OfficeOnline', addin: null },
      host: 'OutlookWebApp',
      person: 'ada.sender@statistics.example',
      item: 'message',
      language: 'en-GB',
      sets: ['1.5', '1.14'],
    })
  })

  it('sends nothing to an outside address and asks the person nothing', async () => {
    expect(scene.browser.outside).toEqual([])
    expect(scene.browser.dialogs).toEqual([])
    expect(scene.browser.complaints).toEqual([])
  })
})
