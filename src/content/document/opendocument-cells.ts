import { attributeOf, localAttributes } from '../xml/xml.ts'
import type { Page } from './page.ts'

type Attributes = Readonly<Record<string, string>>

/** The tables of an OpenDocument file, tag by tag. */
export type OpenDocumentCells = {
  /** False where the tag is not a table's. */
  open(name: string, attributes: () => Attributes): boolean
  close(name: string): boolean
  /** Whether text belongs to an open cell. */
  isInCell(): boolean
  /** Says that the open cell has text of its own; false where it takes none, for what it is says more. */
  takesText(): boolean
}

/** Values whose number is a figure; dates and times are labels. Source: OpenDocument 1.3 part 3, §19.389. */
const NUMBER_TYPES = /^(?:float|percentage|currency)$/

type OpenCell = {
  shows: boolean
  /** A date, told as in other formats whatever it is shown as. */
  readonly isDate: boolean
  readonly otherwise: string
  readonly times: number
}

/** Midnight, with which some programs write a date. */
const NO_TIME = /T00:00:00(?:[.,]0+)?$/

/** @param tooMuch is called where cells are repeated more often than a table holds */
export function openDocumentCells(page: Page, tooMuch: () => void): OpenDocumentCells {
  const cells: OpenCell[] = []
  const rows: number[] = []
  const openCell = (attributes: Attributes) => {
    const told = localAttributes(attributes)
    const value = told.get('value')
    const isNumber = NUMBER_TYPES.test(told.get('value-type') ?? '') && value !== undefined
    const stored = isNumber ? Number(value) : Number.NaN
    const date = told.get('date-value')?.replace(NO_TIME, '').replace('T', ' ')
    cells.push({
      shows: false,
      isDate: date !== undefined,
      otherwise: date ?? value ?? told.get('string-value') ?? '',
      times: timesIn(told.get('number-columns-repeated')),
    })
    page.openCell(1, 1, Number.isFinite(stored) ? stored : null)
  }
  const closeCell = () => {
    const cell = cells.pop()
    if (cell?.shows === false) page.text(cell.otherwise)
    page.closeCell(cell?.times)
  }
  return {
    open(name, attributes) {
      switch (name) {
        case 'table':
          page.openTable(attributeOf(attributes(), 'name'))
          return true
        case 'table-row':
          rows.push(timesOf(attributes(), 'number-rows-repeated'))
          page.openRow()
          return true
        case 'table-cell':
        case 'covered-table-cell':
          openCell(attributes())
          return true
        default:
          return false
      }
    },
    close(name) {
      switch (name) {
        case 'table':
          page.closeTable()
          return true
        case 'table-row':
          if (!page.closeRow(rows.pop())) tooMuch()
          return true
        case 'table-cell':
        case 'covered-table-cell':
          closeCell()
          return true
        default:
          return false
      }
    },
    isInCell: () => cells.length > 0,
    takesText() {
      const cell = cells[cells.length - 1]
      if (cell === undefined) return true
      cell.shows = !cell.isDate
      return !cell.isDate
    },
  }
}

/** How often something is repeated; once where it does not say, or says nonsense. */
export const timesOf = (attributes: Attributes, name: string): number =>
  timesIn(attributeOf(attributes, name))

function timesIn(told: string | undefined): number {
  const times = told === undefined ? 1 : Number.parseInt(told, 10)
  return times > 0 ? times : 1
}
