import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHECK_MS, onSend } from '../../src/outlook/on-send.ts'
import type { OutlookItem } from '../../src/outlook/outlook-item.ts'
import type { SendOver } from '../../src/outlook/send-over.ts'
import { DIALOG_CHARACTERS, type SendReply } from '../../src/outlook/send-reply.ts'
import type { Surroundings } from '../../src/outlook/surroundings.ts'
import type { Enquiry } from '../../src/register/contract.ts'
import { answerOf, BROKEN, bringing, EMBARGOED, ENDLESS, UNREAD } from './answers.ts'
import { type FakeMessage, fakeItem, file, refuses, SAYS_NOTHING, tells, throws } from './fake-item.ts'

const WITH_TABLE: Partial<FakeMessage> = {
  attachments: tells([file('a', 'PSE.csv', 40)]),
  contents: {
    a: tells({ content: Buffer.from('Total,5467,5481,5502\n').toString('base64'), format: 'base64' }),
  },
}
const ALLOWED = bringing(answerOf('allow'))
const HELD = bringing(answerOf('block', [EMBARGOED]))

type Case = { item?: OutlookItem | null; way?: SendOver; mailbox?: string; language?: string }

function around({
  item = fakeItem(WITH_TABLE).item,
  way = ALLOWED,
  mailbox = '1.14',
  language,
}: Case): Surroundings {
  return {
    item,
    person: 'ada@statistics.example',
    language: language ?? 'en-GB',
    service: {
      origin: 'https://guard.example',
      person: 'ada@statistics.example',
      language: 'en-GB',
      ways: [way],
    },
    supports: (set) => Number(set.split('.')[1]) <= Number(mailbox.split('.')[1]),
  }
}

/** Sends, and tells everything that Outlook was told. */
async function send(surroundings: () => Surroundings): Promise<readonly SendReply[]> {
  const replies: SendReply[] = []
  const sent = onSend({ completed: (reply) => replies.push(reply) }, surroundings)
  await vi.runAllTimersAsync()
  await sent
  return replies
}
const sendIn = (given: Case) => send(() => around(given))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a message that is sent', () => {
  it('leaves when the service allows it', async () => {
    expect(await sendIn({})).toEqual([{ allowEvent: true }])
  })

  it('is held with everything that Outlook’s dialog needs when the service blocks it', async () => {
    const [reply, ...others] = await sendIn({ way: HELD })
    expect(others).toEqual([])
    expect(reply).toEqual({
      allowEvent: false,
      errorMessage: expect.stringMatching(/PSE\.csv.*Tuesday 17 March 2020, 09:30.*bea@department\.example/),
      cancelLabel: 'Open Embargo Guard',
      commandId: 'messageComposeOpenPane',
      contextData: '{"check":"check-1","verdict":"block"}',
    })
  })

  it('is the sender’s decision when the service warns', async () => {
    const [reply] = await sendIn({ way: bringing(answerOf('warn', [UNREAD])) })
    expect(reply).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' })
  })

  it('is never the sender’s decision when the service blocks', async () => {
    const [reply] = await sendIn({ way: bringing(answerOf('block', [EMBARGOED, UNREAD])) })
    expect(reply).not.toHaveProperty('sendModeOverride')
  })

  it('is explained with emphasis only where Outlook shows Markdown, and always in plain text', async () => {
    const [older] = await sendIn({ way: HELD, mailbox: '1.14' })
    const [newer] = await sendIn({ way: HELD, mailbox: '1.15' })
    expect(older).not.toHaveProperty('errorMessageMarkdown')
    expect(newer).toMatchObject({
      errorMessage: expect.stringContaining('PSE.csv'),
      errorMessageMarkdown: expect.stringContaining('**PSE\\.csv**'),
    })
  })

  it.each([
    ['en-GB', 'Open Embargo Guard'],
    ['cy-GB', 'Agor Embargo Guard'],
  ])('has a button of at most 20 characters in %s', async (language, label) => {
    const [reply] = await sendIn({ way: HELD, language })
    expect(reply).toMatchObject({ cancelLabel: label })
    expect(label.length).toBeLessThanOrEqual(20)
  })

  it('is read and asked about as it is at that moment', async () => {
    let enquiry: Enquiry | undefined
    const way: SendOver = (url, headers, body) => {
      enquiry = JSON.parse(String(body))
      return ALLOWED(url, headers, body)
    }
    await sendIn({ way })
    expect(enquiry).toMatchObject({
      moment: 'send',
      from: 'ada@statistics.example',
      recipients: [{ address: 'bea@department.example' }],
      parts: [{ part: 'PSE.csv', figures: 3, unreadable: null }, { part: 'message body' }],
    })
  })

  it('has an unknown recipient when Outlook tells none, because somebody receives it', async () => {
    let enquiry: Enquiry | undefined
    const way: SendOver = (url, headers, body) => {
      enquiry = JSON.parse(String(body))
      return ALLOWED(url, headers, body)
    }
    await sendIn({ way, item: fakeItem({ to: tells([]) }).item })
    expect(enquiry?.recipients).toMatchObject([{ kind: 'unknown' }])
  })
})

