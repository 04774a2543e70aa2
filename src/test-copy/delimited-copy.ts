import { delimiterOf } from '../content/text/delimiter.ts'
import type { FalseDigit } from './false-figure.ts'
import { figureEdits, isFigureText, labelEdits } from './false-text.ts'
import { startPeriods } from './periods.ts'
import { type Edit, editedText } from './text-piece.ts'

/** Text copied, and how many figures are replaced in it. */
export type TextMade = { readonly text: string; readonly replaced: number }

/** Fields between two pauses: about as long as the readers take for their 200 rows. */
const FIELDS_AT_ONCE = 2000

/**
 * Copies a table as text (.csv, .tsv) with false figures: the same delimiter,
 * quotes and line ends. Text without a delimiter is read as lines of words.
 */
export function* copyText(text: string, digit: FalseDigit): Generator<void, TextMade> {
  const delimiter = delimiterOf(text)
  return delimiter === null ? yield* copyLines(text, digit) : yield* copyFields(text, delimiter, digit)
}

/** A field as it stands, with the delimiter or line end behind it. */
type Field = { readonly row: number; readonly column: number; readonly raw: string; readonly end: string }

/** Quotes may hold delimiters and line ends; one that is never closed ends with the text. Source: RFC 4180. */
function* fieldsOf(text: string, delimiter: string): Generator<Field, void> {
  let [row, column, at] = [0, 0, 0]
  while (at < text.length) {
    const from = at
    if (text[at] === '"') at = quoteEnd(text, at)
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
    const raw = text.slice(from, at)
    const end = text[at] === '\r' && text[at + 1] === '\n' ? '\r\n' : (text[at] ?? '')
    at += end.length
    yield { row, column, raw, end }
    if (end === delimiter) column++
    else {
      row++
      column = 0
    }
  }
}

function quoteEnd(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return text.length
    if (text[quote + 1] !== '"') return quote + 1
    at = quote + 2
  }
}

const isQuoted = (raw: string): boolean => raw[0] === '"'

/** What a field says: without its quotes. */
const fieldValue = (raw: string): string =>
  isQuoted(raw)
    ? raw
        .slice(1)
        .replace(/"(?=[^"]*$)/, '')
        .replace(/""/g, '"')
    : raw

const written = (value: string, like: string): string =>
  isQuoted(like) ? `"${value.replace(/"/g, '""')}"` : value

function* copyFields(text: string, delimiter: string, digit: FalseDigit): Generator<void, TextMade> {
  const periods = startPeriods()
  let fields = 0
  for (const { row, column, raw } of fieldsOf(text, delimiter)) {
    const value = fieldValue(raw)
    if (isFigureText(value)) periods.figure(row, column, value.trim())
    else if (value.trim() !== '') periods.words(row, column, value)
    if (++fields % FIELDS_AT_ONCE === 0) yield
  }
  const isPeriod = periods.done()
  const figureFieldEdits = (value: string, stays: boolean) => (stays ? [] : figureEdits(value, digit))
  const pieces: string[] = []
  let replaced = 0
  for (const { row, column, raw, end } of fieldsOf(text, delimiter)) {
    const value = fieldValue(raw)
    const edits = isFigureText(value)
      ? figureFieldEdits(value, isPeriod(row, column))
      : labelEdits(value, digit)
    replaced += edits.length
    pieces.push(edits.length === 0 ? raw : written(editedText(value, edits), raw), end)
    if (++fields % FIELDS_AT_ONCE === 0) yield
  }
  return { text: pieces.join(''), replaced }
}

/** Gaps of two spaces or a tab make columns; single spaces make sentences. */
const GAP = /( {2,}|\t+)/

function* copyLines(text: string, digit: FalseDigit): Generator<void, TextMade> {
  const lines = text.split('\n').map((line) => line.split(GAP))
  const periods = startPeriods()
  lines.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (isFigureText(cell)) periods.figure(row, column, cell.trim())
      else if (cell.trim() !== '') periods.words(row, column, cell)
    })
  })
  yield
  const isPeriod = periods.done()
  const edited = lines.map((cells, row) =>
    cells.map((cell, column) => ({
      cell,
      edits: isPeriod(row, column) && isFigureText(cell) ? [] : lineEdits(cell, cells.length > 2, digit),
    })),
  )
  const count = (sum: number, { edits }: LineCell) => sum + edits.length
  return {
    text: edited.map(alignedLine).join('\n'),
    replaced: edited.reduce((sum, cells) => cells.reduce(count, sum), 0),
  }
}

type LineCell = { readonly cell: string; readonly edits: readonly Edit[] }

function lineEdits(cell: string, isTable: boolean, digit: FalseDigit): readonly Edit[] {
  if (cell.trim() === '') return []
  if (!isTable) return labelEdits(cell, digit, 'text')
  return isFigureText(cell) ? figureEdits(cell, digit) : labelEdits(cell, digit)
}

/** The cells of a line, where a gap before a cell gives or takes what the cell became shorter or longer. */
function alignedLine(cells: readonly LineCell[]): string {
  const texts = cells.map(({ cell, edits }) => editedText(cell, edits))
  return cells
    .map(({ cell }, index) => {
      const text = texts[index] ?? ''
      if (!/^ {2,}$/.test(cell)) return text
      const shorter = (cells[index + 1]?.cell.length ?? 0) - (texts[index + 1]?.length ?? 0)
      return ' '.repeat(Math.max(2, cell.length + shorter))
    })
    .join('')
}
