import type { FeatureTable } from '../register/feature-table.ts'
import { GAP, UNKNOWN } from './chain.ts'
import { STRANGE_ROW_BITS } from './thresholds.ts'

/** Rows of a message that an edition has with the same label and figures, one near the other. */
export type LabelledStretch = {
  /** Index of the first and of the last of them among the part's features. */
  readonly first: number
  readonly last: number
  /** Unit: bits. */
  readonly bits: number
}

const NOTHING: LabelledStretch = { first: 0, last: -1, bits: 0 }

/**
 * The stretch of labelled rows that tells most of an edition.
 *
 * Their order says nothing, for people sort and filter. Each unpublished row counts
 * what it carries, published ones count nothing, and rows that the edition does not
 * have count against it: whose figures they are, others are there too. To name the
 * stretch costs its two ends among the rows of its list.
 *
 * @param slots the slot of each feature in `table`, or `UNKNOWN` or `GAP`
 * @param at milliseconds since 1970-01-01T00:00:00Z
 * @param isCoarse whether of rounded figures
 */
export function labelledIn(
  slots: Int32Array,
  table: FeatureTable,
  at: number,
  isCoarse: boolean,
): LabelledStretch {
  if (table.novel(at) === table.novelRuns(at)) return NOTHING
  let best = NOTHING
  let begin = 0
  for (let index = 0; index <= slots.length; index++) {
    if (index < slots.length && slots[index] !== GAP) continue
    const stretch = bestOf(slots, begin, index, table, at, isCoarse)
    if (stretch.bits > best.bits) best = stretch
    begin = index + 1
  }
  return best
}

/** The best stretch of one list, which stands between two gaps. */
function bestOf(
  slots: Int32Array,
  begin: number,
  end: number,
  table: FeatureTable,
  at: number,
  isCoarse: boolean,
): LabelledStretch {
  let best = NOTHING
  let first = begin
  let sum = 0
  for (let index = begin; index < end; index++) {
    const slot = slots[index] ?? UNKNOWN
    if (slot === UNKNOWN) sum = Math.max(0, sum - STRANGE_ROW_BITS)
    else if (!table.isLabelledAt(slot) || table.isCoarseAt(slot) !== isCoarse) return NOTHING
    else if (table.isNovelAt(slot, at)) {
      if (sum === 0) first = index
      sum += table.stepAt(slot)
      if (sum > best.bits) best = { first, last: index, bits: sum }
    }
  }
  return Object.assign({}, best, { bits: Math.max(0, best.bits - 2 * Math.log2(end - begin + 1)) })
}
