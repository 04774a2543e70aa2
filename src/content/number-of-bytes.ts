/** Whole numbers below this are exact in floating point. Unit: ten times is still below 2⁵³. */
const EXACT = 900_719_925_474_098

/** Powers of ten that are exact in floating point. Source: 10²² < 5²² · 2²², and 5²² < 2⁵³. */
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
]

/** Digits beyond those of `EXACT` that are taken straight: four; programs write 17 digits in all. */
const MOST_ROOM = 1e4
/** With so many decimals, 10¹⁹, `quotient` is the nearest number for certain. */
const MOST_POWER = 1e19

const MINUS = 45
const PLUS = 43
const POINT = 46
const SMALL_E = 101

/**
 * The number that ASCII bytes spell, as `Number` has it; NaN where they spell none.
 *
 * Up to 15 digits and 22 decimals are taken straight: a whole number and a power
 * of ten that are both exact divide to the nearest number there is (Clinger 1990).
 * Spreadsheets write 17 digits, which take one step more (`quotient`).
 */
export function numberOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const negative = bytes[at] === MINUS
  if (negative) at++
  let whole = 0
  /** The digits for which `whole` has no room, and what it is to be multiplied by to make some. */
  let rest = 0
  let room = 1
  let decimals = 0
  let isBehindPoint = 0
  const first = at
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit >= 0 && digit <= 9) {
      decimals += isBehindPoint
      if (whole <= EXACT) whole = whole * 10 + digit
      else {
        rest = rest * 10 + digit
        room *= 10
      }
    } else if (digit === POINT - 48 && isBehindPoint === 0) isBehindPoint = 1
    else break
  }
  if (at - isBehindPoint === first) return slowNumber(bytes, from, to)
  if (at < to) decimals -= exponentOf(bytes, at, to)
  const power = POWERS[decimals]
  const isStraight = power !== undefined && (room === 1 || (room <= MOST_ROOM && power <= MOST_POWER))
  if (!isStraight) return slowNumber(bytes, from, to)
  const value = room === 1 ? whole / power : quotient(whole, room, rest, power)
  return negative ? -value : value
}

/** The power of ten behind a number, up to two digits: `E-2`; NaN where something else stands there. */
function exponentOf(bytes: Uint8Array, from: number, to: number): number {
  if (((bytes[from] ?? 0) | 32) !== SMALL_E) return Number.NaN
  const sign = bytes[from + 1]
  const first = sign === MINUS || sign === PLUS ? from + 2 : from + 1
  if (first >= to || to > first + 2) return Number.NaN
  let exponent = 0
  for (let at = first; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    exponent = exponent * 10 + digit
  }
  return sign === MINUS ? -exponent : exponent
}

/** Splits a number into halves whose products are exact. Source: Dekker 1971, 2²⁷ + 1. */
const SPLIT = 134_217_729

/** By how much a product in floating point is too small. Source: Dekker 1971. */
function lacking(one: number, other: number, product: number): number {
  const oneHigh = SPLIT * one - (SPLIT * one - one)
  const otherHigh = SPLIT * other - (SPLIT * other - other)
  const [oneLow, otherLow] = [one - oneHigh, other - otherHigh]
  return oneLow * otherLow - (product - oneHigh * otherHigh - oneLow * otherHigh - oneHigh * otherLow)
}

/**
 * (whole · room + rest) / power, to the nearest number there is: first the quotient,
 * then that of what it left over, which errs by less than 2⁻¹⁰³ of the whole. No
 * fraction with 10¹⁹ below it is as near to the middle of two numbers without being
 * it: 54 bits times 5¹⁹ are 2⁹⁸.
 */
function quotient(whole: number, room: number, rest: number, power: number): number {
  const product = whole * room
  const dividend = product + rest
  const beyond = rest - (dividend - product) + lacking(whole, room, product)
  const first = dividend / power
  const back = first * power
  return first + (dividend - back - lacking(first, power, back) + beyond) / power
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  const text = String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 400))).trim()
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}
