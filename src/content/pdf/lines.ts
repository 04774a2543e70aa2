import { raised } from '../document/raised.ts'
import { withoutBrokenNumbers } from './broken-numbers.ts'
import { withoutLetterSpacing } from './letter-spacing.ts'
import { OVERLAP, type Run, type Spacing, wordGap } from './runs.ts'

/** Letters that belong together, and where they stand in their line. */
export type Word = {
  readonly x: number
  readonly end: number
  readonly size: number
  readonly text: string
  /** What parts it from the word before: a drawn space, or nothing but distance. */
  readonly after: Spacing
}

export type Line = readonly Word[]

/** Runs stand on one line when their baselines differ by no more. Unit: em of the smaller. */
const SAME_LINE = 0.3
/** A raised or lowered mark is this much smaller than what it belongs to, and stands this near. Unit: em of the larger. */
const MARK_SIZE = 0.85
const MARK_HEIGHT = 0.6
const MARK_NEAR = 0.3
/** A mark is raised, not only small, from here. Unit: em of the larger. */
const RAISED = 0.12
/** The same letters drawn again this near only make them bolder. Unit: em. */
const SAME_PLACE = 0.12

/** The lines of a page from top to bottom, each direction of text for itself. */
export function linesOf(runs: ReadonlyMap<number, readonly Run[]>): readonly Line[] {
  const lines: Line[] = []
  for (const direction of [...runs.keys()].sort((one, other) => Math.abs(one) - Math.abs(other)))
    for (const row of rowsOf(withoutBrokenNumbers(withoutLetterSpacing(runs.get(direction) ?? []))))
      lines.push(wordsOf(row))
  return lines
}

type Row = { y: number; size: number; runs: Run[] }

function rowsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const rows: Row[] = []
  let row: Row | null = null
  for (const run of [...runs].sort((one, other) => other.y - one.y)) {
    if (row === null || row.y - run.y > SAME_LINE * Math.min(row.size, run.size)) {
      row = { y: run.y, size: run.size, runs: [] }
      rows.push(row)
    }
    row.size = Math.max(row.size, run.size)
    row.runs.push(run)
  }
  rows.forEach((from, at) => {
    for (const to of [rows[at + 1], rows[at - 1]]) if (to !== undefined) moveMarks(from, to)
  })
  return rows.map((found) => found.runs).filter((found) => found.length > 0)
}

/** Pairs of runs that are compared: two lines of a thousand runs each are no text. */
const MAX_PAIRS = 1_000_000

/** Marks above or below a line (footnotes, powers) go into it, behind the run that they touch. */
function moveMarks(from: Row, to: Row): void {
  const isFar = Math.abs(from.y - to.y) > MARK_HEIGHT * to.size
  if (isFar || from.runs.length * to.runs.length > MAX_PAIRS) return
  const stay = from.runs.filter((mark) => {
    if (!to.runs.some((run) => isMarkOf(mark, run))) return true
    to.runs.push(mark)
    return false
  })
  from.runs = stay
}

const isMarkOf = (mark: Run, run: Run): boolean =>
  mark.size < MARK_SIZE * run.size &&
  mark.x - run.end < MARK_NEAR * run.size &&
  mark.x > run.end - MARK_NEAR * run.size

type OpenWord = {
  x: number
  end: number
  y: number
  size: number
  text: string
  object: number
  after: Spacing
}

function wordsOf(runs: readonly Run[]): Line {
  const words: OpenWord[] = []
  let before: Run | null = null
  for (const run of [...runs].sort((one, other) => one.x - other.x)) {
    if (before !== null && isDrawnAgain(before, run)) continue
    before = run
    const { x, end, y, size, object, after } = run
    const text = plainLetters(run.text)
    const word = words[words.length - 1]
    if (word === undefined || !isContinued(word, run)) {
      words.push({ x, end, y, size, text, object, after })
      continue
    }
    const isMark = size < MARK_SIZE * word.size && y - word.y > RAISED * word.size
    word.text += isMark ? raised(text) : text
    word.end = Math.max(word.end, end)
    word.object = object
  }
  return words
}

const isDrawnAgain = (one: Run, other: Run): boolean =>
  one.text === other.text &&
  Math.abs(one.x - other.x) < SAME_PLACE * one.size &&
  Math.abs(one.y - other.y) < SAME_PLACE * one.size

function isContinued(word: Readonly<OpenWord>, run: Run): boolean {
  if (run.after !== 'nothing') return false
  const gap = run.x - word.end
  const size = Math.max(word.size, run.size)
  return gap < wordGap(word, run) * size && gap > -OVERLAP * size
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']
/**
 * Ligatures; digits of full width, of old style (Adobe's private ones), of symbol
 * fonts (U+F0xx) and of mathematical alphabets.
 */
const SPECIAL = /[\ufb00-\ufb06\uff10-\uff19\uf730-\uf739\uf020-\uf07e]|\ud835[\udfce-\udfff]/g

/** Text with letters and digits that are only drawn otherwise put as the plain ones. */
function plainLetters(text: string): string {
  return text.replace(SPECIAL, (character) => {
    const code = character.charCodeAt(character.length - 1)
    if (character.length === 2) return String((code - 0xdfce) % 10)
    if (code < 0xf100) return String.fromCharCode(code - 0xf000)
    return code <= 0xfb06 && code >= 0xfb00 ? (LIGATURES[code - 0xfb00] ?? character) : String(code & 15)
  })
}
