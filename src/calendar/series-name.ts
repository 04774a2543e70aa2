const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)'
const YEAR = '(?:19|20)\\d{2}'
const QUARTER = '(?:q[1-4]|quarter [1-4]|(?:1st|2nd|3rd|4th|first|second|third|fourth) quarter)'

/** The last part of a title that names a period: `: December 2019`, ` for September 2015`, `, Q4 2019 (Oct to Dec)`. */
const PERIOD = new RegExp(
  `(?::|,| -| –| for| in)\\s+(?:[^:]*\\b)?(?:${MONTH}|${QUARTER}|year|week|${YEAR})\\b[^:]*$`,
  'i',
)

/**
 * The series that a title belongs to: what remains when the period is taken off.
 * `Public sector employment, UK: December 2019` is one of `Public sector
 * employment, UK`. A guess, to be looked over; a title without a period is its own
 * series.
 */
export function seriesOf(title: string): string {
  if (!namesItsPeriod(title)) return title
  const cut = title.replace(PERIOD, '').trim()
  return cut === '' ? title : cut
}

/** Whether a title says which period it is about, so that no two releases of a series have it. */
export const namesItsPeriod = (title: string): boolean => new RegExp(`\\b${YEAR}\\b`).test(title)
