import { formatDuration, type Locale } from 'date-fns'

const SECOND_MS = 1_000
const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

/** How long it still is, in whole days, hours, minutes and seconds. */
export type TimeLeft = {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/**
 * The time from now to an instant, never below nothing.
 *
 * A second that has begun counts whole: at 09:29:59.999 it says one second, and
 * nothing only when the instant has come.
 *
 * @param ms milliseconds
 */
export function timeLeft(ms: number): TimeLeft {
  const all = Math.max(0, Math.ceil(ms / SECOND_MS))
  return {
    days: Math.floor(all / DAY_S),
    hours: Math.floor((all % DAY_S) / HOUR_S),
    minutes: Math.floor((all % HOUR_S) / MINUTE_S),
    seconds: all % MINUTE_S,
  }
}

const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const

/**
 * `18 hours 48 minutes 3 seconds`, from the largest unit there is; the seconds
 * only in the last day. The locale knows how a language counts.
 */
export function timeLeftWords(left: TimeLeft, locale: Locale): string {
  const largest = UNITS.findIndex((unit) => left[unit] > 0)
  const format = UNITS.slice(largest < 0 ? UNITS.length - 1 : largest)
  const shown = left.days > 0 ? format.filter((unit) => unit !== 'seconds') : format
  return formatDuration(left, { format: shown, zero: true, locale })
}
