import { type DetailedRelease, whenOf } from '../release/release-details.ts'
import type { Said } from '../release/said.ts'
import { searchable } from '../release/search.ts'
import { sameWhen } from '../release/when.ts'
import type { CalendarRow } from './calendar-row.ts'
import type { ReleaseIndex } from './release-index.ts'
import { ownSource } from './row-of.ts'
import { namesItsPeriod } from './series-name.ts'
import { ROW } from './wording.ts'

/** Which release of the register a row speaks of. */
export type Known =
  | { readonly kind: 'known'; readonly release: DetailedRelease }
  | { readonly kind: 'new' }
  | { readonly kind: 'unsure'; readonly release: DetailedRelease; readonly because: Said }

/**
 * The release that a row speaks of: the one with its source, else the one with its
 * series, title and date; then it gets the source. Where the row says no series,
 * title and date are enough if only one release has them.
 *
 * Where a release has the row's title, with its period, and another date, nobody
 * knows whether it moved or another one is meant. Such a row is not added beside it:
 * if it moved, the one in the register would lift at the old time.
 *
 * @param added releases that other rows without a source add: a file may have
 *   several of one title at different times, if it has them from the start
 */
export function knownRelease(row: CalendarRow, register: ReleaseIndex, added: ReleaseIndex): Known {
  const named = row.source === null ? undefined : register.bySource(row.source)
  if (named !== undefined) return { kind: 'known', release: named }
  const [found, another] = described(row, register, added)
  if (found !== undefined)
    return another === undefined ? { kind: 'known', release: found } : unsure(row, found, severalSentence)
  const [other] = register.byTitle(row.title).filter(mayBe(row))
  return other === undefined || !namesItsPeriod(row.title)
    ? { kind: 'new' }
    : unsure(row, other, row.source === null ? withoutSourceSentence : typedSentence)
}

/** Whether a row can mean a release without naming it: what has another source is another release. */
const mayBe = (row: CalendarRow) => (release: DetailedRelease) =>
  row.source === null || release.source === null

/** The releases with a row's title and date, and with its series where it says one. */
const described = (
  row: CalendarRow,
  register: ReleaseIndex,
  added: ReleaseIndex,
): readonly DetailedRelease[] =>
  [...register.byTitle(row.title), ...(row.source === null ? added.byTitle(row.title) : [])]
    .filter(mayBe(row))
    .filter((release) => sameWhen(whenOf(release), row.when))
    .filter(({ series }) => row.series === null || searchable(series) === searchable(row.series))

type Sentence = (row: CalendarRow, release: DetailedRelease) => Said

const unsure = (row: CalendarRow, release: DetailedRelease, sentence: Sentence): Known => ({
  kind: 'unsure',
  release,
  because: sentence(row, release),
})

const severalSentence: Sentence = ({ title, when }) => ROW.several(title, when)

const withoutSourceSentence: Sentence = ({ title }, release) =>
  ROW.mayHaveMoved(title, whenOf(release), release.source ?? ownSource(release.id))

const typedSentence: Sentence = ({ title }, release) => ROW.typedByHand(title, whenOf(release))

/**
 * How sure it is which release a row speaks of, 0 for the surest. Rows are taken in
 * this order: what a sure one changes, the others are compared with.
 */
export function certaintyOf(row: CalendarRow, register: ReleaseIndex): number {
  const saysSeries = row.series === null ? 1 : 0
  if (row.source === null) return 4 + saysSeries
  if (register.bySource(row.source) !== undefined) return 0
  return described(row, register, register).length === 0 ? 3 : 1 + saysSeries
}
