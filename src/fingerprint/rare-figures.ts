import { COARSE, FEATURE_BYTES, FIGURES, LABELLED, RARE, WEIGHT_BYTES } from './feature-list.ts'
import { LANE_ONE, LANE_TWO, oneAfter, oneOf, twoAfter, twoOf } from './hash.ts'
import { type Line, RUN_WORDS, type Runs } from './windows.ts'

/**
 * The rare figures of a file that is registered: those that have so few others of
 * about their size beside them that another table hardly has one by accident.
 *
 * Whoever has published each of them has published them in any order. A table of
 * places that is sorted anew makes new neighbours of them, and no new figure.
 */
export type RareFigures = {
  /** Each once, by itself, 8 bytes as a feature has. */
  readonly figures: Uint8Array
  /**
   * For each run marked `RARE`, in the order of the features, which of them it is made
   * of: as many as the run has figures, 4 bytes each, most significant first.
   */
  readonly madeOf: Uint8Array
}

export type RareFiguresBuilder = {
  /** Takes the figures of a line from `from` to `to`, and what its runs are made of, in the order of the features. */
  take(line: Line, runs: Runs, from: number, to: number): void
  /** Marks the runs that are made of nothing but rare figures, pausing now and then. */
  mark(weights: Uint8Array): Generator<undefined, RareFigures>
}

/** Bytes of one number in `madeOf`. */
export const INDEX_BYTES = 4

/** Others of about the size of a figure are those that differ by less than this share of it. */
const ABOUT = 1 / 32

/**
 * Of the whole numbers of about a figure's size so many are no figure of the file, for
 * one that is: another table has one of them by accident once in so many times, and the
 * two or more figures of a run once in 256 times or less. Source: test/recognition.test.ts:
 * at 8 and 16 nothing real is missed, at 4 a row is whose figures were published in others.
 */
const ONE_IN = 16

/** The smallest figure that can be rare: of smaller ones there are not 16 of about their size. */
const SMALLEST = ONE_IN / (2 * ABOUT)

/** What the hash of a figure by itself begins with: figures end with no zero. */
const ALONE_MARK = 40

/** In place of the figures of a run: one of them is too small. */
const NEVER = -1

/** Features between two pauses: about 2 ms. */
const FEATURES_AT_ONCE = 65_536

export function startRareFigures(): RareFiguresBuilder {
  const known = new Set<number>()
  /** The figures of each run one after the other, or `NEVER`. */
  let made = new Int32Array(64)
  let length = 0
  const takeRun = ({ digits }: Line, first: number, end: number): void => {
    const from = length
    for (let figure = first; figure < end; figure++) {
      const its = digits[figure] ?? 0
      made[length++] = its
      if (its >= SMALLEST) continue
      length = from
      made[length++] = NEVER
      return
    }
  }
  return {
    take(line, { words, length: count }, from, to) {
      for (let figure = from; figure < to; figure++) {
        const digits = line.digits[figure] ?? 0
        if (digits >= SMALLEST) known.add(digits)
      }
      for (let run = 0; run < count * RUN_WORDS; run += RUN_WORDS) {
        const first = words[run] ?? 0
        const figures = (words[run + 3] ?? 0) & FIGURES
        if (length + figures > made.length) made = larger(made)
        takeRun(line, first, first + figures)
      }
    },
    *mark(weights) {
      const numbers = numbered(rareOf(known))
      const madeOf = new DataView(new ArrayBuffer(length * INDEX_BYTES))
      let written = 0
      for (let at = 0, next = 0; at < weights.length; at += WEIGHT_BYTES) {
        if (at % (FEATURES_AT_ONCE * WEIGHT_BYTES) === 0) yield
        const marks = weights[at + 2] ?? 0
        // A gap has no figures.
        if (marks === 0 || (marks & (COARSE | LABELLED)) !== 0) continue
        const end = made[next] === NEVER ? next + 1 : next + (marks & FIGURES)
        if (areAllIn(numbers, made, next, end)) {
          weights[at + 2] = marks | RARE
          for (; next < end; next++)
            madeOf.setInt32(INDEX_BYTES * written++, numbers.get(made[next] ?? 0) ?? 0)
        }
        next = end
      }
      return { figures: hashesOf(numbers), madeOf: new Uint8Array(madeOf.buffer, 0, written * INDEX_BYTES) }
    },
  }
}

function areAllIn(
  numbers: ReadonlyMap<number, number>,
  made: Int32Array,
  from: number,
  end: number,
): boolean {
  for (let at = from; at < end; at++) if (!numbers.has(made[at] ?? NEVER)) return false
  return true
}

/** Those of some figures that are rare among them. */
function rareOf(figures: ReadonlySet<number>): readonly number[] {
  const sorted = Int32Array.from(figures).sort()
  const rare: number[] = []
  let first = 0
  let end = 0
  sorted.forEach((figure) => {
    const about = figure * ABOUT
    while ((sorted[first] ?? 0) <= figure - about) first++
    while (end < sorted.length && (sorted[end] ?? 0) < figure + about) end++
    if ((end - first) * ONE_IN <= 2 * about) rare.push(figure)
  })
  return rare
}

const numbered = (figures: readonly number[]): ReadonlyMap<number, number> =>
  new Map(figures.map((figure, at) => [figure, at]))

function hashesOf(numbers: ReadonlyMap<number, number>): Uint8Array {
  const hashes = new DataView(new ArrayBuffer(numbers.size * FEATURE_BYTES))
  numbers.forEach((at, digits) => {
    const half = oneOf(oneAfter(oneAfter(LANE_ONE, ALONE_MARK), digits), 1)
    hashes.setInt32(at * FEATURE_BYTES, half)
    hashes.setInt32(
      at * FEATURE_BYTES + INDEX_BYTES,
      twoOf(twoAfter(twoAfter(LANE_TWO, ALONE_MARK), digits), 1, half),
    )
  })
  return new Uint8Array(hashes.buffer)
}

function larger(old: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(old.length * 2)
  grown.set(old)
  return grown
}
