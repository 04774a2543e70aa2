import type { Display } from '../content/workbook/number-format.ts'
import { isFigureText } from './false-text.ts'
import { takeString } from './shared-strings.ts'
import { type Piece, textOfPieces } from './text-piece.ts'
import type { Element, XmlWalker } from './xml-walk.ts'

/** A cell as the sheet has it. Source: ECMA-376 part 1, §18.3.1.4. */
export type SheetCell = {
  /** Counted from 0. */
  readonly row: number
  readonly column: number
  /** The number of its style, as it is written. */
  readonly style: string
  readonly type: string
  readonly value: string
  /** The text of an inline string, with its formatting. */
  readonly inline: readonly Piece[]
  readonly hasFormula: boolean
}

/** What a copy must know of a workbook to know its cells. */
export type Book = {
  /** The table of strings, each as what it is to a copy. */
  readonly strings: readonly Meaning[]
  readonly displays: readonly Display[]
}

/** What a cell is to a copy. */
export type Meaning =
  /** Nothing but its style. */
  | { readonly kind: 'blank' }
  /** A date, a boolean or an error: it stays. */
  | { readonly kind: 'kept'; readonly value: string }
  | TextMeaning
  | { readonly kind: 'figure'; readonly stored: number; readonly shown: string }

/** Words, or a figure that is stored as text. */
export type TextMeaning = {
  readonly kind: 'words' | 'figure-as-text'
  readonly pieces: readonly Piece[]
  readonly text: string
}

const NO_TEXT: readonly Piece[] = []

/** Takes the rows and cells of a sheet's data; everything between `sheetData` goes here. */
export function takeCells(take: {
  openRow(element: Element): void
  cell(cell: SheetCell): void
  closeRow(): void
}): XmlWalker {
  const string = takeString()
  let row = -1
  let column = -1
  let [style, type, value] = ['', 'n', '']
  let hasFormula = false
  let inValue = false
  let inInline = false
  return {
    open(element) {
      const { local, attributes } = element
      if (inInline) string.open(element)
      else if (local === 'c') {
        const found = attributes()
        column = columnOf(found.r, column + 1)
        style = found.s ?? ''
        type = found.t ?? 'n'
        value = ''
        hasFormula = false
      } else if (local === 'row') {
        row = rowOf(attributes().r, row + 1)
        column = -1
        take.openRow(element)
      } else if (local === 'f') hasFormula = true
      else if (local === 'v') inValue = true
      else if (local === 'is') inInline = true
    },
    close(name, local) {
      if (local === 'is') inInline = false
      else if (inInline) string.close(name, local)
      else if (local === 'v') inValue = false
      else if (local === 'c')
        take.cell({
          row,
          column,
          style,
          type,
          value,
          inline: type === 'inlineStr' ? string.taken() : NO_TEXT,
          hasFormula,
        })
      else if (local === 'row') take.closeRow()
    },
    text(text) {
      if (inValue) value += text
      if (inInline) string.text(text)
    },
  }
}

/** `AB12` is column 27; a cell without its address stands right of the last. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0].toUpperCase()
  if (letters === undefined) return next
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

const rowOf = (reference: string | undefined, next: number): number => {
  const row = Number(reference)
  return Number.isInteger(row) && row > 0 ? row - 1 : next
}

/** `AB12` for column 27, row 11. */
export function addressOf(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

/** A date and perhaps a time. Source: ISO 8601, as strict workbooks store dates. */
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/
const ERROR = /^#[A-Z/0]+[!?]?$/

export function meaningOf(cell: SheetCell, book: Book): Meaning {
  switch (cell.type) {
    case 'b':
      return { kind: 'kept', value: cell.value === '1' ? '1' : '0' }
    case 'e':
      return { kind: 'kept', value: ERROR.test(cell.value) ? cell.value : '#N/A' }
    case 'd':
      return ISO_DATE.test(cell.value)
        ? { kind: 'kept', value: cell.value }
        : { kind: 'figure', stored: 0, shown: '' }
    case 's':
      return book.strings[Number(cell.value)] ?? { kind: 'blank' }
    case 'inlineStr':
      return textMeaning(cell.inline)
    case 'str':
      return textMeaning([{ markup: '', text: cell.value }])
    default:
      return numberMeaning(cell, book)
  }
}

export function textMeaning(pieces: readonly Piece[]): Meaning {
  const text = textOfPieces(pieces)
  if (text === '') return { kind: 'blank' }
  return { kind: isFigureText(text) ? 'figure-as-text' : 'words', pieces, text }
}

function numberMeaning(cell: SheetCell, book: Book): Meaning {
  // A formula that was never computed has no value; it would have one when opened.
  if (cell.value === '') return cell.hasFormula ? { kind: 'figure', stored: 0, shown: '' } : { kind: 'blank' }
  const stored = Number(cell.value)
  if (Number.isNaN(stored)) return { kind: 'figure', stored: 0, shown: '' }
  const shown = displayFor(cell, book)?.(stored) ?? String(stored)
  if (typeof shown === 'string') return { kind: 'figure', stored, shown }
  return isDate(stored) ? { kind: 'kept', value: String(stored) } : { kind: 'figure', stored, shown: '' }
}

export const displayFor = (cell: SheetCell, book: Book): Display | undefined =>
  book.displays[Number(cell.style === '' ? 0 : cell.style)]

/** Serial days of 1901 to 2099. */
const FIRST_DAY = 367
const LAST_DAY = 73_050
const MINUTES_OF_DAY = 1440

/**
 * A day, or a minute of one. Other numbers with the format of a date are figures:
 * durations (how long an ambulance took), and numbers that got it by mistake.
 */
const isDate = (stored: number): boolean => {
  const minutes = stored * MINUTES_OF_DAY
  return stored >= FIRST_DAY && stored <= LAST_DAY && Math.abs(minutes - Math.round(minutes)) < 1e-3
}
