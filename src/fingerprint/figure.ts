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
  return Math.log2(9) + Math.floor(Math.log10(digits)) * LOG2_10
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
  if (absolute < 1e12 && Number.isInteger(absolute)) return figureOfDigits(String(absolute))
  const mantissa = absolute.toExponential(STORED_DIGITS - 1)
  return figureOfDigits(mantissa.slice(0, mantissa.indexOf('e')).replace('.', ''))
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
  if (text.length > 40 || !/\d/.test(text)) return null
  const bare = text.replace(BEFORE, '').replace(BEHIND, '')
  if (NUMBER.test(bare)) return figureOfDigits(bare.replace(SEPARATORS, ''))
  const exponent = EXPONENT.exec(text.replace(BEFORE, '').trim())
  return exponent ? figureOfNumber(Number(exponent[0].replace(',', '.'))) : null
}
