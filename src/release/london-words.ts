import { londonClock, londonSentence, MONTHS } from './london-time.ts'
import type { Language, Said } from './said.ts'
import type { Months, When, YearMonth } from './when.ts'

const WELSH_DAYS = [
  'dydd Sul',
  'dydd Llun',
  'dydd Mawrth',
  'dydd Mercher',
  'dydd Iau',
  'dydd Gwener',
  'dydd Sadwrn',
] as const

const WELSH_MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `dydd Mawrth 17 Mawrth 2020, 09:30`. */
function welshSentence(at: number): string {
  const { weekday, day, month, year, hour, minute, second } = londonClock(at)
  const seconds = second === 0 ? '' : `:${two(second)}`
  return `${WELSH_DAYS[weekday]} ${day} ${WELSH_MONTHS[month - 1]} ${year}, ${two(hour)}:${two(minute)}${seconds}`
}

/**
 * An instant as a person reads it, London time: `Tuesday 17 March 2020, 09:30`.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export const londonWords = (at: number, language: Language): string =>
  language === 'cy' ? welshSentence(at) : londonSentence(at)

/** An instant as `londonWords` has it, in both languages. */
export const londonSaid = (at: number): Said => ({ en: londonSentence(at), cy: welshSentence(at) })

const monthName = ({ year, month }: YearMonth, names: readonly string[]): string =>
  `${names[month - 1]} ${year}`

const monthsWords = ({ from, to }: Months, names: readonly string[], between: string): string =>
  from.year === to.year && from.month === to.month
    ? monthName(from, names)
    : `${monthName(from, names)} ${between} ${monthName(to, names)}`

/** `Tuesday 19 May 2026, 07:00`, or `May 2026 to June 2026`, in both languages. */
export const whenSaid = (when: When): Said =>
  when.kind === 'instant'
    ? londonSaid(when.at)
    : { en: monthsWords(when, MONTHS, 'to'), cy: monthsWords(when, WELSH_MONTHS, 'i') }
