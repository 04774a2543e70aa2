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

/** Features collected in one piece of memory: pieces are put together once, at the end. */
const PIECE_FEATURES = 16_384

export type FeatureListBuilder = {
  /** Says that what follows is no neighbour of what came before. */
  gap(): void
  add(feature: Feature, table: number, along: Place['along'], firstRow: number, lastRow: number): void
  done(): FeatureList
}

type Piece = { readonly bytes: Uint8Array<ArrayBuffer>; readonly weights: Uint8Array<ArrayBuffer> }

const newPiece = (): Piece => ({
  bytes: new Uint8Array(PIECE_FEATURES * FEATURE_BYTES),
  weights: new Uint8Array(PIECE_FEATURES * WEIGHT_BYTES),
})

/** Collects features, 11 bytes each. */
export function buildFeatureList(): FeatureListBuilder {
  const pieces: Piece[] = []
  const places = startPlaces()
  let words = new DataView(new ArrayBuffer(0))
  let weights = new Uint8Array(0)
  let length = 0
  let filled = PIECE_FEATURES
  const next = (): number => {
    if (filled === PIECE_FEATURES) {
      const piece = newPiece()
      pieces.push(piece)
      words = new DataView(piece.bytes.buffer)
      weights = piece.weights
      filled = 0
    }
    length++
    return filled++
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
      words.setUint32(at * FEATURE_BYTES, feature.one)
      words.setUint32(at * FEATURE_BYTES + 4, feature.two)
      weights[at * WEIGHT_BYTES] = feature.bits
      weights[at * WEIGHT_BYTES + 1] = feature.step
      weights[at * WEIGHT_BYTES + 2] = feature.count | (feature.isCoarse ? COARSE : 0)
    },
    done() {
      const whole = together(pieces, length)
      const placeOf = (feature: number) =>
        places.at(feature, (whole.weights[feature * WEIGHT_BYTES + 2] ?? 0) & ~COARSE)
      return { length, bytes: whole.bytes, weights: whole.weights, placeOf }
    },
  }
}

/** Puts pieces together and lets go of each as soon as it is copied. */
function together(pieces: Piece[], length: number): Piece {
  const bytes = new Uint8Array(length * FEATURE_BYTES)
  const weights = new Uint8Array(length * WEIGHT_BYTES)
  pieces.reverse()
  let at = 0
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    const features = Math.min(PIECE_FEATURES, length - at)
    bytes.set(piece.bytes.subarray(0, features * FEATURE_BYTES), at * FEATURE_BYTES)
    weights.set(piece.weights.subarray(0, features * WEIGHT_BYTES), at * WEIGHT_BYTES)
    at += features
  }
  return { bytes, weights }
}
