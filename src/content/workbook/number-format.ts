/**
 * How a spreadsheet shows a number: enough of Excel's format codes to know its
 * digits as displayed. Source: ECMA-376 part 1, §18.8.30 and §18.8.31.
 */
export type Display = (stored: number) => string | Dated

/** A number that is shown as a date or time is a label, not a figure. */
export type Dated = { readonly date: string }

/** Codes that workbooks name by number only. Source: ECMA-376 part 1, §18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General'

/** Digits that "General" shows in a cell that is wide enough, the zero before the point among them. */
const GENERAL_DIGITS = 10

/** Decimals that "General" shows of what it writes with a power of ten. */
const GENERAL_MANTISSA_DECIMALS = 5

/** Quoted words, escaped characters, padding and fillers: shown, but no digits of the number. */
const LITERALS = /"[^"]*"|\\.|_.|\*./g
/** Colours, conditions, locales; a bracketed h, m or s is elapsed time and stays. */
const BRACKETS = /\[(?![hms]+\])[^\]]*\]/gi

const DAY_MS = 86_400_000
/** Day 0 of Excel's calendar, which believes in 29 February 1900. Source: ECMA-376 part 1, §18.17.4.1. */
export const FIRST_DAY_1900 = Date.UTC(1899, 11, 30)
/** Day 0 of workbooks made on old Macintosh computers. Source: the same. */
export const FIRST_DAY_1904 = Date.UTC(1904, 0, 1)

/**
 * The display that a format code gives.
 *
 * @param firstDay day 0 of the workbook's calendar, milliseconds since 1970-01-01T00:00:00Z
 */
export function displayOf(code: string, firstDay: number = FIRST_DAY_1900): Display {
  const sections = sectionsOf(code).map((section) => sectionDisplay(section, firstDay))
  const conditions = sectionsOf(code).map(conditionOf)
  const [first = general, second = first, third = first] = sections
  if (conditions.some((condition) => condition !== null)) return conditional(sections, conditions)
  if (sections.length === 1) return first
  return (stored) => {
    if (stored < 0) return second(-stored)
    return stored === 0 ? third(stored) : first(stored)
  }
}

/** The sections for numbers; one with an @ behind another is for words. */
function sectionsOf(code: string): readonly string[] {
  const sections = code.replace(LITERALS, ' ').split(';').slice(0, 3)
  return sections.filter((section, place) => place === 0 || section.indexOf('@') === -1)
}

type Condition = (stored: number) => boolean

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/

function conditionOf(section: string): Condition | null {
  const found = CONDITION.exec(section)
  if (found === null) return null
  const limit = Number(found[2])
  switch (found[1]) {
    case '<':
      return (stored) => stored < limit
    case '<=':
      return (stored) => stored <= limit
    case '>':
      return (stored) => stored > limit
    case '>=':
      return (stored) => stored >= limit
    case '<>':
      return (stored) => stored !== limit
    default:
      return (stored) => stored === limit
  }
}

/** The first section whose condition holds; one without is for all that is left. */
function conditional(sections: readonly Display[], conditions: readonly (Condition | null)[]): Display {
  return (stored) => {
    const place = conditions.findIndex((condition) => condition === null || condition(stored))
    return (sections[place] ?? general)(stored)
  }
}

