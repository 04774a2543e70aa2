import { type EntryEnd, faultOf, readEntry, type Zip, type ZipEntry } from '../archive/zip.ts'
import type { Reading, Unreadable } from '../content.ts'
import { type Opened, pausing } from '../inside.ts'
import { inUtf8 } from '../xml/bytes.ts'
import { type ScanHandler, xmlScan } from '../xml/scan.ts'
import { readXml, type XmlHandler } from '../xml/xml.ts'
import { biff12Reader, type TakeRecord } from './biff12.ts'
import { type Display, FIRST_DAY_1900 } from './number-format.ts'
import { relationshipsXml, type WorkbookParts, workbookBin, workbookXml } from './parts.ts'
import { stringsBin, stringsXml } from './strings.ts'
import { displaysOf, type Styles, stylesBin, stylesXml } from './styles.ts'

/** A workbook's package that is being read. */
export type OpenPackage = Opened & { readonly zip: Zip }

/** A part that is a sheet, with the sheet's name. */
export type SheetPart = { readonly entry: ZipEntry; readonly name: string }

/** What every sheet needs of its workbook, and what was wrong with that. */
export type Workbook = {
  readonly strings: readonly string[]
  readonly displays: readonly Display[]
  readonly sheets: readonly SheetPart[]
  readonly faults: readonly Unreadable[]
}

const SHEET = /(?:^|\/)(?:work|macro|dialog)sheets\/[^/]+\.(?:xml|bin)$/i
const RELATIONSHIPS = /(?:^|\/)_rels\/workbook\d*\.(?:xml|bin)\.rels$/i
const WORKBOOK = /(?:^|\/)xl\/workbook\d*\.(?:xml|bin)$/i
const STRINGS = /(?:^|\/)sharedStrings\d*\.(?:xml|bin)$/i
const STYLES = /(?:^|\/)styles\d*\.(?:xml|bin)$/i

export const isWorkbook = (zip: Zip): boolean =>
  zip.entries.some(({ name }) => SHEET.test(name) || WORKBOOK.test(name))

/** Whether a part is read with the workbook's sheets, by its name alone. */
export const isWorkbookPart = (name: string): boolean =>
  [SHEET, RELATIONSHIPS, WORKBOOK, STRINGS, STYLES].some((pattern) => pattern.test(name))

/** Whether a part of the package is in records rather than XML. */
export const isBinary = ({ name }: ZipEntry): boolean => /\.bin$/i.test(name)

/**
 * Reads what stands beside the sheets. Sheets are those that the workbook leads
 * to and those that lie where sheets lie, named or not.
 */
export function* readWorkbook(opened: OpenPackage): Generator<Reading, Workbook> {
  const { entries } = opened.zip
  const faults: Unreadable[] = []
  const strings: string[] = []
  const styles: Styles = { codes: new Map(), formats: [] }
  const parts: WorkbookParts = {
    targets: new Map(),
    sheetTargets: new Set(),
    names: new Map(),
    firstDay: FIRST_DAY_1900,
  }
  const part = function* (name: RegExp, readBy: (entry: ZipEntry) => Generator<unknown, EntryEnd>) {
    for (const entry of entries.filter((candidate) => name.test(candidate.name))) {
      const fault = faultOf(yield* pausing(readBy(entry)))
      if (fault !== null) faults.push(fault)
    }
  }
  yield* part(RELATIONSHIPS, (entry) => readWhole(opened, entry, relationshipsXml(parts, folderOf(entry))))
  yield* part(WORKBOOK, (entry) =>
    isBinary(entry)
      ? recordsOfEntry(opened, entry, workbookBin(parts))
      : readWhole(opened, entry, workbookXml(parts)),
  )
  yield* part(STRINGS, (entry) =>
    isBinary(entry)
      ? recordsOfEntry(opened, entry, stringsBin(strings))
      : scanEntry(opened, entry, stringsXml(strings)),
  )
  yield* part(STYLES, (entry) =>
    isBinary(entry)
      ? recordsOfEntry(opened, entry, stylesBin(styles))
      : readWhole(opened, entry, stylesXml(styles)),
  )
  return { strings, displays: displaysOf(styles, parts.firstDay), sheets: sheetsOf(entries, parts), faults }
}

/** `xl/_rels/workbook.xml.rels` belongs to a part in `xl/`. */
const folderOf = ({ name }: ZipEntry): string => name.replace(/_rels\/[^/]*$/i, '')

function sheetsOf(entries: readonly ZipEntry[], parts: WorkbookParts): readonly SheetPart[] {
  const names = new Map<string, string>()
  for (const [id, name] of parts.names) names.set(parts.targets.get(id) ?? '', name)
  return entries
    .filter(({ name }) => SHEET.test(name) || parts.sheetTargets.has(name.toLowerCase()))
    .map((entry) => ({ entry, name: names.get(entry.name.toLowerCase()) ?? entry.name }))
}

const ONE_STEP = [undefined] as const

/** Reads a part of XML of which nothing is told, pausing after each piece. */
const readWhole = (
  { bytes, budget }: Opened,
  entry: ZipEntry,
  handler: XmlHandler,
): Generator<undefined, EntryEnd> => readXml(readEntry(bytes, entry, budget), handler, () => ONE_STEP)

/** Reads a part of XML as bytes, pausing after each piece. `damaged` is XML that breaks off. */
export function* scanEntry(
  { bytes, budget }: Opened,
  entry: ZipEntry,
  handler: ScanHandler,
): Generator<void, EntryEnd> {
  const scan = xmlScan(handler)
  const utf8 = inUtf8()
  const pieces = readEntry(bytes, entry, budget)
  let next = pieces.next()
  while (!next.done) {
    if (!scan.push(utf8(next.value))) return 'damaged'
    yield
    next = pieces.next()
  }
  return next.value === 'whole' && !scan.ended() ? 'damaged' : next.value
}

/** Reads a part of records, pausing after each piece. `damaged` is one that breaks off. */
export function* recordsOfEntry(
  { bytes, budget }: Opened,
  entry: ZipEntry,
  take: TakeRecord,
): Generator<void, EntryEnd> {
  const records = biff12Reader(take)
  const pieces = readEntry(bytes, entry, budget)
  let next = pieces.next()
  while (!next.done) {
    records.push(next.value)
    yield
    next = pieces.next()
  }
  return next.value === 'whole' && !records.sound() ? 'damaged' : next.value
}
