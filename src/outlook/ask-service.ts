import type { Answer, AskedPart, Enquiry } from '../register/contract.ts'
import { within } from './deadline.ts'
import { isTryOut } from './own-origin.ts'
import { jsonPieces, onTheWayMs, type Packed, packing } from './packing.ts'
import type { SendOver, Sent } from './send-over.ts'
import { waysToSend } from './send-over.ts'
import { answerFrom, problemIn } from './understand-answer.ts'
import { unhurried } from './unhurried.ts'

/** What became of an enquiry. */
export type ServiceAnswer =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly because: string }
  /** It does not remember features that the enquiry refers to (`AskedPart.sameAs`). */
  | { readonly kind: 'forgotten'; readonly because: string }
  | { readonly kind: 'unreachable'; readonly because: string }

/** An enquiry before it is JSON: the features of its parts are the bytes they are. */
export type Asking = Omit<Enquiry, 'parts'> & { readonly parts: readonly AskingPart[] }
export type AskingPart = Omit<AskedPart, 'features'> & { readonly features: Uint8Array }

/** How long the service may take, with the second try, beside what its features take to be sent. Unit: milliseconds. */
export const SERVICE_MS = 6_000

/** Where the service is, and who asks. */
export type Service = {
  readonly origin: string
  readonly person: string
  /** In which the person is answered, as Outlook names it: `cy-GB`. */
  readonly language: string
  /** The ways this runtime has to send, best first. */
  readonly ways: readonly SendOver[]
}

/** The service that the add-in itself came from. */
export const serviceAt = (origin: string, person: string, language: string): Service => ({
  origin,
  person,
  language,
  ways: waysToSend(),
})

/** The headers of every request to the service. */
export function headersFor(service: Service): Readonly<Record<string, string>> {
  const json = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': service.language,
  }
  return isTryOut(service.origin) ? Object.assign({ 'x-try-out-person': service.person }, json) : json
}

/** Tries once more, by another way where there is one: on some machines the first request fails at random (issue 4972). */
async function sendTwice(service: Service, body: Packed): Promise<Sent> {
  const [first, second] = service.ways
  if (!first) return { kind: 'network-failure', message: 'this Outlook gives add-ins no network' }
  const url = `${service.origin}/api/checks`
  const sent = await first(url, headersFor(service), body)
  if (sent.kind === 'came-back') return sent
  return (second ?? first)(url, headersFor(service), body)
}

function understood(sent: Sent): ServiceAnswer {
  if (sent.kind === 'network-failure') return { kind: 'unreachable', because: sent.message }
  const answer = sent.status >= 200 && sent.status < 300 ? answerFrom(sent.text) : null
  if (answer) return { kind: 'answered', answer }
  const because = problemIn(sent.text) ?? `HTTP ${sent.status}`
  return { kind: sent.status === 409 ? 'forgotten' : 'refused', because }
}

/** An `Enquiry` as JSON, in pieces. */
function* jsonOf(asking: Asking): Generator<string, void> {
  yield JSON.stringify(Object.assign({}, asking, { parts: undefined })).slice(0, -1)
  let between = ',"parts":['
  for (const part of asking.parts) {
    yield between
    yield* jsonPieces(Object.assign({}, part, { features: undefined }), { features: part.features })
    between = ','
  }
  yield asking.parts.length === 0 ? ',"parts":[]}' : ']}'
}

async function answerTo(service: Service, asking: Asking): Promise<ServiceAnswer> {
  const packed = await unhurried(packing(jsonOf(asking)))
  const withinMs = SERVICE_MS + onTheWayMs(packed)
  const silence = (): ServiceAnswer => ({ kind: 'unreachable', because: `no answer within ${withinMs} ms` })
  return within(sendTwice(service, packed).then(understood), withinMs, silence)
}

/** Asks the organisation’s own service whether a message may leave. Always settles, never rejects. */
export const askService = (service: Service, asking: Asking): Promise<ServiceAnswer> =>
  answerTo(service, asking).catch((fault) => ({ kind: 'unreachable', because: String(fault) }))
