import type { Enquiry, Finding, VerdictKind } from './contract.ts'

/**
 * What a held sender, a second person and the service say to each other.
 *
 * A clearance is a second person's leave for one message: these files, these
 * recipients, until this time, once.
 */

/** POST /api/clearances: the sender of a check that was held asks. */
export type ClearanceRequest = {
  /** The check that held the message. */
  readonly check: string
  readonly reason: string
}

export type ClearanceState = 'asked' | 'granted' | 'refused' | 'used' | 'expired' | 'withdrawn'

/** GET /api/clearances?state=asked, GET /api/clearances/:id, and every answer about one. */
export type Clearance = {
  readonly id: string
  readonly check: string
  readonly state: ClearanceState
  readonly askedBy: string
  /** Instants are milliseconds since 1970-01-01T00:00:00Z, by the service's clock. */
  readonly askedAt: number
  readonly reason: string
  /** Who decided: never who asked. */
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly decision: string | null
  /** Until when it may be used. */
  readonly until: number
  readonly usedAt: number | null
  /** What it is for. */
  readonly recipients: readonly string[]
  readonly findings: readonly Pick<Finding, 'kind' | 'part' | 'release' | 'because'>[]
}

/** POST /api/clearances/:id/decision: an administrator who did not ask. */
export type ClearanceDecision = {
  readonly granted: boolean
  readonly reason: string
  /** Until when it may be used; at most 24 hours from now. */
  readonly until?: number
}

/** POST /api/checks/:id/reason: why a sender means to send what was warned of. */
export type SendReason = { readonly reason: string }

/** GET /api/checks/:id: a check as it stands in the journal. */
export type CheckRecord = {
  readonly check: string
  readonly at: number
  readonly who: string
  readonly verdict: VerdictKind
  readonly message: Pick<Enquiry, 'from' | 'recipients' | 'deliverAt' | 'moment'> & {
    readonly parts: readonly string[]
  }
  readonly findings: readonly Finding[]
  readonly reasons: readonly { readonly by: string; readonly at: number; readonly reason: string }[]
  readonly clearance: Clearance | null
  readonly wentOut: WentOut | null
}

/** PUT /api/checks/:id/went-out: this message got out; what was done, when. `null`: not done, or not known. */
export type WentOut = {
  readonly noticedAt: number | null
  readonly recalledAt: number | null
  readonly deletionAskedAt: number | null
  readonly informedAt: number | null
  readonly note: string
}
