import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { HANDLERS } from '../../src/outlook/commands.ts'
import { at, onePage } from '../content/pdf-file.ts'
import { answerOf, UNREAD } from './answers.ts'
import { associatedIn, builtBundle } from './built-bundle.ts'
import {
  ALLOWING,
  AWAY,
  BLOCKING,
  everything,
  fire,
  NO_ATTACHMENTS,
  network,
  REFUSES,
  SAYS_NOTHING,
  send,
  start,
  TIMERS,
  tells,
  WORKBOOK,
} from './classic-message.ts'
import { CALL, type RunningClassic } from './classic-outlook.ts'

let bundle = ''
beforeAll(() => {
  bundle = builtBundle().code
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the event bundle in classic Outlook, without a page and without anything after ES2016', () => {
  it('makes exactly its handlers known', () => {
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
