import { countedInEnglish, countedInWelsh } from '../counted.ts'

/** What the journal says, in English. */
export const JOURNAL_ENGLISH = {
  heading: 'Journal',
  empty: 'Nothing is recorded yet. Every check and every change will be.',
  nothingOfIt: 'Nothing of this kind is recorded. Show everything to see the rest.',
  kind: 'Show',
  everything: 'Everything',
  kinds: {
    check: 'Checks',
    clearance: 'Clearances, reasons, what went out',
    release: 'Releases',
    file: 'Files',
    access: 'Access',
    settings: 'Settings',
    import: 'Imports',
  },
  verify: 'Verify the journal',
  sound: (entries: number): string =>
    `The journal is whole: ${countedInEnglish(entries, 'entry', 'entries')}, each linked to the one before.`,
  broken: (at: number): string =>
    `The journal was tampered with or damaged: entry ${at} does not fit the one before. Tell the people who run Embargo Guard.`,
  more: 'What exactly',
  field: 'What',
  state: 'State',
  before: 'Before',
  after: 'After',
  asKept: 'The entry as it is kept',
  entry: (seq: number): string => `Entry ${seq}`,
}

/** What the journal says, in Welsh. */
export const JOURNAL_WELSH: typeof JOURNAL_ENGLISH = {
  heading: 'Dyddlyfr',
  empty: 'Nid oes dim wedi’i gofnodi eto. Caiff pob gwiriad a phob newid ei gofnodi.',
  nothingOfIt: 'Nid oes dim o’r math hwn wedi’i gofnodi. Dangoswch bopeth i weld y gweddill.',
  kind: 'Dangos',
  everything: 'Popeth',
  kinds: {
    check: 'Gwiriadau',
    clearance: 'Cliriadau, rhesymau, yr hyn a aeth allan',
    release: 'Datganiadau',
    file: 'Ffeiliau',
    access: 'Mynediad',
    settings: 'Gosodiadau',
    import: 'Mewnforion',
  },
  verify: 'Gwirio’r dyddlyfr',
  sound: (entries) =>
    `Mae’r dyddlyfr yn gyfan: ${countedInWelsh(entries, 'cofnod', 'gofnod')}, pob un ynghlwm wrth yr un o’i flaen.`,
  broken: (at) =>
    `Ymyrrwyd â’r dyddlyfr neu fe’i difrodwyd: nid yw cofnod ${at} yn cyd-fynd â’r un o’i flaen. Rhowch wybod i’r rhai sy’n gofalu am Embargo Guard.`,
  more: 'Beth yn union',
  field: 'Beth',
  state: 'Cyflwr',
  before: 'Cynt',
  after: 'Wedyn',
  asKept: 'Y cofnod fel y’i cedwir',
  entry: (seq) => `Cofnod ${seq}`,
}
