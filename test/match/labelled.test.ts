import { describe, expect, it } from 'vitest'
import { GAP, UNKNOWN } from '../../src/match/chain.ts'
import { labelledIn } from '../../src/match/labelled.ts'
import { CERTAIN_BITS, POSSIBLE_BITS } from '../../src/match/thresholds.ts'
import type { FeatureTable } from '../../src/register/feature-table.ts'

const AT = Date.UTC(2020, 2, 16, 14, 42)
const RUN = 50
const ROUNDED = 60

/** Rows of six bits: slots below 10 are unpublished, from 10 published; 50 is a run of figures, 60 a rounded row. */
const TABLE: FeatureTable = {
  size: 100,
  find: () => -1,
  bitsAt: () => 6,
  stepAt: () => 6,
  figuresAt: () => 1,
  isCoarseAt: (slot) => slot === ROUNDED,
  isLabelledAt: (slot) => slot !== RUN,
  isNovelAt: (slot) => slot < 10 || slot === ROUNDED,
  novel: () => 10,
  novelRuns: () => 0,
}
const found = (slots: readonly number[], isCoarse = false) =>
  labelledIn(Int32Array.from(slots), TABLE, AT, isCoarse)
const times = (count: number, slot: number): number[] => Array.from({ length: count }, () => slot)

describe('rows told with their labels', () => {
  it('are certain where a dozen of an edition’s stand together, in whatever order', () => {
    expect(found([5, 3, 9, 1, 7, 2, 8, 4, 6, 0, 3, 5]).bits).toBeGreaterThan(3 * CERTAIN_BITS)
  })
  it('are certain among any number of published ones, which are there with good reason', () => {
    const rows = [...times(40, 12), 1, 2, ...times(40, 12), 3, 4, 5, ...times(40, 12)]
    expect(found(rows).bits).toBeGreaterThanOrEqual(CERTAIN_BITS)
    expect(found(rows)).toMatchObject({ first: 40, last: 84 })
  })
  it('are nothing where one of a hundred strange rows has by accident the edition’s figure', () => {
    expect(found([...times(50, UNKNOWN), 1, ...times(50, UNKNOWN)]).bits).toBe(0)
  })
  it('are nothing where a twelfth region in a row meets last month’s by accident', () => {
    expect(found([...times(5, UNKNOWN), 1, UNKNOWN, 2, ...times(4, UNKNOWN)]).bits).toBeLessThan(
      POSSIBLE_BITS,
    )
  })
  it('are nothing where all are published', () => {
    expect(found(times(30, 12)).bits).toBe(0)
  })
  it('are of one list, and those of two are not added up', () => {
    const one = found([1, 2, 3, 4]).bits
    expect(found([1, 2, 3, 4, GAP, 5, 6, 7, 8]).bits).toBe(one)
    expect(found([GAP, GAP, 1, 2, 3, 4, GAP]).bits).toBe(one)
  })
  it('are no runs of figures, and exact ones no rounded ones', () => {
    expect(found([RUN, RUN, RUN, RUN]).bits).toBe(0)
    expect(found(times(12, ROUNDED)).bits).toBe(0)
    expect(found(times(12, ROUNDED), true).bits).toBeGreaterThan(CERTAIN_BITS)
    expect(found(times(12, 1), true).bits).toBe(0)
  })
  it('are nothing in a part without a feature', () => {
    expect(found([]).bits).toBe(0)
  })
})
