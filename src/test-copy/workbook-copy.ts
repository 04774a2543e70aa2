import type { FalseDigit } from './false-figure.ts'
import { kindOf, type PackageIn, relationshipsOf, walkPart } from './package-in.ts'
import { packageOut } from './package-out.ts'
import { stringsOut, takeStrings } from './shared-strings.ts'
import { type Book, textMeaning } from './sheet-cells.ts'
import { copyStyles } from './styles-copy.ts'
import type { Piece } from './text-piece.ts'
import { copyPart, relatedPart, SPREADSHEET, type WorkbookCopying, writePart } from './workbook-copying.ts'
import { namespacesOf, takeWorkbook, workbookXml } from './workbook-parts.ts'
import { copyWorksheet, writeRelationships } from './worksheet-copy.ts'
import { copyingInto } from './xml-copy.ts'
import { XML_HEAD } from './xml-out.ts'

/** A copy as it is made: its bytes, and how many figures are replaced in them. */
export type Made = { readonly bytes: Uint8Array; readonly replaced: number }

const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml'

/**
 * Copies a workbook (.xlsx, .xlsm) with false figures, as an .xlsx. Only what is
 * named here comes along: sheets, strings, styles, theme, tables, names of places.
 * Properties, comments, drawings, charts, pivot tables and their caches, macros,
 * embedded files, links to elsewhere, queries and printer settings do not.
 * Source: ECMA-376 part 1, §12.
 */
export function* copyWorkbook(opened: PackageIn, digit: FalseDigit): Generator<void, Made> {
  const root = (yield* relationshipsOf(opened, '')).find((each) => kindOf(each) === 'officeDocument')
  const path = root?.target ?? 'xl/workbook.xml'
  const { walker, taken } = takeWorkbook()
  yield* walkPart(opened, path, walker)
  const copying: WorkbookCopying = {
    opened,
    workbook: taken(),
    relationships: yield* relationshipsOf(opened, path),
    out: packageOut(),
    strings: stringsOut(),
    digit,
    types: new Map(),
    replaced: 0,
  }
  const strings = yield* readStrings(copying)
  const copied = yield* copyWorksheets(copying, { strings, displays: yield* copyLooks(copying) })
  if (copied.length === 0) opened.faults.push('not-a-kind-that-is-copied')
  writeFrame(copying, copied)
  return { bytes: copying.out.done(), replaced: copying.replaced }
}

function* readStrings(copying: WorkbookCopying): Generator<void, Book['strings']> {
  const strings: (readonly Piece[])[] = []
  const part = relatedPart(copying, 'sharedStrings')
  if (part !== undefined) yield* walkPart(copying.opened, part, takeStrings(strings))
  return strings.map(textMeaning)
}

function* copyLooks(copying: WorkbookCopying): Generator<void, Book['displays']> {
  const theme = relatedPart(copying, 'theme')
  if (theme !== undefined)
    yield* copyPart(copying, 'xl/theme/theme1.xml', THEME, theme, (out) =>
      copyingInto(out, { namespace: null }),
    )
  const styles = relatedPart(copying, 'styles')
  if (styles === undefined) return []
  const { main } = namespacesOf(copying.workbook.strict)
  let displays: Book['displays'] = []
  yield* copyPart(copying, 'xl/styles.xml', `${SPREADSHEET}.styles+xml`, styles, (out) => {
    const copy = copyStyles(out, main, copying.digit)
    displays = copy.displays
    return copy.walker
  })
  return displays
}

/** Copies the worksheets; chart sheets, macro sheets and dialogs are left out. Returns the places of those copied. */
function* copyWorksheets(copying: WorkbookCopying, book: Book): Generator<void, readonly number[]> {
  const copied: number[] = []
  const { workbook, relationships } = copying
  for (let index = 0; index < workbook.sheets.length; index++) {
    const source = relationships.find((each) => each.id === workbook.sheets[index]?.relation)
    if (source === undefined || kindOf(source) !== 'worksheet') continue
    copied.push(index)
    yield* copyWorksheet(copying, book, source.target, copied.length)
  }
  return copied
}

/** The workbook's own part, its strings and what holds the package together. */
function writeFrame(copying: WorkbookCopying, copied: readonly number[]): void {
  const { workbook, strings } = copying
  const { main, relations } = namespacesOf(workbook.strict)
  writePart(copying, 'xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`, workbookXml(workbook, copied))
  writePart(copying, 'xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`, XML_HEAD + strings.xml(main))
  const link = (number: number, kind: string, Target: string) => ({
    Id: `rId${number}`,
    Type: `${relations}/${kind}`,
    Target,
  })
  const links = copied.map((_index, place) =>
    link(place + 1, 'worksheet', `worksheets/sheet${place + 1}.xml`),
  )
  links.push(link(links.length + 1, 'sharedStrings', 'sharedStrings.xml'))
  if (copying.types.has('xl/styles.xml')) links.push(link(links.length + 1, 'styles', 'styles.xml'))
  if (copying.types.has('xl/theme/theme1.xml'))
    links.push(link(links.length + 1, 'theme', 'theme/theme1.xml'))
  writeRelationships(copying, 'xl/_rels/workbook.xml.rels', links)
  writeRelationships(copying, '_rels/.rels', [link(1, 'officeDocument', 'xl/workbook.xml')])
  writeContentTypes(copying)
}

/** What is of which type. Source: ECMA-376 part 2, §10.1.2. */
export function writeContentTypes({ out, types }: Pick<WorkbookCopying, 'out' | 'types'>): void {
  const overrides = [...types].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
  const part = out.part('[Content_Types].xml')
  part.write(
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  )
  part.end()
}
