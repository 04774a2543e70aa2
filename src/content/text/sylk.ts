import type { Cell, Reading } from '../content.ts'
import { MAX_LINE_CHARACTERS } from '../limits.ts'

/** Whether text is a SYLK workbook (.slk), which Excel and LibreOffice read and write. */
export const isSylk = (text: string): boolean => /^ID;P/.test(text) && /^C;/m.test(text)

/** One field of a record: a letter and what follows it. Two semicolons stand for one. */
const FIELD = /;([A-Z])((?:[^;]|;;)*)/g
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * The rows of a SYLK workbook. A cell is a line `C;Y3;X2;K36127`; a row or column
 * that is left out is the one of the line before. Formats and formulas are passed over.
 */
export function* sylkRows(text: string): Generator<Reading, void> {
  yield { kind: 'table', name: '' }
  let place = { row: 0, column: 0 }
  let cells: Cell[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const fields = fieldsOf(line)
    const next = placeFrom(fields, place)
    if (next.row !== place.row && cells.length > 0) {
      yield { kind: 'row', row: place.row, cells }
      cells = []
    }
    place = next
    const value = line.startsWith('C;') ? fields.get('K') : undefined
    if (value !== undefined) cells.push(cellOf(value, place.column))
  }
  if (cells.length > 0) yield { kind: 'row', row: place.row, cells }
}

const fieldsOf = (line: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  const cut = line.slice(0, MAX_LINE_CHARACTERS)
  for (let field = FIELD.exec(cut); field !== null; field = FIELD.exec(cut))
    fields.set(field[1] ?? '', (field[2] ?? '').replace(/;;/g, ';'))
  return fields
}

/** Rows and columns are counted from 1 there. */
const placeFrom = (fields: ReadonlyMap<string, string>, last: { row: number; column: number }) => ({
  row: numberFrom(fields.get('Y'), last.row),
  column: numberFrom(fields.get('X'), last.column),
})

const numberFrom = (text: string | undefined, otherwise: number): number => {
  const number = Number.parseInt(text ?? '', 10)
  return number >= 1 ? number - 1 : otherwise
}

function cellOf(value: string, column: number): Cell {
  const stored = NUMBER.test(value) ? Number(value) : null
  return { column, stored, shown: value.replace(/^"|"$/g, '') }
}
