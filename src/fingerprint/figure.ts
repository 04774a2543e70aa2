/**
 * A figure: the significant digits of a number and nothing else.
 *
 * Sign, decimal mark, thousands separators, percent and the power of ten are
 * left out, so 36126.8, 36,126.8, 36 126,8, (36,126.8) and 36.1268 million are
 * one figure, `361268`; so are 0.052 and 5.2 %. What is lost, about two bits a
 * figure, buys immunity from every locale, unit and export setting.
 */
export type Figure = {
  /** Digits without leading and trailing zeros, as a whole number. */
  readonly digits: number
  /** Information it carries by itself, unit: bits (see `ownBits`). */
  readonly bits: number
}

/**
 * Significant digits kept of a number that has more.
 *
 * A spreadsheet computes with 15 to 17, but writes fewer: Excel's "General"
 * fits eleven characters (525.3136179, 0.455764529), exports to text often have
 * ten, and two programs' recalculations of one cell differ in the last ones.
 */
const STORED_DIGITS = 9

const LOG2_10 = Math.log2(10)

/**
 * Information in one figure by itself, unit: bits: log2 of how many figures have
 * as many digits. A year (1900 to 2099, of which 2020 is kept as 202) is one of 64
 * likely ones.
 */
export function ownBits(digits: number): number {
  if (isYear(digits) || (digits > 190 && digits < 210)) return 6
  return BITS_BY_LENGTH[lengthOf(digits) - 1] ?? 0
}

/** Whether a whole number may be a year. */
export const isYear = (whole: number): boolean => whole >= 1900 && whole < 2100

/** A figure of these digits; 0 is none. */
const figureOf = (digits: number): Figure | null => (digits === 0 ? null : { digits, bits: ownBits(digits) })

const BITS_BY_LENGTH = Array.from({ length: 16 }, (_none, tens) => Math.log2(9) + tens * LOG2_10)

/** Powers of ten, all exact. */
const POWERS = Array.from({ length: 16 }, (_none, tens) => Number(`1e${tens}`))

/** How many digits a figure has: from the bits it takes, by log₁₀ 2 (1233 / 4096), and one more where that is too few. */
function lengthOf(digits: number): number {
  const tens = ((32 - Math.clz32(digits)) * 1233) >> 12
  return digits < (POWERS[tens] ?? 0) ? tens : tens + 1
}

/** The largest number of as many digits as are kept. */
const LARGEST_KEPT = 999_999_999

/** The digits of a whole number above zero with at most `STORED_DIGITS` of them. */
function digitsOfWhole(whole: number): number {
  let digits = whole | 0
  while (digits % 10 === 0) digits = (digits / 10) | 0
  return digits
}

/** The digits that are kept of these, or 0 where they are all zeros: a zero is shown as 0, -, .. or nothing. */
function keptOf(digits: string): number {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--
  let start = 0
  while (start < end && digits.charCodeAt(start) === 48) start++
  if (start === end) return 0
  const kept = digits.slice(start, end)
  return kept.length <= STORED_DIGITS ? Number(kept) : significant(kept)
}

const significant = (digits: string): number => {
  const rounded = Number(`0.${digits}`).toPrecision(STORED_DIGITS)
  return Number(rounded.replace(/^[01]\./, '').replace(/0+$/, '')) || 1
}

/** The figure of a stored number. */
export const figureOfNumber = (stored: number): Figure | null => figureOf(digitsOfNumber(stored))

/** The digits of that figure; 0 where there is none. */
export function digitsOfNumber(stored: number): number {
  if (stored === 0 || !Number.isFinite(stored)) return 0
  const absolute = Math.abs(stored)
  if (absolute <= LARGEST_KEPT && absolute >= SMALLEST_SCALED) {
    const quick = digitsOfScaled(absolute)
    if (quick !== 0) return quick
  }
  if (absolute < 1e12 && Number.isInteger(absolute)) return keptOf(String(absolute))
  const mantissa = absolute.toExponential(STORED_DIGITS - 1)
  return keptOf(mantissa.slice(0, mantissa.indexOf('e')).replace('.', ''))
}

