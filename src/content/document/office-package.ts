import { faultOf, readEntry, type Zip, type ZipEntry } from '../archive/zip.ts'
import { isFolder } from '../archive/zip-archive.ts'
import { bytesOfBase64, bytesOfLatin } from '../base64.ts'
import type { Reading, Unreadable } from '../content.ts'
import { formatOf } from '../format-of.ts'
import { held, INSIDE, type Opened, unreadable } from '../inside.ts'
import { MAX_DEPTH } from '../limits.ts'
import { CACHE_ROOTS, type SharedValues, sheetCachesInto } from '../workbook/sheet-caches.ts'
import { byRoot, QUIET, readXmlEntry } from '../xml/part.ts'
import { recordsInto } from '../xml/records.ts'
import type { XmlHandler } from '../xml/xml.ts'
import { type Enclosed, officeTextInto } from './office-text.ts'
import type { Page } from './page.ts'
import { areOnlyPictures, FEW_WORDS, isDecoration, targetsInto } from './pictures.ts'

/** Word, Excel, PowerPoint and what else is packed by the same rules. Source: ECMA-376 part 2, §10.1.2.2. */
export const isOfficePackage = (zip: Zip): boolean =>
  zip.entries.some(({ name }) => name === '[Content_Types].xml' || /^(?:word|ppt|xl)\/./.test(name))

/** Roots of what has its text in paragraphs, tables and charts. */
const TEXT_ROOTS =
  /^(?:document|glossaryDocument|hdr|ftr|footnotes|endnotes|comments|ThreadedComments|sld|notes|sldMaster|sldLayout|notesMaster|handoutMaster|cmLst|chartSpace|dataModel|drawing|wsDr|userShapes|wordDocument|package)$/

/** Roots of what says how a document looks and hangs together; there are no figures of its author's in it. */
const QUIET_ROOTS =
  /^(?:Types|Relationships|coreProperties|contentTypeSchema|FormTemplates|theme|themeOverride|styleSheet|styles|stylesWithEffects|settings|webSettings|fonts|numbering|presentation|presentationPr|viewPr|tblStyleLst|cmAuthorLst|tagLst|calcChain|table|pivotTableDefinition|queryTable|connections|workbook|colorStyle|chartStyle|colorsDef|styleDef|layoutDef|people|personList|taskpanes|webextension|datastoreItem|schemas|sldSyncPr|singleXmlCells|MapInfo|volTypes|users|metadata|ctrlProp|formControlPr|ocx|xml|Properties)$/

/** The text of the author's among the parts with quiet roots: what a person writes into "Properties", "Custom". */
const CUSTOM_PROPERTIES = /^docProps\/custom/

/** Binary parts by which a printer, a font or a macro is kept: no tables. */
const QUIET_BINARY =
  /(?:printerSettings\d*\.bin|\.odttf|\.fntdata|vbaProject(?:Signature\w*)?\.bin|activeX\d*\.bin|\.wav|\.mp3|\.mp4|\.m4a|\.wmv|\.mov|^xl\/(?!pivot|external|embed)[\w/]*\.bin|\.psmdcp)$/i

/**
 * Reads every part of an Office package that was not read yet: text, notes,
 * comments, what charts, pivot tables and links remember, and the files inside.
 * A part that no other part refers to is read like the rest. A document that has
 * hardly a word and a picture is a picture.
 *
 * @param told how many cells were told of it already
 */
export function* readOfficePackage(
  opened: Opened,
  zip: Zip,
  isRead: (name: string) => boolean,
  told: number,
): Generator<Reading, void> {
  const { path, budget } = opened
  const faults: Unreadable[] = zip.sound ? [] : ['damaged']
  const kept: Kept = { shared: { fields: [] }, enclosed: [], decoration: new Set() }
  let words = told
  const parts = zip.entries.filter((entry) => !isEmpty(entry) && !isRead(entry.name))
  budget.entries -= parts.length
  if (budget.entries < 0) return yield unreadable(path, 'too-large')
  for (const entry of parts.filter(isXml).sort(byReadingOrder)) {
    const before = budget.cells
    const end = yield* readXmlEntry(opened, entry, (page, tell) =>
      byRoot((root) => handlerFor(root, entry.name, page, tell, kept)),
    )
    if (!isDecoration(entry.name)) words += before - budget.cells
    const fault = faultOf(end)
    if (fault !== null) faults.push(fault)
  }
  const files = parts.filter((entry) => !isXml(entry))
  if (words < FEW_WORDS && areOnlyPictures(opened, files, kept.decoration, QUIET_BINARY))
    faults.push('picture')
  const [worst] = faults
  if (worst !== undefined) yield unreadable(path, worst)
  for (const entry of files) yield* readBinaryPart(opened, entry, QUIET_BINARY)
  yield* readEnclosed(opened, kept.enclosed)
}

