import { type Place, startPlaces } from './places.ts'
import type { RareFigures } from './rare-figures.ts'
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
  /** Of a part that is read to be registered; `null` of one that is sent: only the register needs them. */
  readonly rare: RareFigures | null
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
/** Marks there, in a file that is registered, a run made of nothing but rare figures (rare-figures.ts). */
export const RARE = 0x20
/** The bits of that byte that are the number of figures. */
export const FIGURES = 0x1f

export type FeatureListBuilder = {
  /** Says that what follows is no neighbour of what came before. */
  beginLine(): void
  /**
   * @param rows the row of each figure of the line
   * @param mark `COARSE`, `LABELLED`, both or 0
   */
  add(runs: Runs, mark: number, table: number, along: Place['along'], rows: Int32Array): void
  /** Puts together what came in several pieces of memory, pausing now and then; `done` does so at once where it was not done before. */
  join(): Generator<undefined, void>
  done(): Omit<FeatureList, 'rare'>
}

const FEWEST_EXPECTED = 1024
/** 22 MiB: what no system refuses. Unit: features. */
const MOST_EXPECTED = 2 ** 21

/** What is doubled at most, and copied at once: 11 MiB, about 5 ms. Unit: features. */
const PIECE_FEATURES = 2 ** 20

/** What is copied between two pauses once there are several pieces: 3 MiB, of which each page is touched for the first time. Unit: features. */
const COPIED_AT_ONCE = 2 ** 18

/** Memory of some features. */
type Piece = { readonly words: DataView; readonly weights: Uint8Array }

const pieceOf = (features: number): Piece => ({
  words: new DataView(new ArrayBuffer(features * FEATURE_BYTES)),
  weights: new Uint8Array(features * WEIGHT_BYTES),
})

/**
 * Collects features, 11 bytes each, in memory that doubles when full, and piece by
 * piece once that would take long. Memory that is asked for and not written yet is
 * not there yet either (zeroed pages), so asking for much costs nothing, and growing
 * costs a copy.
 *
 * @param expected how many there may be: a hint for the first allocation
 */
export function buildFeatureList(expected: number): FeatureListBuilder {
  const places = startPlaces()
  let capacity = Math.min(Math.max(Math.ceil(expected), FEWEST_EXPECTED), MOST_EXPECTED)
  let { words, weights } = pieceOf(capacity)
  let length = 0
  /** Pieces that are full, and how many features are in them. */
  let full: Piece[] = []
  let before = 0
  const grow = () => {
    const old = { words, weights }
    const isDoubled = capacity * 2 <= PIECE_FEATURES
    if (!isDoubled) {
      full.push(old)
      before = length
    }
    capacity = isDoubled ? capacity * 2 : PIECE_FEATURES
    ;({ words, weights } = pieceOf(capacity))
    if (isDoubled) copy(old, 0, { words, weights }, 0, length)
  }
  /** Where the next feature stands in the piece at hand. */
  const next = (): number => {
    if (length - before === capacity) grow()
    return length++ - before
  }
  const join = function* (): Generator<undefined, void> {
    if (full.length === 0) return
    const whole = pieceOf(length)
    let at = 0
    for (const piece of [...full, { words, weights }]) {
      const end = Math.min(piece.weights.length / WEIGHT_BYTES, length - at)
      for (let from = 0; from < end; from += COPIED_AT_ONCE) {
        copy(piece, from, whole, at + from, Math.min(COPIED_AT_ONCE, end - from))
        yield
      }
      at += end
    }
    ;({ words, weights } = whole)
    capacity = length
    full = []
    before = 0
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
        const count = weight & FIGURES
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
    join,
    done() {
      for (const _pause of join());
      return {
        length,
        bytes: new Uint8Array(words.buffer, 0, length * FEATURE_BYTES),
        weights: weights.subarray(0, length * WEIGHT_BYTES),
        placeOf: (feature) => places.at(feature, (weights[feature * WEIGHT_BYTES + 2] ?? 0) & FIGURES),
      }
    },
  }
}

function copy(piece: Piece, from: number, to: Piece, at: number, features: number): void {
  new Uint8Array(to.words.buffer).set(
    new Uint8Array(piece.words.buffer, from * FEATURE_BYTES, features * FEATURE_BYTES),
    at * FEATURE_BYTES,
  )
  to.weights.set(
    piece.weights.subarray(from * WEIGHT_BYTES, (from + features) * WEIGHT_BYTES),
    at * WEIGHT_BYTES,
  )
}
