import { read, SSF, utils, type WorkSheet } from '@e965/xlsx'
import type { Cell } from '../../src/content/content.ts'
import type { Sheets } from './sheets-of.ts'

/** One cell that is read differently, with what either says. */
export type Difference = {
  readonly where: string
  readonly kind: 'missing' | 'words' | 'number' | 'display' | 'date' | 'extra'
  readonly ours: string
  readonly theirs: string
}

const BLANK: Cell = { column: 0, stored: null, shown: '' }

/** Compares a workbook as we read it with the same bytes read by SheetJS, cell by cell. */
export function differencesFromSheetJs(bytes: Uint8Array, ours: Sheets): readonly Difference[] {
  const book = read(bytes, { cellNF: true, cellText: true, cellFormula: false, cellHTML: false })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    const cells = ours.cells.get(name)
    if (sheet === undefined || sheet['!type'] === 'chart') return []
    return [
      ...theirDifferences(name, sheet, cells ?? new Map(), date1904),
      ...extras(name, sheet, cells ?? new Map()),
    ]
  })
}

function theirDifferences(
  name: string,
  sheet: WorkSheet,
  cells: ReadonlyMap<string, Cell>,
  date1904: boolean,
): readonly Difference[] {
  const found: Difference[] = []
  for (const address of Object.keys(sheet)) {
    if (address[0] === '!') continue
    const cell = sheet[address]
    const { r, c } = utils.decode_cell(address)
    const ours = cells.get(`${r},${c}`)
    const differs = (kind: Difference['kind'], theirs: unknown, own: unknown) =>
      found.push({ where: `${name}!${address}`, kind, ours: String(own), theirs: String(theirs) })
    if (cell.t === 'z' || (cell.t === 's' && cell.v === '')) continue
    if (ours === undefined) differs('missing', cell.w ?? cell.v, '')
    else if (cell.t === 's' && ours.shown !== cell.v) differs('words', cell.v, ours.shown)
    else if (cell.t === 'b' && ours.shown !== (cell.v ? 'TRUE' : 'FALSE'))
      differs('words', cell.v, ours.shown)
    else if (cell.t === 'n') compareNumber(cell, ours, date1904, differs)
  }
  return found
}

function compareNumber(
  cell: { v: number; w?: string; z?: string },
  ours: Cell,
  date1904: boolean,
  differs: (kind: Difference['kind'], theirs: unknown, own: unknown) => void,
): void {
  const format = String(cell.z ?? 'General')
  if (SSF.is_date(format)) {
    const label = dateLabel(cell.v, date1904)
    if (ours.stored !== null || (label !== null && ours.shown.indexOf(label) === -1))
      differs('date', label, ours.shown)
    return
  }
  if (ours.stored !== cell.v) return differs('number', cell.v, ours.stored)
  if (digitsOf(cell.w ?? '') !== digitsOf(ours.shown))
    differs('display', `${cell.w} (${format} of ${cell.v})`, ours.shown)
}

/** The digits that a person sees, without zeros at either end; words and marks around them are no digits. */
const digitsOf = (shown: string): string =>
  shown
    .replace(/e[+-]?\d+/i, '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+|0+$/g, '')

function dateLabel(serial: number, date1904: boolean): string | null {
  const date = SSF.parse_date_code(serial, { date1904 })
  if (!date || serial < 61) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.y}-${two(date.m)}-${two(date.d)}`
}

function extras(name: string, sheet: WorkSheet, cells: ReadonlyMap<string, Cell>): readonly Difference[] {
  return [...cells]
    .filter(([, cell]) => (cell ?? BLANK).shown.trim() !== '')
    .map(([place, cell]) => ({ address: utils.encode_cell(placeOf(place)), cell }))
    .filter(({ address }) => sheet[address] === undefined)
    .map(({ address, cell }) => ({
      where: `${name}!${address}`,
      kind: 'extra' as const,
      ours: cell.shown,
      theirs: '',
    }))
}

function placeOf(place: string): { r: number; c: number } {
  const [r = 0, c = 0] = place.split(',').map(Number)
  return { r, c }
}
