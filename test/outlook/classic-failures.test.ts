import { afterEach, describe, expect, it, vi } from 'vitest'
import { HANDLERS } from '../../src/outlook/commands.ts'
import { CHECK_MS } from '../../src/outlook/on-send.ts'
import type { Enquiry } from '../../src/register/contract.ts'
import { answerOf, UNREAD } from './answers.ts'
import { ALLOWING, BLOCKING, network, SAYS_NOTHING, send, start, tells, WORKBOOK } from './classic-message.ts'
import { CALL, type RunningClassic, type Said } from './classic-outlook.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A service that warns of what could not be read, as the policy does by default. */
const WARNING = () =>
  network(({ parts }: Enquiry) =>
    parts.some(({ unreadable }) => unreadable !== null) ? answerOf('warn', [UNREAD]) : answerOf('allow'),
  )
const refuses = (code: number): Said => ({ kind: 'refuses', code })
const content = (text: string) => ({ format: 'base64', content: text })
const BASE64 = Buffer.from(WORKBOOK).toString('base64')
const listed = (names: readonly string[], attachmentType = 0): Said =>
  tells(
    names.map((name, index) => ({
      id: String(index),
      name,
      size: WORKBOOK.length,
      attachmentType,
      isInline: false,
    })),
  )
const only = ({ completed }: RunningClassic) => {
  expect(completed).toHaveLength(1)
  return completed[0]?.options
}

describe('classic Outlook, when it does not hand over the file,', () => {
  it.each<[string, Readonly<Record<number, Said>>, string]>([
    ['but refuses', { [CALL.attachmentContent]: refuses(9003) }, 'refused-by-outlook'],
    ['but answers 5001', { [CALL.attachmentContent]: refuses(5001) }, 'refused-by-outlook'],
    ['but never answers', { [CALL.attachmentContent]: SAYS_NOTHING }, 'no-answer-from-outlook'],
    [
      'but gives nothing although it has a size',
      { [CALL.attachmentContent]: tells(content('')) },
      'empty-although-it-has-a-size',
    ],
    ['because it is a link to a cloud', { [CALL.attachments]: listed(['PSE.xlsx'], 2) }, 'cloud-link'],
    ['and lists none', { [CALL.attachments]: refuses(9030) }, 'refused-by-outlook'],
  ])('%s, the service is told so and the sender asked', async (_how, says, because) => {
    const net = WARNING()
    const options = only(await send(net, { says }))
    expect(net.enquiries[0]?.parts[0]?.unreadable).toBe(because)
    expect(options).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' })
  })

  it('but late, it is read all the same', async () => {
    const net = BLOCKING()
    const late: Said = { kind: 'tells-late', data: content(BASE64), byMs: 8_000 }
    const options = only(await send(net, { says: { [CALL.attachmentContent]: late } }))
    expect(net.enquiries[0]?.parts[0]).toMatchObject({ unreadable: null, figures: 4 })
    expect(options).toMatchObject({ allowEvent: false })
  })
})

describe('classic Outlook, when its surroundings are poor,', () => {
  it('and it is of Mailbox 1.12, is told a sentence without anything that it has not', async () => {
    const options = only(
      await send(WARNING(), { mailbox: '1.12', says: { [CALL.attachmentContent]: refuses(5001) } }),
    )
    expect(options).toMatchObject({ allowEvent: false, errorMessage: expect.stringMatching(/.{20,}/) })
    expect(options).not.toHaveProperty('errorMessageMarkdown')
  })

  it('and the permission is ReadItem, holds what is under embargo', async () => {
    const options = only(await send(BLOCKING(), { initial: { permissionLevel: 1 } }))
    expect(options).toMatchObject({ allowEvent: false, errorMessage: expect.stringContaining('PSE.xlsx') })
  })

  it('and its storage is blocked, holds what is under embargo', async () => {
    const outlook = await start(BLOCKING())
    outlook.evaluate(
      "Object.defineProperty(this, 'localStorage', { get: function () { throw new Error('SecurityError') } })",
    )
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    outlook.fire(HANDLERS.OnMessageSend)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(only(outlook)).toMatchObject({ allowEvent: false })
  })

  it('and its runtime is ended in the middle and started again, decides anew, with nothing left over', async () => {
    const halfway = await start(BLOCKING(), { says: { [CALL.attachmentContent]: SAYS_NOTHING } })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    halfway.fire(HANDLERS.OnMessageSend)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(halfway.completed).toEqual([])
    vi.useRealTimers()
    expect(only(await send(BLOCKING()))).toMatchObject({ allowEvent: false })
  })
})

describe('classic Outlook, when the 25 s of a check are used up,', () => {
  /** Three contents are asked for at once and each is waited for 12 s: seven that never come would take 36 s. */
  const seven = {
    [CALL.attachments]: listed(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `${name}.xlsx`)),
  }

  it('is told so then and not before, whatever is still awaited', async () => {
    const outlook = await start(ALLOWING(), { says: { ...seven, [CALL.attachmentContent]: SAYS_NOTHING } })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    outlook.fire(HANDLERS.OnMessageSend)
    await vi.advanceTimersByTimeAsync(CHECK_MS - 500)
    expect(outlook.completed).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(only(outlook)).toMatchObject({
      allowEvent: false,
      errorMessage: expect.stringMatching(/could not be checked in time.*press Send again/),
    })
    await vi.advanceTimersByTimeAsync(300_000)
    expect(outlook.completed).toHaveLength(1)
  })
})
