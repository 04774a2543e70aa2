import type { EntryEnd } from '../content/archive/zip.ts'

/** Why there is no test copy of a file. */
export type NotPossible =
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'old-format'
  | 'archive'
  | 'not-a-kind-that-is-copied'
  | 'figures-would-stay'

/** Why a part of a package that ended like this cannot be copied, or `null`. */
export function notPossibleAfter(end: EntryEnd): NotPossible | null {
  switch (end) {
    case 'whole':
      return null
    case 'damaged':
    case 'too-large':
    case 'encrypted':
      return end
    case 'method-unknown':
      return 'damaged'
  }
}

/** The languages of the sentences. */
export type Language = 'en' | 'cy'

const ENGLISH: Readonly<Record<NotPossible, string>> = {
  encrypted:
    'It is encrypted, so nothing in it can be replaced. Save it without a password and attach it again.',
  damaged: 'It is damaged or incomplete. Save it again in the program that made it, and attach it again.',
  'too-large': 'It is too large. Save a smaller part of it as a file of its own, and attach that.',
  'old-format': 'It is in an old format. Save it as .xlsx or .docx, and attach it again.',
  archive: 'It is an archive. Take the files out of it and attach them one by one.',
  'not-a-kind-that-is-copied':
    'Test copies are made of workbooks (.xlsx, .ods), tables as text (.csv, .tsv, .txt) and Word documents (.docx). Make an empty file for the test yourself.',
  'figures-would-stay':
    'Some of its figures look like the false ones of a test copy, so nobody could tell them apart. Make an empty file for the test yourself.',
}

const WELSH: Readonly<Record<NotPossible, string>> = {
  encrypted: 'Mae wedi’i hamgryptio, felly ni ellir newid dim ynddi. Cadwch hi heb gyfrinair a’i hatodi eto.',
  damaged: 'Mae wedi’i difrodi neu’n anghyflawn. Cadwch hi eto yn y rhaglen a’i gwnaeth, a’i hatodi eto.',
  'too-large': 'Mae’n rhy fawr. Cadwch ran lai ohoni fel ffeil ar wahân, ac atodwch honno.',
  'old-format': 'Mae mewn hen fformat. Cadwch hi fel .xlsx neu .docx, a’i hatodi eto.',
  archive: 'Archif ydyw. Tynnwch y ffeiliau ohoni a’u hatodi fesul un.',
  'not-a-kind-that-is-copied':
    'Gwneir copïau prawf o lyfrau gwaith (.xlsx, .ods), tablau testun (.csv, .tsv, .txt) a dogfennau Word (.docx). Gwnewch ffeil wag ar gyfer y prawf eich hun.',
  'figures-would-stay':
    'Mae rhai o’i ffigurau’n edrych fel ffigurau ffug copi prawf, felly ni allai neb wahaniaethu rhyngddynt. Gwnewch ffeil wag ar gyfer y prawf eich hun.',
}

/** The sentence for the person who asked: why there is no test copy, and what to do. */
export const notPossibleText = (because: NotPossible, language: Language): string =>
  (language === 'cy' ? WELSH : ENGLISH)[because]
