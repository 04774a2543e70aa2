import { enGB } from 'date-fns/locale/en-GB'
import { languageOf } from '../outlook/wording.ts'
import { type TimeLeft, timeLeftWords } from '../pane/time-left.ts'
import { londonSentence, MONTHS } from '../release/london-time.ts'
import type { ReleaseState } from '../release/release.ts'
import { type Months, monthsText } from '../release/when.ts'
import { ACCESS_ENGLISH } from './access/access-wording.ts'
import { IMPORTS_ENGLISH } from './calendars/calendars-wording.ts'
import { FILES_ENGLISH } from './files/files-wording.ts'
import { JOURNAL_ENGLISH } from './journal/journal-wording.ts'
import { LIST_ENGLISH, YEAR_ENGLISH } from './list/list-wording.ts'
import { NEW_RELEASE_ENGLISH, RELEASE_ENGLISH } from './release/release-wording.ts'
import { COMMON_ENGLISH, CONFLICT_ENGLISH } from './saving/saving-wording.ts'
import {
  BANK_HOLIDAYS_ENGLISH,
  NEVER_ENGLISH,
  POLICY_ENGLISH,
  SETTINGS_ENGLISH,
} from './settings/settings-wording.ts'
import { TIME_ENGLISH } from './time/time-wording.ts'

/** What the screens say in English, subject by subject. */
export const ENGLISH = {
  language: languageOf('en'),
  heading: 'Register',
  nav: {
    label: 'Register',
    releases: 'Releases',
    imports: 'Calendar',
    journal: 'Journal',
    settings: 'Settings',
  },
  person: 'You are',
  states: {
    provisional: 'Provisional',
    confirmed: 'Confirmed',
    published: 'Published',
    postponed: 'Postponed',
    cancelled: 'Cancelled',
  } satisfies Record<ReleaseState, string>,
  months: MONTHS as readonly string[],
  monthsText: (months: Months): string => monthsText(months),
  timeLeft: (left: TimeLeft): string => `${timeLeftWords(left, enGB)} left`,
  access: ACCESS_ENGLISH,
  imports: IMPORTS_ENGLISH,
  files: FILES_ENGLISH,
  journal: JOURNAL_ENGLISH,
  list: LIST_ENGLISH,
  year: YEAR_ENGLISH,
  release: RELEASE_ENGLISH,
  add: NEW_RELEASE_ENGLISH,
  common: COMMON_ENGLISH,
  conflict: CONFLICT_ENGLISH,
  policy: POLICY_ENGLISH,
  settings: SETTINGS_ENGLISH,
  never: NEVER_ENGLISH,
  bankHolidays: BANK_HOLIDAYS_ENGLISH,
  time: TIME_ENGLISH,
  dateAndTime: (at: number): string => londonSentence(at),
  fault: {
    title: 'This page has failed',
    text: 'Load it again. What was saved is kept; messages are still checked.',
  },
}
