import type { DetailedRelease } from '../release/release-details.ts'
import { whenOf } from '../release/release-details.ts'
import { searchable } from '../release/search.ts'
import { sameWhen, whenText } from '../release/when.ts'
import type { CalendarRow } from './calendar-row.ts'
import { ownSource } from './row-of.ts'
import { namesItsPeriod } from './series-name.ts'

/** Which release of the register a row speaks of. */
export type Known =
  | { readonly kind: 'known'; readonly release: DetailedRelease }
  | { readonly kind: 'new' }
  | { readonly kind: 'unsure'; readonly release: DetailedRelease; readonly because: string }

const sameText = (one: string, other: string): boolean => searchable(one) === searchable(other)

const isSource = (source: string) => (release: DetailedRelease) =>
  release.source === source || ownSource(release.id) === source

const hasTitleOf = (row: CalendarRow) => (release: DetailedRelease) =>
  sameText(release.title, row.title) && (row.series === null || sameText(release.series, row.series))

const hasTimeOf = (row: CalendarRow) => (release: DetailedRelease) => sameWhen(whenOf(release), row.when)

/**
 * The release that a row speaks of: the one with its source, else the one with its
 * series, title and date.
 *
 * A release that was typed by hand is taken for the same when its title, with the
 * period, is: so it gets its source, and a move has to have its reason. A row
 * without a source cannot say that a release moved; it is not added beside the one
 * that has its title either, for that one would lift at the old time.
 */
export function knownRelease(row: CalendarRow, releases: readonly DetailedRelease[]): Known {
  const alike = releases.filter(hasTitleOf(row))
  const found = row.source === null ? alike.find(hasTimeOf(row)) : bySource(row.source, row, releases, alike)
  if (found !== undefined) return { kind: 'known', release: found }
  const [other] = alike
  if (row.source !== null || other === undefined || !namesItsPeriod(row.title)) return { kind: 'new' }
  const because = `“${row.title}” is in the register for ${whenText(whenOf(other))}. Without its source a row cannot say that it moved: give the row the source ${other.source ?? ownSource(other.id)}, or move the release in the register.`
  return { kind: 'unsure', release: other, because }
}

function bySource(
  source: string,
  row: CalendarRow,
  releases: readonly DetailedRelease[],
  alike: readonly DetailedRelease[],
): DetailedRelease | undefined {
  const typed = alike.filter((release) => release.source === null)
  return (
    releases.find(isSource(source)) ??
    typed.find(hasTimeOf(row)) ??
    (typed.length === 1 && namesItsPeriod(row.title) ? typed[0] : undefined)
  )
}
