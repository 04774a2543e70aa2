import { randomUUID } from 'node:crypto'
import type { Clearance, ClearanceDecision, ClearanceRequest } from '../../register/clearance.ts'
import type { FindingKind } from '../../register/contract.ts'
import type { Said } from '../../release/said.ts'
import type { Database } from '../database/database.ts'
import type { Person } from '../identity.ts'
import { append } from '../journal/journal.ts'
import { type KeptCheck, readCheck } from './check-reading.ts'
import { addressKey } from './check-store.ts'
import { addClearance, type ClearanceToAsk, lockClearance, rewriteClearance } from './clearance-store.ts'
import { NOT_CLEARED, noCheck } from './clearing-wording.ts'

/** How long a clearance may stand, in milliseconds. Source: src/register/clearance.ts. */
const LONGEST_MS = 24 * 60 * 60 * 1000

/** Who acts, when by the real clock and by the service’s, milliseconds since 1970-01-01T00:00:00Z. */
export type Acting = { readonly person: Person; readonly at: number; readonly serviceAt: number }

/** Why a clearance was not asked for, decided or withdrawn. */
export type NotCleared = {
  readonly kind: 'not-cleared'
  readonly status: 403 | 404 | 409 | 422
  readonly word: string
  readonly because: Said
}

/** What came of it. */
export type Cleared = { readonly kind: 'cleared'; readonly clearance: Clearance } | NotCleared

const not = (status: NotCleared['status'], word: string, because: Said): NotCleared => ({
  kind: 'not-cleared',
  status,
  word,
  because,
})

const samePerson = (one: string, other: string): boolean => addressKey(one) === addressKey(other)

function whyNotAsk(
  { who, kept }: KeptCheck,
  never: readonly FindingKind[],
  { person }: Acting,
): NotCleared | null {
  if (!samePerson(who, person.address)) return not(403, 'not-yours', NOT_CLEARED.notYours)
  if (kept.verdict === 'allow') return not(409, 'nothing-to-clear', NOT_CLEARED.nothingToClear)
  const fixed = kept.findings.find((found) => found.verdict !== 'allow' && never.includes(found.kind))
  if (fixed !== undefined) return not(409, 'never-cleared', NOT_CLEARED.never(fixed.because))
  if (kept.parts.some(({ mark }) => mark === undefined)) return not(409, 'check-too-old', NOT_CLEARED.tooOld)
  return null
}

const clearanceToAsk = ({ kept }: KeptCheck, reason: string, acting: Acting): ClearanceToAsk => ({
  id: randomUUID(),
  check: kept.check,
  askedBy: acting.person.address,
  askedAt: acting.serviceAt,
  reason,
  until: acting.serviceAt + LONGEST_MS,
  recipients: kept.recipients.map(({ address }) => addressKey(address)),
  findings: kept.findings
    .filter(({ verdict }) => verdict !== 'allow')
    .map(({ kind, part, release, because }) => ({ kind, part, release, because })),
  marks: kept.parts.flatMap(({ mark }) => mark ?? []),
})

/** Asks for a second person’s leave to send what was held. */
export const askClearance = (
  database: Database,
  { check, reason }: ClearanceRequest,
  never: readonly FindingKind[],
  acting: Acting,
): Promise<Cleared> =>
  database.transaction().execute(async (transaction): Promise<Cleared> => {
    const found = await readCheck(transaction, check)
    if (found === null) return not(404, 'no-such-check', noCheck(check))
    const whyNot = whyNotAsk(found, never, acting)
    if (whyNot !== null) return whyNot
    const clearance = await addClearance(transaction, clearanceToAsk(found, reason, acting))
    if (clearance === null) return not(409, 'asked-already', NOT_CLEARED.askedAlready)
    await append(transaction, {
      kind: 'clearance-asked',
      who: acting.person.address,
      at: acting.at,
      entry: { clearance: clearance.id, check, reason, recipients: clearance.recipients },
    })
    return { kind: 'cleared', clearance }
  })

function whyNotDecide(
  clearance: Clearance | null,
  { until }: ClearanceDecision,
  { person, serviceAt }: Acting,
): NotCleared | null {
  if (clearance === null) return not(404, 'no-such-clearance', NOT_CLEARED.noClearance)
  if (samePerson(clearance.askedBy, person.address)) return not(409, 'same-person', NOT_CLEARED.samePerson)
  if (clearance.state !== 'asked') return not(409, 'not-asked', NOT_CLEARED.nothingToDecide(clearance.state))
  if (until !== undefined && (until <= serviceAt || until > serviceAt + LONGEST_MS))
    return not(422, 'until-out-of-reach', NOT_CLEARED.untilTooFar(serviceAt + LONGEST_MS))
  return null
}

/** Gives the leave, or refuses it; never the one who asked. */
export const decideClearance = (
  database: Database,
  id: string,
  decision: ClearanceDecision,
  never: readonly FindingKind[],
  acting: Acting,
): Promise<Cleared> =>
  database.transaction().execute(async (transaction): Promise<Cleared> => {
    const asked = await lockClearance(transaction, id, acting.serviceAt)
    const whyNot = whyNotDecide(asked, decision, acting)
    if (asked === null || whyNot !== null)
      return whyNot ?? not(404, 'no-such-clearance', NOT_CLEARED.noClearance)
    const fixed = asked.findings.find(({ kind }) => never.includes(kind))
    if (decision.granted && fixed !== undefined)
      return not(409, 'never-cleared', NOT_CLEARED.never(fixed.because))
    const { granted, reason, until = asked.until } = decision
    const [who, state] = [acting.person.address, granted ? 'granted' : 'refused'] as const
    await rewriteClearance(transaction, id, {
      state,
      decided_by: who,
      decided_at: new Date(acting.serviceAt),
      decision: reason,
      until: new Date(until),
    })
    const { check, askedBy } = asked
    const entry = { clearance: id, check, askedBy, decision: reason, until }
    await append(transaction, { kind: `clearance-${state}`, who, at: acting.at, entry })
    const decided = { decidedBy: who, decidedAt: acting.serviceAt, decision: reason }
    return { kind: 'cleared', clearance: { ...asked, ...decided, state, until } }
  })

/** Takes a request back, or a leave that was given, by who asked for it. */
export const withdrawClearance = (database: Database, id: string, acting: Acting): Promise<Cleared> =>
  database.transaction().execute(async (transaction): Promise<Cleared> => {
    const asked = await lockClearance(transaction, id, acting.serviceAt)
    if (asked === null) return not(404, 'no-such-clearance', NOT_CLEARED.noClearance)
    if (!samePerson(asked.askedBy, acting.person.address))
      return not(403, 'not-yours', NOT_CLEARED.notYoursToWithdraw)
    if (asked.state !== 'asked' && asked.state !== 'granted')
      return not(409, 'not-open', NOT_CLEARED.nothingToWithdraw(asked.state))
    await rewriteClearance(transaction, id, { state: 'withdrawn' })
    const entry = { clearance: id, check: asked.check }
    await append(transaction, {
      kind: 'clearance-withdrawn',
      who: acting.person.address,
      at: acting.at,
      entry,
    })
    return { kind: 'cleared', clearance: { ...asked, state: 'withdrawn' } }
  })
