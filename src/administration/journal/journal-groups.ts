/** What the journal can be asked for, in the words of the screen. */
export const JOURNAL_GROUPS = [
  'check',
  'clearance',
  'release',
  'file',
  'access',
  'settings',
  'import',
] as const
export type JournalGroup = (typeof JOURNAL_GROUPS)[number]

/** The kinds of lines that each stands for, as the service is asked: with commas between. */
export const KINDS_OF: Readonly<Record<JournalGroup, string>> = {
  check: 'check',
  clearance:
    'clearance-asked,clearance-granted,clearance-refused,clearance-withdrawn,clearance-used,reason-given,went-out',
  release: 'release-added,release-edited,release-changed',
  file: 'file-added,file-replaced,file-removed',
  access: 'access-changed',
  settings: 'settings-changed',
  import: 'calendar-imported',
}
