import { londonClock, londonSentence } from './london-time.ts'

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
export const londonWords = (at: number, language: 'en' | 'cy'): string =>
  language === 'cy' ? welshSentence(at) : londonSentence(at)
