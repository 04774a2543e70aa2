import type { Display } from '../content/workbook/number-format.ts'

/**
 * The digit that every false figure is made of: 111, 111.1, 11 %.
 *
 * All false figures of one format are alike, whatever stood there: neither size
 * nor sign of a figure is left to be guessed.
 */
export type FalseDigit = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** Decimals of a false figure at most: no table shows more, and a stored number keeps no more than 15 digits. */
const MOST_DECIMALS = 9

/** How a figure is written: what its false one keeps. */
export type Writing = { readonly decimals: number; readonly mark: string; readonly percent: boolean }

/** `111`, `111.1`, `11.1` of a percentage, whose sign is not written here. */
export function falseDigits({ decimals, mark, percent }: Writing, digit: FalseDigit): string {
  const fraction = digit.repeat(Math.min(decimals, MOST_DECIMALS))
  return digit.repeat(percent ? 2 : 3) + (fraction === '' ? '' : mark + fraction)
}

/** A power of ten that shows what a format does to a number: `0%` makes it a hundred times as large. */
const TRIAL = 1e9

/**
 * Gives, for stored numbers of one format, the stored number that the format
 * shows as a false figure: 111.1 in `0.0`, 0.111 in `0.0%`, 111100 in `0.0,`.
 */
export function falseNumbers(display: Display, digit: FalseDigit): (stored: number) => number {
  const general = isGeneral(display)
  const power = powerOf(display)
  return (stored) => {
    const shown = textOf(display, Math.abs(stored))
    const decimals = general ? Number(!Number.isInteger(stored)) : writingOf(shown).decimals
    if (/\de[+-]?\d/i.test(shown)) return Number(`${digit}.${digit.repeat(decimals)}e2`)
    const digits = falseDigits({ decimals, mark: '.', percent: shown.indexOf('%') !== -1 }, digit)
    return Number(`${digits}e${-power}`)
  }
}

const textOf = (display: Display, stored: number): string => {
  const shown = display(stored)
  return typeof shown === 'string' ? shown : ''
}

/** “General” shows a third with all the decimals that fit, and five with none. */
const isGeneral = (display: Display): boolean =>
  textOf(display, 5) === '5' && textOf(display, 1 / 3).length > 8

/** By what power of ten a format shows a number larger than it is stored. */
function powerOf(display: Display): number {
  const shown = Number(textOf(display, TRIAL).replace(/[,%\s]/g, ''))
  return shown > 0 && Number.isFinite(shown) ? Math.round(Math.log10(shown / TRIAL)) : 0
}

/** Digits with what may stand between them. */
const NUMBER = /\d(?:[\d.,'’ \u00a0\u2009\u202f]*\d)?|[.,]\d+/

/** How the first number in a text is written. A comma before exactly three digits parts thousands. */
export function writingOf(text: string): Writing {
  const number = NUMBER.exec(text)?.[0] ?? ''
  const percent = /[%‰]/.test(text)
  const [whole = '', mark = '.', decimals = ''] = /([.,])(\d+)$/.exec(number) ?? []
  const before = number.slice(0, number.length - whole.length)
  const repeats = before.indexOf(mark) !== -1
  const parts = mark === ',' ? decimals.length === 3 && before.indexOf('.') === -1 : false
  return { decimals: repeats || parts ? 0 : decimals.length, mark, percent }
}

/** A number in scientific notation has a power after its digits. */
const EXPONENT = /\d[.,]?\d*e[+-]?\d+/i
/** What may stay before a figure; signs and brackets tell of its direction. */
const NOT_KEPT_BEFORE = /[^\s£$€]/g

/** No figure is longer, with currency, separators and marks. */
const MOST_CHARACTERS = 60

/** The text of a figure with a false one in its place: `(1,234.5)` becomes `111.1`, `-0.3%` `11.1%`. */
export function falseFigureText(text: string, digit: FalseDigit): string {
  if (text.length > MOST_CHARACTERS) return digit.repeat(3)
  const number = EXPONENT.exec(text) ?? NUMBER.exec(text)
  if (number === null) return text
  const before = text.slice(0, number.index).replace(NOT_KEPT_BEFORE, '')
  const behind = text.slice(number.index + number[0].length).replace(/^\s*\)/, '')
  const writing = EXPONENT.test(text) ? { decimals: 0, mark: '.', percent: false } : writingOf(text)
  return before + falseDigits(writing, digit) + behind
}
