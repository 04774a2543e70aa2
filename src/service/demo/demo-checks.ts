import { createHash } from 'node:crypto'
import type { FindingKind, FindingReason, VerdictKind } from '../../register/contract.ts'
import type { DetailedRelease } from '../../release/release-details.ts'
import { becauseOf } from '../../verdict/because.ts'
import type { NewEntry } from '../journal/journal.ts'
import { DEMO_ACCESS } from './demo-series.ts'
import { sequence } from './employment-figures.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Checks in a year of the try-out. */
const CHECKS = 240
/** Chosen once; any other would do. */
const SEED = 16_032_020

const SENDERS = ['ada@statistics.example', 'ben@statistics.example'] as const
const OUTSIDE = ['analyst@department.example', 'editor@newspaper.example', 'desk@union.example'] as const

/** What a check found, and the verdict; most find nothing. */
type Outcome = readonly [FindingKind, FindingReason, VerdictKind] | null

const OUTCOMES: readonly Outcome[] = [
  null,
  null,
  null,
  null,
  null,
  ['embargoed-figures', 'pre-release-access', 'warn'],
  ['registered-name', 'name-only', 'warn'],
  ['embargoed-file', 'without-access', 'block'],
]

/** A UUID that is the same each time. Source: RFC 9562 §5.8. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One check as the journal keeps checks (check-store.ts). */
export function demoCheck(
  name: string,
  at: number,
  from: string,
  to: string,
  release: DetailedRelease,
  outcome: Outcome,
) {
  const part = `${release.series.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.xlsx`
  const findings = outcome === null ? [] : [findingOf(outcome, part, release, to)]
  const mark = `file ${createHash('sha256').update(name).digest('hex')}`
  return {
    check: uuidOf(name),
    build: 'try-out',
    moment: 'send',
    from,
    recipients: [{ address: to, name: '', kind: 'person' }],
    deliverAt: null,
    parts: [{ part, size: 48_000, unreadable: null, figures: 900, hash: mark.slice(5), mark }],
    at,
    verdict: outcome?.[2] ?? 'allow',
    findings,
  }
}

function findingOf(
  [kind, reason, verdict]: NonNullable<Outcome>,
  part: string,
  release: DetailedRelease,
  to: string,
) {
  const { id, title, at, london, state } = release
  const because = becauseOf(kind, reason, part, release, [to])
  const hits = kind === 'registered-name' ? 0 : 40
  return {
    kind,
    verdict,
    part,
    release: { id, title, at, london, state },
    reason,
    because,
    recipients: [to],
    hits,
    bits: hits * 6,
  }
}

/**
 * A year of checks, and what people said of some of them.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function demoChecks(releases: readonly DetailedRelease[], now: number): readonly NewEntry[] {
  const next = sequence(SEED)
  const one = <T>(of: readonly T[], otherwise: T): T => of[Math.floor(next() * of.length)] ?? otherwise
  return Array.from({ length: CHECKS }, (_, index) => {
    const at = Math.round(now - 365 * DAY_MS + (index / CHECKS) * 364 * DAY_MS + next() * 6 * HOUR_MS)
    const from = one(SENDERS, SENDERS[0])
    const outcome = one(OUTCOMES, null)
    const to = outcome?.[1] === 'pre-release-access' ? DEMO_ACCESS[0][0] : one(OUTSIDE, OUTSIDE[0])
    const due = releases.filter((release) => release.at > at)
    const release = due[0] ?? releases[releases.length - 1]
    if (release === undefined) return []
    const entry = demoCheck(`check ${index}`, at, from, to, release, outcome)
    const check: NewEntry = { kind: 'check', who: from, at, entry }
    if (outcome?.[2] !== 'warn') return [check]
    const reason = { check: entry.check, reason: 'Agreed with the production team.', at: at + 40_000 }
    return [check, { kind: 'reason-given' as const, who: from, at: at + 40_000, entry: reason }]
  }).flat()
}
