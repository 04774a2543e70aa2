import type { ReleaseSummary } from '../../register/administration.ts'
import { londonWords } from '../../release/london-words.ts'
import type { When } from '../../release/when.ts'
import type { AdministrationWording } from '../wording.ts'

/** `Tuesday 19 May 2026, 07:00`, or the months in which it is expected. */
export const whenWords = (when: When, { language, monthsText }: AdministrationWording): string =>
  when.kind === 'instant' ? londonWords(when.at, language) : monthsText(when)

/** When a release is due, as exactly as is known. */
export const dueWords = (
  { at, months }: Pick<ReleaseSummary, 'at' | 'months'>,
  wording: AdministrationWording,
): string => (months === null ? londonWords(at, wording.language) : wording.monthsText(months))
