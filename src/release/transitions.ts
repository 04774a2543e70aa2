import { withOpeningMoved } from './pre-release-access.ts'
import { type Refusal, type RefusalKind, refusal } from './refusals.ts'
import type { ReleaseState } from './release.ts'
import {
  type DetailedRelease,
  type ReleaseChange,
  type ReleaseChangeKind,
  timeFields,
  whenOf,
} from './release-details.ts'
import { instantOf, sameWhen, type When } from './when.ts'

/** What an administrator wants to happen to a release's state or time. */
export type Wish =
  /** Name the exact time. The reason is needed where it was postponed. */
  | { readonly kind: 'confirm'; readonly to: number; readonly reason: string }
  /** Another time, in the same state. The reason is needed unless it is provisional. */
  | { readonly kind: 'move'; readonly to: When; readonly reason: string }
  | { readonly kind: 'postpone'; readonly reason: string }
  | { readonly kind: 'cancel'; readonly reason: string }
  /** Record that it came out at its time. */
  | { readonly kind: 'publish' }
  /** The first administrator's part of ending the embargo before its time. */
  | { readonly kind: 'ask-to-lift'; readonly reason: string }
  | { readonly kind: 'withdraw-lift' }
  /** The second administrator's part. */
  | { readonly kind: 'lift' }

/** What came of a wish. */
export type Changed =
  | { readonly kind: 'changed'; readonly release: DetailedRelease; readonly entry: ReleaseChange }
  | Refusal

/**
 * How far away a time must be that one administrator names alone, in milliseconds,
 * unless it is later than one that was confirmed before.
 *
 * A time that is almost now is the same as lifting the embargo early, so it takes
 * the same two people. Source: our judgement; an hour is enough for a colleague to
 * notice, and leaves room to put 09:30 right when it should have been 07:00.
 */
export const SHORTEST_NOTICE_MS = 60 * 60 * 1000

/** From which states a wish can be granted. Nothing leads back to provisional, nothing out of cancelled or published. */
const POSSIBLE_FROM: Readonly<Record<Wish['kind'], readonly ReleaseState[]>> = {
  confirm: ['provisional', 'postponed'],
  move: ['provisional', 'confirmed', 'postponed'],
  postpone: ['provisional', 'confirmed'],
  cancel: ['provisional', 'confirmed', 'postponed'],
  publish: ['confirmed'],
  'ask-to-lift': ['provisional', 'confirmed', 'postponed'],
  'withdraw-lift': ['provisional', 'confirmed', 'postponed'],
  lift: ['provisional', 'confirmed', 'postponed'],
}

/**
 * The release after an administrator's wish, with the entry of its change log, or
 * why it cannot be.
 *
 * The transitions are those of ONS's own calendar: provisional → confirmed →
 * published, or postponed or cancelled, which keep the embargo. A time that is no
 * longer provisional moves only with a reason. The embargo ends before its time
 * only when a second administrator agrees. Any other change ends a request to lift.
 *
 * @param by the address of the administrator, from the sign-in and never from what was sent
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function change(release: DetailedRelease, wish: Wish, by: string, at: number): Changed {
  if (by.trim() === '') throw new TypeError('by: nobody')
  const because = whyNot(release, wish, by, at)
  if (because !== null) return refusal(because, release)
  const changed = { ...release, ...granted(release, wish, by, at) }
  const entry: ReleaseChange = {
    kind: KINDS[wish.kind],
    by,
    askedBy: wish.kind === 'lift' ? (release.lift?.by ?? null) : null,
    changedAt: at,
    before: { state: release.state, when: whenOf(release) },
    after: { state: changed.state, when: whenOf(changed) },
    reason: reasonOf(release, wish),
  }
  return { kind: 'changed', release: { ...changed, changes: [...release.changes, entry] }, entry }
}

const KINDS: Readonly<Record<Wish['kind'], ReleaseChangeKind>> = {
  confirm: 'confirmed',
  move: 'moved',
  postpone: 'postponed',
  cancel: 'cancelled',
  publish: 'published',
  'ask-to-lift': 'lift-asked',
  'withdraw-lift': 'lift-withdrawn',
  lift: 'lifted',
}

const reasonOf = (release: DetailedRelease, wish: Wish): string =>
  wish.kind === 'lift' ? (release.lift?.reason ?? '') : 'reason' in wish ? wish.reason.trim() : ''

function whyNot(release: DetailedRelease, wish: Wish, by: string, at: number): RefusalKind | null {
  const { state } = release
  if (state === 'published' || state === 'cancelled') return state
  if (!POSSIBLE_FROM[wish.kind].some((possible) => possible === state)) return 'not-from-this-state'
  switch (wish.kind) {
    case 'confirm':
      return missing(wish.reason, state) ?? whyNotDueAt(release, wish.to, at)
    case 'move':
      return whyNotMove(release, wish.to, wish.reason, at)
    case 'postpone':
    case 'cancel':
      return wish.reason.trim() === '' ? 'reason-missing' : null
    case 'publish':
      return at < release.at ? 'before-its-time' : null
    case 'ask-to-lift':
      return whyNotAsk(release, wish.reason, at)
    case 'withdraw-lift':
      return release.lift === null ? 'lift-not-asked' : null
    case 'lift':
      return whyNotLift(release, by, at)
  }
}

/** What is provisional may be moved without a reason: nobody relies on it yet. */
const missing = (reason: string, state: ReleaseState): RefusalKind | null =>
  state !== 'provisional' && reason.trim() === '' ? 'reason-missing' : null

