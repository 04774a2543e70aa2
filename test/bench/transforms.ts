import type { Reading } from '../../src/content/content.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { figureOfNumber, figureOfText } from '../../src/fingerprint/figure.ts'

/** A table as read: rows of cells, `null` where there is nothing. */
export type Grid = readonly (readonly (GridCell | null)[])[]
type GridCell = { readonly stored: number | null; readonly shown: string }

/** What somebody made of a table, as a file's text. */
export type Transformed = {
  readonly transform: string
  readonly name: string
  readonly text: string
  /** Whether enough new figures are in it to tell anything. */
  readonly enough: boolean
}

/** Fewer new figures than this are no evidence: two of three digits carry 20 bits. */
const ENOUGH_FIGURES = 5

/** The tables of a file, largest first. */
export function gridsOf(path: string, bytes: Uint8Array): readonly Grid[] {
  const grids: (GridCell | null)[][][] = []
  for (const reading of read(path, bytes, fullBudget())) into(grids, reading)
  return grids.filter((grid) => grid.length > 3).sort((one, other) => other.length - one.length)
}

function into(grids: (GridCell | null)[][][], reading: Reading): void {
  if (reading.kind === 'table') grids.push([])
  if (reading.kind !== 'row') return
  const row: (GridCell | null)[] = []
  for (const { column, stored, shown } of reading.cells) row[column] = { stored, shown }
  grids[grids.length - 1]?.push(Array.from(row, (cell) => cell ?? null))
}

const digitsOf = (cell: GridCell | null): number | null =>
  cell === null
    ? null
    : ((cell.stored === null ? figureOfText(cell.shown) : figureOfNumber(cell.stored))?.digits ?? null)

/** A row's figures as one text, by which a row of another edition is the same. */
export const rowKey = (row: Grid[number]): string =>
  row
    .map(digitsOf)
    .filter((digits) => digits !== null)
    .join(' ')

/** A heading, though it is a number. */
const isYear = (cell: GridCell | null): boolean => /^(?:19|20)\d\d$/.test(cell?.shown ?? '')

/** How many figures a row has. */
export const figuresIn = (row: Grid[number]): number =>
  row.filter((cell) => digitsOf(cell) !== null && !isYear(cell)).length

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
const csv = (grid: Grid, textOf: (cell: GridCell) => string): string =>
  `${grid.map((row) => row.map((cell) => quoted(cell === null ? '' : textOf(cell))).join(',')).join('\n')}\n`

const asStored = (cell: GridCell): string => (cell.stored === null ? cell.shown : String(cell.stored))
const asShown = (cell: GridCell): string => cell.shown

/** The rule of the shared data: from 10,000 to thousands, from 100 to tens, decimals to one place. */
function rounded(cell: GridCell): string {
  const value =
    cell.stored ?? (figureOfText(cell.shown) === null ? Number.NaN : Number(cell.shown.replace(/,/g, '')))
  if (Number.isNaN(value)) return cell.shown
  if (Number.isInteger(value) && value >= 1900 && value < 2100) return String(value)
  const size = Math.abs(value)
  if (size >= 10_000) return String(Math.round(value / 1000) * 1000)
  if (size >= 100) return String(Math.round(value / 10) * 10)
  return String(Math.round(value * 10) / 10)
}

export const transposed = (grid: Grid): Grid => {
  const width = Math.max(...grid.map((row) => row.length))
  return Array.from({ length: width }, (_none, column) => grid.map((row) => row[column] ?? null))
}

/** The same order of rows in every run: a linear congruence (Numerical Recipes, §7.1). */
function shuffled(grid: Grid): Grid {
  const rows = [...grid]
  let state = 17_032_020
  for (let at = rows.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const kept = rows[at]
    rows[at] = rows[other] ?? []
    rows[other] = kept ?? []
  }
  return rows
}

/** A table as databases have it: a line for each cell, with its row's first cell as a label. */
const inLines = (rows: Grid): Grid =>
  rows.flatMap((row) => row.slice(1).map((cell) => (cell === null ? [] : [row[0] ?? null, cell])))

