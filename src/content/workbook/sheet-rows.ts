import type { Cell, Reading } from '../content.ts'
import type { Budget } from '../limits.ts'
import { MAX_COLUMNS } from './sheet-cell.ts'

/** Puts cells that come one by one together as rows, from left to right. */
export type SheetRows = {
  /** A new sheet begins; the last row of the one before it is told. */
  begin(name: string): void
  cell(row: number, cell: Cell): void
  /** No more cells come; the last row is told. */
  end(): void
  /** What has been put together by now; false in `within` once the budget is used up. */
  take(): readonly Reading[]
  within(): boolean
}

const NOTHING: readonly Reading[] = []

export function sheetRows(budget: Budget): SheetRows {
  let ready: Reading[] = []
  let cells: Cell[] = []
  let row = -1
  let ascending = true
  const endRow = () => {
    if (cells.length === 0) return
    budget.cells -= cells.length
    ready.push({
      kind: 'row',
      row: Math.max(row, 0),
      cells: ascending ? cells : cells.sort((one, other) => one.column - other.column),
    })
    cells = []
    ascending = true
  }
  return {
    begin(name) {
      endRow()
      ready.push({ kind: 'table', name })
    },
    cell(at, cell) {
      if (at !== row) {
        endRow()
        row = at
      }
      if (cell.column >= MAX_COLUMNS) return
      const last = cells[cells.length - 1]
      if (last !== undefined && last.column > cell.column) ascending = false
      cells.push(cell.column < 0 ? Object.assign({}, cell, { column: 0 }) : cell)
    },
    end: endRow,
    take() {
      if (ready.length === 0) return NOTHING
      const taken = ready
      ready = []
      return taken
    },
    within: () => budget.cells >= 0,
  }
}
