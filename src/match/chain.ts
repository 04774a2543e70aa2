import type { FeatureTable } from '../register/feature-table.ts'

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
}

/**
 * The chains of a part's features in an edition that have something unpublished.
 *
 * Runs that begin at neighbouring figures overlap, so a chain carries the bits
 * of the figures it covers, and not of each run. A figure is new where no
 * published run covers it: if a sender leaves a column out, or an edition does,
 * published figures become neighbours that never were, and are no news for that.
 *
 * @param slots the slot of each feature in `table`, -1 where it has none
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function chainsOf(slots: Int32Array, table: FeatureTable, at: number): readonly Chain[] {
  const chains: Chain[] = []
  let first = -1
  let novel = false
  for (let index = 0; index <= slots.length; index++) {
    const slot = slots[index] ?? -1
    if (slot !== -1) {
      if (first === -1) first = index
      novel = novel || table.isNovelAt(slot, at)
      continue
    }
    if (novel) chains.push(weighed(slots, first, index - 1, table, at))
    first = -1
    novel = false
  }
  return chains
}

function weighed(slots: Int32Array, first: number, last: number, table: FeatureTable, at: number): Chain {
  let bits = 0
  let newBits = 0
  let novelUntil = 0
  let publishedUntil = 0
  const take = (figure: number, worth: number) => {
    bits += worth
    if (figure < novelUntil && figure >= publishedUntil) newBits += worth
  }
  for (let index = first; index <= last; index++) {
    const slot = slots[index] ?? -1
    const until = index + table.figuresAt(slot)
    if (table.isNovelAt(slot, at)) novelUntil = Math.max(novelUntil, until)
    else publishedUntil = Math.max(publishedUntil, until)
    if (index < last) take(index, table.stepAt(slot))
  }
  const end = slots[last] ?? -1
  const figures = table.figuresAt(end)
  for (let figure = last; figure < last + figures; figure++) take(figure, table.bitsAt(end) / figures)
  return { first, last, bits, newBits, isCoarse: table.isCoarseAt(end) }
}
