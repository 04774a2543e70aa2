import { describe, expect, it } from 'vitest'
import { FEATURE_BYTES, FIGURES, RARE, WEIGHT_BYTES } from '../../src/fingerprint/feature-list.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { INDEX_BYTES } from '../../src/fingerprint/rare-figures.ts'
import { finished, registeredFeaturesOf } from '../../src/guard.ts'
import { utf8 } from '../content/reading.ts'

/** What is told of the rare figures of a table that is registered. */
function rareIn(...rows: readonly (readonly number[])[]) {
  const [part] = finished(
    inspectFile('table.csv', utf8(rows.map((row) => row.join(',')).join('\n')), 'register'),
  )
  const { weights, rare } = part?.features ?? { weights: new Uint8Array(0), rare: null }
  const counts = Array.from(
    { length: weights.length / WEIGHT_BYTES },
    (_none, at) => weights[3 * at + 2] ?? 0,
  )
  return {
    figures: (rare?.figures.length ?? 0) / FEATURE_BYTES,
    madeOf: new Uint32Array(
      Array.from({ length: (rare?.madeOf.length ?? 0) / INDEX_BYTES }, (_none, at) =>
        new DataView(rare?.madeOf.buffer ?? new ArrayBuffer(0)).getUint32(at * INDEX_BYTES),
      ),
    ),
    /** How many figures each run has that is made of rare ones. */
    runs: counts.filter((marks) => (marks & RARE) !== 0).map((marks) => marks & FIGURES),
  }
}

describe('the rare figures of a file that is registered', () => {
  it('are those that have few others of about their size beside them', () => {
    expect(rareIn([81_234_567, 45_070_312], [7_686_856, 12_496_365]).figures).toBe(4)
  })
  it('are not those of an index, whose neighbours are all taken sooner or later', () => {
    const index = Array.from({ length: 60 }, (_none, month) => [1001 + 2 * month, 1404 + 2 * month])
    expect(rareIn(...index).figures).toBe(0)
  })
  it('are none that is smaller than 256, however few there are', () => {
    expect(rareIn([255, 254], [17, 3]).figures).toBe(0)
    expect(rareIn([257, 619], [911, 383]).figures).toBe(4)
  })
  it('are told once each, and of runs made of nothing else which of them', () => {
    const { figures, madeOf, runs } = rareIn([81_234_567, 45_070_312], [81_234_567, 7])
    expect(figures).toBe(2)
    // Along the first row and down the first column; 45,070,312 is the first of them by size.
    expect(runs).toEqual([2, 2])
    expect([...madeOf]).toEqual([1, 0, 1, 1])
  })
  it('are not told of a file that is sent', () => {
    const [part] = finished(inspectFile('table.csv', utf8('81234567,45070312')))
    expect(part?.features.rare).toBeNull()
    expect(() => part && registeredFeaturesOf(part)).toThrow(RangeError)
  })
  it('are kept with their runs in a column of more than one slice', () => {
    const column = Array.from({ length: 9000 }, (_none, row) => [100_000_007 + 90_001 * row])
    const { figures, madeOf, runs } = rareIn(...column)
    expect(figures).toBe(9000)
    expect(madeOf).toHaveLength(runs.reduce((sum, count) => sum + count, 0))
  })
})
