import type { Cell } from '../content.ts'
import { f64, rkNumber, u32 } from '../little-endian.ts'
import {
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_REAL,
  CELL_RICH_TEXT,
  CELL_RK,
  CELL_SHARED,
  CELL_TEXT,
  FORMULA_BOOLEAN,
  FORMULA_ERROR,
  FORMULA_NUMBER,
  FORMULA_TEXT,
  ROW_HEADER,
  SHORT_BLANK,
  SHORT_BOOLEAN,
  SHORT_ERROR,
  SHORT_REAL,
  SHORT_RK,
  SHORT_SHARED,
  SHORT_TEXT,
  type TakeRecord,
  wideString,
} from './biff12.ts'
import { type Display, general } from './number-format.ts'
import { booleanCell, errorCell, numberCell, wordCell } from './sheet-cell.ts'

/** What cells need of their workbook. */
export type XlsbLook = { readonly strings: readonly string[]; readonly displays: readonly Display[] }

/** Rows of a sheet. A row number beyond this is a lie. Source: Excel specifications and limits. */
const MAX_ROWS = 1_048_576

/**
 * Reads cells. Source: [MS-XLSB] 2.4.659 for rows, 2.5.9 for the start of a cell, 2.5.9.1 for a short one.
 *
 * @param missing is called where a cell names a text that the workbook does not have
 */
export function xlsbCells(
  look: XlsbLook,
  tell: (row: number, cell: Cell) => void,
  missing: () => void,
): TakeRecord {
  let row = -1
  let column = -1
  return (type, bytes, from, to) => {
    if (type === ROW_HEADER) {
      row = Math.min(u32(bytes, from), MAX_ROWS)
      column = -1
      return
    }
    const isShort = type >= SHORT_BLANK && type <= SHORT_SHARED
    if (!isShort && (type > FORMULA_ERROR || type === 0) && type !== CELL_RICH_TEXT) return
    column = isShort ? column + 1 : u32(bytes, from)
    const at = isShort ? from + 4 : from + 8
    const isShared = type === CELL_SHARED || type === SHORT_SHARED
    const shared = isShared ? look.strings[u32(bytes, at)] : undefined
    if (isShared && shared === undefined) missing()
    const cell = isShared ? wordsOf(column, shared ?? '') : cellOf(type, bytes, at, to, column, look)
    if (cell !== null) tell(row, cell)
  }
}

function cellOf(
  type: number,
  bytes: Uint8Array,
  at: number,
  to: number,
  column: number,
  look: XlsbLook,
): Cell | null {
  const display = () => look.displays[u32(bytes, at - 4) & 0xffffff] ?? general
  switch (type) {
    case CELL_RK:
    case SHORT_RK:
      return numberCell(column, rkNumber(bytes, at), display())
    case CELL_REAL:
    case FORMULA_NUMBER:
    case SHORT_REAL:
      return numberCell(column, f64(bytes, at), display())
    case CELL_TEXT:
    case FORMULA_TEXT:
    case SHORT_TEXT:
      return wordsOf(column, wideString(bytes, at, to))
    case CELL_RICH_TEXT:
      return wordsOf(column, wideString(bytes, at + 1, to))
    case CELL_BOOLEAN:
    case FORMULA_BOOLEAN:
    case SHORT_BOOLEAN:
      return booleanCell(column, bytes[at] !== 0)
    case CELL_ERROR:
    case FORMULA_ERROR:
    case SHORT_ERROR:
      return errorCell(column, bytes[at] ?? 0)
    default:
      return null
  }
}

const wordsOf = (column: number, text: string): Cell | null => (text === '' ? null : wordCell(column, text))
