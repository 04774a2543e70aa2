/** Whole numbers below this are exact in floating point. Unit: ten times is still below 2⁵³. */
const EXACT = 900_719_925_474_098

/** Powers of ten that are exact in floating point. Source: 10²² < 5²² · 2²², and 5²² < 2⁵³. */
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
]

const MINUS = 45
const POINT = 46

/**
 * The number that ASCII bytes spell, as `Number` has it; NaN where they spell none.
 *
 * Up to 15 digits and 22 decimals are taken straight: a whole number and a power
 * of ten that are both exact divide to the nearest number there is (Clinger 1990).
 */
export function numberOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const negative = bytes[at] === MINUS
  if (negative) at++
  let whole = 0
  let decimals = -1
  const first = at
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit >= 0 && digit <= 9) {
      if (whole > EXACT) return slowNumber(bytes, from, to)
      whole = whole * 10 + digit
      if (decimals >= 0) decimals++
    } else if (digit === POINT - 48 && decimals < 0) decimals = 0
    else return slowNumber(bytes, from, to)
  }
  if (at === first || decimals > 22) return slowNumber(bytes, from, to)
  const value = decimals > 0 ? whole / (POWERS[decimals] ?? 1) : whole
  return negative ? -value : value
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  const text = String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 400))).trim()
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}
