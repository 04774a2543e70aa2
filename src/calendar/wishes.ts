import type { RefusalKind } from '../release/refusals.ts'
import type { ReleaseState } from '../release/release.ts'
import type { DetailedRelease, ReleaseChange } from '../release/release-details.ts'
import { whenOf } from '../release/release-details.ts'
import type { Said } from '../release/said.ts'
import { change, type Wish } from '../release/transitions.ts'
import { sameWhen, type When } from '../release/when.ts'
import type { CalendarRow } from './calendar-row.ts'
import { ROW } from './wording.ts'

/** What came of bringing a release to the state and time that a row says. */
export type Followed =
  | {
      readonly kind: 'followed'
      readonly release: DetailedRelease
      readonly entries: readonly ReleaseChange[]
    }
  | { readonly kind: 'refused'; readonly field: 'when' | 'state' | 'reason'; readonly because: Said }

/** The field of a row that a refusal is about. */
const FIELDS: Readonly<Record<RefusalKind, 'when' | 'state' | 'reason'>> = {
  published: 'state',
  cancelled: 'state',
  'not-from-this-state': 'state',
  'reason-missing': 'reason',
  'nothing-changes': 'when',
  'not-exact': 'when',
  'not-an-instant': 'when',
  'in-the-past': 'when',
  'too-soon': 'when',
  'before-its-time': 'state',
  'public-already': 'state',
  'lift-asked-already': 'state',
  'lift-not-asked': 'state',
  'same-person': 'state',
}

/**
 * Brings a release to the state and time that a row says, by the same rules as an
 * administrator: another calendar can neither move a confirmed time without a reason,
 * nor lift an embargo early, nor make provisional what is confirmed.
 *
 * @param reason for moves of which the row says no reason
 * @param by the address of the administrator who imports
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function followed(
  release: DetailedRelease,
  row: CalendarRow,
  reason: string,
  by: string,
  at: number,
): Followed {
  if (row.state === 'provisional' && release.state !== 'provisional') {
    const because = ROW.notProvisionalAgain(release.title, release.state)
    return { kind: 'refused', field: 'state', because }
  }
  let reached = release
  const entries: ReleaseChange[] = []
  for (const wish of wishesFor(release, row, row.reason || reason)) {
    const changed = change(reached, wish, by, at)
    if (changed.kind === 'refused')
      return { kind: 'refused', field: FIELDS[changed.refusal], because: changed.because }
    reached = changed.release
    entries.push(changed.entry)
  }
  return { kind: 'followed', release: reached, entries }
}

/** The wishes that lead from a release to what a row says; none where it says the same. */
function wishesFor(release: DetailedRelease, row: CalendarRow, reason: string): readonly Wish[] {
  const moves = !sameWhen(row.when, whenOf(release))
  const move: readonly Wish[] = moves ? [{ kind: 'move', to: row.when, reason }] : []
  if (row.state === release.state) return isFinal(row.state) ? [] : move
  switch (row.state) {
    case 'provisional':
      return []
    case 'confirmed':
      return release.state === 'published' && !moves ? [] : confirmation(row.when, reason)
    case 'postponed':
      return [{ kind: 'postpone', reason: row.notice || reason }, ...move]
    case 'cancelled':
      return [{ kind: 'cancel', reason: row.notice || reason }]
    case 'published':
      return [{ kind: 'publish' }]
  }
}

/** The time of what is over says nothing any more. */
const isFinal = (state: ReleaseState): boolean => state === 'published' || state === 'cancelled'

/** A confirmed row has an exact time (checked-row.ts); any other would be none. */
const confirmation = (when: When, reason: string): readonly Wish[] => [
  { kind: 'confirm', to: when.kind === 'instant' ? when.at : Number.NaN, reason },
]
