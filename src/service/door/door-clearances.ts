import { z } from 'zod'
import { RELEASE_STATES } from '../../release/release.ts'
import {
  COUNT,
  FINDING,
  FINDINGS,
  ID,
  INSTANT,
  LONG_TEXT,
  listOf,
  MOMENTS,
  RECIPIENT,
  VERDICTS,
} from './door.ts'

/** The contract of clearances and of checks looked back on (src/register/clearance.ts) as it is checked at the door. */

/** A reason that says something. */
const REASON = LONG_TEXT.trim().min(1)

const STATE = z.enum(['asked', 'granted', 'refused', 'used', 'expired', 'withdrawn'])

/** POST /api/clearances */
export const CLEARANCE_REQUEST = z.object({ check: ID, reason: REASON })

/** POST /api/clearances/:id/decision */
export const CLEARANCE_DECISION = z.object({
  granted: z.boolean(),
  reason: REASON,
  until: INSTANT.exactOptional(),
})

/** GET /api/clearances?state= */
export const CLEARANCE_QUERY = z.object({ state: STATE.exactOptional() })

/** A second person's leave for one message. */
export const CLEARANCE = z.object({
  id: ID,
  check: ID,
  state: STATE,
  askedBy: z.string(),
  askedAt: INSTANT,
  reason: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: INSTANT.nullable(),
  decision: z.string().nullable(),
  until: INSTANT,
  usedAt: INSTANT.nullable(),
  recipients: listOf(z.string()),
  findings: listOf(FINDING.pick({ kind: true, part: true, release: true, because: true })),
})

/** GET /api/clearances: the latest first. */
export const CLEARANCES = listOf(CLEARANCE)

/** POST /api/checks/:id/reason */
export const SEND_REASON = z.object({ reason: REASON })

/** PUT /api/checks/:id/went-out */
export const WENT_OUT = z.object({
  noticedAt: INSTANT.nullable(),
  recalledAt: INSTANT.nullable(),
  deletionAskedAt: INSTANT.nullable(),
  informedAt: INSTANT.nullable(),
  note: LONG_TEXT,
})

/** GET /api/checks/:id/report?… */
export const REPORT_QUERY = z.object({
  format: z.enum(['docx', 'text']).exactOptional(),
  language: z.enum(['en', 'cy']).exactOptional(),
})

/** GET /api/checks/:id */
export const CHECK_RECORD = z.object({
  check: ID,
  at: INSTANT,
  who: z.string(),
  verdict: z.enum(VERDICTS),
  message: z.object({
    from: z.string(),
    recipients: listOf(RECIPIENT),
    deliverAt: INSTANT.nullable(),
    moment: z.enum(MOMENTS),
    parts: listOf(z.string()),
  }),
  findings: listOf(FINDING),
  reasons: listOf(z.object({ by: z.string(), at: INSTANT, reason: z.string() })),
  clearance: CLEARANCE.nullable(),
  wentOut: WENT_OUT.nullable(),
})

/** A check as the journal keeps it: of what hit, only how much. */
export const KEPT_CHECK = z.object({
  check: ID,
  moment: z.enum(MOMENTS),
  from: z.string(),
  recipients: z.array(RECIPIENT),
  deliverAt: INSTANT.nullable(),
  parts: z.array(z.object({ part: z.string(), mark: z.string().nullish() })),
  at: INSTANT,
  verdict: z.enum(VERDICTS),
  findings: z.array(
    z.object({
      kind: z.enum(FINDINGS),
      verdict: z.enum(VERDICTS),
      part: z.string(),
      // Earlier versions kept no state.
      release: FINDING.shape.release
        .unwrap()
        .extend({ state: z.enum(RELEASE_STATES).default('confirmed') })
        .nullable(),
      reason: FINDING.shape.reason,
      because: z.string(),
      recipients: z.array(z.string()),
      hits: COUNT,
      bits: z.number(),
    }),
  ),
})

/** The path of a clearance or a check. */
export const ID_PATH = z.object({ id: ID })

for (const [named, schema] of Object.entries({
  ClearanceRequest: CLEARANCE_REQUEST,
  ClearanceDecision: CLEARANCE_DECISION,
  Clearance: CLEARANCE,
  SendReason: SEND_REASON,
  WentOut: WENT_OUT,
  CheckRecord: CHECK_RECORD,
}))
  z.globalRegistry.add(schema, { id: named })
