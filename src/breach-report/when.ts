import { londonWords } from '../release/london-words.ts'

/** The languages of reports, as HTML and Word name them. */
export type Language = 'en' | 'cy'

/** `Monday 16 March 2020, 14:42`, `dydd Llun 16 Mawrth 2020, 14:42`. */
export const momentText = londonWords

/** `Monday 16 March 2020`: London’s day at an instant. */
export const dayText = (at: number, language: Language): string =>
  momentText(at, language).split(', ')[0] ?? ''

/** `14:42`, with seconds only where there are any. */
export const clockText = (at: number): string => momentText(at, 'en').split(', ')[1] ?? ''

const MINUTE_MS = 60_000

/** How long after another instant, in whole minutes begun: `1 minute`, `7 munud`. */
export function minutesText(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.ceil(ms / MINUTE_MS))
  if (language === 'cy') return `${minutes} ${minutes === 2 ? 'funud' : 'munud'}`
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
