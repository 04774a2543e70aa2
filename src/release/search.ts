import { isEmbargoed } from './embargo.ts'
import type { Release, ReleaseState } from './release.ts'

/** What an administrator looks for in the register. What is `null` or empty asks nothing. */
export type ReleaseSearch = {
  /** Words that all have to be in the title, the series or the producer. */
  readonly words: string
  readonly states: readonly ReleaseState[]
  readonly embargoed: boolean | null
  /** Due at or after this instant, milliseconds since 1970-01-01T00:00:00Z. */
  readonly from: number | null
  /** Due before this instant. */
  readonly before: number | null
}

type Searchable = Release & { readonly producer: string }

/** Orders of a list of releases. */
export type ReleaseOrder = 'earliest-first' | 'latest-first' | 'by-title' | 'by-series'

/** Text as it is searched and sorted: without case, accents and the difference between kinds of space. */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Whether a release is what was looked for.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, for what is under embargo
 */
export function isFound(release: Searchable, search: ReleaseSearch, at: number): boolean {
  const text = searchable(`${release.title} ${release.series} ${release.producer}`)
  return (
    searchable(search.words)
      .split(' ')
      .every((word) => text.indexOf(word) !== -1) &&
    (search.states.length === 0 || search.states.some((state) => state === release.state)) &&
    (search.embargoed === null || search.embargoed === isEmbargoed(release, at)) &&
    (search.from === null || release.at >= search.from) &&
    (search.before === null || release.at < search.before)
  )
}

const byText = (one: string, other: string): number =>
  searchable(one) < searchable(other) ? -1 : searchable(one) > searchable(other) ? 1 : 0

/** Ends every order: no two releases have one id, so a list never jumps. */
const byId = (one: Release, other: Release): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const ORDERS: Readonly<Record<ReleaseOrder, (one: Release, other: Release) => number>> = {
  'earliest-first': (one, other) => one.at - other.at || byText(one.title, other.title),
  'latest-first': (one, other) => other.at - one.at || byText(one.title, other.title),
  'by-title': (one, other) => byText(one.title, other.title) || one.at - other.at,
  'by-series': (one, other) => byText(one.series, other.series) || one.at - other.at,
}

/** Releases in an order, the same whatever the order was before. */
export const inOrder = <R extends Release>(releases: readonly R[], order: ReleaseOrder): readonly R[] =>
  [...releases].sort((one, other) => ORDERS[order](one, other) || byId(one, other))

/**
 * The releases whose embargo ends next, all at one instant; none where nothing is
 * confirmed. What is provisional or postponed may be due earlier, but does not lift.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function liftsNext<R extends Release>(releases: readonly R[], at: number): readonly R[] {
  const waiting = releases.filter((release) => release.state === 'confirmed' && release.at > at)
  const next = Math.min(...waiting.map((release) => release.at))
  return inOrder(
    waiting.filter((release) => release.at === next),
    'by-title',
  )
}
