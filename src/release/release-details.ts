import { londonText } from './london-time.ts'
import type { Access, Release, ReleaseState } from './release.ts'
import { instantOf, type Months, type When } from './when.ts'

/** Whom to ask about a release; what is not known is empty. */
export type Contact = { readonly name: string; readonly email: string; readonly telephone: string }

/** Who stands behind an address with pre-release access. */
export type Holder = 'person' | 'team-inbox' | 'distribution-list'

/** Pre-release access with what an administrator keeps about it. */
export type AccessEntry = Access & {
  readonly holder: Holder
  /** Why this post needs the figures before publication. */
  readonly reason: string
  /** When an administrator last confirmed that the entry is right, milliseconds since 1970-01-01T00:00:00Z. */
  readonly confirmedAt: number
  /** The address of that administrator. */
  readonly confirmedBy: string
}

/** The state and the time of a release, before or after a change. */
export type StateAndTime = { readonly state: ReleaseState; readonly when: When }

export type ReleaseChangeKind =
  | 'confirmed'
  | 'moved'
  | 'postponed'
  | 'cancelled'
  | 'published'
  | 'lift-asked'
  | 'lift-withdrawn'
  | 'lifted'

/** One change of a release's state or time. It is kept for ever, as it was made. */
export type ReleaseChange = {
  readonly kind: ReleaseChangeKind
  /** The address of the administrator who made it; of two, the second. */
  readonly by: string
  /** Of two administrators, the address of the one who asked; `null` where one was enough. */
  readonly askedBy: string | null
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly changedAt: number
  readonly before: StateAndTime
  readonly after: StateAndTime
  /** Empty only where none is needed: what is provisional may change without. */
  readonly reason: string
}

/** What one administrator asked and a second has to agree to: end the embargo before its time. */
export type LiftRequest = { readonly by: string; readonly askedAt: number; readonly reason: string }

/** What an administrator keeps beside a release's time, state, team and access list. */
export type ReleaseDetails = {
  /** The organisation or division that makes the release. */
  readonly producer: string
  readonly contact: Contact
  /** What the release is about, in a sentence or two. */
  readonly summary: string
  /** What the public is told of a cancelled or postponed release. */
  readonly notice: string
  /** Its address in the calendar it was taken from, by which it is known again; `null`: typed here. */
  readonly source: string | null
  /** The months in which it is expected, while no day is named; `null`: it is due at `at` itself. */
  readonly months: Months | null
  readonly lift: LiftRequest | null
  /** Every change of its state or time, the oldest first. */
  readonly changes: readonly ReleaseChange[]
}

/** A release with all that is kept of it. */
export type DetailedRelease = Omit<Release, 'access'> & {
  readonly access: readonly AccessEntry[]
} & ReleaseDetails

/** The details of a release of which only the time is known. */
export const NO_DETAILS: ReleaseDetails = {
  producer: '',
  contact: { name: '', email: '', telephone: '' },
  summary: '',
  notice: '',
  source: null,
  months: null,
  lift: null,
  changes: [],
}

/** When a release is due, as exactly as is known. */
export const whenOf = ({ at, months }: Pick<DetailedRelease, 'at' | 'months'>): When =>
  months === null ? { kind: 'instant', at } : { kind: 'months', from: months.from, to: months.to }

/** The fields of a release that say when it is due. Of months, `at` is the last minute (when.ts). */
export function timeFields(when: When): Pick<DetailedRelease, 'at' | 'london' | 'months'> {
  const at = instantOf(when)
  return {
    at,
    london: londonText(at),
    months: when.kind === 'months' ? { from: when.from, to: when.to } : null,
  }
}
