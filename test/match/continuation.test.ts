import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/match/chain.ts'
import { continuationBits } from '../../src/match/continuation.ts'
import { CERTAIN_BITS, POSSIBLE_BITS } from '../../src/match/thresholds.ts'

const COST = 20

/** A hundred published figures and a new one of five bits, about a digit and a half. */
const continued = (more: Partial<Chain> = {}): Chain => ({
  first: 0,
  last: 99,
  bits: 700,
  newBits: 5,
  isCoarse: false,
  isContinued: true,
  openEnds: 0,
  misses: 0,
  ...more,
})

describe('published figures that go on as only the embargoed edition has them go on', () => {
  it('are certain in a single column that ends with its new month', () => {
    expect(continuationBits([continued()], 1, COST)).toBeGreaterThanOrEqual(CERTAIN_BITS)
  })
  it('are certain in twenty columns each of which ends with its new month', () => {
    const columns = Array.from({ length: 20 }, () => continued())
    expect(continuationBits(columns, 20, COST)).toBeGreaterThan(5 * CERTAIN_BITS)
  })
  it('are nothing where last month’s columns stand one below the other and one of two hundred goes on so by accident', () => {
    const wrapped = continued({ openEnds: 1, misses: 120, newBits: 9 })
    expect(continuationBits([wrapped], 200, COST)).toBeLessThan(POSSIBLE_BITS)
  })
  it('are nothing where two of sixty-five lines of a text go on so by accident', () => {
    const wrapped = continued({ openEnds: 1, misses: 30, newBits: 7 })
    expect(continuationBits([wrapped, wrapped], 65, COST)).toBeLessThan(POSSIBLE_BITS)
  })
  it('are certain where this month’s columns stand one below the other: every one goes on so', () => {
    const columns = Array.from({ length: 20 }, () => continued({ openEnds: 1, misses: 1 }))
    expect(continuationBits(columns, 40, COST)).toBeGreaterThan(CERTAIN_BITS)
  })
  it('tell no more than the whole chain does beyond chance', () => {
    expect(continuationBits([continued({ bits: 22, newBits: 15, openEnds: 1 })], 1, COST)).toBe(2)
  })
})
