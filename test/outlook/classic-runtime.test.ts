import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { HANDLERS } from '../../src/outlook/commands.ts'
import type { Answer, Enquiry } from '../../src/register/contract.ts'
import { writeWorkbook } from '../../src/service/demo/workbook-writer.ts'
import { at, onePage } from '../content/pdf-file.ts'
import { answerOf, EMBARGOED, UNREAD } from './answers.ts'
import { associatedIn, builtBundle } from './built-bundle.ts'
import { CALL, type Classic, type RunningClassic, runInClassicOutlook, type Said } from './classic-outlook.ts'

const ORIGIN = 'https://embargo-guard.example'

const figure = (stored: number) => ({ stored, format: 'thousands' }) as const
const WORKBOOK = writeWorkbook([
  { name: 'Table 1', rows: [['Total', figure(5_467.3), figure(5_481.1), figure(5_502.9), figure(5_510.4)]] },
])

const tells = (data: unknown): Said => ({ kind: 'tells', data })
const REFUSES: Said = { kind: 'refuses', code: 9030 }
const SAYS_NOTHING: Said = { kind: 'says-nothing' }

/** What an Outlook says of a message to one person with one workbook. */
const ORDINARY: Readonly<Record<number, Said>> = {
  [CALL.from]: tells({ name: 'Ada', address: 'ada@statistics.example' }),
  [CALL.recipients]: tells([{ name: 'Bea', address: 'bea@department.example', recipientType: 3 }]),
  [CALL.body]: tells('<p>The tables for the test.</p>'),
  [CALL.delivery]: tells(0),
  [CALL.attachments]: tells([
    { id: '0', name: 'PSE.xlsx', size: WORKBOOK.length, attachmentType: 0, isInline: false },
  ]),
  [CALL.attachmentContent]: tells({ format: 'base64', content: Buffer.from(WORKBOOK).toString('base64') }),
  [CALL.addNotification]: tells(undefined),
  [CALL.replaceNotification]: tells(undefined),
  [CALL.removeNotification]: tells(undefined),
}
const NO_ATTACHMENTS = { [CALL.attachments]: tells([]) }

/** Every question of the message met in one way. */
const everything = (said: Said): Readonly<Record<number, Said>> =>
  Object.fromEntries(Object.keys(ORDINARY).map((call) => [call, said]))

/** A service on the other side of `fetch`. */
type Network = {
  readonly fetch: (url: string, request: { body: string }) => Promise<unknown>
  enquiries: Enquiry[]
}

function network(answer: (enquiry: Enquiry) => Answer | 'nothing' | 'failure' | 'never'): Network {
  const enquiries: Enquiry[] = []
  return {
    enquiries,
    fetch(url, { body }) {
      if (url !== `${ORIGIN}/api/checks`) return Promise.reject(new Error(`${url} is not ours`))
      const enquiry: Enquiry = JSON.parse(body)
      enquiries.push(enquiry)
      const said = answer(enquiry)
      if (said === 'failure') return Promise.reject(new TypeError('Network request failed'))
      if (said === 'never') return new Promise(() => undefined)
      const text = said === 'nothing' ? '' : JSON.stringify(said)
      return Promise.resolve({ status: 200, text: () => Promise.resolve(text) })
    },
  }
}

const BLOCKING = () => network(() => answerOf('block', [{ ...EMBARGOED, part: 'PSE.xlsx' }]))
const ALLOWING = () => network(() => answerOf('allow'))
const AWAY = () => network(() => 'failure')

/** Everything that passes through the realm’s timers passes through the test’s clock. */
const TIMERS = {
  setTimeout: (act: () => void, ms: number) => setTimeout(act, ms),
  clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
}

type Wishes = Partial<Pick<Classic, 'mailbox' | 'language'>> & {
  readonly says?: Readonly<Record<number, Said>>
  readonly globals?: Readonly<Record<string, unknown>>
}

let bundle = ''
beforeAll(() => {
  bundle = builtBundle().code
})
afterEach(() => {
  vi.useRealTimers()
})