function whyNotMove(release: DetailedRelease, to: When, reason: string, at: number): RefusalKind | null {
  if (sameWhen(to, whenOf(release))) return 'nothing-changes'
  if (release.state === 'confirmed') {
    if (to.kind !== 'instant') return 'not-exact'
    return missing(reason, release.state) ?? whyNotDueAt(release, to.at, at)
  }
  if (to.kind === 'instant' && !isInstant(to.at)) return 'not-an-instant'
  return missing(reason, release.state)
}

/** Why a release cannot be confirmed for an instant by one administrator. */
function whyNotDueAt(release: DetailedRelease, to: number, at: number): RefusalKind | null {
  if (!isInstant(to)) return 'not-an-instant'
  if (to <= at) return 'in-the-past'
  const agreed = lastConfirmedFor(release)
  if (agreed !== null && to >= agreed) return null
  return to - at < SHORTEST_NOTICE_MS ? 'too-soon' : null
}

const isInstant = (at: number): boolean => Number.isInteger(at) && !Number.isNaN(new Date(at).getTime())

/** The instant for which a release is confirmed, or was when it was postponed: any later one is no surprise. */
function lastConfirmedFor(release: DetailedRelease): number | null {
  if (release.state === 'confirmed') return release.at
  const confirmed = release.changes
    .filter((made) => made.kind === 'postponed' && made.before.state === 'confirmed')
    .map((made) => instantOf(made.before.when))
  return confirmed[confirmed.length - 1] ?? null
}

const isPublic = ({ state, at: due }: DetailedRelease, at: number): boolean =>
  state === 'confirmed' && at >= due

function whyNotAsk(release: DetailedRelease, reason: string, at: number): RefusalKind | null {
  if (isPublic(release, at)) return 'public-already'
  if (release.lift !== null) return 'lift-asked-already'
  return reason.trim() === '' ? 'reason-missing' : null
}

function whyNotLift(release: DetailedRelease, by: string, at: number): RefusalKind | null {
  if (isPublic(release, at)) return 'public-already'
  if (release.lift === null) return 'lift-not-asked'
  return samePerson(release.lift.by, by) ? 'same-person' : null
}

const samePerson = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** What a wish makes different. Only a request to lift outlives nothing but itself. */
function granted(release: DetailedRelease, wish: Wish, by: string, at: number): Partial<DetailedRelease> {
  switch (wish.kind) {
    case 'confirm':
      return { ...dueAt(release, { kind: 'instant', at: wish.to }), state: 'confirmed', notice: '' }
    case 'move':
      return dueAt(release, wish.to)
    case 'postpone':
      return { state: 'postponed', notice: wish.reason.trim(), lift: null }
    case 'cancel':
      return { state: 'cancelled', notice: wish.reason.trim(), lift: null }
    case 'publish':
      return { state: 'published', lift: null }
    case 'ask-to-lift':
      return { lift: { by, askedAt: at, reason: wish.reason.trim() } }
    case 'withdraw-lift':
      return { lift: null }
    case 'lift':
      return { ...timeFields({ kind: 'instant', at }), state: 'published', lift: null }
  }
}

/** Another time; who may have the figures a day before it still may a day before it. */
function dueAt(release: DetailedRelease, when: When): Partial<DetailedRelease> {
  const fields = timeFields(when)
  return { ...fields, access: withOpeningMoved(release.access, fields.at - release.at), lift: null }
}
