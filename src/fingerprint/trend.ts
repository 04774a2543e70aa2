import { ownBits } from './figure.ts'

/** Where a line seems to go: its last value and the step to it. */
export type Trend = { value: number; step: number }

/** @param first the digits of the line's first figure */
export function startTrend(trend: Trend, first: number): void {
  trend.value = first
  trend.step = 0
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
  const { value: last, step } = trend
  const expected = last + step
  const beyond = expected > last ? expected : last
  let best = Number.POSITIVE_INFINITY
  let value = digits
  let nearest = Number.POSITIVE_INFINITY
  for (let zeros = 0, scaled = digits; zeros <= MOST_ZEROS; zeros++, scaled *= 10) {
    const away = Math.min(Math.abs(scaled - last), Math.abs(scaled - expected))
    // No nearer than with fewer zeros is never cheaper: the logarithm need not be taken.
    if (away < nearest) {
      nearest = away
      const bits = zeros * ZERO_BITS + differenceBits(away)
      if (bits < best) {
        best = bits
        value = scaled
      }
    }
    // With more zeros it only goes further away.
    if (scaled >= beyond) break
  }
  trend.step = value - last
  trend.value = value
  return Math.min(best, ownBits(digits))
}

/** Differences whose cost is at hand. */
const SMALL = 4096
const SMALL_BITS = Float64Array.from({ length: SMALL }, (_none, away) =>
  away === 0 ? EXPECTED_BITS : 1 + 2 * Math.log2(1 + away),
)

const differenceBits = (away: number): number =>
  away < SMALL ? (SMALL_BITS[away] ?? 0) : 1 + 2 * Math.log2(1 + away)
