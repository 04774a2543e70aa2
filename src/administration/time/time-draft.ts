import { londonText } from '../../release/london-time.ts'
import { adviseOnTime, concernsAt, type TimeAdvice, type TimeConcern } from '../../release/time-advice.ts'
import { type TimeOfDay, timeOfDayFrom, timeOfDayText } from '../../release/usual-time.ts'
import type { BankHolidays } from '../../release/working-days.ts'

/** A time while it is typed. */
export type TimeDraft = {
  /** `2026-05-19`, or empty. */
  readonly date: string
  /** `07:00`, `0700` or empty: typed as text, because a browser’s own field may say AM and PM. */
  readonly clock: string
  /** Of an hour that the clocks show twice, which. */
  readonly which: 'first' | 'second' | null
  /** The concerns that were ticked, by their keys. */
  readonly meant: readonly string[]
}

/** What is to be said of a time that is typed. */
export type TimeJudged = {
  readonly advice: TimeAdvice
  /** The instant, milliseconds since 1970-01-01T00:00:00Z; `null` where there is none yet. */
  readonly due: number | null
  readonly concerns: readonly { readonly key: string; readonly concern: TimeConcern }[]
  /** Whether it may be kept: one instant, and all that is unusual of it is ticked. */
  readonly isReady: boolean
}

/** An instant as it would have been typed. */
export const draftOf = (at: number): TimeDraft => ({
  date: londonText(at).slice(0, 10),
  clock: londonText(at).slice(11, 16),
  which: null,
  meant: [],
})

const keyOf = (concern: TimeConcern): string =>
  concern.kind === 'bank-holiday' ? `${concern.kind} ${concern.title}` : concern.kind

/** `07:00` from `7:00` and `0700`; what is no time stays as it is. */
function clockOf(typed: string): string {
  const time = timeOfDayFrom(typed.trim().replace(/^(\d?\d)[.h]?(\d\d)$/, '$1:$2'))
  return time === null ? typed : timeOfDayText(time)
}

function dueOf(advice: TimeAdvice, which: TimeDraft['which']): number | null {
  if (advice.kind === 'time') return advice.at
  return advice.kind === 'which' && which !== null ? advice[which] : null
}

/**
 * Judges a time while it is typed, by the rules of src/release/time-advice.ts.
 *
 * @param usual the series’ usual time of day, or `null`
 * @param at milliseconds since 1970-01-01T00:00:00Z, now
 */
export function judgeTime(
  draft: TimeDraft,
  usual: TimeOfDay | null,
  holidays: BankHolidays,
  at: number,
): TimeJudged {
  const advice = adviseOnTime(`${draft.date} ${clockOf(draft.clock)}`, usual, holidays, at)
  const due = dueOf(advice, draft.which)
  const concerns = (due === null ? [] : concernsAt(due, usual, holidays, at)).map((concern) => ({
    key: keyOf(concern),
    concern,
  }))
  const isReady = due !== null && concerns.every(({ key }) => draft.meant.includes(key))
  return { advice, due, concerns, isReady }
}
