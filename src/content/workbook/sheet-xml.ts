import type { Cell } from '../content.ts'
import { numberOfBytes } from '../number-of-bytes.ts'
import { cellTextOf } from '../xml/bytes.ts'
import { nameCode, type ScanHandler } from '../xml/scan.ts'
import { type Display, general } from './number-format.ts'
import { booleanCell, numberCell, wordCell } from './sheet-cell.ts'

/** What cells need of their workbook. */
export type SheetLook = { readonly strings: readonly string[]; readonly displays: readonly Display[] }

const CELL = nameCode('c')
const VALUE = nameCode('v')
const TEXT = nameCode('t')
const ROW = nameCode('row')
const PHONETIC = nameCode('rPh')

const REFERENCE = nameCode('r')
const STYLE = nameCode('s')
const TYPE = nameCode('t')

/** Values of a cell's `t`. Source: ECMA-376 part 1, §18.18.11. */
const SHARED = nameCode('s')
const NUMBER = nameCode('n')
const BOOLEAN = nameCode('b')

/**
 * Reads the cells of a sheet's XML. Source: ECMA-376 part 1, §18.3.1.4 and §18.3.1.73.
 *
 * @param missing is called where a cell names a text that the workbook does not have
 */
export function sheetXml(
  look: SheetLook,
  tell: (row: number, cell: Cell) => void,
  missing: () => void,
): ScanHandler {
  let row = -1
  let column = -1
  let type = 0
  let style = 0
  let taking = false
  let phonetic = false
  /** The value, while it is one number in one piece. */
  let number: number | null = null
  let text: string | null = null

  const cellAttribute: TakeAttribute = (name, bytes, from, to) => {
    if (name === REFERENCE) column = columnOf(bytes, from, to, column)
    else if (name === STYLE) style = wholeOf(bytes, from, to, 0)
    else if (name === TYPE) type = codeOf(bytes, from, to)
  }
  const rowAttribute: TakeAttribute = (name, bytes, from, to) => {
    if (name === REFERENCE) row = wholeOf(bytes, from, to, row + 1) - 1
  }
  const beginCell = (bytes: Uint8Array, from: number, to: number) => {
    column++
    type = 0
    style = 0
    number = null
    text = null
    attributes(bytes, from, to, cellAttribute)
  }
  const take = (more: string) => {
    text = (text ?? (number === null ? '' : String(number))) + more
    number = null
  }
  const sharedCell = (): Cell | null => {
    if (number === null) return null
    const shared = look.strings[number]
    if (shared === undefined) missing()
    return shared === undefined || shared === '' ? null : wordCell(column, shared)
  }
  const endCell = () => {
    const cell = type === SHARED ? sharedCell() : cellOf(column, type, number, text, look.displays[style])
    if (cell !== null) tell(row, cell)
    number = null
    text = null
  }
  return {
    open(name, bytes, from, to, isEmpty) {
      if (name === CELL) beginCell(bytes, from, to)
      else if (name === VALUE || name === TEXT) taking = !isEmpty && !phonetic
      else if (name === PHONETIC) phonetic = true
      else if (name === ROW) {
        row++
        column = -1
        attributes(bytes, from, to, rowAttribute)
      }
    },
    close(name) {
      if (name === CELL) endCell()
      else if (name === VALUE || name === TEXT) taking = false
      else if (name === PHONETIC) phonetic = false
    },
    text(bytes, from, to) {
      if (!taking) return
      if (number === null && text === null && (type === 0 || type === NUMBER || type === SHARED)) {
        number = numberOfBytes(bytes, from, to)
        if (!Number.isNaN(number)) return
        number = null
      }
      take(cellTextOf(bytes, from, to))
    },
    cdata(bytes, from, to) {
      if (taking) take(cellTextOf(bytes, from, to))
    },
  }
}

function cellOf(
  column: number,
  type: number,
  number: number | null,
  text: string | null,
  display: Display = general,
): Cell | null {
  if (number !== null) return numberCell(column, number, display)
  if (text === null || text === '') return null
  if (type === BOOLEAN) return booleanCell(column, text.trim() !== '0')
  if (type !== 0 && type !== NUMBER) return wordCell(column, text)
  const stored = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(stored) ? wordCell(column, text) : numberCell(column, stored, display)
}

type TakeAttribute = (name: number, bytes: Uint8Array, from: number, to: number) => void

/** Tells the attributes of a tag, their names as `nameCode` has them, prefix and all. */
function attributes(bytes: Uint8Array, from: number, end: number, take: TakeAttribute): void {
  let at = from
  while (at < end) {
    let name = 0
    let byte = bytes[at] ?? 0
    while (byte !== 61 && at < end) {
      if (byte > 32) name = (name << 8) | byte
      byte = bytes[++at] ?? 0
    }
    let quote = bytes[++at] ?? 0
    while (quote !== 34 && quote !== 39 && at < end) quote = bytes[++at] ?? 0
    const valueFrom = ++at
    while (at < end && bytes[at] !== quote) at++
    if (at < end) take(name, bytes, valueFrom, at)
    at++
  }
}

/** `AB12` is column 27; a cell without its address stands right of the last. */
function columnOf(bytes: Uint8Array, from: number, to: number, next: number): number {
  let column = 0
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? next : column - 1
}

/** A whole number above zero, or what stands for it. */
function wholeOf(bytes: Uint8Array, from: number, to: number, otherwise: number): number {
  const value = numberOfBytes(bytes, from, to)
  return Number.isInteger(value) && value > 0 ? value : otherwise
}

function codeOf(bytes: Uint8Array, from: number, to: number): number {
  let code = 0
  for (let at = from; at < to; at++) code = (code << 8) | (bytes[at] ?? 0)
  return code
}