/** The same column by column: where one ends, the next begins. */
const columnsInLines = (grid: Grid): Grid =>
  transposed(grid)
    .slice(1)
    .flatMap((cells) => cells.map((cell, at) => (cell === null ? [] : [grid[at]?.[0] ?? null, cell])))

/** The columns in another order, the first one kept: from the outside in. */
function otherOrder(grid: Grid): Grid {
  const width = Math.max(...grid.map((row) => row.length))
  const order = Array.from({ length: width }, (_none, at) =>
    at === 0 ? 0 : at % 2 === 1 ? (at + 1) / 2 : width - at / 2,
  )
  return grid.map((row) => order.map((at) => row[at] ?? null))
}

const column = (grid: Grid, at: number): Grid => grid.map((row) => [row[at] ?? null])
const columns = (grid: Grid, keep: (at: number) => boolean): Grid =>
  grid.map((row) => row.filter((_cell, at) => keep(at)))

/** The column with the most figures that the other edition does not have as it stands here; -1 where there is none. */
function tellingColumn(grid: Grid, isNewColumn: (column: Grid[number]) => boolean): number {
  const counts = transposed(grid).map((cells) => (isNewColumn(cells) ? figuresIn(cells) : 0))
  const most = Math.max(...counts)
  return most < ENOUGH_FIGURES ? -1 : counts.indexOf(most)
}

/**
 * What people make of a table before they send it.
 *
 * @param isNew whether a row stands in no other edition
 * @param isNewColumn whether a column does
 */
export function transformsOf(
  grid: Grid,
  isNew: (row: Grid[number]) => boolean,
  isNewColumn: (column: Grid[number]) => boolean,
): readonly Transformed[] {
  const news = grid.map((row, at) => ({ row, at })).filter(({ row }) => isNew(row) && figuresIn(row) > 0)
  const last = news[news.length - 1]?.at ?? grid.length - 1
  const extract = grid.slice(Math.max(0, last - 9), last + 1)
  const few = grid.slice(Math.max(0, last - 2), last + 1)
  const telling = tellingColumn(grid, isNewColumn)
  const file = (
    transform: string,
    part: Grid,
    text: string,
    name = 'table.csv',
    cut = part,
  ): Transformed => ({
    transform,
    name,
    text,
    enough:
      part.reduce((sum, row, at) => sum + (isNew(row) ? figuresIn(cut[at] ?? []) : 0), 0) >= ENOUGH_FIGURES,
  })
  const cutTo = (transform: string, keep: (at: number) => boolean): Transformed => {
    const cut = columns(grid, keep)
    return file(transform, grid, csv(cut, asShown), 'table.csv', cut)
  }
  const half = Math.max(3, grid[last]?.length ?? 0) / 2
  const oneRow = [grid[last] ?? []]
  return [
    file('stored', grid, csv(grid, asStored)),
    file('shown', grid, csv(grid, asShown)),
    file('rounded', grid, csv(grid, rounded)),
    file('shuffled', grid, csv(shuffled(grid), asStored)),
    file('reversed', grid, csv([...grid].reverse(), asShown)),
    file('transposed', grid, csv(transposed(grid), asShown)),
    file('ten rows', extract, csv(extract, asShown)),
    file('three rows pasted', few, `Hi,\n\n${pasted(few, '\t')}\n\nThanks\n`, 'body.txt'),
    file('one row pasted', oneRow, `${pasted(oneRow, ' ')}\n`, 'body.txt'),
    file('a line for each cell, row by row', grid, csv(inLines(grid), asStored)),
    file('a line for each cell, column by column', grid, csv(columnsInLines(grid), asStored)),
    file('columns in another order', grid, csv(otherOrder(grid), asShown)),
    file('lines of a text', grid, `${pasted(grid, ' ')}\n`, 'body.txt'),
    cutTo('every other column', (at) => at === 0 || at % 2 === 1),
    cutTo('no first column', (at) => at > 0),
    cutTo('right half', (at) => at >= half),
    Object.assign(file('one column', grid, csv(column(grid, Math.max(0, telling)), asShown)), {
      enough: telling !== -1,
    }),
  ]
}

const pasted = (grid: Grid, gap: string): string =>
  grid.map((row) => row.map((cell) => cell?.shown ?? '').join(gap)).join('\n')
