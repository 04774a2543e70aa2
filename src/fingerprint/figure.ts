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
 * as many digits. A year (1900 to 2099) is one of 64 likely ones.
 */
function ownBits(digits: number): number {
  if (digits >= 1900 && digits < 2100) return 6
  return BITS_BY_LENGTH[lengthOf(digits) - 1] ?? 0
}

const BITS_BY_LENGTH = Array.from({ length: 16 }, (_none, tens) => Math.log2(9) + tens * LOG2_10)

/** Powers of ten, all exact. */
const POWERS = Array.from({ length: 16 }, (_none, tens) => Number(`1e${tens}`))

/** How many digits a whole number has. */
function lengthOf(digits: number): number {
  let length = 1
  while (length < POWERS.length && digits >= (POWERS[length] ?? 0)) length++
  return length
}

/** The largest number of as many digits as are kept. */
const LARGEST_KEPT = 999_999_999

/** A figure of a whole number above zero with at most `STORED_DIGITS` digits. */
function figureOfWhole(whole: number): Figure {
  let digits = whole
  while (digits % 10 === 0) digits /= 10
  return { digits, bits: ownBits(digits) }
}

/** A figure of these digits, or `null` where they are all zeros: a zero is shown as 0, -, .. or nothing. */
function figureOfDigits(digits: string): Figure | null {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--
  let start = 0
  while (start < end && digits.charCodeAt(start) === 48) start++
  if (start === end) return null
  const kept = digits.slice(start, end)
  const value = kept.length <= STORED_DIGITS ? Number(kept) : significant(kept)
  return { digits: value, bits: ownBits(value) }
}

const significant = (digits: string): number => {
  const rounded = Number(`0.${digits}`).toPrecision(STORED_DIGITS)
  return Number(rounded.replace(/^[01]\./, '').replace(/0+$/, '')) || 1
}

/** The figure of a stored number. */
export function figureOfNumber(stored: number): Figure | null {
  if (stored === 0 || !Number.isFinite(stored)) return null
  const absolute = Math.abs(stored)
  if (absolute <= LARGEST_KEPT && absolute >= SMALLEST_SCALED) {
    const quick = figureOfScaled(absolute)
    if (quick !== null) return quick
  }
  if (absolute < 1e12 && Number.isInteger(absolute)) return figureOfDigits(String(absolute))
  const mantissa = absolute.toExponential(STORED_DIGITS - 1)
  return figureOfDigits(mantissa.slice(0, mantissa.indexOf('e')).replace('.', ''))
}

const SMALLEST_SCALED = 1e-3

/** How near a half is too near to know, in floating point, to which side it rounds: scaled numbers err by 10⁻⁶. */
const NEAR_A_HALF = 1e-5

/** The figure of a number by arithmetic alone, or `null` where that is not exact enough. */
function figureOfScaled(absolute: number): Figure | null {
  if (Number.isInteger(absolute)) return figureOfWhole(absolute)
  let decimals = STORED_DIGITS - 1
  for (let below = absolute; below >= 10; below /= 10) decimals--
  for (let above = absolute; above < 1; above *= 10) decimals++
  const scaled = absolute * (POWERS[decimals] ?? 1)
  const whole = Math.round(scaled)
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) < NEAR_A_HALF) return null
  return whole >= MANTISSA_FROM && whole <= LARGEST_KEPT ? figureOfWhole(whole) : null
}

const MANTISSA_FROM = 100_000_000

/** Digits that the roughest rounding leaves (36,127 thousand as 36 million). */
const COARSE_DIGITS = 2

/** A figure as a rounded table would have it: two significant digits. */
export function coarseOf(figure: Figure): Figure {
  const beyond = lengthOf(figure.digits) - COARSE_DIGITS
  return beyond <= 0 ? figure : figureOfWhole(Math.round(figure.digits / (POWERS[beyond] ?? 1)))
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
export function figureOfText(text: string): Figure | null {
  if (text.length > 40) return null
  const plain = plainDigits(text)
  if (plain > 0 && plain <= LARGEST_KEPT) return figureOfWhole(plain)
  if (plain === 0 || startsWithLetter(text) || !/\d/.test(text)) return null
  const bare = text.replace(BEFORE, '').replace(BEHIND, '')
  if (NUMBER.test(bare)) return figureOfDigits(bare.replace(SEPARATORS, ''))
  const exponent = EXPONENT.exec(text.replace(BEFORE, '').trim())
  return exponent ? figureOfNumber(Number(exponent[0].replace(',', '.'))) : null
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
