import { londonClock, londonSentence } from '../release/london-time.ts'

/** The languages of reports, as HTML and Word name them. */
export type Language = 'en' | 'cy'

const WELSH_DAYS = ['Sul', 'Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn'] as const
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

/** `Monday 16 March 2020`, `dydd Llun 16 Mawrth 2020`: London’s day at an instant. */
export function dayText(at: number, language: Language): string {
  if (language === 'en') return londonSentence(at).split(', ')[0] ?? ''
  const { weekday, day, month, year } = londonClock(at)
  return `dydd ${WELSH_DAYS[weekday]} ${day} ${WELSH_MONTHS[month - 1]} ${year}`
}

/** `14:42`, with seconds only where there are any. */
export const clockText = (at: number): string => londonSentence(at).split(', ')[1] ?? ''

/** `Monday 16 March 2020, 14:42`. */
export const momentText = (at: number, language: Language): string =>
  `${dayText(at, language)}, ${clockText(at)}`

const MINUTE_MS = 60_000

/** How long after another instant, in whole minutes begun: `1 minute`, `7 munud`. */
export function minutesText(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.ceil(ms / MINUTE_MS))
  if (language === 'cy') return `${minutes} ${minutes === 2 ? 'funud' : 'munud'}`
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
