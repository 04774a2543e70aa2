import { isYear, ownBits } from './figure.ts'
import { LANE_ONE, LANE_TWO, oneAfter, oneOf, twoAfter, twoOf } from './hash.ts'
import { awayFrom, bitsBeside, withZeros, zerosBefore, zerosLost } from './trend.ts'

/**
 * A feature covers the shortest run of neighbouring figures that carries this
 * much. Unit: bits. Source: test/bench/recognition.bench.ts: at 24 shuffled
 * published tables begin to meet novel features by accident, at 40 a row of five
 * two-digit figures no longer fits.
 */
export const WINDOW_BITS = 30

/** A run at the end of a line may carry less, down to this. Unit: bits. */
export const MIN_WINDOW_BITS = 18

/**
 * Longest run, unit: figures. Sixteen that hardly differ (1 1 1 2 1 1) say no more
 * than that they hardly differ, so they must carry as much as any run.
 */
export const MAX_WINDOW_FIGURES = 16

/**
 * The features of a line in order, as whole numbers of 32 bits with sign, four each:
 * where in the line the run begins, the hash of its figures in two halves, and what
 * it weighs: bits of the whole run, 16 and up; bits it adds to the run that starts at
 * the next figure, 8 to 15; how many figures it has, 0 to 7.
 */
export type Runs = { readonly words: Int32Array; readonly length: number }

/** Words of one run in `Runs`. */
export const RUN_WORDS = 4

/** A figure alone is no feature, however many digits it has: thirds and sevenths are everywhere. Unit: figures. */
const MIN_WINDOW_FIGURES = 2

/**
 * Years one after the other are a heading, and everybody's: 2019 2020 2021 2022, also
 * where they begin again for the next heading. So many years to each leap. Unit: figures.
 */
const FIGURES_A_LEAP = 3
/** In place of leaps between years: there is something else among them. */
const NO_YEARS = MAX_WINDOW_FIGURES

/** A figure that no line has: it begins the hash of a coarse run, so that 29 rounded is not 29 exact. */
const COARSE_MARK = 0

/** A row, a column or the figures of a paragraph, without gaps: the digits of each. */
export type Line = { readonly digits: Int32Array; readonly length: number }

const runs = { words: new Int32Array(64 * RUN_WORDS), length: 0 }

/**
 * The features of one line of figures.
 *
 * @param isCoarse whether they are rounded ones (`coarseOf`): weaker evidence
 * @param from the figure that the first of them begins with
 * @param to the figure before which the last of them begins
 * @returns what is valid until it is asked the next time
 */
export function runsOfLine(line: Line, isCoarse: boolean, from = 0, to = line.length): Runs {
  if (runs.words.length < (to - from) * RUN_WORDS) runs.words = new Int32Array(2 * (to - from) * RUN_WORDS)
  runs.length = 0
  takeOwnBits(line, from, to)
  const one = isCoarse ? oneAfter(LANE_ONE, COARSE_MARK) : LANE_ONE
  const two = isCoarse ? twoAfter(LANE_TWO, COARSE_MARK) : LANE_TWO
  for (let first = from; first < to; first++) takeRun(line, first, first - from, one, two)
  return runs
}

/** What the figures at hand carry by themselves, unit: bits: each is in several runs. */
let owns = new Float64Array(64)

function takeOwnBits({ digits, length }: Line, from: number, to: number): void {
  const count = Math.min(to + MAX_WINDOW_FIGURES, length) - from
  if (owns.length < count) owns = new Float64Array(2 * count)
  for (let at = 0; at < count; at++) owns[at] = ownBits(digits[from + at] ?? 0)
}

/**
 * Takes the run that starts at `first`, unless too little is left of the line.
 *
 * @param own where its own bits stand in `owns`
 * @param laneOne where the lanes of its hash begin
 */
function takeRun(
  { digits, length }: Line,
  first: number,
  own: number,
  laneOne: number,
  laneTwo: number,
): void {
  const start = digits[first] ?? 0
  let one = oneAfter(laneOne, start)
  let two = twoAfter(laneTwo, start)
  const isAlone = first + 1 === length
  let last = withZeros(start, isAlone ? 0 : zerosBefore(start, digits[first + 1] ?? 0))
  let expected = last
  let leaps = isYear(last) ? 0 : NO_YEARS
  const startBits = owns[own] ?? 0
  const most = Math.min(MAX_WINDOW_FIGURES, length - first)
  let bits = startBits
  let secondBits = 0
  let count = 1
  for (; count < most && (bits < WINDOW_BITS || count < MIN_WINDOW_FIGURES); count++) {
    const figure = digits[first + count] ?? 0
    one = oneAfter(one, figure)
    two = twoAfter(two, figure)
    const lost = zerosLost(last, expected, figure)
    const value = withZeros(figure, lost)
    const more = bitsBeside(awayFrom(last, expected, value), lost, owns[own + count] ?? 0)
    if (!isYear(value)) leaps = NO_YEARS
    else if (Math.abs(value - last) > 1) leaps++
    expected = value + (value - last)
    last = value
    if (count === 1) secondBits = more
    bits += more
  }
  const least = count === MAX_WINDOW_FIGURES ? WINDOW_BITS : MIN_WINDOW_BITS
  if (count < MIN_WINDOW_FIGURES || bits < least || leaps * FIGURES_A_LEAP <= count) return
  const { words } = runs
  const at = runs.length++ * RUN_WORDS
  const half = oneOf(one, count)
  words[at] = first
  words[at + 1] = half
  words[at + 2] = twoOf(two, count, half)
  words[at + 3] =
    (Math.min(Math.floor(bits), 255) << 16) | (stepOf(startBits, secondBits, owns[own + 1] ?? 0) << 8) | count
}

/** What the first figure adds to the run that starts at the second, which counts that one by itself. */
const stepOf = (first: number, secondAfterFirst: number, secondAlone: number): number =>
  Math.max(0, Math.floor(first + secondAfterFirst - secondAlone))
