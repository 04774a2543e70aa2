import { durationText, instantFrom, londonClock, londonSentence } from './london-time.ts'
import { isAtTimeOfDay, STANDARD_TIME, type TimeOfDay, timeOfDayText } from './usual-time.ts'
import {
  type BankHolidays,
  bankHolidayOn,
  DIVISIONS,
  type Division,
  holidaysKnown,
  isWeekend,
  londonDate,
} from './working-days.ts'

/** What an administrator should confirm about a time before it is kept. */
export type TimeConcern =
  | { readonly kind: 'past'; readonly because: string }
  | { readonly kind: 'weekend'; readonly because: string }
  | {
      readonly kind: 'bank-holiday'
      readonly title: string
      /** Where it is one. */
      readonly divisions: readonly Division[]
      readonly because: string
    }
  /** The year is not in the list of bank holidays. */
  | { readonly kind: 'holidays-unknown'; readonly divisions: readonly Division[]; readonly because: string }
  | { readonly kind: 'unusual-time'; readonly usual: TimeOfDay; readonly because: string }

/** What is said of a time while it is typed. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export type TimeAdvice =
  | {
      readonly kind: 'time'
      readonly at: number
      /** As it is kept: `2026-05-19 07:00`. */
      readonly london: string
      /** As it is read back: `Tuesday 19 May 2026, 07:00 BST, in 6 days 14 h`. */
      readonly sentence: string
      /** Each asks for confirmation; none: nothing to ask. */
      readonly concerns: readonly TimeConcern[]
    }
  /** The clocks show it twice: ask which. */
  | {
      readonly kind: 'which'
      readonly first: number
      readonly second: number
      readonly sentences: readonly [string, string]
      readonly because: string
    }
  | { readonly kind: 'refused'; readonly refusal: 'gap' | 'unreadable'; readonly because: string }

/**
 * A time as a person has to check it: weekday, date, London time with its zone, and
 * how far away it is. `Tuesday 19 May 2026, 07:00 BST, in 6 days 14 h`.
 *
 * @param due milliseconds since 1970-01-01T00:00:00Z
 * @param at now
 */
export function timeSentence(due: number, at: number): string {
  const far = due >= at ? `in ${durationText(due - at)}` : `${durationText(at - due)} ago`
  return `${londonSentence(due)} ${londonClock(due).zone}, ${due === at ? 'now' : far}`
}

/**
 * What to say of a time that was typed: refuse it, ask which is meant, or read it
 * back with all that asks for confirmation. The spring gap is refused, the autumn
 * hour asked.
 *
 * @param usual the series’ usual time of day; `null`: 09:30 is usual
 * @param at milliseconds since 1970-01-01T00:00:00Z, now
 */
export function adviseOnTime(
  typed: string,
  usual: TimeOfDay | null,
  holidays: BankHolidays,
  at: number,
): TimeAdvice {
  const time = instantFrom(typed)
  switch (time.kind) {
    case 'gap':
    case 'unreadable':
      return { kind: 'refused', refusal: time.kind, because: time.because.en }
    case 'twice': {
      const { first, second, because } = time
      return {
        kind: 'which',
        first,
        second,
        sentences: [timeSentence(first, at), timeSentence(second, at)],
        because: because.en,
      }
    }
    case 'instant':
      return {
        kind: 'time',
        at: time.at,
        london: time.london,
        sentence: timeSentence(time.at, at),
        concerns: concernsAt(time.at, usual, holidays, at),
      }
  }
}

/**
 * What asks for confirmation about an instant, wherever it comes from.
 *
 * @param due milliseconds since 1970-01-01T00:00:00Z
 * @param at now
 */
export function concernsAt(
  due: number,
  usual: TimeOfDay | null,
  holidays: BankHolidays,
  at: number,
): readonly TimeConcern[] {
  const date = londonDate(due)
  return [
    ...(due <= at ? [past(due, at)] : []),
    ...(isWeekend(date) ? [weekend(due)] : []),
    ...bankHolidays(date, holidays),
    ...(isAtTimeOfDay(due, usual ?? STANDARD_TIME) ? [] : [unusual(due, usual ?? STANDARD_TIME)]),
  ]
}

const past = (due: number, at: number): TimeConcern => ({
  kind: 'past',
  because: `That is over: ${timeSentence(due, at)}. A confirmed release would be public at once.`,
})

const weekend = (due: number): TimeConcern => ({
  kind: 'weekend',
  because: `${londonSentence(due)} is at a weekend.`,
})

const unusual = (due: number, usual: TimeOfDay): TimeConcern => ({
  kind: 'unusual-time',
  usual,
  because: `The usual time is ${timeOfDayText(usual)}: is ${londonSentence(due).split(', ')[1]} meant?`,
})

const NAMES: Readonly<Record<Division, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

const named = (divisions: readonly Division[]): string =>
  divisions
    .map((division) => NAMES[division])
    .join(', ')
    .replace(/, ([^,]*)$/, ' and in $1')

function bankHolidays(date: string, holidays: BankHolidays): TimeConcern[] {
  const unknown = DIVISIONS.filter((division) => !holidaysKnown(date, division, holidays))
  const titles = DIVISIONS.map((division) => bankHolidayOn(date, division, holidays)?.title)
  const distinct = titles.filter((title, index) => title !== undefined && titles.indexOf(title) === index)
  return [
    ...distinct.map((title = '') =>
      bankHoliday(
        title,
        DIVISIONS.filter((_, index) => titles[index] === title),
      ),
    ),
    ...(unknown.length > 0 ? [holidaysUnknown(date, unknown)] : []),
  ]
}

const bankHoliday = (title: string, divisions: readonly Division[]): TimeConcern => ({
  kind: 'bank-holiday',
  title,
  divisions,
  because: `That day is a bank holiday in ${named(divisions)}: ${title}.`,
})

const holidaysUnknown = (date: string, divisions: readonly Division[]): TimeConcern => ({
  kind: 'holidays-unknown',
  divisions,
  because: `The bank holidays of ${date.slice(0, 4)} in ${named(divisions)} are not known here yet: look them up.`,
})
