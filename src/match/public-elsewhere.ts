import type { FeatureTable } from '../register/feature-table.ts'
import { type SentFeatures, slotAt } from './sent-features.ts'

/** Hits by which an edition is known that has published much of them. */
const SAMPLE = 64

/**
 * Share of the sample that it must have published: what leaves a match as it is
 * need not be looked up, and half of what remains of a match is a match.
 */
const MUCH = 0.25

/**
 * Which of the slots that were hit others have published: a series under embargo
 * may repeat figures that another series published weeks ago.
 *
 * @param hits indices of features that are unpublished as far as the edition's own series goes
 * @param others the other editions, with what their series have published of them
 */
export function publicElsewhere(
  features: SentFeatures,
  hits: readonly number[],
  slots: Int32Array,
  others: readonly FeatureTable[],
  at: number,
): ReadonlySet<number> {
  const isPublicIn = (index: number, other: FeatureTable): boolean => {
    const slot = slotAt(features, index, other)
    return slot >= 0 && !other.isNovelAt(slot, at)
  }
  const step = Math.max(1, Math.floor(hits.length / SAMPLE))
  const sample = hits.filter((_hit, number) => number % step === 0)
  const telling = others.filter(
    (other) => sample.filter((index) => isPublicIn(index, other)).length >= sample.length * MUCH,
  )
  const published = new Set<number>()
  if (telling.length > 0)
    for (const index of hits)
      if (telling.some((other) => isPublicIn(index, other))) published.add(slots[index] ?? 0)
  return published
}
