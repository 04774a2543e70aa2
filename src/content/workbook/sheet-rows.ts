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
      const within = inSheet(cell)
      const last = cells[cells.length - 1]
      if (last !== undefined && last.column > within.column) ascending = false
      cells.push(within)
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

/**
 * The cell, in a column that a sheet has: what a file puts further left or right
 * is read like the rest, for it is there, as standing in the first column or in one
 * behind the last. So a file cannot have columns without end.
 */
function inSheet(cell: Cell): Cell {
  if (cell.column >= 0 && cell.column <= MAX_COLUMNS) return cell
  return Object.assign({}, cell, { column: cell.column < 0 ? 0 : MAX_COLUMNS })
}
