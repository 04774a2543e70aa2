import { type Place, startPlaces } from './places.ts'
import { RUN_WORDS, type Runs } from './windows.ts'

/** The features of one part in reading order: rows first, then columns, table by table. */
export type FeatureList = {
  readonly length: number
  /**
   * 8 bytes a feature, most significant first. Neighbours here begin at
   * neighbouring figures of one line; where they do not, a feature of eight
   * zeros, which no run has, stands between them.
   */
  readonly bytes: Uint8Array
  /** 3 bytes a feature: the run's bits, the step to the next run, how many figures it has and its marks (see `Runs`). */
  readonly weights: Uint8Array
  placeOf(feature: number): Place
}

/** Bytes of one feature in `bytes`. */
export const FEATURE_BYTES = 8
/** Bytes of one weight in `weights`. */
export const WEIGHT_BYTES = 3
/** Marks, beside the number of figures in a weight's third byte, a run of rounded ones. */
export const COARSE = 0x80
/** Marks there a row told with its label (labelled-rows.ts): it overlaps no other. */
export const LABELLED = 0x40
/** The bits of that byte that are the number of figures. */
export const FIGURES = 0x3f

export type FeatureListBuilder = {
  /** Says that what follows is no neighbour of what came before. */
  beginLine(): void
  /**
   * @param rows the row of each figure of the line
   * @param mark `COARSE`, `LABELLED`, both or 0
   */
  add(runs: Runs, mark: number, table: number, along: Place['along'], rows: Int32Array): void
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
  /** The figure of the line that a neighbour of the last run begins with. */
  let neighbour = -1
  const gap = () => {
    if (!afterGap) next()
    afterGap = true
  }
  return {
    beginLine() {
      neighbour = -1
    },
    add(runs, mark, table, along, rows) {
      for (let run = 0; run < runs.length * RUN_WORDS; run += RUN_WORDS) {
        const first = runs.words[run] ?? 0
        const weight = runs.words[run + 3] ?? 0
        const count = weight & 255
        if (first !== neighbour) gap()
        afterGap = false
        neighbour = first + 1
        places.add(length, count, table, along, rows[first] ?? 0, rows[first + count - 1] ?? 0)
        const at = next()
        words.setInt32(at * FEATURE_BYTES, runs.words[run + 1] ?? 0)
        words.setInt32(at * FEATURE_BYTES + 4, runs.words[run + 2] ?? 0)
        weights[at * WEIGHT_BYTES] = weight >> 16
        weights[at * WEIGHT_BYTES + 1] = weight >> 8
        weights[at * WEIGHT_BYTES + 2] = count | mark
      }
    },
    done: () => ({
      length,
      bytes: new Uint8Array(words.buffer, 0, length * FEATURE_BYTES),
      weights: weights.subarray(0, length * WEIGHT_BYTES),
      placeOf: (feature) => places.at(feature, (weights[feature * WEIGHT_BYTES + 2] ?? 0) & FIGURES),
    }),
  }
}

function larger(old: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length)
  grown.set(old)
  return grown
}
