import type { Run } from './runs.ts'

/** The runs of a cell in the order they were drawn: its first line, then what stands below. */
type Cell = [Run, ...Run[]]
/** Cells that begin at one height, drawn from left to right. */
type Row = readonly Cell[]
/** Figures below each other in one cell, and how near the next cell is. Unit: em. */
type Stack = { readonly pieces: readonly Run[]; readonly gap: number }

/** Runs begin at the same height within this. Unit: em. */
const SAME_HEIGHT = 0.1
/** Lines further apart are not of one cell. Unit: em. Source: Word's widest default, 1.15 lines of a font of 1.22 em. */
const LINE_DISTANCE = 1.5
/** Between numbers that fill their cells there is no more. Unit: em. Source: Word's margins, 10.8 points, and a letter, at 8 points. */
const FULL_CELL_GAP = 2
/** No figure of a usual font is as wide. Unit: em. Source: Verdana's are 0.64. */
const LETTER = 0.7
/** No cell is so narrow that fewer letters fill it: a table has `1` and `.4` below it, but seldom `111` and `.4`. */
const FEWEST_LETTERS = 3
/** A row has at least so many broken numbers, and a page so many such rows: tables drawn column by column look like one. */
const SEEN_OFTEN = 2

/** What may stand on a line of a broken number. */
const PIECE = /^[\d.,/()%£$€+−–-]+$/
const NUMBER = /^[^\w.,]{0,2}(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d+)?[^\w.,]{0,2}$/
const DATE = /^\d{1,4}(?:\/\d{1,4}){1,2}$/
/** A piece that is no number of its own. */
const BARE = /^[.,]|[.,]$/

/**
 * Runs in the order they were drawn, with numbers put together that are broken
 * over lines because their cell is too narrow: `111` and `.1` below it.
 *
 * Numbers of two rows stand below each other too, but are not drawn cell by cell.
 * Where they are, each broken line of a row must fill its cell, each number must be
 * one when put together, and some piece of it none before.
 */
export function withoutBrokenNumbers(runs: readonly Run[]): readonly Run[] {
  if (!runs.some((run) => BARE.test(run.text))) return runs
  const rows = rowsOf(runs)
  const broken = new Set(rows.filter(isBroken))
  if (broken.size < SEEN_OFTEN) return runs
  const joined: Run[] = []
  for (const row of rows)
    for (const cell of row) for (const run of broken.has(row) ? joinedCell(cell) : cell) joined.push(run)
  return joined
}

function rowsOf(runs: readonly Run[]): readonly Row[] {
  const rows: Cell[][] = []
  let cell: Cell | null = null
  for (const run of runs) {
    if (cell !== null && isWithin(cell, run)) {
      cell.push(run)
      continue
    }
    const begun: Cell = [run]
    if (cell !== null && isBeside(cell[0], run)) rows[rows.length - 1]?.push(begun)
    else rows.push([begun])
    cell = begun
  }
  return rows
}

/** Whether a run goes on with the cell drawn so far: on its last line or the next, below its first. */
function isWithin(cell: Cell, run: Run): boolean {
  const [first] = cell
  const last = cell[cell.length - 1] ?? first
  const isBelow = first.y - run.y > SAME_HEIGHT * first.size && run.x < first.end && run.end > first.x
  return isBelow && (isLevel(last, run) || isOnNextLine(last, run))
}

const isLevel = (one: Run, other: Run): boolean => Math.abs(one.y - other.y) < SAME_HEIGHT * one.size

const isOnNextLine = (one: Run, next: Run): boolean =>
  one.y - next.y > one.size / 2 && one.y - next.y < LINE_DISTANCE * one.size

const isBeside = (one: Run, next: Run): boolean => isLevel(one, next) && next.x > one.end

function isBroken(row: Row): boolean {
  const stacks = stacksOf(row)
  const least = stacks.reduce((gap, stack) => Math.min(gap, stack.gap), FULL_CELL_GAP)
  return (
    stacks.length >= SEEN_OFTEN &&
    stacks.every(({ gap }) => gap < FULL_CELL_GAP && gap - least < LETTER) &&
    stacks.every(({ pieces }) => isFilled(pieces) && isOneNumber(textOf(pieces))) &&
    stacks.some(({ pieces }) => pieces.some((run) => BARE.test(run.text)))
  )
}

const stacksOf = (row: Row): readonly Stack[] =>
  row
    .map((cell, at) => ({ pieces: piecesOf(cell), gap: gapBeside(cell, row[at - 1], row[at + 1]) }))
    .filter(({ pieces }) => pieces.length > 1)

/** The figures with which a cell begins, line by line. */
function piecesOf(cell: Cell): readonly Run[] {
  const end = cell.findIndex((run, at) => !isPiece(run, cell[at - 1]))
  return end < 0 ? cell : cell.slice(0, end)
}

const isPiece = (run: Run, above: Run | undefined): boolean =>
  PIECE.test(run.text) && (above === undefined || isOnNextLine(above, run))

function gapBeside([{ x, end, size }]: Cell, before: Cell | undefined, next: Cell | undefined): number {
  const toBefore = before === undefined ? Number.POSITIVE_INFINITY : x - before[0].end
  const toNext = next === undefined ? Number.POSITIVE_INFINITY : next[0].x - end
  return Math.min(toBefore, toNext) / size
}

const textOf = (pieces: readonly Run[]): string => pieces.map((run) => run.text).join('')

const isOneNumber = (text: string): boolean => NUMBER.test(text) || DATE.test(text)

/** Whether no line but the last leaves room for a letter. */
function isFilled(pieces: readonly Run[]): boolean {
  const widest = pieces.reduce((most, run) => Math.max(most, widthOf(run)), 0)
  return pieces
    .slice(0, -1)
    .every((run) => run.text.length >= FEWEST_LETTERS && widest - widthOf(run) < LETTER)
}

const widthOf = (run: Run): number => (run.end - run.x) / run.size

function joinedCell(cell: Cell): readonly Run[] {
  const pieces = piecesOf(cell)
  if (pieces.length < 2) return cell
  return [{ ...cell[0], text: textOf(pieces) }, ...cell.slice(pieces.length)]
}
