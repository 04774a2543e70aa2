import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.open())

const seen = async (): Promise<readonly object[]> => {
  const runtime = await scene.frame('runtime')
  return runtime.evaluate(() => window.addIn.seen)
}
const types = async (): Promise<unknown[]> => (await seen()).map((event) => Reflect.get(event, 'type'))

describe('while a message is written, the add-in’s handlers', () => {
  it('hear that it was opened', async () => {
    await expect
      .poll(seen)
      .toMatchObject([{ type: 'OnMessageCompose', source: { id: 'onMessageComposeHandler' } }])
  })

  it('hear of every attachment that comes or goes', async () => {
    await scene.page.evaluate(() => {
      window.standIn.attach([{ name: 'a.txt', base64: btoa('a') }])
      window.standIn.write({ attachments: [] })
    })
    await expect.poll(seen).toMatchObject([
      {},
      {
        type: 'OnMessageAttachmentsChanged',
        attachmentStatus: 'added',
        attachmentDetails: { name: 'a.txt' },
      },
      { type: 'OnMessageAttachmentsChanged', attachmentStatus: 'removed' },
    ])
  })

  it('hear which line of recipients changed', async () => {
    await scene.page.evaluate(() => window.standIn.address('cc', 'carol@statistics.example'))
    await expect
      .poll(seen)
      .toMatchObject([
        {},
        { type: 'OnMessageRecipientsChanged', changedRecipientFields: { to: false, cc: true, bcc: false } },
      ])
  })

  it('hear nothing of a subject, nor of a name that does not resolve', async () => {
    await scene.page.evaluate(() => {
      window.standIn.write({ subject: 'Hello' })
      window.standIn.address('to', 'the team')
      window.standIn.address('to', 'bob@statistics.example')
    })
    await expect.poll(types).toEqual(['OnMessageCompose', 'OnMessageRecipientsChanged'])
  })

  it('hear the opening of the next message in a page of its own', async () => {
    await expect.poll(types).toEqual(['OnMessageCompose'])
    await scene.page.evaluate(() => window.standIn.newMessage())
    await scene.page.evaluate(() => window.standIn.ready())
    await expect.poll(types).toEqual(['OnMessageCompose'])
  })
})

describe('the pane beside a message', () => {
  it('hears of changes that it registered for, and shares the item with the handlers', async () => {
    await scene.page.evaluate(() => window.standIn.openPane())
    const pane = await scene.frame('pane')
    await pane.evaluate(async () => {
      await window.addIn.listen('olkAttachmentsChanged')
      await window.addIn.listen('olkRecipientsChanged')
    })
    await scene.page.evaluate(() => {
      window.standIn.attach([{ name: 'a.txt', base64: btoa('a') }])
      window.standIn.address('to', 'bob@statistics.example')
    })
    await expect
      .poll(() => pane.evaluate(() => window.addIn.heard))
      .toMatchObject([
        { type: 'olkAttachmentsChanged', attachmentStatus: 'added' },
        { type: 'olkRecipientsChanged', changedRecipientFields: { to: true } },
      ])
    await pane.evaluate(() => window.addIn.ask('sessionData.setAsync', 'key', 'from the pane'))
    expect(await scene.ask('sessionData.getAsync', 'key')).toEqual({ value: 'from the pane' })
  })

  it('goes away when it is closed', async () => {
    await scene.page.evaluate(() => window.standIn.openPane())
    await scene.frame('pane')
    await scene.page.evaluate(() => window.standIn.closePane())
    expect(await scene.page.locator('#pane iframe').count()).toBe(0)
  })
})
