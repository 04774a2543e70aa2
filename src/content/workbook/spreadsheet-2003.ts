import type { Cell, Reading } from '../content.ts'
import { attributeOf, type XmlHandler } from '../xml/xml.ts'
import { type Display, displayOf, general } from './number-format.ts'
import { MAX_COLUMNS } from './sheet-cell.ts'

type Attributes = Readonly<Record<string, string>>

/** Formats that have a name instead of a code. Source: Microsoft, "XML Spreadsheet Reference", NumberFormat. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  General: 'General',
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  Currency: '#,##0.00',
  'Euro Currency': '#,##0.00',
  'General Date': 'yyyy-mm-dd h:mm',
  'Long Date': 'yyyy-mm-dd',
  'Medium Date': 'yyyy-mm-dd',
  'Short Date': 'yyyy-mm-dd',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm',
  'Short Time': 'h:mm',
}

/** Excel's own limit. What stands beyond is a lie of the file. */
const MOST_ROWS = 1_048_576

/** Midnight, with which a date without a time is written. */
const NO_TIME = /T00:00:00(?:\.0+)?$/

/**
 * Excel's XML of 2002 and 2003, which other programs write as ".xls". Source:
 * Microsoft, "XML Spreadsheet Reference" (Office XP).
 */
export function spreadsheet2003Into(tell: (reading: Reading) => void): XmlHandler {
  const styles = stylesInto()
  let row = -1
  let column = -1
  let cells: Cell[] = []
  let columnStyles: string[] = []
  let rowStyle = ''
  let rowsBelow = 0
  let cellStyle = ''
  let across = 0
  let type = ''
  let text: string | null = null

  const openColumn = (attributes: Attributes) => {
    const at = placeOf(attributes, columnStyles.length, MAX_COLUMNS)
    const span = Math.min(Number(attributeOf(attributes, 'Span') ?? 0) || 0, MAX_COLUMNS - at)
    for (let next = at; next <= at + span; next++)
      columnStyles[next] = attributeOf(attributes, 'StyleID') ?? ''
  }
  const openCell = (attributes: Attributes) => {
    column = placeOf(attributes, column + 1, MAX_COLUMNS)
    across = Math.min(Number(attributeOf(attributes, 'MergeAcross') ?? 0) || 0, MAX_COLUMNS)
    cellStyle = attributeOf(attributes, 'StyleID') ?? (rowStyle || columnStyles[column] || 'Default')
  }
  const closeData = () => {
    if (text !== null && text.trim() !== '')
      cells.push(
        cellOf(Math.min(Math.max(column, 0), MAX_COLUMNS), type, text.trim(), styles.displayOf(cellStyle)),
      )
    text = null
  }
  return {
    open(name, attributes, isEmpty) {
      styles.open(name, attributes)
      switch (name) {
        case 'Worksheet':
          tell({ kind: 'table', name: attributeOf(attributes(), 'Name') ?? '' })
          row = -1
          columnStyles = []
          return
        case 'Column':
          return openColumn(attributes())
        case 'Row':
          row = placeOf(attributes(), row + 1, MOST_ROWS)
          rowStyle = attributeOf(attributes(), 'StyleID') ?? ''
          rowsBelow = Math.min(Number(attributeOf(attributes(), 'Span') ?? 0) || 0, MOST_ROWS)
          column = -1
          return
        case 'Cell':
          return openCell(attributes())
        case 'Data':
          type = attributeOf(attributes(), 'Type') ?? ''
          text = isEmpty ? null : ''
      }
    },
    close(name) {
      if (name === 'Data') closeData()
      if (name === 'Cell') column += across
      if (name !== 'Row') return
      if (cells.length > 0) tell({ kind: 'row', row, cells })
      cells = []
      row += rowsBelow
    },
    text(more) {
      if (text !== null) text += more
    },
  }
}

/** Places are counted from 1, and told only where something was left out. */
function placeOf(attributes: Attributes, next: number, most: number): number {
  const told = Number(attributeOf(attributes, 'Index') ?? 0)
  return Number.isInteger(told) && told > 0 && told <= most ? told - 1 : next
}

function cellOf(column: number, type: string, text: string, display: Display): Cell {
  const stored = Number(text)
  if (type === 'DateTime') return { column, stored: null, shown: text.replace(NO_TIME, '').replace('T', ' ') }
  if (type !== 'Number' || Number.isNaN(stored)) return { column, stored: null, shown: text }
  const shown = display(stored)
  return typeof shown === 'string' ? { column, stored, shown } : { column, stored: null, shown: shown.date }
}

type Styles = { open(name: string, attributes: () => Attributes): void; displayOf(style: string): Display }

/** A style shows numbers as itself says, else as its parent does. */
function stylesInto(): Styles {
  const displays = new Map<string, Display>()
  let style = ''
  return {
    open(name, attributes) {
      if (name === 'Style') {
        style = attributeOf(attributes(), 'ID') ?? ''
        const parent = displays.get(attributeOf(attributes(), 'Parent') ?? 'Default')
        if (parent !== undefined) displays.set(style, parent)
      } else if (name === 'NumberFormat') {
        const format = attributeOf(attributes(), 'Format') ?? 'General'
        displays.set(style, displayOf(NAMED_FORMATS[format] ?? format))
      }
    },
    displayOf: (name) => displays.get(name) ?? general,
  }
}
