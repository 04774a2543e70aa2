import type { Cell, Reading } from '../content.ts'
import { MAX_LINE_CHARACTERS } from '../limits.ts'

/** A table of a page while it is open. */
export type PageTable = {
  openRow(): void
  /** @param stored the number behind what the cell shows, where the page keeps it */
  openCell(columns: number, rows: number, stored: number | null): void
  /** The open cell is as wide as so many columns more. */
  widenCell(columns: number): void
  /** False where no cell is open to take the text. */
  text(text: string): boolean
  /** @param times how many cells of the row are alike */
  closeCell(times?: number): void
  /** Whether a cell is open and nothing stands on its last line yet. */
  isAtLineStart(): boolean
  /**
   * @param times how many rows are alike
   * @returns false where that would be more than a table holds: then only one is told
   */
  closeRow(times?: number): boolean
  /** Sentences that stood in its cells, which are also running text. */
  sentences(): readonly string[]
}

type OpenCell = { readonly column: number; readonly stored: number | null; text: string }

/** Widest table: what stands further right is a lie of the file, and a span a trap. */
const MOST_COLUMNS = 16_384

/** Cells that alike rows or cells may come to; what says it has more is a trap. */
const MOST_ALIKE = 262_144

const NUMBER_IN_WORDS = /^(?=[\s\S]*\d)\s*\S+(?:[ \n]+\S+){3}/

/**
 * A table whose rows are told as they are closed.
 *
 * A cell of several lines, as conversions from PDF have them, gives as many rows:
 * the figures on one line are neighbours, those below each other are not.
 */
export function pageTable(name: string, tell: (reading: Reading) => void): PageTable {
  const sentences: string[] = []
  let row = -1
  let column = 0
  let cells: OpenCell[] = []
  let cell: OpenCell | null = null
  let below: number[] = []
  let spans: { readonly column: number; readonly rows: number }[] = []
  let headed = false
  let isOpen = false

  const closeCell = (times = 1) => {
    if (cell === null) return
    if (NUMBER_IN_WORDS.test(cell.text)) sentences.push(cell.text)
    const alike = cell.text.trim() === '' ? 0 : Math.min(times, MOST_COLUMNS - cell.column)
    for (let next = 0; next < alike; next++)
      cells.push({ column: cell.column + next, stored: cell.stored, text: cell.text })
    column += times - 1
    cell = null
  }
  const tellRow = (line: readonly Cell[]) => {
    if (!headed) tell({ kind: 'table', name })
    headed = true
    tell({ kind: 'row', row: Math.max(row, 0), cells: line })
  }
  const closeRow = (times = 1): boolean => {
    closeCell()
    const lines = linesOf(cells)
    const within = times * cells.length <= MOST_ALIKE
    for (let next = 0; next < (within && lines.length > 0 ? times : 1); next++) {
      if (next > 0) row++
      lines.forEach(tellRow)
    }
    if (lines.length === 0) row += times - 1
    if (isOpen) below = below.map((rows) => Math.max(0, rows - 1))
    for (const span of spans) below[span.column] = span.rows
    isOpen = false
    cells = []
    spans = []
    column = 0
    return within
  }
  return {
    openRow() {
      closeRow()
      isOpen = true
      row++
    },
    openCell(columns, rows, stored) {
      closeCell()
      isOpen = true
      while ((below[column] ?? 0) > 0) column++
      if (column >= MOST_COLUMNS) return
      cell = { column, stored, text: '' }
      const end = Math.min(column + columns, MOST_COLUMNS)
      for (; column < end; column++) if (rows > 1) spans.push({ column, rows: rows - 1 })
    },
    widenCell(columns) {
      column = Math.min(column + Math.max(0, columns), MOST_COLUMNS)
    },
    text(text) {
      if (cell === null) return false
      cell.text += text
      return true
    },
    closeCell,
    isAtLineStart: () => cell !== null && /(?:^|\n)[ \t]*$/.test(cell.text),
    closeRow,
    sentences: () => sentences,
  }
}

/** The lines of a row: the first of every cell, then the second of those that have one, and so on. */
function linesOf(cells: readonly OpenCell[]): readonly (readonly Cell[])[] {
  if (cells.every(({ text }) => text.indexOf('\n') === -1)) return onlyLineOf(cells)
  const split = cells.map((cell) => trimmed(cell.text.split('\n')))
  const most = split.reduce((count, lines) => Math.max(count, lines.length), 0)
  const rows: Cell[][] = []
  for (let line = 0; line < most; line++) {
    const row: Cell[] = []
    cells.forEach(({ column, stored }, at) => {
      const shown = split[at]?.[line] ?? ''
      if (shown !== '') row.push({ column, stored: line === 0 ? stored : null, shown })
    })
    if (row.length > 0) rows.push(row)
  }
  return rows
}

/** The same, where no cell has a second. */
function onlyLineOf(cells: readonly OpenCell[]): readonly (readonly Cell[])[] {
  const row: Cell[] = []
  for (const { column, stored, text } of cells) {
    const shown = bareLine(text)
    if (shown !== '') row.push({ column, stored, shown })
  }
  return row.length > 0 ? [row] : []
}

const bareLine = (line: string): string =>
  line
    .slice(0, MAX_LINE_CHARACTERS)
    .replace(/[ \t\r\f]+/g, ' ')
    .trim()

/** Without the empty lines before and after the text. */
function trimmed(lines: readonly string[]): readonly string[] {
  const bare = lines.map(bareLine)
  let from = 0
  let to = bare.length
  while (from < to && bare[from] === '') from++
  while (to > from && bare[to - 1] === '') to--
  return bare.slice(from, to)
}