const SMALLEST_SCALED = 1e-3

/** How near a half is too near to know, in floating point, to which side it rounds: scaled numbers err by 10⁻⁶. */
const NEAR_A_HALF = 1e-5

/** The digits of a number by arithmetic alone, or 0 where that is not exact enough. */
function digitsOfScaled(absolute: number): number {
  if (Number.isInteger(absolute)) return digitsOfWhole(absolute)
  let decimals = STORED_DIGITS - 1
  for (let below = absolute; below >= 10; below /= 10) decimals--
  for (let above = absolute; above < 1; above *= 10) decimals++
  const scaled = absolute * (POWERS[decimals] ?? 1)
  const whole = Math.round(scaled)
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) < NEAR_A_HALF) return 0
  return whole >= MANTISSA_FROM && whole <= LARGEST_KEPT ? digitsOfWhole(whole) : 0
}

const MANTISSA_FROM = 100_000_000

/** Digits that the roughest rounding leaves (36,127 thousand as 36 million). */
const COARSE_DIGITS = 2

/** The digits of a figure as a rounded table would have them: two significant ones. */
export function coarseOf(digits: number): number {
  const beyond = lengthOf(digits) - COARSE_DIGITS
  return beyond <= 0 ? digits : digitsOfWhole(Math.round(digits / (POWERS[beyond] ?? 1)))
}

/** What may stand before a number: sign, bracket, currency, comparison. */
const BEFORE = /^[\s([~<>≤≥±+\-−–—‑£$€'‘’]*/
/** What may stand behind: a percent sign, then marks such as r, p, [x], *, †, ¹. */
const BEHIND = /\s*[%‰]?\s*(?:[a-z]{1,2}|\[[a-z0-9,]{1,3}\]|\([a-z0-9]{1,2}\))?[*†‡§¹²³⁰⁴-⁹)\]'’]*\s*$/i
/** Digits with separators: comma, point, space, no-break and thin spaces, apostrophe. */
const NUMBER = /^\d+(?:[.,'’ \u00a0\u2009\u202f]\d+)*[.]?$|^[.,]\d+$/
const EXPONENT = /^(\d(?:[.,]\d+)?)e[+-]?\d+$/i
/** A time of day or a date written with points: 09.30, 17.03.2020 are not told from numbers; 1/2/2020 and 9:30 are. */
const SEPARATORS = /[^0-9]/g

/**
 * The figure that a text is, or `null` where it is words, a date, a time, a zero
 * or a sign for "not available".
 */
export const figureOfText = (text: string): Figure | null => figureOf(digitsOfText(text))

/** The digits of that figure; 0 where there is none. */
export function digitsOfText(text: string): number {
  if (text.length > 40) return 0
  const plain = plainDigits(text)
  if (plain > 0 && plain <= LARGEST_KEPT) return digitsOfWhole(plain)
  if (plain === 0 || startsWithLetter(text) || !/\d/.test(text)) return 0
  const bare = text.replace(BEFORE, '').replace(BEHIND, '')
  if (NUMBER.test(bare)) return keptOf(bare.replace(SEPARATORS, ''))
  const exponent = EXPONENT.exec(text.replace(BEFORE, '').trim())
  return exponent ? digitsOfNumber(Number(exponent[0].replace(',', '.'))) : 0
}

const COMMA = 44
const MINUS = 45
const POINT = 46
const PERCENT = 37

/**
 * The digits of a text like -1,234.5 or 5.2%, which nearly all are; -1 where it is
 * anything else, or has more than 15. Such text means the same by the rules above.
 */
function plainDigits(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  const end = last === PERCENT ? text.length - 1 : text.length
  let digits = 0
  let separated = true
  for (let at = text.charCodeAt(0) === MINUS ? 1 : 0; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code < 58) {
      digits = digits * 10 + code - 48
      separated = false
    } else if ((code === COMMA || code === POINT) && !separated) separated = true
    else return -1
  }
  return separated || digits > 1e14 ? -1 : digits
}

function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0) | 32
  return code >= 97 && code <= 122
}
