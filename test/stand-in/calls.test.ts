import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'

const CSV = Buffer.from('a,b\n1,2\n').toString('base64')
const HEADS_UP = { type: 'informationalMessage', message: 'hello', icon: 'Icon.16', persistent: false }

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.open())

const ask = (method: string, ...parameters: unknown[]): Promise<unknown> => scene.ask(method, ...parameters)
const defects = (): Promise<unknown> => scene.page.evaluate(() => window.standIn.defects())

describe('what the add-in can ask of a message being written', () => {
  afterEach(async () => {
    expect(await defects()).toEqual([])
    expect(scene.browser.complaints).toEqual([])
  })

  it('is told who it goes to, and what kind of recipient each is', async () => {
    await scene.page.evaluate(() => {
      window.standIn.address('to', 'Bob <bob@statistics.example>; eve@other-department.example')
      window.standIn.address('cc', 'carol@statistics.example')
    })
    expect(await ask('to.getAsync')).toEqual({
      value: [
        expect.objectContaining({
          emailAddress: 'bob@statistics.example',
          displayName: 'Bob',
          recipientType: 'user',
        }),
        expect.objectContaining({
          emailAddress: 'eve@other-department.example',
          recipientType: 'externalUser',
        }),
      ],
    })
    expect(await ask('cc.getAsync')).toMatchObject({ value: [{ emailAddress: 'carol@statistics.example' }] })
    expect(await ask('bcc.getAsync')).toEqual({ value: [] })
    expect(await ask('from.getAsync')).toMatchObject({
      value: { emailAddress: 'ada.sender@statistics.example', displayName: 'Ada Sender' },
    })
  })

  it('is not told of recipients that Outlook could not resolve', async () => {
    await scene.page.evaluate(() => window.standIn.address('to', 'the whole team; bob@statistics.example'))
    expect(await ask('to.getAsync')).toMatchObject({ value: [{ emailAddress: 'bob@statistics.example' }] })
  })

  it('can set recipients, and add to them', async () => {
    await ask('to.setAsync', ['x@statistics.example'])
    await ask('to.addAsync', [{ displayName: 'Why', emailAddress: 'y@other.example' }])
    expect(await scene.page.evaluate(() => window.standIn.draft().to)).toEqual([
      { address: 'x@statistics.example', name: 'x@statistics.example', kind: 'user', resolved: true },
      { address: 'y@other.example', name: 'Why', kind: 'external', resolved: true },
    ])
  })

  it('reads and writes subject and body, as HTML and as text', async () => {
    await ask('subject.setAsync', 'Figures')
    await ask('body.setAsync', '<p>One</p><table><tr><td>1</td><td>2</td></tr></table>', {
      coercionType: 'html',
    })
    expect(await ask('subject.getAsync')).toEqual({ value: 'Figures' })
    expect(await ask('body.getAsync', 'html')).toMatchObject({ value: expect.stringContaining('<td>1</td>') })
    expect(await ask('body.getAsync', 'text')).toEqual({ value: 'One\n1\t2' })
    expect(await ask('body.getTypeAsync')).toEqual({ value: 'html' })
  })

  it('lists attachments, hands over their bytes, adds and removes them', async () => {
    await scene.page.evaluate(
      (base64) => window.standIn.attach([{ name: 'a.csv', base64, contentType: 'text/csv' }]),
      CSV,
    )
    const [first] = await scene.page.evaluate(() => window.standIn.draft().attachments)
    const id = first?.id ?? ''
    expect(await ask('getAttachmentsAsync')).toMatchObject({
      value: [{ id, name: 'a.csv', size: 8, attachmentType: 'file', isInline: false }],
    })
    expect(await ask('getAttachmentContentAsync', id)).toMatchObject({
      value: { format: 'base64', content: CSV },
    })
    expect(await ask('getAttachmentContentAsync', 'another')).toMatchObject({ refused: 9003 })
    expect(await ask('addFileAttachmentFromBase64Async', CSV, 'b.csv', { isInline: false })).toEqual({
      value: expect.stringMatching(/attachment-\d+$/),
    })
    expect(await ask('removeAttachmentAsync', id)).not.toHaveProperty('refused')
    expect(await ask('removeAttachmentAsync', id)).toMatchObject({ refused: 9008 })
    expect(await ask('getAttachmentsAsync')).toMatchObject({
      value: [{ id: expect.not.stringContaining(id), name: 'b.csv' }],
    })
  })

  it('attaches a file of this machine by its address, and refuses one from elsewhere', async () => {
    const here = new URL('/test/stand-in/page/addin.html', scene.page.url()).href
    expect(await ask('addFileAttachmentAsync', here, 'page.html')).toEqual({
      value: expect.stringMatching(/attachment-\d+$/),
    })
    expect(await ask('addFileAttachmentAsync', 'https://example.org/a', 'a')).toMatchObject({ refused: 9007 })
    expect(scene.browser.outside).toEqual([])
  })

  it('knows attached messages and cloud links for what they are', async () => {
    await scene.page.evaluate(() => {
      const common = { size: 20, inline: false, contentType: '' }
      window.standIn.write({
        attachments: [
          { ...common, id: 'mail', name: 'Re', kind: 'item', content: 'Subject: Re\r\n\r\nHi' },
          { ...common, id: 'link', name: 'T.xlsx', kind: 'cloud', content: 'https://example.org/T.xlsx' },
        ],
      })
    })
    expect(await ask('getAttachmentsAsync')).toMatchObject({
      value: [{ attachmentType: 'item' }, { attachmentType: 'cloud', url: 'https://example.org/T.xlsx' }],
    })
    expect(await ask('getAttachmentContentAsync', 'mail')).toMatchObject({ value: { format: 'eml' } })
    expect(await ask('getAttachmentContentAsync', 'link')).toMatchObject({ value: { format: 'url' } })
  })

  it('sets the delivery time, and finds 0 where none is set', async () => {
    const tuesday = Date.UTC(2030, 2, 19, 9, 30)
    expect(await ask('delayDeliveryTime.getAsync')).toEqual({ value: 0 })
    const runtime = await scene.frame('runtime')
    await runtime.evaluate((at) => window.addIn.ask('delayDeliveryTime.setAsync', new Date(at)), tuesday)
    expect(await scene.page.evaluate(() => window.standIn.draft().deliverAt)).toBe(tuesday)
    expect(await ask('delayDeliveryTime.getAsync')).toEqual({ value: tuesday })
  })

  it('keeps session data, up to 50,000 characters', async () => {
    await ask('sessionData.setAsync', 'key', 'value')
    expect(await ask('sessionData.getAsync', 'key')).toEqual({ value: 'value' })
    expect(await ask('sessionData.getAllAsync')).toEqual({ value: { key: 'value' } })
    expect(await ask('sessionData.setAsync', 'long', 'x'.repeat(49_988))).not.toHaveProperty('refused')
    expect(await ask('sessionData.setAsync', 'long', 'x'.repeat(49_989))).toMatchObject({ refused: 9051 })
    await ask('sessionData.removeAsync', 'key')
    expect(await ask('sessionData.getAsync', 'key')).toMatchObject({ refused: 9050 })
    await ask('sessionData.clearAsync')
    expect(await ask('sessionData.getAllAsync')).toEqual({ value: {} })
  })

  it('shows bars above the message, five at most, each key once', async () => {
    for (const key of ['1', '2', '3', '4', '5']) await ask('notificationMessages.addAsync', key, HEADS_UP)
    expect(await ask('notificationMessages.addAsync', '1', HEADS_UP)).toMatchObject({ refused: 9023 })
    expect(await ask('notificationMessages.addAsync', '6', HEADS_UP)).toMatchObject({ refused: 9025 })
    await ask('notificationMessages.replaceAsync', '2', { type: 'errorMessage', message: 'no' })
    await ask('notificationMessages.removeAsync', '3')
    expect(await ask('notificationMessages.removeAsync', '3')).toMatchObject({ refused: 9024 })
    expect(await ask('notificationMessages.getAllAsync')).toMatchObject({
      value: [{ key: '1' }, { key: '2', type: 'errorMessage', message: 'no' }, { key: '4' }, { key: '5' }],
    })
  })

  it('meets the library’s own rules before the host hears of it', async () => {
    const long = { ...HEADS_UP, message: 'x'.repeat(151) }
    expect(await ask('notificationMessages.addAsync', 'long', long)).toHaveProperty('threw')
  })

  it('sets and reads headers, saves, and knows what it writes', async () => {
    await ask('internetHeaders.setAsync', { 'x-checked': 'yes' })
    expect(await ask('internetHeaders.getAsync', ['x-checked', 'x-none'])).toEqual({
      value: { 'x-checked': 'yes' },
    })
    await ask('internetHeaders.removeAsync', ['x-checked'])
    expect(await ask('internetHeaders.getAsync', ['x-checked'])).toEqual({ value: {} })
    expect(await ask('getItemIdAsync')).toMatchObject({ refused: 9046 })
    expect(await ask('saveAsync')).toMatchObject({ value: expect.stringMatching(/^saved-/) })
    expect(await ask('getItemIdAsync')).toMatchObject({ value: expect.stringMatching(/^saved-/) })
    expect(await ask('getComposeTypeAsync')).toMatchObject({ value: { composeType: 'newMail' } })
    expect(await ask('isClientSignatureEnabledAsync')).toEqual({ value: false })
  })

  it('keeps custom properties', async () => {
    const runtime = await scene.frame('runtime')
    const kept = await runtime.evaluate(async () => {
      const load = (): Promise<Office.CustomProperties> =>
        new Promise((settle) =>
          Office.context.mailbox.item?.loadCustomPropertiesAsync((result) => settle(result.value)),
        )
      const properties = await load()
      properties.set('checked', 'yes')
      await new Promise((settle) => properties.saveAsync(settle))
      return (await load()).get('checked')
    })
    expect(kept).toBe('yes')
  })
})

