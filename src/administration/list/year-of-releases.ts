import type { ReleaseSummary } from '../../register/administration.ts'
import { londonClock } from '../../release/london-time.ts'
import { instantOf, type YearMonth } from '../../release/when.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** Months shown before the present one: what has just come out is still asked about. */
const MONTHS_BEFORE = 2

/** Twelve months of releases. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export type Year = { readonly months: readonly YearMonth[]; readonly from: number; readonly to: number }

/** When a month is over, by London’s calendar. */
const endOf = (month: YearMonth): number => instantOf({ kind: 'months', from: month, to: month }) + 60_000

/** Twelve months around an instant, by London’s calendar. */
export function yearAround(at: number): Year {
  const { year, month } = londonClock(at)
  const first = year * 12 + month - 1 - MONTHS_BEFORE
  const months = Array.from({ length: 12 }, (_, index) => ({
    year: Math.floor((first + index) / 12),
    month: ((first + index) % 12) + 1,
  }))
  const before = { year: Math.floor((first - 1) / 12), month: ((first - 1 + 12) % 12) + 1 }
  const last = months[11] ?? before
  return { months, from: endOf(before), to: endOf(last) }
}

/** A month of the strip: when it begins, how far along that is, and its share of the year, 0 to 1. */
export type MonthAlong = {
  readonly month: YearMonth
  readonly from: number
  readonly along: number
  readonly share: number
}

/** Where the months stand on the strip: they are not equally long. */
export const monthsAlong = ({ months, from, to }: Year): readonly MonthAlong[] => {
  const begins = [from, ...months.map(endOf)]
  return months.map((month, index) => {
    const [begin = from, end = to] = [begins[index], begins[index + 1]]
    return {
      month,
      from: begin,
      along: (begin - from) / (to - from),
      share: (end - begin) / (to - from),
    }
  })
}

/** A release as a mark on the strip: how far along, 0 to 1, and how high in its stack, counted from 0. */
export type Mark = { readonly release: ReleaseSummary; readonly along: number; readonly height: number }

/** Marks above each other; of a fuller week it is said how many there are more. */
export const MOST_IN_A_WEEK = 6

const weekOf = ({ at }: ReleaseSummary, { from, to }: Year): number =>
  Math.min(Math.floor((at - from) / WEEK_MS), Math.floor((to - from) / WEEK_MS) - 1)

/** The middle of a week: the last one is a day or two longer. */
const alongOf = (week: number, { from, to }: Year): number => ((week + 0.5) * WEEK_MS) / (to - from)

function byWeek(
  releases: readonly ReleaseSummary[],
  year: Year,
): ReadonlyMap<number, readonly ReleaseSummary[]> {
  const weeks = new Map<number, ReleaseSummary[]>()
  for (const release of [...releases].sort((one, other) => one.at - other.at)) {
    const week = weekOf(release, year)
    const known = weeks.get(week)
    if (known === undefined) weeks.set(week, [release])
    else known.push(release)
  }
  return weeks
}

/** Where the releases stand on the strip; those of one week are stacked. */
export const marksOf = (releases: readonly ReleaseSummary[], year: Year): readonly Mark[] =>
  [...byWeek(releases, year)].flatMap(([week, stack]) =>
    stack
      .slice(0, MOST_IN_A_WEEK)
      .map((release, height) => ({ release, along: alongOf(week, year), height })),
  )

/** The weeks that have more releases than are stacked, and how many more. */
export const moreIn = (
  releases: readonly ReleaseSummary[],
  year: Year,
): readonly { readonly along: number; readonly more: number }[] =>
  [...byWeek(releases, year)].flatMap(([week, stack]) =>
    stack.length > MOST_IN_A_WEEK
      ? [{ along: alongOf(week, year), more: stack.length - MOST_IN_A_WEEK }]
      : [],
  )

/** The releases of each month. */
export const byMonth = (releases: readonly ReleaseSummary[], year: Year) =>
  year.months.map((month) => ({
    month,
    releases: releases.filter(({ at }) => {
      const clock = londonClock(at)
      return clock.year === month.year && clock.month === month.month
    }),
  }))
