import { cy } from 'date-fns/locale/cy'
import { languageOf } from '../outlook/wording.ts'
import { timeLeftWords } from '../pane/time-left.ts'
import { londonWords } from '../release/london-words.ts'
import { ACCESS_WELSH } from './access/access-wording.ts'
import { IMPORTS_WELSH } from './calendars/calendars-wording.ts'
import { FILES_WELSH } from './files/files-wording.ts'
import { JOURNAL_WELSH } from './journal/journal-wording.ts'
import { LIST_WELSH, YEAR_WELSH } from './list/list-wording.ts'
import { NEW_RELEASE_WELSH, RELEASE_WELSH } from './release/release-wording.ts'
import { COMMON_WELSH, CONFLICT_WELSH } from './saving/saving-wording.ts'
import {
  BANK_HOLIDAYS_WELSH,
  NEVER_WELSH,
  POLICY_WELSH,
  SETTINGS_WELSH,
} from './settings/settings-wording.ts'
import { TIME_WELSH } from './time/time-wording.ts'
import { monthsInWelsh, WELSH_MONTHS } from './time/welsh-time.ts'
import type { AdministrationWording } from './wording.ts'

/** What the screens say in Welsh, subject by subject. */
export const WELSH: AdministrationWording = {
  language: languageOf('cy'),
  heading: 'Cofrestr',
  nav: {
    label: 'Y gofrestr',
    releases: 'Datganiadau',
    imports: 'Calendr',
    journal: 'Dyddlyfr',
    settings: 'Gosodiadau',
  },
  person: 'Chi yw',
  states: {
    provisional: 'Dros dro',
    confirmed: 'Wedi’i gadarnhau',
    published: 'Wedi’i gyhoeddi',
    postponed: 'Wedi’i ohirio',
    cancelled: 'Wedi’i ganslo',
  },
  months: WELSH_MONTHS,
  monthsText: monthsInWelsh,
  timeLeft: (left) => `${timeLeftWords(left, cy)} ar ôl`,
  access: ACCESS_WELSH,
  imports: IMPORTS_WELSH,
  files: FILES_WELSH,
  journal: JOURNAL_WELSH,
  list: LIST_WELSH,
  year: YEAR_WELSH,
  release: RELEASE_WELSH,
  add: NEW_RELEASE_WELSH,
  common: COMMON_WELSH,
  conflict: CONFLICT_WELSH,
  policy: POLICY_WELSH,
  settings: SETTINGS_WELSH,
  never: NEVER_WELSH,
  bankHolidays: BANK_HOLIDAYS_WELSH,
  time: TIME_WELSH,
  dateAndTime: (at) => londonWords(at, 'cy'),
  fault: {
    title: 'Mae’r dudalen hon wedi methu',
    text: 'Llwythwch hi eto. Mae’r hyn a gadwyd yn ddiogel; caiff negeseuon eu gwirio o hyd.',
  },
}
