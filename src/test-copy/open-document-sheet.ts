import { type FalseDigit, falseDigits, falseFigureText, writingOf } from './false-figure.ts'
import { labelEdits } from './false-text.ts'
import {
  meaningOfOpenCell,
  type OpenCell,
  type OpenMeaning,
  type Paragraph,
  shownIn,
  takeOpenCells,
} from './open-document-cells.ts'
import { type Periods, startPeriods } from './periods.ts'
import { type Edit, editedPieces, textOfPieces, wholeEdit } from './text-piece.ts'
import { escapedText, type XmlOut } from './xml-out.ts'
import { type Element, localName, type XmlWalker } from './xml-walk.ts'

/** What copying one sheet needs. */
export type OpenSheetCopying = {
  readonly digit: FalseDigit
  readonly isPeriod: (row: number, column: number) => boolean
  readonly replaced: () => void
}

/** First walk through a sheet: which rows and columns are periods. */
export function takeOpenPeriods(): { readonly walker: XmlWalker; readonly periods: Periods } {
  const periods = startPeriods()
  const walker = takeOpenCells({
    openRow: () => undefined,
    closeRow: () => undefined,
    cell(cell) {
      const meaning = meaningOfOpenCell(cell)
      if (meaning.kind === 'figure') periods.figure(cell.row, cell.column, meaning.shown.trim())
      if (meaning.kind === 'words' && shownIn(cell).trim() !== '')
        periods.words(cell.row, cell.column, shownIn(cell))
    },
  })
  return { walker, periods }
}

/** Attributes of rows, columns and cells that are layout. */
const LAYOUT =
  /^(?:name|style-name|visibility|display|default-cell-style-name|print|print-ranges|number-(?:columns|rows)-(?:repeated|spanned))$/

export function layoutAttributes(element: Element): Readonly<Record<string, string>> {
  const found = element.attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found))
    if (LAYOUT.test(localName(name)) && !name.startsWith('calcext:')) kept[name] = found[name] ?? ''
  return kept
}

/** Second walk: writes rows and cells again with false figures. Formulas go. */
export function copyOpenCells(out: XmlOut, copying: OpenSheetCopying): XmlWalker {
  return takeOpenCells({
    openRow: (element) => out.open(element.name, layoutAttributes(element)),
    closeRow: (name) => out.close(name),
    cell: (cell) => writeCell(out, cell, copying),
  })
}

function writeCell(out: XmlOut, cell: OpenCell, copying: OpenSheetCopying): void {
  const { name } = cell.element
  const meaning = meaningOfOpenCell(cell)
  const stays =
    meaning.kind === 'kept' || (meaning.kind === 'figure' && copying.isPeriod(cell.row, cell.column))
  out.open(name, {
    ...layoutAttributes(cell.element),
    ...(stays ? keptValues(cell) : falseValues(cell, meaning, copying)),
  })
  cell.paragraphs.forEach((paragraph, index) => {
    const edits = stays ? [] : editsOf(paragraph, index, meaning, copying.digit)
    edits.forEach(copying.replaced)
    const pieces = editedPieces(paragraph.pieces, edits)
    const written = pieces.map(({ markup, text }) => (markup === '' ? escapedText(text) : markup)).join('')
    out.raw(`<${paragraph.name}${paragraph.attributes}>${written}</${paragraph.name}>`)
  })
  out.close(name)
}

const DURATION_TEXT = '1:11:11'
const DURATION_VALUE = 'PT01H11M11S'

/** A figure in several paragraphs is one figure: the first says it, the others nothing. */
function editsOf(
  paragraph: Paragraph,
  index: number,
  meaning: OpenMeaning,
  digit: FalseDigit,
): readonly Edit[] {
  const text = textOfPieces(paragraph.pieces)
  if (meaning.kind === 'duration') return wholeEdit(text, index === 0 ? DURATION_TEXT : '')
  if (meaning.kind === 'figure') return wholeEdit(text, index === 0 ? falseShown(text, digit) : '')
  return labelEdits(text, digit)
}

/** A figure may be shown as words or a dash ("negligible", "-"). */
const falseShown = (text: string, digit: FalseDigit): string =>
  /\d/.test(text) ? falseFigureText(text, digit) : digit.repeat(3)

const VALUES = /^(?:value-type|currency|value|date-value|boolean-value)$/

/** The attributes of a cell's value as they are, those of other programs left out. */
function keptValues({ element }: OpenCell): Readonly<Record<string, string>> {
  const found = element.attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found))
    if (VALUES.test(localName(name)) && !name.startsWith('calcext:')) kept[name] = found[name] ?? ''
  return kept
}

function falseValues(
  cell: OpenCell,
  meaning: OpenMeaning,
  { digit }: OpenSheetCopying,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  const values = keptValues(cell)
  for (const name of Object.keys(values)) {
    const local = localName(name)
    if (local === 'value-type' || local === 'currency') kept[name] = values[name] ?? ''
    if (local === 'value') kept[name] = String(falseValue(meaning, digit))
  }
  const type = Object.keys(kept).find((name) => localName(name) === 'value-type')
  if (type === undefined) return kept
  if (meaning.kind === 'duration') kept[type.replace('value-type', 'time-value')] = DURATION_VALUE
  if (meaning.kind === 'words') kept[type] = 'string'
  return kept
}

/** The stored value that is shown as the false figure: a percentage is a hundredth of what it shows. */
function falseValue(meaning: OpenMeaning, digit: FalseDigit): number {
  if (meaning.kind !== 'figure' || meaning.value === null) return Number(digit.repeat(3))
  const writing = { ...writingOf(meaning.shown), mark: '.' }
  const shown = Number(meaning.shown.replace(/[^\d.]/g, ''))
  const ratio = Math.abs(shown / meaning.value)
  const power = ratio > 0 && Number.isFinite(ratio) ? Math.round(Math.log10(ratio)) : writing.percent ? 2 : 0
  return Number(`${falseDigits(writing, digit)}e${-power}`)
}
