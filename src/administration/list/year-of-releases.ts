import type { ReleaseSummary } from '../../register/administration.ts'
import { londonClock } from '../../release/london-time.ts'
import { instantOf, type YearMonth } from '../../release/when.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Months shown before the present one: what has just come out is still asked about. */
const MONTHS_BEFORE = 2

/** How far along the last mark stands: a year is a day longer than its weeks, and the mark has a width. */
const LAST_ALONG = 0.992

/** Twelve months of releases. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export type Year = { readonly months: readonly YearMonth[]; readonly from: number; readonly to: number }

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
  const end = (months: YearMonth) => instantOf({ kind: 'months', from: months, to: months }) + 60_000
  return { months, from: end(before), to: end(last) }
}

/** A release as a mark on the strip: how far along, 0 to 1, and how high in its stack, counted from 0. */
export type Mark = { readonly release: ReleaseSummary; readonly along: number; readonly height: number }

/** Where the releases stand on the strip; those of one week are stacked. */
export function marksOf(releases: readonly ReleaseSummary[], { from, to }: Year): readonly Mark[] {
  const stacks = new Map<number, number>()
  return [...releases]
    .sort((one, other) => one.at - other.at)
    .map((release) => {
      const week = Math.floor((release.at - from) / (7 * DAY_MS))
      const height = stacks.get(week) ?? 0
      stacks.set(week, height + 1)
      return { release, along: Math.min(LAST_ALONG, ((week + 0.5) * 7 * DAY_MS) / (to - from)), height }
    })
}

/** The releases of each month. */
export const byMonth = (releases: readonly ReleaseSummary[], year: Year) =>
  year.months.map((month) => ({
    month,
    releases: releases.filter(({ at }) => {
      const clock = londonClock(at)
      return clock.year === month.year && clock.month === month.month
    }),
  }))
