import { vi } from 'vitest'
import { HANDLERS } from '../../src/outlook/commands.ts'
import type { Answer, Enquiry } from '../../src/register/contract.ts'
import { writeWorkbook } from '../../src/service/demo/workbook-writer.ts'
import { answerOf, EMBARGOED } from './answers.ts'
import { builtBundle } from './built-bundle.ts'
import { CALL, type Classic, type RunningClassic, runInClassicOutlook, type Said } from './classic-outlook.ts'

const ORIGIN = 'https://embargo-guard.example'

const figure = (stored: number) => ({ stored, format: 'thousands' }) as const
/** The workbook that is attached. */
export const WORKBOOK = writeWorkbook([
  { name: 'Table 1', rows: [['Total', figure(5_467.3), figure(5_481.1), figure(5_502.9), figure(5_510.4)]] },
])

/** Outlook answers with this. */
export const tells = (data: unknown): Said => ({ kind: 'tells', data })
/** Outlook refuses. */
export const REFUSES: Said = { kind: 'refuses', code: 9030 }
/** Outlook never answers. */
export const SAYS_NOTHING: Said = { kind: 'says-nothing' }

/** What an Outlook says of a message to one person with one workbook. */
export const ORDINARY: Readonly<Record<number, Said>> = {
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
/** Nothing is attached. */
export const NO_ATTACHMENTS = { [CALL.attachments]: tells([]) }

/** Every question of the message met in one way. */
export const everything = (said: Said): Readonly<Record<number, Said>> =>
  Object.fromEntries(Object.keys(ORDINARY).map((call) => [call, said]))

/** A service on the other side of `fetch`. */
type Network = {
  readonly fetch: (url: string, request: { body: string }) => Promise<unknown>
  enquiries: Enquiry[]
}

/** A network with a service that answers so. */
export function network(answer: (enquiry: Enquiry) => Answer | 'nothing' | 'failure' | 'never'): Network {
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

/** A service that holds the message. */
export const BLOCKING = () => network(() => answerOf('block', [{ ...EMBARGOED, part: 'PSE.xlsx' }]))
/** A service that lets it go. */
export const ALLOWING = () => network(() => answerOf('allow'))
/** A service out of reach. */
export const AWAY = () => network(() => 'failure')

/** Everything that passes through the realm’s timers passes through the test’s clock. */
export const TIMERS = {
  setTimeout: (act: () => void, ms: number) => setTimeout(act, ms),
  clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
}

type Wishes = Partial<Pick<Classic, 'mailbox' | 'language' | 'initial'>> & {
  readonly says?: Readonly<Record<number, Said | ((parameters: readonly unknown[]) => Said)>>
  readonly globals?: Readonly<Record<string, unknown>>
}

/** Outlook with the built event bundle in it. */
export const start = (net: Network, { says, globals, ...wishes }: Wishes = {}): Promise<RunningClassic> => {
  const said = { ...ORDINARY, ...says }
  return runInClassicOutlook(builtBundle().code, {
    mailbox: '1.14',
    language: 'en-GB',
    ...wishes,
    say: (call, parameters) => {
      const one = said[call] ?? REFUSES
      return typeof one === 'function' ? one(parameters) : one
    },
    globals: globals ?? { ...TIMERS, fetch: net.fetch },
  })
}

/** Fires an event with a clock that runs as fast as the test does, to the end of Outlook’s own patience. */
export async function fire(outlook: RunningClassic, handler: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  outlook.fire(handler)
  await vi.advanceTimersByTimeAsync(300_000)
}

/** Presses Send in such an Outlook. */
export async function send(net: Network, wishes: Wishes = {}) {
  const outlook = await start(net, wishes)
  await fire(outlook, HANDLERS.OnMessageSend)
  return outlook
}