describe('a check that cannot be finished', () => {
  const silent: Partial<FakeMessage> = {
    from: SAYS_NOTHING,
    to: SAYS_NOTHING,
    cc: SAYS_NOTHING,
    bcc: SAYS_NOTHING,
    body: SAYS_NOTHING,
    delivery: SAYS_NOTHING,
    attachments: SAYS_NOTHING,
  }
  const rubbish = bringing('<html>Sign in</html>')
  const tooOld = bringing({ detail: 'This build is too old.' }, 400)

  it.each<[string, Case, RegExp]>([
    ['the service is out of reach', { way: BROKEN }, /could not reach its service/],
    ['the service never answers', { way: ENDLESS }, /could not reach its service/],
    ['the service does not take it', { way: tooOld }, /This build is too old\./],
    ['something else answers in its place', { way: rubbish }, /did not take the check/],
    ['Outlook shows no message', { item: null }, /could not see the message/],
    ['Outlook says nothing at all', { item: fakeItem(silent).item, way: ENDLESS }, /Nothing was sent/],
    ['Outlook withholds the body', { item: fakeItem({ body: refuses() }).item, way: BROKEN }, /reach/],
    [
      'Outlook will not list attachments',
      { item: fakeItem({ attachments: throws() }).item, way: BROKEN },
      /reach/,
    ],
  ])('holds the message once, with a sentence, when %s', async (_what, given, sentence) => {
    const replies = await sendIn(given)
    expect(replies).toHaveLength(1)
    expect(replies[0]).toMatchObject({ allowEvent: false, errorMessage: expect.stringMatching(sentence) })
    expect(replies[0]).not.toHaveProperty('sendModeOverride')
  })

  it('lets a message go that has neither attachments nor figures', async () => {
    expect(await sendIn({ item: fakeItem().item, way: BROKEN })).toEqual([{ allowEvent: true }])
  })

  it('holds a message whose text has a row of figures', async () => {
    const body = tells('<table><tr><td>Total</td><td>5467</td><td>5481</td><td>5502</td></tr></table>')
    expect(await sendIn({ item: fakeItem({ body }).item, way: BROKEN })).toMatchObject([
      { allowEvent: false },
    ])
  })

  it('holds a message with an attachment in which no figures were found, for it may be a registered file', async () => {
    const item = fakeItem({
      attachments: tells([file('a', 'letter.txt', 5)]),
      contents: { a: tells({ content: Buffer.from('Hello').toString('base64'), format: 'base64' }) },
    }).item
    expect(await sendIn({ item, way: BROKEN })).toMatchObject([{ allowEvent: false }])
  })

  it('holds a message whose text links to a file elsewhere', async () => {
    const body = tells('<a href="https://office.sharepoint.com/:x:/g/PSE.xlsx">PSE</a>')
    expect(await sendIn({ item: fakeItem({ body }).item, way: BROKEN })).toMatchObject([
      { allowEvent: false },
    ])
  })

  it('holds the message when an answer takes longer than the whole check may', async () => {
    const started = Date.now()
    const item = fakeItem({
      ...silent,
      attachments: tells(Array.from({ length: 9 }, (_, index) => file(`${index}`, `${index}.xlsx`, 9))),
      contents: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}`, SAYS_NOTHING])),
    }).item
    const replies = await sendIn({ item, way: HELD })
    expect(replies).toMatchObject([{ allowEvent: false, errorMessage: expect.stringContaining('in time') }])
    expect(replies).toHaveLength(1)
    expect(Date.now() - started).toBeGreaterThanOrEqual(CHECK_MS)
  })

  it('holds the message when Outlook breaks while it is looked at', async () => {
    const replies = await send(() => {
      throw new Error('Office is gone')
    })
    expect(replies).toMatchObject([
      { allowEvent: false, errorMessage: expect.stringContaining('Nothing was sent') },
    ])
  })

  it('is told once, even if the line above the message cannot be shown', async () => {
    const replies: SendReply[] = []
    const surroundings = () =>
      Object.defineProperty(around({ way: HELD }), 'language', {
        get: () => {
          if (replies.length > 0) throw new Error('Office is gone')
          return 'en-GB'
        },
      })
    const sent = onSend({ completed: (reply) => replies.push(reply) }, surroundings)
    await vi.runAllTimersAsync()
    await sent
    expect(replies).toMatchObject([{ allowEvent: false }])
  })

  it('holds the message when Outlook does not take our first reply', async () => {
    const replies: SendReply[] = []
    const event = {
      completed(reply: SendReply) {
        if (replies.push(reply) === 1) throw new Error('no such option')
      },
    }
    const sent = onSend(event, () => around({ way: HELD }))
    await vi.runAllTimersAsync()
    await sent
    expect(replies.at(-1)).toMatchObject({ allowEvent: false })
  })

  it.each(['en-GB', 'cy-GB'])(
    'has a sentence that fits the dialog in %s, whatever the service said',
    async (language) => {
      const way = bringing({ detail: 'x '.repeat(2_000) }, 500)
      const [reply] = await sendIn({ way, language })
      expect(reply?.allowEvent === false && reply.errorMessage.length).toBeLessThanOrEqual(DIALOG_CHARACTERS)
    },
  )
})
