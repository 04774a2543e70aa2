import type { Cell, Unreadable } from '../../src/content/content.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'

/** What was read of a workbook itself, files inside it left out. */
export type Sheets = {
  /** Cells by sheet name and place: `Table 1` → `3,0`. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>
  readonly unreadable: readonly Unreadable[]
  /** Names of the files inside. */
  readonly inner: readonly string[]
}

/** Reads a workbook as the guard does. */
export function sheetsOf(bytes: Uint8Array): Sheets {
  const cells = new Map<string, Map<string, Cell>>()
  const unreadable: Unreadable[] = []
  const inner: string[] = []
  let sheet = new Map<string, Cell>()
  for (const reading of read('book', bytes, fullBudget())) {
    if (reading.kind === 'part' && reading.path !== 'book') inner.push(reading.path)
    if (reading.kind === 'unreadable' && reading.path === 'book') unreadable.push(reading.because)
    if (inner.length > 0) continue
    if (reading.kind === 'table') {
      sheet = cells.get(reading.name) ?? new Map()
      cells.set(reading.name, sheet)
    }
    if (reading.kind === 'row')
      for (const cell of reading.cells) sheet.set(`${reading.row},${cell.column}`, cell)
  }
  return { cells, unreadable, inner }
}

/** The texts shown in one sheet, row by row, without holes. */
export const shownIn = (sheets: Sheets, name: string): readonly string[][] => {
  const rows = new Map<string, string[]>()
  for (const [place, cell] of sheets.cells.get(name) ?? []) {
    const row = place.split(',')[0] ?? ''
    rows.set(row, [...(rows.get(row) ?? []), cell.shown])
  }
  return [...rows.values()]
}
