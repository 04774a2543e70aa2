import type { Cell } from '../content.ts'
import { cellsOfLine } from '../text/lines.ts'
import type { Line, Word } from './lines.ts'

/** Words of one line that stand together: a cell of a table, or a line of text. */
type Segment = {
  readonly words: readonly Word[]
  readonly x: number
  readonly end: number
  readonly isNumeric: boolean
}

/** A stretch of the page's width in which numbers stand above each other, and the rows they are of. */
type Stretch = { readonly x: number; readonly end: number; readonly rows: Set<number> }

/**
 * Distance from which words are of two cells. Unit: em. Where a space was drawn
 * between them it is more; where the page draws no spaces at all (TeX), distance
 * alone parts words, and lines are stretched.
 */
const CELL_GAP_SPACED = 1.1
const CELL_GAP = 0.15
const CELL_GAP_WITHOUT_SPACES = 0.55

/** Share of words with a space before them from which a page is taken to draw its spaces. */
const DRAWS_SPACES = 0.02

/** Stretches side by side; a table as wide would not be readable on any paper. */
const MAX_STRETCHES = 400

/** A number as tables have it: sign, bracket or currency, digits, percent, a mark or two. */
const NUMERIC = /^[^\dA-Za-z]{0,3}\d[\d.,'’/\u00a0]*[^\dA-Za-z]{0,3}[A-Za-z]{0,2}[^\dA-Za-z]{0,3}$/
/** Thousands with a space between, as much as is before it and what comes after. */
const THOUSANDS_BEFORE = /^[^\d]{0,2}\d{1,3}(?:\u00a0\d{3})*$/
const THOUSANDS = /^\d{3}(?!\d)/
const WHOLLY_THOUSANDS = /^[^\d\s]{0,2}\d{1,3}(?: \d{3})+(?:[.,]\d+)?[^\d\s]{0,3}$/

/**
 * The rows of a page. Numbers that stand above each other share a column, words
 * go into the columns between: so a column of a printed table is one here, and
 * text that runs over several lines keeps its figures together.
 */
export function rowsOfLines(lines: readonly Line[]): readonly (readonly Cell[])[] {
  const gap = gapWithoutSpace(lines)
  const rows = lines.map((line) => segmentsOf(line, gap))
  const told: (readonly Cell[])[] = []
  let firstColumn = 0
  while (told.length < rows.length) {
    const { stretches, count } = alignedRows(rows, told.length)
    for (const row of rows.slice(told.length, told.length + count))
      told.push(cellsOfRow(row, stretches, firstColumn))
    firstColumn += 2 * stretches.length + 1
  }
  return told
}

function gapWithoutSpace(lines: readonly Line[]): number {
  let words = 0
  let spaced = 0
  for (const line of lines)
    for (const word of line) {
      words++
      if (word.after !== 'nothing') spaced++
    }
  return spaced > words * DRAWS_SPACES ? CELL_GAP : CELL_GAP_WITHOUT_SPACES
}

function segmentsOf(line: Line, gap: number): readonly Segment[] {
  const segments: Segment[] = []
  let words: Word[] = []
  const end = () => {
    for (const segment of segmentsIn(withThousands(words))) segments.push(segment)
    words = []
  }
  for (const word of line) {
    const before = words[words.length - 1]
    const limit = (word.after === 'nothing' ? gap : CELL_GAP_SPACED) * word.size
    if (before !== undefined && word.x - before.end > limit) end()
    words.push(word)
  }
  end()
  return segments
}

/** Numbers that stand together and nothing else are cells of their own. */
function segmentsIn(words: readonly Word[]): readonly Segment[] {
  const [first] = words
  const last = words[words.length - 1]
  if (first === undefined || last === undefined) return []
  if (words.every((word) => NUMERIC.test(word.text)))
    return words.map((word) => ({ words: [word], x: word.x, end: word.end, isNumeric: true }))
  return [{ words, x: first.x, end: last.end, isNumeric: false }]
}

/** `36 127` as one number: where the space does not break, or where the cell has nothing else. */
function withThousands(words: readonly Word[]): readonly Word[] {
  const isNumber = words.slice(1).every((word) => word.after !== 'nothing') && isWhollyThousands(words)
  const joined: Word[] = []
  for (const word of words) {
    const before = joined[joined.length - 1]
    const isFixed = word.after === 'fixed-space' && THOUSANDS.test(word.text)
    if (before !== undefined && (isNumber || (isFixed && THOUSANDS_BEFORE.test(before.text))))
      joined[joined.length - 1] = { ...before, end: word.end, text: `${before.text}\u00a0${word.text}` }
    else joined.push(word)
  }
  return joined
}

const isWhollyThousands = (words: readonly Word[]): boolean =>
  words.length > 1 && words.length < 6 && WHOLLY_THOUSANDS.test(words.map((word) => word.text).join(' '))

/** How many rows from here on fit into the same columns, and those columns from left to right. */
function alignedRows(
  rows: readonly (readonly Segment[])[],
  from: number,
): { readonly stretches: readonly Stretch[]; readonly count: number } {
  let stretches: readonly Stretch[] = []
  for (let at = from; at < rows.length; at++) {
    const numbers = (rows[at] ?? []).filter((segment) => segment.isNumeric)
    const merged = withNumbers(stretches, numbers, at)
    const fits = merged !== null && merged.length <= MAX_STRETCHES
    if (!fits && at > from) return { stretches, count: at - from }
    stretches = merged ?? []
  }
  return { stretches, count: rows.length - from }
}

/** The stretches with a row's numbers in them; `null` where two of its numbers would stand in one. */
function withNumbers(
  stretches: readonly Stretch[],
  numbers: readonly Segment[],
  row: number,
): readonly Stretch[] | null {
  const merged: Stretch[] = []
  let at = 0
  for (const number of numbers) {
    let { x, end } = number
    let rows: Set<number> | null = null
    for (let next = stretches[at]; next !== undefined && next.x < number.end; next = stretches[++at]) {
      if (next.end <= number.x) {
        merged.push(next)
        continue
      }
      rows = rows === null ? next.rows : asOne(rows, next.rows)
      if (rows === null || rows.has(row)) return null
      x = Math.min(x, next.x)
      end = Math.max(end, next.end)
    }
    if ((merged[merged.length - 1]?.end ?? x) > x) return null
    merged.push({ x, end, rows: (rows ?? new Set()).add(row) })
  }
  while (at < stretches.length) merged.push(stretches[at++] ?? NOWHERE)
  return merged
}

const NOWHERE: Stretch = { x: 0, end: 0, rows: new Set() }

/** The rows of two stretches, unless a row has numbers in both: then they are two columns. */
function asOne(one: Set<number>, other: ReadonlySet<number>): Set<number> | null {
  for (const row of other) if (one.has(row)) return null
  for (const row of other) one.add(row)
  return one
}

/** Numbers in the odd columns, one a stretch; words in the even ones between. */
function cellsOfRow(row: readonly Segment[], stretches: readonly Stretch[], first: number): readonly Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const segment of row) {
    while (at < stretches.length && (stretches[at]?.end ?? 0) <= segment.x) at++
    const column = first + 2 * at + (segment.isNumeric ? 1 : 0)
    for (const word of segment.words)
      for (const { shown } of cellsOfLine(word.text)) cells.push({ column, stored: null, shown })
  }
  return cells
}
