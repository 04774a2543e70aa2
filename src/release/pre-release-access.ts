import { londonClock, londonSentence } from './london-time.ts'
import type { AccessEntry, DetailedRelease } from './release-details.ts'

const HOUR_MS = 60 * 60 * 1000

/**
 * The longest time before publication for which anybody else may hold the figures,
 * in hours. Source: Pre-release Access to Official Statistics Order 2008 (SI
 * 2008/2998); Scotland, Wales and Northern Ireland have Orders of their own, so an
 * organisation may set another.
 */
export const LEGAL_LIMIT_HOURS = 24

/** Months after which an entry has to be confirmed again: people change posts. Source: issue, field notes §2.2 (9 June 2021). */
export const CONFIRMED_FOR_MONTHS = 6

/** What an administrator should look at in an access entry. */
export type AccessConcern = {
  readonly kind:
    | 'opens-too-early'
    | 'opens-after-release'
    | 'not-confirmed-lately'
    | 'expired'
    | 'post-missing'
    | 'reason-missing'
    | 'twice'
  /** A sentence for the administrator. */
  readonly because: string
}

/** An entry of an access list, and what to look at in it. */
export type AccessToLookOver = { readonly entry: AccessEntry; readonly concerns: readonly AccessConcern[] }

/**
 * When pre-release access opens unless somebody says otherwise.
 *
 * @param releaseAt milliseconds since 1970-01-01T00:00:00Z
 * @param limitHours hours before publication
 */
export const opensByDefault = (releaseAt: number, limitHours: number): number =>
  releaseAt - limitHours * HOUR_MS

/**
 * The same access to a release that is due at another time: it opens as long
 * before it as before. When it expires stays: that is about the person.
 *
 * @param byMs milliseconds, negative for earlier
 */
export const withOpeningMoved = (access: readonly AccessEntry[], byMs: number): readonly AccessEntry[] =>
  access.map((entry) => ({ ...entry, opensAt: entry.opensAt + byMs }))

/** The same time of day some months later by London's calendar, or the month's last day where there is no such day. */
function monthsLater(at: number, months: number): number {
  const { year, month, day } = londonClock(at)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return at + Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) - Date.UTC(year, month - 1, day)
}

/**
 * Whether nobody has confirmed an entry for half a year: from the same day six
 * months later on.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export const isStale = (entry: Pick<AccessEntry, 'confirmedAt'>, at: number): boolean =>
  at >= monthsLater(entry.confirmedAt, CONFIRMED_FOR_MONTHS)

/**
 * What to look at in the access list of a release, entry by entry.
 *
 * @param limitHours hours before publication, `LEGAL_LIMIT_HOURS` unless the organisation has another
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function lookOver(
  release: Pick<DetailedRelease, 'at' | 'access'>,
  limitHours: number,
  at: number,
): readonly AccessToLookOver[] {
  return release.access.map((entry, index) => ({
    entry,
    concerns: [
      ...concernsOf(entry, release.at, limitHours, at),
      ...concernsOfDoubles(entry, release.access.slice(0, index)),
    ],
  }))
}

const concern = (kind: AccessConcern['kind'], because: string): AccessConcern => ({ kind, because })

function concernsOf(entry: AccessEntry, releaseAt: number, limitHours: number, at: number): AccessConcern[] {
  const { address, post, reason, opensAt, expiresAt } = entry
  const concerns: AccessConcern[] = []
  if (opensAt < opensByDefault(releaseAt, limitHours))
    concerns.push(
      concern(
        'opens-too-early',
        `${address} would have the figures from ${londonSentence(opensAt)}: more than ${limitHours} hours before publication.`,
      ),
    )
  if (opensAt >= releaseAt)
    concerns.push(
      concern('opens-after-release', `${address} would have access only when the figures are public.`),
    )
  if (expiresAt !== null && expiresAt <= Math.max(at, opensAt))
    concerns.push(concern('expired', `The access of ${address} ends on ${londonSentence(expiresAt)}.`))
  if (isStale(entry, at))
    concerns.push(
      concern(
        'not-confirmed-lately',
        `Nobody has confirmed the entry of ${address} since ${londonSentence(entry.confirmedAt)}: is it still the same person in the same post?`,
      ),
    )
  if (post.trim() === '') concerns.push(concern('post-missing', `Say what post ${address} holds.`))
  if (reason.trim() === '')
    concerns.push(concern('reason-missing', `Say why ${address} needs the figures before publication.`))
  return concerns
}

function concernsOfDoubles(entry: AccessEntry, before: readonly AccessEntry[]): AccessConcern[] {
  const lower = entry.address.trim().toLowerCase()
  return before.some(({ address }) => address.trim().toLowerCase() === lower)
    ? [
        concern(
          'twice',
          `${entry.address} is on the list more than once: of two entries the open one counts.`,
        ),
      ]
    : []
}

/**
 * The access list of the last release for the next one, to be looked over.
 *
 * Each entry opens as long before the release as before the last one, but not
 * longer than the limit. Entries that have expired come too, with that concern:
 * nobody vanishes silently. Who confirmed an entry and when is copied, not renewed.
 *
 * @param limitHours hours before publication
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function copiedAccess(
  last: Pick<DetailedRelease, 'at' | 'access'>,
  nextAt: number,
  limitHours: number,
  at: number,
): readonly AccessToLookOver[] {
  const earliest = opensByDefault(nextAt, limitHours)
  const access = withOpeningMoved(last.access, nextAt - last.at).map((entry) => ({
    ...entry,
    opensAt: Math.max(entry.opensAt, earliest),
  }))
  return lookOver({ at: nextAt, access }, limitHours, at)
}
