import { cy } from 'date-fns/locale/cy'
import { timeLeft, timeLeftWords } from '../../pane/time-left.ts'
import { londonClock } from '../../release/london-time.ts'
import { londonWords } from '../../release/london-words.ts'
import type { Months, YearMonth } from '../../release/when.ts'

/** The months of the year in Welsh. */
export const WELSH_MONTHS: readonly string[] =
  'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ')

const monthName = ({ year, month }: YearMonth): string => `${WELSH_MONTHS[month - 1]} ${year}`

/** `Mai 2026 i Mehefin 2026`. */
export function monthsInWelsh({ from, to }: Months): string {
  const [first, last] = [monthName(from), monthName(to)]
  return first === last ? first : `${first} i ${last}`
}

/** A time spelled out with how far away it is, in Welsh. */
export function timeSentenceInWelsh(due: number, at: number): string {
  const all = timeLeft(Math.abs(due - at))
  const left = all.hours + all.minutes + all.days > 0 ? { ...all, seconds: 0 } : all
  const far = timeLeftWords(left, cy).replace(/ 0 eiliad$/, '')
  return `${londonWords(due, 'cy')} ${londonClock(due).zone}, ${due >= at ? `ymhen ${far}` : `${far} yn ôl`}`
}
