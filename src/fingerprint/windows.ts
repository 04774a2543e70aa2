import { ownBits } from './figure.ts'
import { LANE_ONE, LANE_TWO, oneAfter, oneOf, twoAfter, twoOf } from './hash.ts'
import { bitsAfter, newTrend, startTrend } from './trend.ts'

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

/** One feature: the hash of a run of figures along a line. */
export type Feature = {
  /** The hash, in two halves of 32 bits with sign. */
  one: number
  two: number
  /** Position in the line of the first figure of the run, and how many it has. */
  first: number
  count: number
  /** Information of the whole run, unit: bits. */
  bits: number
  /** Information it adds to the run that starts at the next figure, unit: bits. */
  step: number
  /** Whether it is a run of rounded figures: weaker evidence, which never stops a message alone. */
  readonly isCoarse: boolean
}

/** A figure alone is no feature, however many digits it has: thirds and sevenths are everywhere. Unit: figures. */
const MIN_WINDOW_FIGURES = 2

const trend = newTrend()

/** A figure that no line has: it begins the hash of a coarse run, so that 29 rounded is not 29 exact. */
const COARSE_MARK = 0

/** A row, a column or the figures of a paragraph, without gaps: the digits of each. */
export type Line = { readonly digits: ArrayLike<number>; readonly length: number }

/**
 * Tells the features of one line of figures, in order.
 *
 * @param isCoarse whether they are rounded ones (`coarseOf`)
 * @param from the figure that the first of them begins with
 * @param to the figure before which the last of them begins
 * @param tell is given the same object each time; it takes out what it needs
 */
export function featuresOfLine(
  line: Line,
  isCoarse: boolean,
  tell: (feature: Feature) => void,
  from = 0,
  to = line.length,
): void {
  const feature: Feature = { one: 0, two: 0, first: 0, count: 0, bits: 0, step: 0, isCoarse }
  for (let first = from; first < to; first++) if (takeRun(line, first, feature)) tell(feature)
}

/** Finds the run that starts at `first`; false where too little is left of the line. */
function takeRun({ digits, length }: Line, first: number, feature: Feature): boolean {
  const start = digits[first] ?? 0
  const { isCoarse } = feature
  let one = oneAfter(isCoarse ? oneAfter(LANE_ONE, COARSE_MARK) : LANE_ONE, start)
  let two = twoAfter(isCoarse ? twoAfter(LANE_TWO, COARSE_MARK) : LANE_TWO, start)
  startTrend(trend, start)
  const startBits = ownBits(start)
  let bits = startBits
  let count = 1
  let secondBits = 0
  while (count < MIN_WINDOW_FIGURES || (bits < WINDOW_BITS && count < MAX_WINDOW_FIGURES)) {
    if (first + count >= length) break
    const figure = digits[first + count] ?? 0
    one = oneAfter(one, figure)
    two = twoAfter(two, figure)
    const more = bitsAfter(trend, figure)
    if (count === 1) secondBits = more
    bits += more
    count++
  }
  const least = count === MAX_WINDOW_FIGURES ? WINDOW_BITS : MIN_WINDOW_BITS
  if (count < MIN_WINDOW_FIGURES || bits < least) return false
  feature.one = oneOf(one, count)
  feature.two = twoOf(two, count, feature.one)
  feature.first = first
  feature.count = count
  feature.bits = Math.min(Math.floor(bits), 255)
  feature.step = stepOf(startBits, secondBits, ownBits(digits[first + 1] ?? 0))
  return true
}

/** What the first figure adds to the run that starts at the second, which counts that one by itself. */
const stepOf = (first: number, secondAfterFirst: number, secondAlone: number): number =>
  Math.max(0, Math.floor(first + secondAfterFirst - secondAlone))
