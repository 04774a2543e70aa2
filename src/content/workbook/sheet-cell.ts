import type { Cell } from '../content.ts'
import type { Display } from './number-format.ts'

/** Columns of Excel's sheets. Source: Excel specifications and limits. */
export const MAX_COLUMNS = 16_384

/** A cell with a number, as its format shows it. A date or time is a label. */
export function numberCell(column: number, stored: number, display: Display): Cell {
  if (Number.isNaN(stored)) return wordCell(column, '#NUM!')
  const shown = display(stored)
  return typeof shown === 'string' ? { column, stored, shown } : { column, stored: null, shown: shown.date }
}

/** A cell with words, which may look like a number. */
export const wordCell = (column: number, shown: string): Cell => ({ column, stored: null, shown })

export const booleanCell = (column: number, yes: boolean): Cell => wordCell(column, yes ? 'TRUE' : 'FALSE')

/** Errors by their code in the binary formats. Source: [MS-XLS] 2.5.10, [MS-XLSB] 2.5.97.2. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

export const errorCell = (column: number, code: number): Cell => wordCell(column, ERRORS[code] ?? '#ERROR')
