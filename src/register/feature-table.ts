import { COARSE, FIGURES, LABELLED } from '../fingerprint/feature-list.ts'
import { featureSlots } from './feature-slots.ts'

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

/** How many features there are in records. */
export const countRecords = (records: Records): number => records.length / RECORD_BYTES

/**
 * Compiles an edition's records.
 *
 * @param records all files of the edition
 * @param publicAtOf when somebody else makes a feature public; `Infinity` where nobody does
 */
export function compileFeatures(
  records: readonly Records[],
  publicAtOf: (one: number, two: number) => number,
): FeatureTable {
  const slots = featureSlots(records.reduce((sum, file) => sum + countRecords(file), 0))
  const weights = new Uint32Array(slots.capacity)
  const publicAt = new Float64Array(slots.capacity)
  const rows = new Map<number, number>()
  const runs = new Map<number, number>()
  let size = 0
  for (const file of records)
    eachRecord(file, (one, two, at) => {
      const slot = slots.take(one, two)
      if (weights[slot] !== 0) return
      const instant = publicAtOf(one, two)
      weights[slot] =
        (Math.max(1, file[at + 8] ?? 1) << 16) | ((file[at + 9] ?? 0) << 8) | (file[at + 10] ?? 0)
      publicAt[slot] = instant
      const counts = ((file[at + 10] ?? 0) & LABELLED) === 0 ? runs : rows
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