function sectionDisplay(section: string, firstDay: number): Display {
  const bare = section.replace(BRACKETS, '').replace(/AM\/PM|A\/P/gi, 'h')
  if (/general/i.test(bare) || !/[0#?ymdhs]/i.test(bare))
    return /[@0#?g]/i.test(bare) ? general : hidden(bare)
  if (/[ymdhs]/i.test(bare.replace(/E[+-]/gi, ''))) return (stored) => ({ date: dateText(stored, firstDay) })
  if (/\//.test(bare)) return general
  if (/E[+-]/i.test(bare)) return scientific(bare.split(/E/i)[0] ?? '')
  return decimal(bare)
}

/** `##0.0E+0` counts powers by three, as many as there are places before the point. */
function scientific(mantissa: string): Display {
  const places = mantissa.split('.')[0]?.replace(/[^0#?]/g, '').length ?? 1
  const decimals = decimalsOf(mantissa)
  if (places <= 1) return (stored) => stored.toExponential(decimals)
  return (stored) => {
    const [digits = '0', exponent = '0'] = stored.toExponential().split('e')
    const power = Number(exponent)
    const before = ((power % places) + places) % places
    return `${Number(`${digits}e${before}`).toFixed(decimals)}e${power - before}`
  }
}

/** A section without placeholders shows words only, or nothing; an empty format code shows the number. */
const hidden =
  (bare: string): Display =>
  () =>
    bare.trim()

export const general: Display = (stored) => {
  const text = String(stored)
  if (fitsGeneral(text, Number.isInteger(stored))) return text
  const absolute = Math.abs(stored)
  if (absolute < 1e-4 || absolute >= 1e11) return stored.toExponential(GENERAL_MANTISSA_DECIMALS)
  const whole = Math.max(1, Math.floor(Math.log10(absolute)) + 1)
  return String(Number(stored.toFixed(Math.max(0, GENERAL_DIGITS - whole))))
}

/** Whether the shortest way to write a number is also what "General" shows. */
function fitsGeneral(text: string, isWhole: boolean): boolean {
  const digits = text.charCodeAt(0) === MINUS ? text.length - 1 : text.length
  return isWhole ? digits <= GENERAL_DIGITS + 1 : digits <= GENERAL_DIGITS + 1 && text.indexOf('e') === -1
}

const MINUS = 45

const decimalsOf = (bare: string): number => {
  const point = bare.indexOf('.')
  return point === -1 ? 0 : bare.slice(point).replace(/[^0#?]/g, '').length
}

function decimal(bare: string): Display {
  const decimals = Math.min(decimalsOf(bare), 20)
  const percents = bare.split('%').length - 1
  const thousands = /[0#?](,+)(?:\.|[^0#?,]*$)/.exec(bare)?.[1]?.length ?? 0
  const power = 2 * percents - 3 * thousands
  const grouped = /[0#?],[0#?]/.test(bare)
  const sign = percents > 0 ? '%' : ''
  const scale = 10 ** (power + decimals)
  return (stored) => {
    const rounded = quicklyRounded(stored, scale) ?? seenRounded(stored, power + decimals)
    const minus = stored < 0 && rounded > 0 ? '-' : ''
    const isExact = rounded < MOST_EXACT
    return minus + (isExact ? written(rounded, decimals, grouped) : atLength(stored, power, grouped)) + sign
  }
}

/** Beyond this the decimal number that a person sees may differ from the binary one by more than is looked at. */
const LARGEST_QUICK = 1e11

/**
 * A number without its sign, scaled and rounded, halves up; `null` where it is so
 * near a half that the decimal number, at most 10⁻¹⁴ away, may round otherwise.
 */
function quicklyRounded(stored: number, scale: number): number | null {
  const scaled = Math.abs(stored) * scale
  const aboveHalf = Math.abs(scaled - Math.floor(scaled) - 0.5)
  const isKnown = aboveHalf >= 1e-9 + scaled * 2e-14 || (aboveHalf === 0 && scale === 1)
  return scaled <= LARGEST_QUICK && isKnown ? Math.round(scaled) : null
}

/**
 * The same of the decimal number that a person sees: Excel rounds 2.675 to 2.68,
 * not the binary number 2.67499….
 */
function seenRounded(stored: number, power: number): number {
  const seen = Math.abs(Number(stored.toPrecision(15)))
  const [mantissa = '0', exponent = '0'] = seen.toExponential().split('e')
  return Math.round(Number(`${mantissa}e${Number(exponent) + power}`))
}

/** Whole numbers below this are exact, and so is what they are divided into. */
const MOST_EXACT = 1e15

/** A whole number of the last decimals as text: 361268 with one decimal is 36,126.8. */
function written(rounded: number, decimals: number, grouped: boolean): string {
  const one = 10 ** decimals
  const whole = Math.floor(rounded / one)
  const text = grouped ? inThousands(whole) : String(whole)
  if (decimals === 0) return text
  const rest = String(rounded - whole * one)
  return `${text}.${rest.length < decimals ? '0'.repeat(decimals - rest.length) : ''}${rest}`
}

const inThousands = (whole: number): string =>
  whole < 1000
    ? String(whole)
    : `${inThousands(Math.floor(whole / 1000))},${String(1000 + (whole % 1000)).slice(1)}`

/** A number of more digits than are exact, without decimals. */
function atLength(stored: number, power: number, grouped: boolean): string {
  const text = (Math.abs(Number(stored.toPrecision(15))) * 10 ** power).toFixed(0)
  return grouped ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text
}

/** A date serial as people write it in a file: `2020-03-17`, with the time where there is one. */
export function dateText(serial: number, firstDay: number = FIRST_DAY_1900): string {
  if (!(serial >= 0 && serial < 2_958_466)) return '#####'
  const iso = new Date(firstDay + Math.round(serial * DAY_MS)).toISOString()
  if (serial < 1) return iso.slice(11, 19)
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
