import { londonText } from './london-time.ts'

/** The parts of the United Kingdom that have bank holidays of their own. */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland'

export const DIVISIONS: readonly Division[] = ['england-and-wales', 'scotland', 'northern-ireland']

export type BankHoliday = {
  readonly title: string
  /** `2026-05-25`. */
  readonly date: string
  /** `Substitute day`, or empty. */
  readonly notes: string
}

/** The bank holidays of the divisions, in the shape of https://www.gov.uk/bank-holidays.json. */
export type BankHolidays = Readonly<
  Record<Division, { readonly division: Division; readonly events: readonly BankHoliday[] }>
>

const DAY_MS = 24 * 60 * 60 * 1000

const midnightOf = (date: string): number => {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at)) throw new RangeError(`date: ${date}`)
  return at
}

/** The day that calendars in London show at an instant: `2026-05-19`. */
export const londonDate = (at: number): string => londonText(at).slice(0, 10)

/** The next day: `2026-05-20` after `2026-05-19`. */
export const dayAfter = (date: string): string =>
  new Date(midnightOf(date) + DAY_MS).toISOString().slice(0, 10)

/** Whether a date is a Saturday or a Sunday. */
export const isWeekend = (date: string): boolean => new Date(midnightOf(date)).getUTCDay() % 6 === 0

/** The bank holiday that a division has on a date, or `null`. */
export const bankHolidayOn = (date: string, division: Division, holidays: BankHolidays): BankHoliday | null =>
  holidays[division].events.find((holiday) => holiday.date === date) ?? null

/**
 * Whether the bank holidays of a date’s year are known. What is not known is not
 * “no holiday”: whoever asks has to say so.
 */
export const holidaysKnown = (date: string, division: Division, holidays: BankHolidays): boolean =>
  holidays[division].events.some((holiday) => holiday.date.slice(0, 4) === date.slice(0, 4))

/** The first year and the last in which the bank holidays of every division are known. */
export function yearsKnown(holidays: BankHolidays): { readonly from: number; readonly to: number } {
  const years = DIVISIONS.map((division) =>
    holidays[division].events.map(({ date }) => Number(date.slice(0, 4))),
  )
  return {
    from: Math.max(...years.map((each) => Math.min(...each))),
    to: Math.min(...years.map((each) => Math.max(...each))),
  }
}

/** Whether people are at work on a date in every one of the divisions. */
export const isWorkingDay = (date: string, divisions: readonly Division[], holidays: BankHolidays): boolean =>
  !isWeekend(date) && divisions.every((division) => bankHolidayOn(date, division, holidays) === null)

/** The first working day after a date. */
export function nextWorkingDay(date: string, divisions: readonly Division[], holidays: BankHolidays): string {
  let next = dayAfter(date)
  while (!isWorkingDay(next, divisions, holidays)) next = dayAfter(next)
  return next
}
