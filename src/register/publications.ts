import type { Release } from '../release/release.ts'
import { featureSlots } from './feature-slots.ts'
import {
  countRareFigures,
  countRecords,
  eachRareFigure,
  eachRecord,
  everyFigureOf,
  isOfRareFigures,
  type Records,
} from './records.ts'
import type { Edition, EditionFile } from './register-index.ts'

/** When the features of some editions become public through the files of their series. */
export type Publications = {
  /**
   * Calls `tell` for each feature of a file: its two words, where its record starts,
   * and when somebody else than the edition itself makes it public, in milliseconds
   * since 1970-01-01T00:00:00Z; `Infinity` where nobody does.
   */
  eachPublicAt(
    records: Records,
    release: string,
    tell: (one: number, two: number, at: number, publicAt: number) => void,
  ): void
}

/**
 * When a file makes its figures public: a published file always has; an edition
 * under embargo does with its own release, and a provisional, postponed or
 * cancelled one not before somebody says so.
 */
function publicationAt(release: Release, file: EditionFile): number {
  if (file.standing === 'published' || release.state === 'published') return Number.NEGATIVE_INFINITY
  return release.state === 'confirmed' ? release.at : Number.POSITIVE_INFINITY
}

/** Whoever publishes files that everybody has already. */
const ANYBODY = -1

/**
 * Goes once through the files of a series, and keeps for each feature and rare figure
 * of the editions in question the first who makes it public, and the first other one:
 * an edition under embargo does not publish its own figures before its time. What is
 * made of nothing but rare figures is public once each of them is.
 *
 * @param editions those in question
 * @param series all editions of the series, those in question among them
 */
export function publicationsIn(editions: readonly Edition[], series: readonly Edition[]): Publications {
  const files: EditionFile[] = []
  for (const edition of editions) files.push(...edition.files.filter(isToCome))
  const slots = featureSlots(
    files.reduce((sum, { records }) => sum + countRecords(records) + countRareFigures(records), 0),
  )
  for (const { records } of files) {
    eachRecord(records, (one, two) => slots.take(one, two))
    eachRareFigure(records, (one, two) => slots.take(one, two))
  }
  const publishers = new Map(series.map(({ release }, index) => [release.id, index]))
  const firstBy = new Int32Array(slots.capacity).fill(ANYBODY)
  const firstAt = new Float64Array(slots.capacity).fill(Number.POSITIVE_INFINITY)
  const otherAt = new Float64Array(slots.capacity).fill(Number.POSITIVE_INFINITY)

  const publish = (slot: number, by: number, at: number): void => {
    const first = firstAt[slot] ?? 0
    if (firstBy[slot] === by) {
      firstAt[slot] = Math.min(first, at)
    } else if (at < first) {
      otherAt[slot] = first
      firstAt[slot] = at
      firstBy[slot] = by
    } else {
      otherAt[slot] = Math.min(otherAt[slot] ?? 0, at)
    }
  }
  for (const { release, files: its } of series)
    for (const file of its) {
      const by = isToCome(file) ? (publishers.get(release.id) ?? ANYBODY) : ANYBODY
      const at = publicationAt(release, file)
      const publishIt = (one: number, two: number): void => {
        const slot = slots.find(one, two)
        if (slot !== -1) publish(slot, by, at)
      }
      eachRecord(file.records, publishIt)
      eachRareFigure(file.records, publishIt)
    }

  const publicAt = (one: number, two: number, own: number | undefined): number => {
    const slot = slots.find(one, two)
    if (slot === -1) return Number.POSITIVE_INFINITY
    const isOwn = firstBy[slot] !== ANYBODY && firstBy[slot] === own
    return (isOwn ? otherAt[slot] : firstAt[slot]) ?? Number.POSITIVE_INFINITY
  }
  return {
    eachPublicAt(records, release, tell) {
      const own = publishers.get(release)
      let latest = Number.NEGATIVE_INFINITY
      const isEverPublic = (one: number, two: number): boolean => {
        latest = Math.max(latest, publicAt(one, two, own))
        return latest !== Number.POSITIVE_INFINITY
      }
      const allPublicAt = (at: number, madeOfAt: number): number => {
        latest = Number.NEGATIVE_INFINITY
        everyFigureOf(records, at, madeOfAt, isEverPublic)
        return latest
      }
      eachRecord(records, (one, two, at, madeOfAt) => {
        const asRun = publicAt(one, two, own)
        const isAsked = asRun !== Number.NEGATIVE_INFINITY && isOfRareFigures(records, at)
        tell(one, two, at, isAsked ? Math.min(asRun, allPublicAt(at, madeOfAt)) : asRun)
      })
    },
  }
}

const isToCome = ({ standing }: EditionFile): boolean => standing === 'embargoed'

/** How many features of a file nobody else has made public at an instant. */
export function novelIn(
  file: EditionFile,
  release: Release,
  { eachPublicAt }: Publications,
  at: number,
): number {
  let novel = 0
  eachPublicAt(file.records, release.id, (_one, _two, _at, publicAt) => {
    if (at < publicAt) novel++
  })
  return novel
}