/** A folder, or a part without a byte (deflate needs two to say so): OECD's workbooks have such, and Excel opens them. */
const isEmpty = (entry: ZipEntry): boolean => isFolder(entry) || entry.compressedSize <= 2

/** What one part leaves for those after it. */
type Kept = {
  readonly shared: SharedValues
  readonly enclosed: Enclosed[]
  /** Names of files that only decorate. */
  readonly decoration: Set<string>
}

const isXml = (entry: ZipEntry): boolean => /\.(?:xml|vml|rels)$/i.test(entry.name)

/** The document itself, then the slides in their order, then the rest. */
const byReadingOrder = (one: ZipEntry, other: ZipEntry): number =>
  placeOf(one) - placeOf(other) ||
  numberIn(one.name) - numberIn(other.name) ||
  (one.name < other.name ? -1 : 1)

const placeOf = ({ name }: ZipEntry): number =>
  /\/document\d*\.xml$/i.test(name) ? 0 : /slides\/slide\d+\.xml$/i.test(name) ? 1 : 2

const numberIn = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)

function handlerFor(
  root: string,
  part: string,
  page: Page,
  tell: (reading: Reading) => void,
  kept: Kept,
): XmlHandler {
  if (CACHE_ROOTS.test(root)) return sheetCachesInto(kept.shared, tell)
  if (TEXT_ROOTS.test(root)) return officeTextInto(page, (file) => kept.enclosed.push(file))
  if (root === 'Relationships' && isDecoration(part)) return targetsInto(kept.decoration)
  return QUIET_ROOTS.test(root) && !CUSTOM_PROPERTIES.test(part) ? QUIET : recordsInto(tell)
}

/**
 * A part that is no XML: an embedded file is read as one of its own, a picture
 * beside the text of a document is passed over.
 *
 * @param quiet names of parts that are passed over where their bytes are nothing known
 */
export function* readBinaryPart(opened: Opened, entry: ZipEntry, quiet: RegExp): Generator<Reading, void> {
  const { path, bytes, budget, depth, read } = opened
  const { bytes: inner, end } = yield* held(readEntry(bytes, entry, budget), entry.size)
  const inside = path + INSIDE + entry.name
  const format = formatOf(inner)
  const isNamedQuiet = quiet.test(entry.name) && (format === 'unknown' || format === 'compound')
  const isQuiet = format === 'picture' || isNamedQuiet || isBlank(inner)
  if (!isQuiet && depth >= MAX_DEPTH) return yield unreadable(inside, 'too-large')
  if (!isQuiet && inner.length > 0) yield* read(inside, inner, budget, depth + 1)
  const fault = faultOf(end)
  if (fault !== null) yield unreadable(inside, fault)
}

/** Bytes that were wiped out: what Office leaves of parts it deleted. */
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0 || byte === 0xff)

/** The files in a document that is a single XML file, as Word 2003 and "flat OPC" have them. */
export function* readEnclosed(opened: Opened, enclosed: readonly Enclosed[]): Generator<Reading, void> {
  const { path, budget, depth, read } = opened
  for (const { name, base64 } of enclosed) {
    const inner = bytesOfBase64(bytesOfLatin(base64))
    const inside = path + INSIDE + (name === '' ? 'object' : name)
    if (formatOf(inner) === 'picture' || inner.length === 0) continue
    if (depth >= MAX_DEPTH) return yield unreadable(inside, 'too-large')
    budget.expandedBytes -= inner.length
    yield* read(inside, inner, budget, depth + 1)
  }
}
