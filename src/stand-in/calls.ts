import { ATTACHMENT_CALLS } from './attachment-calls.ts'
import { answered, type Call, type CallReply, type Calls } from './call.ts'
import type { Fault } from './faults.ts'
import { type Fields, isFields } from './fields.ts'
import { MESSAGE_CALLS } from './message-calls.ts'
import { PROPERTY_CALLS } from './property-calls.ts'
import type { ItemCall } from './protocol.ts'

/** The library’s own reports about itself. They are taken and forgotten. */
const TELEMETRY: Call = { method: 'telemetry', answer: () => answered() }

/** Every method of the item that this Outlook knows. */
export const CALLS: Calls = {
  ...MESSAGE_CALLS,
  ...ATTACHMENT_CALLS,
  ...PROPERTY_CALLS,
  40: TELEMETRY,
  163: TELEMETRY,
  193: TELEMETRY,
  400: TELEMETRY,
  401: TELEMETRY,
  402: TELEMETRY,
  403: TELEMETRY,
}

/** The name of the method that is called, or its number where this Outlook does not know it. */
export function methodOf(call: ItemCall): string {
  const known = CALLS[call.dispid]
  if (!known) return `number ${call.dispid}`
  return typeof known.method === 'string' ? known.method : known.method(call.parameters)
}

/** What goes back to the library for a reply. */
export function wireReply(reply: CallReply): Fields {
  if (reply.kind === 'bare') return reply.fields
  if (reply.kind === 'refused') return { error: true, errorCode: reply.code }
  return { error: false, errorCode: 0, data: reply.value }
}

/** The reply as a fault spoils it. Silence, lateness and loss are a matter of the frame, not of the reply. */
export function spoilt(reply: CallReply, fault: Fault | undefined): CallReply {
  if (fault?.kind === 'refused') return { kind: 'refused', code: fault.code }
  if (fault?.kind === 'undone' && reply.kind === 'answered') return answered(reply.value)
  if (fault?.kind !== 'empty' || reply.kind !== 'answered' || !isFields(reply.value)) return reply
  return answered({ ...reply.value, content: '' })
}
