import type { FeatureTable } from '../register/feature-table.ts'
import type { CompiledEdition } from '../register/register-index.ts'
import { CERTAIN_BITS, POSSIBLE_BITS } from './thresholds.ts'

/** The features of a message's part, 8 bytes each in reading order, as the register keys them. */
export type SentFeatures = Uint8Array

/** How much of an edition under embargo a part of a message contains. */
export type Match = {
  readonly edition: CompiledEdition
  readonly certainty: 'certain' | 'possible'
  /** Indices of the part's features that are unpublished features of the edition. */
  readonly hits: readonly number[]
  /** Indices of published features of the edition next to them: they tell old figures from new ones. */
  readonly published: readonly number[]
  /** How unlikely the match is by chance, unit: bits: 30 is one in a thousand million. */
  readonly bits: number
}

/** Published neighbours further away than the longest run share no figure with a hit. Unit: features. */
const NEIGHBOURS = 12

/** No more hits than this are told: enough for every row a person will look at. */
const MOST_HITS = 20_000

const FEATURE_BYTES = 8

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0

/**
 * Looks a part's features up in an edition, and weighs what is found.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z: what is public by then is no match
 */
export function matchOf(features: SentFeatures, edition: CompiledEdition, at: number): Match | null {
  const table = edition.features
  const count = features.length / FEATURE_BYTES
  const slots = new Int32Array(count)
  const hits: number[] = []
  for (let index = 0; index < count; index++) {
    const slot = table.find(word(features, index * FEATURE_BYTES), word(features, index * FEATURE_BYTES + 4))
    slots[index] = slot
    if (slot !== -1 && table.isNovelAt(slot, at)) hits.push(index)
  }
  if (hits.length === 0) return null
  const bits = improbability(slots, table, at)
  if (bits < POSSIBLE_BITS) return null
  return {
    edition,
    certainty: bits >= CERTAIN_BITS ? 'certain' : 'possible',
    hits: hits.slice(0, MOST_HITS),
    published: publishedNear(hits.slice(0, MOST_HITS), slots, table, at),
    bits,
  }
}

function publishedNear(
  hits: readonly number[],
  slots: Int32Array,
  table: FeatureTable,
  at: number,
): number[] {
  const near = new Set<number>()
  for (const hit of hits)
    for (
      let index = Math.max(0, hit - NEIGHBOURS);
      index <= hit + NEIGHBOURS && index < slots.length;
      index++
    ) {
      const slot = slots[index] ?? -1
      if (slot !== -1 && !table.isNovelAt(slot, at)) near.add(index)
    }
  return [...near].sort((one, other) => one - other)
}

/**
 * How unlikely it is that a part of this size meets the edition's unpublished
 * features by chance, unit: bits.
 *
 * Consecutive unpublished runs overlap: a stretch of them carries the bits of
 * the figures it covers, each once. A stretch could have begun at any of the
 * part's features and met any of the edition's, which costs log2 of both counts;
 * what remains of each stretch is added up.
 */
function improbability(slots: Int32Array, table: FeatureTable, at: number): number {
  const cost = Math.log2(slots.length + 1) + Math.log2(table.novel(at) + 1)
  let total = 0
  let stretch = 0
  let last = 0
  let step = 0
  const endStretch = () => {
    if (last > 0) total += Math.max(0, stretch + last - cost)
    stretch = 0
    last = 0
  }
  for (const slot of slots) {
    if (slot === -1 || !table.isNovelAt(slot, at)) {
      endStretch()
      continue
    }
    if (last > 0) stretch += step
    step = table.stepAt(slot)
    last = table.bitsAt(slot)
  }
  endStretch()
  return Math.floor(total)
}
