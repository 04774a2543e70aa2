import { londonClock, londonInstants, londonText } from './london-time.ts'
import type { Release } from './release.ts'
import { type BankHolidays, type Division, londonDate, nextWorkingDay } from './working-days.ts'

/** A time of day in London. */
export type TimeOfDay = { readonly hour: number; readonly minute: number }

/** When official statistics come out unless a series has another time. Source: Code of Practice for Statistics, T3.6. */
export const STANDARD_TIME: TimeOfDay = { hour: 9, minute: 30 }

/** Releases from which the usual time of a series is taken. More would keep an old habit alive. */
const RECENT_RELEASES = 12

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `07:00`. */
export const timeOfDayText = ({ hour, minute }: TimeOfDay): string => `${two(hour)}:${two(minute)}`

/** The time of day that `07:00` says, or `null`. */
export function timeOfDayFrom(text: string): TimeOfDay | null {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  return found ? { hour: Number(found[1]), minute: Number(found[2]) } : null
}

/**
 * The time of day at which most of the last releases of a series came out or will,
 * the latest where two are as frequent; `null` where it has none with an exact time.
 * For a series whose usual time nobody has set.
 */
export function usualTimeAmong(
  releases: readonly (Pick<Release, 'series' | 'at' | 'state'> & { readonly months: unknown })[],
  series: string,
): TimeOfDay | null {
  const times = releases
    .filter((release) => release.series === series && release.months === null)
    .filter(({ state }) => state === 'confirmed' || state === 'published')
    .sort((one, other) => other.at - one.at)
    .slice(0, RECENT_RELEASES)
    .map(({ at }) => londonText(at).slice(11, 16))
  const often = (time: string): number => times.filter((other) => other === time).length
  const [usual] = [...times].sort((one, other) => often(other) - often(one))
  return usual === undefined ? null : timeOfDayFrom(usual)
}

/** Whether London’s clocks show this time of day at an instant, to the second. */
export function isAtTimeOfDay(at: number, { hour, minute }: TimeOfDay): boolean {
  const clock = londonClock(at)
  return clock.hour === hour && clock.minute === minute && clock.second === 0
}

/**
 * The time to start from when a release is entered: the series’ usual time, else
 * 09:30, on the next working day after today.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, now
 */
export function suggestedTime(
  usual: TimeOfDay | null,
  divisions: readonly Division[],
  holidays: BankHolidays,
  at: number,
): number {
  const { hour, minute } = usual ?? STANDARD_TIME
  let date = nextWorkingDay(londonDate(at), divisions, holidays)
  for (;;) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    const [instant, again] = londonInstants(year, month, day, hour, minute)
    if (instant !== undefined && again === undefined) return instant
    date = nextWorkingDay(date, divisions, holidays)
  }
}
