import type { Chain } from './chain.ts'
import { CONTINUED_BITS, MISS_BITS, NEW_BITS } from './thresholds.ts'

/**
 * How much chains tell in which published figures go on as only the edition has
 * them go on, unit: bits.
 *
 * Their published figures are there with good reason and tell nothing, however
 * many; a new one tells what it carries. Where text wraps, or columns are written
 * one below the other, published figures go on with whatever comes next, which is
 * by accident now and then the edition's: so each that goes on otherwise counts
 * against those that do, and the best stretch of the part counts, at the price of
 * naming its two ends.
 *
 * @param chains those of exact figures, in reading order
 * @param openings how often published figures go on with others
 * @param cost what a chance meeting costs, unit: bits
 */
export function continuationBits(chains: readonly Chain[], openings: number, cost: number): number {
  let best = 0
  let sum = 0
  let isClosed = false
  for (const chain of chains) {
    sum = Math.max(0, sum - MISS_BITS * chain.misses)
    if (sum === 0) isClosed = false
    if (!chain.isContinued || chain.newBits <= NEW_BITS) continue
    sum += Math.max(0, Math.min(chain.newBits, chain.bits - cost))
    isClosed = isClosed || chain.openEnds === 0
    best = Math.max(best, sum + (isClosed ? CONTINUED_BITS : 0))
  }
  return Math.max(0, best - 2 * Math.log2(Math.max(1, openings)))
}
