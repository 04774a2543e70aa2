import type { Feature } from './windows.ts'

/** Along which line of the table a feature runs. */
export const ALONG_ROW = 0
export const ALONG_COLUMN = 1

/** Where a feature stands in the sender's own file; rows and columns counted from 0. */
export type Place = {
  readonly table: number
  readonly along: typeof ALONG_ROW | typeof ALONG_COLUMN
  readonly firstRow: number
  readonly lastRow: number
}

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

const PLACE_WORDS = 3

export type FeatureListBuilder = {
  /** Says that what follows is no neighbour of what came before. */
  gap(): void
  add(feature: Feature, table: number, along: Place['along'], firstRow: number, lastRow: number): void
  done(): FeatureList
}

/** Collects features in typed arrays that double when full: 23 bytes a feature. */
export function buildFeatureList(): FeatureListBuilder {
  let capacity = 1024
  let bytes = new Uint8Array(capacity * FEATURE_BYTES)
  let weights = new Uint8Array(capacity * WEIGHT_BYTES)
  let places = new Uint32Array(capacity * PLACE_WORDS)
  let length = 0
  const grow = () => {
    capacity *= 2
    bytes = grown(bytes, new Uint8Array(capacity * FEATURE_BYTES))
    weights = grown(weights, new Uint8Array(capacity * WEIGHT_BYTES))
    places = grown(places, new Uint32Array(capacity * PLACE_WORDS))
  }
  let afterGap = true
  return {
    gap() {
      if (afterGap) return
      afterGap = true
      if (length === capacity) grow()
      length++
    },
    add(feature, table, along, firstRow, lastRow) {
      afterGap = false
      if (length === capacity) grow()
      writeWord(bytes, length * FEATURE_BYTES, feature.one)
      writeWord(bytes, length * FEATURE_BYTES + 4, feature.two)
      weights[length * WEIGHT_BYTES] = feature.bits
      weights[length * WEIGHT_BYTES + 1] = feature.step
      weights[length * WEIGHT_BYTES + 2] = feature.count | (feature.isCoarse ? COARSE : 0)
      places[length * PLACE_WORDS] = table * 2 + along
      places[length * PLACE_WORDS + 1] = firstRow
      places[length * PLACE_WORDS + 2] = lastRow
      length++
    },
    done: () => ({
      length,
      bytes: bytes.slice(0, length * FEATURE_BYTES),
      weights: weights.slice(0, length * WEIGHT_BYTES),
      placeOf: (feature) => placeAt(places, feature),
    }),
  }
}

function grown<T extends { set(from: T): void }>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24
  bytes[at + 1] = word >>> 16
  bytes[at + 2] = word >>> 8
  bytes[at + 3] = word
}

function placeAt(places: Uint32Array, feature: number): Place {
  const line = places[feature * PLACE_WORDS] ?? 0
  return {
    table: line >>> 1,
    along: (line & 1) === ALONG_COLUMN ? ALONG_COLUMN : ALONG_ROW,
    firstRow: places[feature * PLACE_WORDS + 1] ?? 0,
    lastRow: places[feature * PLACE_WORDS + 2] ?? 0,
  }
}
