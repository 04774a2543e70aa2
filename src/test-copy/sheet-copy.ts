import { type CellCopying, cellWriter } from './cell-copy.ts'
import { type Periods, startPeriods } from './periods.ts'
import { type Book, meaningOf, takeCells } from './sheet-cells.ts'
import { copyingInto } from './xml-copy.ts'
import { attributesText, type XmlOut } from './xml-out.ts'
import type { Element, XmlWalker } from './xml-walk.ts'

/** What a sheet’s copy needs beside the sheet. */
export type SheetCopying = CellCopying & {
  /** The namespace of SpreadsheetML, transitional or strict. */
  readonly namespace: string
  /** What comes last in the sheet, asked when all cells are written. */
  readonly lastParts: () => string
}

/** First walk through a sheet: which rows and columns are periods. */
export function takePeriods(book: Book): { readonly walker: XmlWalker; readonly periods: Periods } {
  const periods = startPeriods()
  const walker = takeCells({
    openRow: () => undefined,
    closeRow: () => undefined,
    cell(cell) {
      const meaning = meaningOf(cell, book)
      if (meaning.kind === 'figure') periods.figure(cell.row, cell.column, meaning.shown)
      if (meaning.kind === 'figure-as-text') periods.figure(cell.row, cell.column, meaning.text.trim())
      if (meaning.kind === 'words') periods.words(cell.row, cell.column, meaning.text)
    },
  })
  return { walker, periods }
}

/** Parts of a sheet that are layout. All others hold content, links or what other people set. Source: ECMA-376 part 1, §18.3.1.99. */
const LAYOUT: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'mergeCells',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'rowBreaks',
  'colBreaks',
]

/** Second walk: writes the sheet again with false figures. Formulas go; what they showed is replaced. */
export function copySheet(out: XmlOut, copying: SheetCopying): XmlWalker {
  const layout = copyingInto(out, { namespace: '', dropped: ['pivotSelection'] })
  const cells = takeCells({
    openRow: (element) => out.open('row', rowAttributes(element)),
    closeRow: () => out.close('row'),
    cell: cellWriter(out, copying),
  })
  const links: string[] = []
  let section = ''
  let depth = 0
  const walkerFor = (): XmlWalker | null =>
    section === 'sheetData' ? cells : LAYOUT.indexOf(section) !== -1 ? layout : null
  return {
    open(element) {
      depth++
      if (depth === 1) return out.open('worksheet', { xmlns: copying.namespace })
      if (depth === 2) section = element.local
      if (depth === 2 && section === 'sheetData') return out.open('sheetData')
      if (section === 'hyperlinks' && depth === 3) links.push(linkXml(element))
      walkerFor()?.open(element)
    },
    close(name, local) {
      if (depth === 2 && section === 'sheetData') out.close('sheetData')
      else if (depth > 1) walkerFor()?.close(name, local)
      if (depth === 2 && section === 'hyperlinks') out.raw(linksXml(links))
      if (depth === 1) {
        out.raw(copying.lastParts())
        out.close('worksheet')
      }
      depth--
    },
    text(text) {
      walkerFor()?.text(text)
    },
  }
}

const ROW_ATTRIBUTES = [
  'r',
  'spans',
  's',
  'customFormat',
  'ht',
  'hidden',
  'customHeight',
  'outlineLevel',
  'collapsed',
] as const

function rowAttributes({ attributes }: Element): Readonly<Record<string, string>> {
  const found = attributes()
  const kept: Record<string, string> = {}
  for (const name of ROW_ATTRIBUTES) if (found[name] !== undefined) kept[name] = found[name]
  return kept
}

/** A link to a place in the workbook stays; one to anywhere else goes. */
function linkXml({ attributes }: Element): string {
  const { ref, location } = attributes()
  if (ref === undefined || location === undefined || /^[a-z]+:/i.test(location)) return ''
  return `<hyperlink${attributesText({ ref, location })}/>`
}

const linksXml = (links: readonly string[]): string =>
  links.some((link) => link !== '') ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''