const start = (net: Network, { says, globals, ...wishes }: Wishes = {}): Promise<RunningClassic> => {
  const said = { ...ORDINARY, ...says }
  return runInClassicOutlook(bundle, {
    mailbox: '1.14',
    language: 'en-GB',
    ...wishes,
    say: (call) => said[call] ?? REFUSES,
    globals: globals ?? { ...TIMERS, fetch: net.fetch },
  })
}

/** Fires an event with a clock that runs as fast as the test does, to the end of Outlook’s own patience. */
async function fire(outlook: RunningClassic, handler: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  outlook.fire(handler)
  await vi.advanceTimersByTimeAsync(300_000)
}

async function send(net: Network, wishes: Wishes = {}) {
  const outlook = await start(net, wishes)
  await fire(outlook, HANDLERS.OnMessageSend)
  return outlook
}

describe('the event bundle in classic Outlook, without a page and without anything after ES2016', () => {
  it('makes exactly its four handlers known', () => {
    expect([...associatedIn(bundle)].sort()).toEqual(Object.values(HANDLERS).sort())
  })

  it('runs where there is no page, no URL, no TextEncoder, no crypto and nothing of ES2017', async () => {
    const outlook = await start(ALLOWING())
    const names = 'document location TextEncoder TextDecoder URL atob btoa crypto Blob Intl BigInt globalThis'
    const missing = names.split(' ').map((name) => outlook.evaluate(`typeof ${name}`))
    expect(new Set(missing)).toEqual(new Set(['undefined']))
    const later = outlook.evaluate(
      '[Object.entries, "".padStart, [].flat, Promise.allSettled, Object.hasOwn]',
    )
    expect(JSON.stringify(later)).toBe('[null,null,null,null,null]')
  })

  it('reads the message, asks the service by an absolute address, and completes once with every option', async () => {
    const net = BLOCKING()
    const { completed, calls } = await send(net)
    expect(completed).toEqual([
      {
        status: 0,
        options: {
          allowEvent: false,
          errorMessage: expect.stringMatching(/PSE\.xlsx.*Tuesday 17 March 2020, 09:30/),
          cancelLabel: 'Open Embargo Guard',
          commandId: 'messageComposeOpenPane',
          contextData: '{"check":"check-1","verdict":"block"}',
        },
      },
    ])
    expect(calls).toEqual(expect.arrayContaining([CALL.attachments, CALL.attachmentContent, CALL.body]))
    expect(net.enquiries).toHaveLength(1)
  })

  it('fingerprints a real workbook there, the same as anywhere', async () => {
    const net = ALLOWING()
    await send(net)
    const [workbook] = net.enquiries[0]?.parts ?? []
    expect(workbook).toMatchObject({ part: 'PSE.xlsx', unreadable: null, figures: 4, size: WORKBOOK.length })
    expect(workbook?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(workbook?.features).not.toBe('')
    expect(net.enquiries[0]).toMatchObject({
      moment: 'send',
      from: 'ada@statistics.example',
      deliverAt: null,
    })
  })

  it('reads a PDF there, whose reader is in the same file', async () => {
    const net = ALLOWING()
    const pdf = onePage(at(50, 700, 'Total') + at(150, 700, '5,467') + at(250, 700, '5,481'))
    const listed = { id: '0', name: 'PSE.pdf', size: pdf.length, attachmentType: 0, isInline: false }
    const content = { format: 'base64', content: Buffer.from(pdf).toString('base64') }
    await send(net, {
      says: { [CALL.attachments]: tells([listed]), [CALL.attachmentContent]: tells(content) },
    })
    expect(net.enquiries[0]?.parts[0]).toMatchObject({ part: 'PSE.pdf', unreadable: null, figures: 2 })
  })

  it('lets a message go that the service allows', async () => {
    const { completed } = await send(ALLOWING())
    expect(completed.map(({ options }) => options)).toEqual([{ allowEvent: true }])
  })

  it('hands over the override for a warning, and Markdown where Outlook has it', async () => {
    const { completed } = await send(
      network(() => answerOf('warn', [UNREAD])),
      { mailbox: '1.15' },
    )
    expect(completed).toHaveLength(1)
    expect(completed[0]?.options).toMatchObject({
      allowEvent: false,
      sendModeOverride: 'promptUser',
      errorMessageMarkdown: expect.stringContaining('**tables\\.zip**'),
    })
  })
})

describe('classic Outlook, when something fails, is told once not to send, with a sentence', () => {
  const sentence = expect.stringMatching(/^Nothing was sent\. .{20,}/)
  const heldOnce = ({ completed }: RunningClassic) => {
    expect(completed).toHaveLength(1)
    expect(completed[0]?.options).toMatchObject({ allowEvent: false, errorMessage: sentence })
    expect(completed[0]?.options).not.toHaveProperty('sendModeOverride')
  }

  it('when the service is away', async () => heldOnce(await send(AWAY())))
  it('when the service never answers', async () => heldOnce(await send(network(() => 'never'))))
  it('when an empty page answers for the service', async () => heldOnce(await send(network(() => 'nothing'))))
  it('when the runtime has no network at all', async () => {
    heldOnce(await send(AWAY(), { globals: TIMERS }))
  })
  it('when Outlook refuses everything and the service is away', async () => {
    heldOnce(await send(AWAY(), { says: everything(REFUSES) }))
  })
  it('when Outlook never answers anything and the service is away', async () => {
    heldOnce(await send(AWAY(), { says: everything(SAYS_NOTHING) }))
  })
  it('when Outlook never hands over the attachment and the service is away', async () => {
    heldOnce(await send(AWAY(), { says: { [CALL.attachmentContent]: SAYS_NOTHING } }))
  })
  it('when Outlook does not list attachments and the service is away', async () => {
    heldOnce(await send(AWAY(), { says: { [CALL.attachments]: REFUSES } }))
  })
  it('when the item breaks as it is touched', async () => {
    const outlook = await start(ALLOWING())
    outlook.evaluate(
      `Object.defineProperty(Office.context.mailbox, 'item', { get: function () { throw new Error('gone') } })`,
    )
    await fire(outlook, HANDLERS.OnMessageSend)
    heldOnce(outlook)
  })
  it('when our own code breaks in the middle', async () => {
    const outlook = await start(ALLOWING())
    outlook.evaluate(`JSON.stringify = (function (real) { return function (value) {
      if (value && value.moment) throw new Error('broken')
      return real.apply(null, arguments)
    } })(JSON.stringify)`)
    await fire(outlook, HANDLERS.OnMessageSend)
    heldOnce(outlook)
  })
})

describe('classic Outlook, when it keeps things back, has the service told so', () => {
  it.each([
    ['refuses', REFUSES, 'refused-by-outlook'],
    ['never answers', SAYS_NOTHING, 'no-answer-from-outlook'],
  ])('what it %s is unread and unknown, not absent', async (_how, said, because) => {
    const net = network(({ parts }) =>
      parts.some(({ unreadable }) => unreadable !== null) ? answerOf('block', [UNREAD]) : answerOf('allow'),
    )
    const { completed } = await send(net, { says: everything(said) })
    expect(completed.map(({ options }) => options.allowEvent)).toEqual([false])
    const [enquiry] = net.enquiries
    expect(enquiry?.parts.map(({ unreadable }) => unreadable)).toEqual([because, because])
    expect(enquiry?.recipients.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown'])
  })
})

describe('classic Outlook, when the service is away,', () => {
  it('lets a message go that has neither attachments nor figures', async () => {
    const { completed } = await send(AWAY(), { says: NO_ATTACHMENTS })
    expect(completed.map(({ options }) => options)).toEqual([{ allowEvent: true }])
  })
})

describe('the compose events in classic Outlook', () => {
  it.each([
    HANDLERS.OnMessageCompose,
    HANDLERS.OnMessageAttachmentsChanged,
    HANDLERS.OnMessageRecipientsChanged,
  ])('%s shows a line that the library takes, and ends', async (handler) => {
    const outlook = await start(BLOCKING())
    await fire(outlook, handler)
    expect(outlook.calls).toContain(CALL.replaceNotification)
    expect(outlook.completed.map(({ options }) => options)).toEqual([{ allowEvent: true }])
  })

  it('end where Outlook says nothing and the service is away', async () => {
    const outlook = await start(AWAY(), { says: everything(SAYS_NOTHING) })
    await fire(outlook, HANDLERS.OnMessageCompose)
    expect(outlook.completed).toHaveLength(1)
  })
})
