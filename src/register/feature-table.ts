import { COARSE, FIGURES, LABELLED } from '../fingerprint/feature-list.ts'
import { featureSlots } from './feature-slots.ts'
import { countRecords, type Records } from './records.ts'

/**
 * The features of one edition, to be looked up fast: about 45 bytes a feature.
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
  /** Whether it is a row told with its label. */
  isLabelledAt(slot: number): boolean
  /** Whether the feature in a slot is unpublished at an instant. */
  isNovelAt(slot: number, at: number): boolean
  /** How many features are unpublished at an instant. */
  novel(at: number): number
  /** How many of them are runs of figures, and not rows told with their labels. */
  novelRuns(at: number): number
}

/**
 * Compiles an edition's records.
 *
 * @param records all files of the edition
 * @param eachPublicAt tells of each feature of some records its two words, where the
 *   record starts, and when somebody else makes it public: `Infinity` where nobody does
 */
export function compileFeatures(
  records: readonly Records[],
  eachPublicAt: (
    records: Records,
    tell: (one: number, two: number, at: number, publicAt: number) => void,
  ) => void,
): FeatureTable {
  const slots = featureSlots(records.reduce((sum, file) => sum + countRecords(file), 0))
  const weights = new Uint32Array(slots.capacity)
  const publicAt = new Float64Array(slots.capacity)
  const rows = new Map<number, number>()
  const runs = new Map<number, number>()
  let size = 0
  for (const file of records)
    eachPublicAt(file, (one, two, at, instant) => {
      const slot = slots.take(one, two)
      if (weights[slot] !== 0) return
      const marks = file.runs[at + 10] ?? 0
      weights[slot] = (Math.max(1, file.runs[at + 8] ?? 1) << 16) | ((file.runs[at + 9] ?? 0) << 8) | marks
      publicAt[slot] = instant
      const counts = (marks & LABELLED) === 0 ? runs : rows
      counts.set(instant, (counts.get(instant) ?? 0) + 1)
      size++
    })

  return {
    size,
    find: slots.find,
    bitsAt: (slot) => (weights[slot] ?? 0) >> 16,
    stepAt: (slot) => ((weights[slot] ?? 0) >> 8) & 255,
    figuresAt: (slot) => (weights[slot] ?? 0) & FIGURES,
    isCoarseAt: (slot) => ((weights[slot] ?? 0) & COARSE) !== 0,
    isLabelledAt: (slot) => ((weights[slot] ?? 0) & LABELLED) !== 0,
    isNovelAt: (slot, at) => at < (publicAt[slot] ?? 0),
    novel: (at) => unpublishedOf(runs, at) + unpublishedOf(rows, at),
    novelRuns: (at) => unpublishedOf(runs, at),
  }
}

/** @param counts how many are published at which instant */
function unpublishedOf(counts: ReadonlyMap<number, number>, at: number): number {
  let unpublished = 0
  counts.forEach((count, instant) => {
    if (at < instant) unpublished += count
  })
  return unpublished
}
