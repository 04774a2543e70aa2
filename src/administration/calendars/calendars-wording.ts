import { countedInEnglish, countedInWelsh } from '../counted.ts'

/** What importing and exporting calendars says, in English. */
export const IMPORTS_ENGLISH = {
  heading: 'Import a release calendar',
  text: 'From ONS or GOV.UK, any .ics, .json or .csv. Every change is shown before anything is made.',
  drop: 'Drop a calendar file here, or',
  choose: 'choose a file',
  added: (count: number): string => `${countedInEnglish(count, 'release', 'releases')} to add`,
  changed: (count: number): string => `${countedInEnglish(count, 'release', 'releases')} to change`,
  refused: (count: number): string => `${countedInEnglish(count, 'row', 'rows')} refused`,
  faults: (count: number): string => `${countedInEnglish(count, 'fault', 'faults')} in the file`,
  unchanged: (count: number): string => `${countedInEnglish(count, 'release', 'releases')} unchanged`,
  nothing: 'Nothing would change: the register says the same as this calendar.',
  line: (line: number): string => `Line ${line}`,
  fromTo: (field: string, before: string, after: string): string =>
    `${field}: ${before || 'nothing'} → ${after || 'nothing'}`,
  reason: 'Reason for confirmed dates that move',
  reasonHint: 'Kept with each of them. Without it they are refused.',
  again: 'Preview with this reason',
  make: 'Make these changes',
  made: 'The calendar is imported.',
  exports: 'Export the register',
  csv: 'Table (CSV)',
  ics: 'Calendar (ICS)',
  json: 'Everything (JSON)',
}

/** What importing and exporting calendars says, in Welsh. */
export const IMPORTS_WELSH: typeof IMPORTS_ENGLISH = {
  heading: 'Mewnforio calendr cyhoeddi',
  text: 'Gan ONS neu GOV.UK, unrhyw .ics, .json neu .csv. Dangosir pob newid cyn gwneud dim.',
  drop: 'Gollyngwch ffeil calendr yma, neu',
  choose: 'dewiswch ffeil',
  added: (count) => `${countedInWelsh(count, 'datganiad', 'ddatganiad')} i’w hychwanegu`,
  changed: (count) => `${countedInWelsh(count, 'datganiad', 'ddatganiad')} i’w newid`,
  refused: (count) => `Gwrthodwyd ${countedInWelsh(count, 'rhes', 'res')}`,
  faults: (count) => `${countedInWelsh(count, 'nam', 'nam')} yn y ffeil`,
  unchanged: (count) => `${countedInWelsh(count, 'datganiad', 'ddatganiad')} heb newid`,
  nothing: 'Ni newidiai dim: mae’r gofrestr yn dweud yr un peth â’r calendr hwn.',
  line: (line) => `Llinell ${line}`,
  fromTo: (field, before, after) => `${field}: ${before || 'dim'} → ${after || 'dim'}`,
  reason: 'Rheswm dros ddyddiadau wedi’u cadarnhau sy’n symud',
  reasonHint: 'Cedwir gyda phob un ohonynt. Hebddo fe’u gwrthodir.',
  again: 'Rhagolwg gyda’r rheswm hwn',
  make: 'Gwneud y newidiadau hyn',
  made: 'Mae’r calendr wedi’i fewnforio.',
  exports: 'Allforio’r gofrestr',
  csv: 'Tabl (CSV)',
  ics: 'Calendr (ICS)',
  json: 'Popeth (JSON)',
}
