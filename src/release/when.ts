import { londonInstants, MONTHS } from './london-time.ts'

/** A month of a year. */
export type YearMonth = {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
}

/** The month, or the months from the first to the last, in which a release is expected. */
export type Months = { readonly from: YearMonth; readonly to: YearMonth }

/**
 * When a release is due, as exactly as the office says: to the instant, or within
 * some months. Source: GOV.UK's precisions exact, one_month and two_month; ONS's
 * `Month YYYY to Month YYYY`.
 */
export type When =
  | {
      readonly kind: 'instant'
      /** Milliseconds since 1970-01-01T00:00:00Z. */
      readonly at: number
    }
  | ({ readonly kind: 'months' } & Months)

const inMonths = ({ year, month }: YearMonth): number => year * 12 + month - 1

/** Whether two times say the same, to the millisecond or to the month. */
export function sameWhen(one: When, other: When): boolean {
  if (one.kind === 'instant') return other.kind === 'instant' && one.at === other.at
  return (
    other.kind === 'months' &&
    inMonths(one.from) === inMonths(other.from) &&
    inMonths(one.to) === inMonths(other.to)
  )
}

const nameOf = ({ year, month }: YearMonth): string => `${MONTHS[month - 1]} ${year}`

/** `May 2026`, `May 2026 to June 2026`: the form in which ONS writes it, and in which it is kept. */
export function monthsText({ from, to }: Months): string {
  return inMonths(from) === inMonths(to) ? nameOf(from) : `${nameOf(from)} to ${nameOf(to)}`
}

/** The number of a month from its English name or the first three letters of it, 1 to 12. */
export function monthFrom(name: string): number | null {
  const lower = name.toLowerCase()
  const found = MONTHS.findIndex(
    (month) => month.toLowerCase() === lower || month.slice(0, 3).toLowerCase() === lower,
  )
  return found === -1 ? null : found + 1
}

const MONTH_TEXT = /^([a-z]+)(?: (\d{4}))?(?: (?:to|-|–) ([a-z]+) (\d{4}))?$/i

/**
 * The months that a text names: `May 2026`, `May 2026 to June 2026`, and GOV.UK's
 * `May to June 2026`. `null` where it names none, or the last is before the first.
 */
export function monthsFrom(text: string): Months | null {
  const found = MONTH_TEXT.exec(text.trim().replace(/\s+/g, ' '))
  if (!found) return null
  const [, first = '', firstYear, last = first, lastYear = firstYear] = found
  const from = yearMonth(first, firstYear ?? lastYear)
  const to = yearMonth(last, lastYear)
  return from && to && inMonths(from) <= inMonths(to) ? { from, to } : null
}

function yearMonth(name: string, year: string | undefined): YearMonth | null {
  const month = monthFrom(name)
  return month === null || year === undefined ? null : { year: Number(year), month }
}

/**
 * The instant that stands for a time in the register: itself, or 23:59 London
 * time on the last day of the months. Where no day is known, the last minute is the
 * only one that is not too early.
 */
export function instantOf(when: When): number {
  if (when.kind === 'instant') return when.at
  const { year, month } = when.to
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const [at] = londonInstants(year, month, lastDay, 23, 59)
  if (at === undefined) throw new RangeError(`No 23:59 on the last day of ${nameOf(when.to)}`)
  return at
}
