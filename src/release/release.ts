/** What the office says of a release. A cancelled or postponed one keeps its embargo. */
export type ReleaseState = 'provisional' | 'confirmed' | 'published' | 'postponed' | 'cancelled'

export const RELEASE_STATES: readonly ReleaseState[] = [
  'provisional',
  'confirmed',
  'published',
  'postponed',
  'cancelled',
]

/** One issue of a series: Public Sector Employment, due at 09:30 on Tuesday 17 March 2020. */
export type Release = {
  readonly id: string
  /** The publication that recurs. */
  readonly series: string
  readonly title: string
  /** The instant of publication, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** That instant as it was typed, London wall clock: `2020-03-17 09:30`. */
  readonly london: string
  readonly state: ReleaseState
  /** Who makes the release and may exchange it at any time: addresses, or domains as `@ons.gov.uk`. */
  readonly team: readonly string[]
  /** Who else may hold the figures before publication. */
  readonly access: readonly Access[]
}

/** Pre-release access of one person, team inbox or distribution list. */
export type Access = {
  readonly address: string
  /** The post held: access belongs to it, and ends when the person leaves it. */
  readonly post: string
  /** From when, milliseconds since 1970-01-01T00:00:00Z. */
  readonly opensAt: number
  /** Until when, or `null`: until publication. */
  readonly expiresAt: number | null
}
