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
