import type { Cell } from '../content.ts'
import { f64, rkNumber, u16, u32 } from '../little-endian.ts'
import {
  type BiffRecords,
  BOOLERR,
  continued,
  FORMULA,
  LABEL,
  LABELSST,
  MULRK,
  NUMBER,
  RK,
  RSTRING,
  STRING,
} from './biff.ts'
import { biffStrings } from './biff-strings.ts'
import { type Display, general } from './number-format.ts'
import { booleanCell, errorCell, numberCell, wordCell } from './sheet-cell.ts'

/** What cells need of their workbook. */
export type XlsLook = {
  readonly strings: readonly string[]
  readonly displays: readonly Display[]
}

/** Takes the records of sheets and tells the cells in them; false from `record` where one names a string that is not there. */
export type XlsCells = { record(records: BiffRecords): boolean }

/** Reads cells. Source: [MS-XLS] 2.4, the records named; 2.5.198.3 for cached values. */
export function xlsCells(look: XlsLook, tell: (row: number, cell: Cell) => void): XlsCells {
  /** The formula whose words stand in a record of their own, behind it. */
  let waiting: { readonly row: number; readonly column: number } | null = null
  const displayAt = (bytes: Uint8Array, at: number): Display => look.displays[u16(bytes, at)] ?? general

  const formula = (bytes: Uint8Array, from: number, row: number, column: number) => {
    waiting = null
    if (u16(bytes, from + 12) !== 0xffff)
      return tell(row, numberCell(column, f64(bytes, from + 6), displayAt(bytes, from + 4)))
    const value = bytes[from + 8] ?? 0
    switch (bytes[from + 6]) {
      case 0:
        waiting = { row, column }
        return
      case 1:
        return tell(row, booleanCell(column, value !== 0))
      case 2:
        return tell(row, errorCell(column, value))
    }
  }
  const words = (row: number, column: number, records: BiffRecords, after: number) => {
    const [from = 0, ...others] = continued(records)
    const text = biffStrings(records.bytes, [from + after, ...others]).next()
    if (text !== null && text !== '') tell(row, wordCell(column, text))
  }
  const several = ({ bytes, from, to }: BiffRecords, row: number, first: number) => {
    for (let at = from + 4, column = first; at + 8 <= to; at += 6, column++)
      tell(row, numberCell(column, rkNumber(bytes, at + 2), displayAt(bytes, at)))
  }

  return {
    record(records) {
      const { bytes, type, from } = records
      const row = u16(bytes, from)
      const column = u16(bytes, from + 2)
      switch (type) {
        case LABELSST: {
          const text = look.strings[u32(bytes, from + 6)]
          if (text !== undefined && text !== '') tell(row, wordCell(column, text))
          return text !== undefined
        }
        case NUMBER:
          tell(row, numberCell(column, f64(bytes, from + 6), displayAt(bytes, from + 4)))
          return true
        case RK:
          tell(row, numberCell(column, rkNumber(bytes, from + 6), displayAt(bytes, from + 4)))
          return true
        case MULRK:
          several(records, row, column)
          return true
        case FORMULA:
          formula(bytes, from, row, column)
          return true
        case STRING:
          if (waiting !== null) words(waiting.row, waiting.column, records, 0)
          waiting = null
          return true
        case LABEL:
        case RSTRING:
          words(row, column, records, 6)
          return true
        case BOOLERR: {
          const value = bytes[from + 6] ?? 0
          tell(row, bytes[from + 7] === 1 ? errorCell(column, value) : booleanCell(column, value !== 0))
          return true
        }
        default:
          return true
      }
    },
  }
}