describe('what the stand-in holds against an add-in', () => {
  it('is a call that it does not know', async () => {
    await ask('categories.getAsync')
    expect(await defects()).toMatchObject([{ kind: 'unknown-call' }])
  })

  it('is more than three calls at once', async () => {
    const runtime = await scene.frame('runtime')
    await runtime.evaluate(() =>
      Promise.all(['to', 'cc', 'bcc', 'from'].map((line) => window.addIn.ask(`${line}.getAsync`))),
    )
    expect(await defects()).toMatchObject([{ kind: 'more-than-three-calls' }])
  })
})

describe('an add-in with leave to read only', () => {
  it('is stopped by the library when it wants to write', async () => {
    await scene.open('?permission=ReadItem')
    expect(await ask('subject.getAsync')).toEqual({ value: '' })
    expect(await ask('subject.setAsync', 'x')).toHaveProperty('threw')
  })
})

describe('an appointment', () => {
  it('has required and optional attendees', async () => {
    await scene.page.evaluate(async () => {
      window.standIn.write({ form: 'appointment' })
      await window.standIn.restartRuntime()
      window.standIn.address('to', 'bob@statistics.example')
      window.standIn.address('cc', 'carol@statistics.example')
    })
    const runtime = await scene.frame('runtime')
    expect(await runtime.evaluate(() => Office.context.mailbox.item?.itemType)).toBe('appointment')
    expect(await ask('requiredAttendees.getAsync')).toMatchObject({
      value: [{ emailAddress: 'bob@statistics.example' }],
    })
    expect(await ask('optionalAttendees.getAsync')).toMatchObject({
      value: [{ emailAddress: 'carol@statistics.example' }],
    })
    expect(await defects()).toEqual([])
  })
})
