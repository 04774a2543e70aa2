import { COARSE } from '../fingerprint/feature-list.ts'

/**
 * The features of one edition, to be looked up fast: an open-addressing hash
 * table in typed arrays, about 40 bytes a feature.
 *
 * Each feature knows when it is public. That is what makes the register answer
 * for any instant without being rebuilt: yesterday's secret is today's public
 * knowledge without anyone doing anything.
 */
export type FeatureTable = {
  /** How many different features there are. */
  readonly size: number
  /** The slot of a feature, or -1. */
  find(one: number, two: number): number
  /** Information of the run in a slot, unit: bits. */
  bitsAt(slot: number): number
  /** Information that the run adds to the one after it, unit: bits. */
  stepAt(slot: number): number
  /** How many figures the run has. */
  figuresAt(slot: number): number
  /** Whether the run is one of rounded figures. */
  isCoarseAt(slot: number): boolean
  /** Whether the feature in a slot is unpublished at an instant. */
  isNovelAt(slot: number, at: number): boolean
  /** How many features are unpublished at an instant. */
  novel(at: number): number
}

/** Bytes of one record: 8 of the feature, then the run's bits, its step and its figures. */
export const RECORD_BYTES = 11

/** Records as the register keeps them: sorted by feature, each feature once. */
export type Records = Uint8Array

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0

/** Calls `tell` for every feature of the records: its two words and where the record starts. */
export function eachRecord(records: Records, tell: (one: number, two: number, at: number) => void): void {
  for (let at = 0; at + RECORD_BYTES <= records.length; at += RECORD_BYTES)
    tell(word(records, at), word(records, at + 4), at)
}

/** What makes features public: records, and the instant from which whoever wants can read them. */
export type Publication = { readonly records: Records; readonly at: number }

/**
 * Compiles an edition's records.
 *
 * @param records all files of the edition
 * @param publications files that are published already (`at` = -Infinity) or will be with another release
 */
export function compileFeatures(
  records: readonly Records[],
  publications: Iterable<Publication>,
): FeatureTable {
  const most = records.reduce((sum, file) => sum + file.length / RECORD_BYTES, 0)
  const capacity = capacityFor(most)
  const mask = capacity - 1
  const ones = new Uint32Array(capacity)
  const twos = new Uint32Array(capacity)
  const weights = new Uint32Array(capacity)
  const publicAt = new Float64Array(capacity).fill(Number.POSITIVE_INFINITY)
  let size = 0

  const slotOf = (one: number, two: number): number => {
    let slot = (one ^ Math.imul(two, 0x9e3779b1)) & mask
    while ((weights[slot] ?? 0) !== 0 && (ones[slot] !== one || twos[slot] !== two)) slot = (slot + 1) & mask
    return slot
  }
  for (const file of records)
    eachRecord(file, (one, two, at) => {
      const slot = slotOf(one, two)
      if (weights[slot] !== 0) return
      ones[slot] = one
      twos[slot] = two
      weights[slot] =
        (Math.max(1, file[at + 8] ?? 1) << 16) | ((file[at + 9] ?? 0) << 8) | (file[at + 10] ?? 0)
      size++
    })
  for (const publication of publications)
    eachRecord(publication.records, (one, two) => {
      const slot = slotOf(one, two)
      if (weights[slot] !== 0) publicAt[slot] = Math.min(publicAt[slot] ?? 0, publication.at)
    })
  const counts = new Map<number, number>()
  publicAt.forEach((instant, slot) => {
    if (weights[slot] !== 0) counts.set(instant, (counts.get(instant) ?? 0) + 1)
  })

  return {
    size,
    find: (one, two) => {
      const slot = slotOf(one, two)
      return weights[slot] === 0 ? -1 : slot
    },
    bitsAt: (slot) => (weights[slot] ?? 0) >> 16,
    stepAt: (slot) => ((weights[slot] ?? 0) >> 8) & 255,
    figuresAt: (slot) => (weights[slot] ?? 0) & (COARSE - 1),
    isCoarseAt: (slot) => ((weights[slot] ?? 0) & COARSE) !== 0,
    isNovelAt: (slot, at) => at < (publicAt[slot] ?? 0),
    novel: (at) => {
      let unpublished = 0
      counts.forEach((count, instant) => {
        if (at < instant) unpublished += count
      })
      return unpublished
    },
  }
}

/** Half full at most, so that a look-up takes about 1.5 steps (Knuth, TAOCP vol. 3, §6.4). */
function capacityFor(features: number): number {
  let capacity = 16
  while (capacity < features * 2) capacity *= 2
  return capacity
}
