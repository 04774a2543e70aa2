/** A figure may have lost zeros at its end (10 is kept as 1): so many are tried on. */
const MOST_ZEROS = 3

/** What it costs to say how many zeros were lost, unit: bits each. */
const ZERO_BITS = 1.5

/** What a figure costs that is just as expected, unit: bits: columns repeat and count for pages. */
const EXPECTED_BITS = 0.5

/** Powers of ten by which a figure is multiplied to get lost zeros back. */
const TENS = Float64Array.from({ length: MOST_ZEROS + 1 }, (_none, zeros) => 10 ** zeros)

/** A figure with so many zeros at its end. */
export const withZeros = (digits: number, zeros: number): number => digits * (TENS[zeros] ?? 1)

/** How far a value is from where its line was last, or seems to go. */
export const awayFrom = (last: number, expected: number, value: number): number =>
  Math.min(Math.abs(value - last), Math.abs(value - expected))

/**
 * How many zeros a figure that follows others has lost: as many as make it the
 * cheapest to tell.
 *
 * @param last the value before it in the line
 * @param expected that value and the step to it
 */
export function zerosLost(last: number, expected: number, digits: number): number {
  const beyond = expected > last ? expected : last
  let nearest = awayFrom(last, expected, digits)
  let lost = 0
  let cheapest = nearest === 0 ? EXPECTED_WEIGHT : 1 + nearest
  for (let zeros = 1, scaled = digits * 10; zeros <= MOST_ZEROS; zeros++, scaled *= 10) {
    // With more zeros it only goes further away.
    if (scaled >= beyond * 10 || scaled - beyond >= nearest) break
    const away = awayFrom(last, expected, scaled)
    const weight = (away === 0 ? EXPECTED_WEIGHT : 1 + away) * (ZERO_WEIGHTS[zeros] ?? 1)
    if (weight >= cheapest) continue
    cheapest = weight
    nearest = away
    lost = zeros
  }
  return lost
}

/** How many zeros a figure has lost that begins a line, by the one that follows it: 2020 before 2021. */
export const zerosBefore = (first: number, second: number): number =>
  first < second ? zerosLost(second, second, first) : 0

/**
 * Information in a figure that follows others, unit: bits.
 *
 * Neighbours in a table are alike (102.1, 102.3, 102.2), repeat (2019, 2019) or
 * step (1, 2, 3): a figure costs no more than its difference to the last one, or
 * to the last one and its step, in the Elias gamma code (Elias 1975).
 *
 * @param away see `awayFrom`
 * @param lost see `zerosLost`
 * @param own what it carries by itself
 */
export function bitsBeside(away: number, lost: number, own: number): number {
  if (away < SMALL) return Math.min(lost * ZERO_BITS + (SMALL_BITS[away] ?? 0), own)
  return own <= SMALL_COST ? own : Math.min(lost * ZERO_BITS + 1 + 2 * Math.log2(1 + away), own)
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

/** Differences whose cost is at hand. */
const SMALL = 4096
const SMALL_BITS = Float64Array.from({ length: SMALL }, (_none, away) =>
  away === 0 ? EXPECTED_BITS : 1 + 2 * Math.log2(1 + away),
)
/** What larger ones cost at least, unit: bits. Figures of up to seven digits carry less. */
const SMALL_COST = 1 + 2 * Math.log2(SMALL)
