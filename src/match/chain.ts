import { MAX_WINDOW_FIGURES } from '../fingerprint/windows.ts'
import type { FeatureTable } from '../register/feature-table.ts'

/** In place of a slot: the edition has no such feature. */
export const UNKNOWN = -1
/** In place of a slot: the line ends here, what follows is no neighbour. */
export const GAP = -2

/** Consecutive runs of a message's line that an edition has too. */
export type Chain = {
  /** Index of the first and of the last of them among the part's features. */
  readonly first: number
  readonly last: number
  /** Information of all figures they cover, each once, unit: bits. */
  readonly bits: number
  /** Information of the figures that only unpublished runs cover, unit: bits. */
  readonly newBits: number
  /** Whether its runs are of rounded figures. */
  readonly isCoarse: boolean
  /** Whether some of its runs are published: they are there with good reason, and only the new figures tell. */
  readonly isContinued: boolean
  /** At how many of its ends, 0 to 2, new figures go on with what the edition does not have, and the line does not end. */
  readonly openEnds: number
  /** How often published runs go on otherwise than in the edition: of those before it, since the last chain. */
  readonly misses: number
}

/** The chains of a part in reading order. */
export type Chains = {
  readonly chains: readonly Chain[]
  /** How often published figures go on with others, be they the edition's or not. */
  readonly openings: number
}

/**
 * The chains of a part's features in an edition that have something unpublished.
 *
 * Runs that begin at neighbouring figures overlap, so a chain carries the bits
 * of the figures it covers, and not of each run. A figure is new where no
 * published run covers it: if a sender leaves a column out, or an edition does,
 * published figures become neighbours that never were, and are no news for that.
 *
 * @param slots the slot of each feature in `table`, or `UNKNOWN` or `GAP`
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function chainsOf(slots: Int32Array, table: FeatureTable, at: number): Chains {
  const chains: Chain[] = []
  let openings = 0
  let misses = 0
  for (let first = 0; first < slots.length; first++) {
    if (slotOf(slots, first) < 0 || table.isLabelledAt(slotOf(slots, first))) continue
    const last = endOf(slots, first)
    const ends = endsOf(slots, first, last, table, at)
    if (ends.novel) {
      chains.push(weighed(slots, first, last, table, at, ends, misses))
      misses = 0
    }
    // Rounded figures are no opening of exact ones.
    if (!table.isCoarseAt(slotOf(slots, first))) {
      misses += ends.misses
      openings += ends.misses + ends.changes
    }
    first = last
  }
  return { chains, openings }
}

const slotOf = (slots: Int32Array, index: number): number => slots[index] ?? GAP

/** Index of the last of the runs that follow each other. */
function endOf(slots: Int32Array, first: number): number {
  let last = first
  while (slotOf(slots, last + 1) >= 0) last++
  return last
}

/** What adjoins what in a chain. */
type Ends = {
  novel: boolean
  published: boolean
  openEnds: number
  /** How often published runs and unpublished ones adjoin. */
  changes: number
  /** At how many ends, 0 to 2, published figures go on with what the edition does not have. */
  misses: number
}

function endsOf(slots: Int32Array, first: number, last: number, table: FeatureTable, at: number): Ends {
  const ends: Ends = { novel: false, published: false, openEnds: 0, changes: 0, misses: 0 }
  let before = table.isNovelAt(slotOf(slots, first), at)
  for (let index = first; index <= last; index++) {
    const novel = table.isNovelAt(slotOf(slots, index), at)
    if (novel) ends.novel = true
    else ends.published = true
    if (novel !== before) ends.changes++
    before = novel
  }
  for (const [index, beyond] of [
    [first, first - 1],
    [last, last + 1],
  ] as const) {
    if (slotOf(slots, beyond) !== UNKNOWN) continue
    if (table.isNovelAt(slotOf(slots, index), at)) ends.openEnds++
    else ends.misses++
  }
  return ends
}

function weighed(
  slots: Int32Array,
  first: number,
  last: number,
  table: FeatureTable,
  at: number,
  { published, openEnds }: Ends,
  misses: number,
): Chain {
  const end = slotOf(slots, last)
  let bits = table.bitsAt(end)
  for (let index = first; index < last; index++) bits += table.stepAt(slotOf(slots, index))
  return {
    first,
    last,
    bits,
    newBits: published ? newBitsOf(slots, first, last, table, at) : bits,
    isCoarse: table.isCoarseAt(end),
    isContinued: published,
    openEnds,
    misses,
  }
}

/** What bits and steps lose on average by being whole numbers. Unit: bits. */
const HALF = 0.5

/**
 * Information of the figures of a chain that no published run covers, unit: bits:
 * of those behind published ones what they add to these, so that a line that only
 * repeats itself says nothing new; of those before them what these leave to add.
 */
function newBitsOf(slots: Int32Array, first: number, last: number, table: FeatureTable, at: number): number {
  const added = addedBits(slots, first, last, table)
  let newBits = 0
  let publishedUntil = first
  for (let figure = first; figure < first + added.length; figure++) {
    const slot = figure <= last ? slotOf(slots, figure) : GAP
    if (slot >= 0 && !table.isNovelAt(slot, at))
      publishedUntil = Math.max(publishedUntil, figure + table.figuresAt(slot))
    if (figure < publishedUntil) continue
    newBits += publishedUntil === first && slot >= 0 ? table.stepAt(slot) : (added[figure - first] ?? 0)
  }
  return newBits
}

/** What each figure of a chain adds to those before it, unit: bits: what a run has more than the one before it leaves of it. */
function addedBits(slots: Int32Array, first: number, last: number, table: FeatureTable): Float64Array {
  const added = new Float64Array(last - first + MAX_WINDOW_FIGURES)
  let known = 0
  let until = first
  let furthest = first
  for (let index = first; index <= last; index++) {
    const slot = slotOf(slots, index)
    const bits = table.bitsAt(slot)
    const next = index + table.figuresAt(slot)
    const each = Math.max(0, bits - known + HALF) / Math.max(1, next - until)
    for (let figure = furthest; figure < next; figure++) added[figure - first] = each
    known = bits - table.stepAt(slot)
    until = next
    furthest = Math.max(furthest, next)
  }
  return added.subarray(0, furthest - first)
}
