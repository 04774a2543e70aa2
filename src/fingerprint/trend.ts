import { ownBits } from './figure.ts'

/** Where a line seems to go: its last value, and the step to it. Not an object: its numbers would be boxed. */
export type Trend = Float64Array
const VALUE = 0
const STEP = 1

export const newTrend = (): Trend => new Float64Array(2)

/** @param first the digits of the line's first figure */
export function startTrend(trend: Trend, first: number): void {
  trend[VALUE] = first
  trend[STEP] = 0
}

/** A figure may have lost zeros at its end (10 is kept as 1): so many are tried on. */
const MOST_ZEROS = 3

/** What it costs to say how many zeros were lost, unit: bits each. */
const ZERO_BITS = 1.5

/** What a figure costs that is just as expected, unit: bits: columns repeat and count for pages. */
const EXPECTED_BITS = 0.5

/**
 * Information in a figure that follows others, unit: bits; moves the trend on.
 *
 * Neighbours in a table are alike (102.1, 102.3, 102.2), repeat (2019, 2019) or
 * step (1, 2, 3): a figure costs no more than its difference to the last one, or
 * to the last one and its step, in the Elias gamma code (Elias 1975).
 */
export function bitsAfter(trend: Trend, digits: number): number {
  const last = trend[VALUE] ?? 0
  const expected = last + (trend[STEP] ?? 0)
  const beyond = expected > last ? expected : last
  let nearest = Number.POSITIVE_INFINITY
  let lost = 0
  let cheapest = Number.POSITIVE_INFINITY
  let value = digits
  for (let zeros = 0, scaled = digits; zeros <= MOST_ZEROS; zeros++, scaled *= 10) {
    const away = Math.min(Math.abs(scaled - last), Math.abs(scaled - expected))
    const weight = (away === 0 ? EXPECTED_WEIGHT : 1 + away) * (ZERO_WEIGHTS[zeros] ?? 1)
    if (weight < cheapest) {
      cheapest = weight
      nearest = away
      lost = zeros
      value = scaled
    }
    // With more zeros it only goes further away.
    if (scaled >= beyond) break
  }
  trend[STEP] = value - last
  trend[VALUE] = value
  const own = ownBits(digits)
  return nearest >= FAR ? own : Math.min(lost * ZERO_BITS + differenceBits(nearest), own)
}

/**
 * Bits as factors, to compare them without a logarithm: a difference costs twice
 * the logarithm of one more than it is.
 */
const ZERO_WEIGHTS = Float64Array.from(
  { length: MOST_ZEROS + 1 },
  (_none, zeros) => 2 ** ((zeros * ZERO_BITS) / 2),
)
const EXPECTED_WEIGHT = 2 ** ((EXPECTED_BITS - 1) / 2)

/** A difference that costs more, 31 bits, than the longest figure by itself: 9 digits have 29.7. */
const FAR = 32_768

/** Differences whose cost is at hand. */
const SMALL = 4096
const SMALL_BITS = Float64Array.from({ length: SMALL }, (_none, away) =>
  away === 0 ? EXPECTED_BITS : 1 + 2 * Math.log2(1 + away),
)

const differenceBits = (away: number): number =>
  away < SMALL ? (SMALL_BITS[away] ?? 0) : 1 + 2 * Math.log2(1 + away)
