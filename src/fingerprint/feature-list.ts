import { type Place, startPlaces } from './places.ts'
import type { Feature } from './windows.ts'

/** The features of one part in reading order: rows first, then columns, table by table. */
export type FeatureList = {
  readonly length: number
  /**
   * 8 bytes a feature, most significant first. Neighbours here begin at
   * neighbouring figures of one line; where they do not, a feature of eight
   * zeros, which no run has, stands between them.
   */
  readonly bytes: Uint8Array
  /** 3 bytes a feature: the run's bits, the step to the next run, how many figures it has and `COARSE` (see `Feature`). */
  readonly weights: Uint8Array
  placeOf(feature: number): Place
}

/** Bytes of one feature in `bytes`. */
export const FEATURE_BYTES = 8
/** Bytes of one weight in `weights`. */
export const WEIGHT_BYTES = 3
/** Marks, beside the number of figures in a weight's third byte, a run of rounded ones. */
export const COARSE = 0x80

export type FeatureListBuilder = {
  /** Says that what follows is no neighbour of what came before. */
  gap(): void
  add(feature: Feature, table: number, along: Place['along'], firstRow: number, lastRow: number): void
  done(): FeatureList
}

const FEWEST_EXPECTED = 1024
/** 22 MiB: what no system refuses. Unit: features. */
const MOST_EXPECTED = 2 ** 21

/**
 * Collects features, 11 bytes each, in memory that doubles when full. Memory that
 * is asked for and not written yet is not there yet either (zeroed pages), so
 * asking for much costs nothing, and growing costs a copy.
 *
 * @param expected how many there may be: a hint for the first allocation
 */
export function buildFeatureList(expected: number): FeatureListBuilder {
  const places = startPlaces()
  let capacity = Math.min(Math.max(Math.ceil(expected), FEWEST_EXPECTED), MOST_EXPECTED)
  let words = new DataView(new ArrayBuffer(capacity * FEATURE_BYTES))
  let weights = new Uint8Array(capacity * WEIGHT_BYTES)
  let length = 0
  const next = (): number => {
    if (length === capacity) {
      capacity *= 2
      words = new DataView(larger(new Uint8Array(words.buffer), capacity * FEATURE_BYTES).buffer)
      weights = larger(weights, capacity * WEIGHT_BYTES)
    }
    return length++
  }
  let afterGap = true
  return {
    gap() {
      if (!afterGap) next()
      afterGap = true
    },
    add(feature, table, along, firstRow, lastRow) {
      afterGap = false
      places.add(length, feature.count, table, along, firstRow, lastRow)
      const at = next()
      words.setInt32(at * FEATURE_BYTES, feature.one)
      words.setInt32(at * FEATURE_BYTES + 4, feature.two)
      weights[at * WEIGHT_BYTES] = feature.bits
      weights[at * WEIGHT_BYTES + 1] = feature.step
      weights[at * WEIGHT_BYTES + 2] = feature.count | (feature.isCoarse ? COARSE : 0)
    },
    done: () => ({
      length,
      bytes: new Uint8Array(words.buffer, 0, length * FEATURE_BYTES),
      weights: weights.subarray(0, length * WEIGHT_BYTES),
      placeOf: (feature) => places.at(feature, (weights[feature * WEIGHT_BYTES + 2] ?? 0) & ~COARSE),
    }),
  }
}

function larger(old: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length)
  grown.set(old)
  return grown
}
