import { changeByPlaces, withPlaces } from './attachment-ids.ts'
import type { CallReply, World } from './call.ts'
import { ERRORS, refused } from './call.ts'
import { CALLS, methodOf, spoilt, wireReply } from './calls.ts'
import type { Draft, DraftAttachment } from './draft.ts'
import { type Fault, faultFor } from './faults.ts'
import type { Kept } from './kept.ts'
import type { ItemCall } from './protocol.ts'
import type { LogEntry, Records } from './record.ts'
import type { Settings } from './settings.ts'

/** What answering a call takes. */
export type CallHost = {
  readonly draft: Kept<Draft>
  readonly world: World
  readonly records: Records
  settings(): Settings
  /** Attachments that were removed from the message in hand. */
  removed(): readonly DraftAttachment[]
  /** Calls that the frame has open now, so that more than three at a time are noticed. */
  readonly open: { count: number }
}

/** Source: learn.microsoft.com, “Limits for Outlook add-ins”: at most 3 calls at once on the web. */
export const CALLS_AT_ONCE = 3

/** Sends the answer; an error code below 0 says that the request itself was lost. */
export type Reply = (data: unknown, errorCode?: number) => void

/** Answers one call on the item, with the fault that is set for it. */
export function answerCall(call: ItemCall, frame: LogEntry['frame'], host: CallHost, reply: Reply): void {
  const method = methodOf(call)
  const fault = faultFor(host.settings().faults, method)
  host.records.note(frame, 'call', method, call.parameters)
  if (fault?.kind === 'silent') return
  if (fault?.kind === 'transport') {
    reply(null, fault.code)
    return
  }
  begin(method, host)
  const late = fault?.kind === 'late' ? fault.byMs : host.settings().answerAfterMs
  setTimeout(() => void settle(call, method, fault, frame, host, reply), late)
}

/** The library’s reports about itself are no calls on the item: they take no place among the three. */
const placesOf = (method: string): number => (method === 'telemetry' ? 0 : 1)

function begin(method: string, host: CallHost): void {
  host.open.count += placesOf(method)
  if (host.open.count <= CALLS_AT_ONCE) return
  host.records.fault(
    'more-than-three-calls',
    `${method} was called while ${host.open.count - 1} calls were open; Outlook on the web allows ${CALLS_AT_ONCE}.`,
  )
}

async function settle(
  call: ItemCall,
  method: string,
  fault: Fault | undefined,
  frame: LogEntry['frame'],
  host: CallHost,
  reply: Reply,
): Promise<void> {
  const given = fault?.kind === 'refused' ? refused(fault.code) : await answerOf(call, method, fault, host)
  const spoiled = spoilt(given, fault)
  if (spoiled.kind !== 'refused' && spoiled.change)
    host.draft.change(byPlaces(host) ? changeByPlaces(spoiled.change) : spoiled.change)
  host.open.count -= placesOf(method)
  const data = wireReply(spoiled)
  host.records.note(frame, 'answer', method, data)
  reply(data)
}

const byPlaces = (host: CallHost): boolean => host.settings().attachmentIds === 'place'

/** The message as this Outlook shows it to a call. */
function shownTo(fault: Fault | undefined, host: CallHost): Draft {
  const draft = host.draft.now()
  const lists = fault?.kind === 'lingers' ? [...draft.attachments, ...host.removed()] : draft.attachments
  const shown = { ...draft, attachments: lists }
  return byPlaces(host) ? withPlaces(shown) : shown
}

function answerOf(
  call: ItemCall,
  method: string,
  fault: Fault | undefined,
  host: CallHost,
): CallReply | Promise<CallReply> {
  const known = CALLS[call.dispid]
  const draft = shownTo(fault, host)
  if (known) return known.answer(draft, call.parameters, host.world)
  host.records.fault('unknown-call', `The add-in called ${method}, which this Outlook does not know.`)
  return refused(ERRORS.notSupportedHere)
}
