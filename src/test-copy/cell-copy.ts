import { general } from '../content/workbook/number-format.ts'
import { type FalseDigit, falseNumbers } from './false-figure.ts'
import { figureEdits, labelEdits } from './false-text.ts'
import { plainString, type StringsOut } from './shared-strings.ts'
import {
  addressOf,
  type Book,
  displayFor,
  meaningOf,
  type SheetCell,
  type TextMeaning,
} from './sheet-cells.ts'
import { editedPieces, editedText } from './text-piece.ts'
import { escapedText, type XmlOut } from './xml-out.ts'

/** What copying cells needs. */
export type CellCopying = {
  readonly book: Book
  readonly strings: StringsOut
  readonly digit: FalseDigit
  readonly isPeriod: (row: number, column: number) => boolean
  /** Told of every cell with words, as the copy has them: tables' headings are made of them. */
  readonly label: (row: number, column: number, text: string) => void
  /** Told how many figures, or sentences with figures, were replaced in a cell. */
  readonly replaced: (count: number) => void
}

/** Writes each cell again, with a false figure where it had one. */
export function cellWriter(out: XmlOut, copying: CellCopying): (cell: SheetCell) => void {
  const { book, isPeriod } = copying
  const falseStored = falseStoredNumbers(copying)
  const copiedText = copiedTexts(copying)
  return (cell) => {
    const meaning = meaningOf(cell, book)
    switch (meaning.kind) {
      case 'blank':
        return out.raw(cellXml(cell, 'n', ''))
      case 'kept':
        return out.raw(cellXml(cell, cell.type, escapedText(meaning.value)))
      case 'words':
      case 'figure-as-text': {
        const stays = meaning.kind === 'figure-as-text' && isPeriod(cell.row, cell.column)
        const { index, text, edits } = copiedText(meaning, stays)
        copying.replaced(edits)
        copying.label(cell.row, cell.column, text)
        return out.raw(cellXml(cell, 's', String(index)))
      }
      case 'figure': {
        if (isPeriod(cell.row, cell.column)) return out.raw(cellXml(cell, 'n', String(meaning.stored)))
        copying.replaced(1)
        return out.raw(cellXml(cell, 'n', String(falseStored(cell, meaning.stored))))
      }
    }
  }
}

function cellXml(cell: SheetCell, type: string, value: string): string {
  const style = /^\d+$/.test(cell.style) ? ` s="${cell.style}"` : ''
  const typed = type === 'n' ? '' : ` t="${type}"`
  const start = `<c r="${addressOf(cell.row, cell.column)}"${style}`
  return value === '' ? `${start}/>` : `${start}${typed}><v>${value}</v></c>`
}

/** The false number for a cell; each style's is thought about once. */
function falseStoredNumbers({ book, digit }: CellCopying): (cell: SheetCell, stored: number) => number {
  const made = new Map<string, (stored: number) => number>()
  return (cell, stored) => {
    const known = made.get(cell.style) ?? falseNumbers(displayFor(cell, book) ?? general, digit)
    made.set(cell.style, known)
    return known(stored)
  }
}

/** A text in the copy: its number among the strings, its words, and how much of it was replaced. */
type CopiedText = { readonly index: number; readonly text: string; readonly edits: number }

/** The copies of texts; one that many cells share is thought about once. */
function copiedTexts({ strings, digit }: CellCopying): (text: TextMeaning, stays: boolean) => CopiedText {
  const made = new WeakMap<TextMeaning, CopiedText>()
  const copy = ({ kind, pieces, text }: TextMeaning, stays: boolean): CopiedText => {
    const edits = stays ? [] : kind === 'words' ? labelEdits(text, digit) : figureEdits(text, digit)
    const written = pieces.some(({ markup }) => markup !== '') ? pieces : plainString(text)
    return {
      index: strings.indexOf(editedPieces(written, edits)),
      text: editedText(text, edits),
      edits: edits.length,
    }
  }
  return (text, stays) => {
    if (stays) return copy(text, stays)
    const known = made.get(text) ?? copy(text, stays)
    made.set(text, known)
    return known
  }
}
