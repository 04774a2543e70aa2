import type { Cell, Reading } from '../content.ts'
import { cellsOfLine } from './lines.ts'

/** An array or object that is open. */
type Container = { cells: Cell[]; place: number }

/** A row of an array that never ends is told in stretches of this many cells. */
const LONGEST_ROW = 16_384
/** Cells of containers at different depths stand in columns apart. */
const COLUMNS_A_DEPTH = 32_768
/** A longer string is running text as well. */
const LONGEST_LABEL = 40

const TOKEN = /[[\]{}]|"(?:[^"\\\r\n]|\\.)*"?|[^\s,:[\]{}"]+/g
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Whether text is JSON, or one JSON value a line. */
export const isJson = (text: string): boolean =>
  /^\s*(?:\{\s*["}]|\[\s*(?:["{[\]]|-?[\d.eE]+\s*[,\]]|null\b|true\b|false\b))/.test(text.slice(0, 4096)) &&
  /[}\]]\s*$/.test(text.slice(-4096))

/**
 * Every array and object of a JSON text as a row of what stands in it directly:
 * rows of records, the values of a JSON-stat cube. What is no JSON in it is read
 * as far as it goes. Source: RFC 8259.
 */
export function* jsonRows(text: string): Generator<Reading, void> {
  yield { kind: 'table', name: '' }
  const root: Container = { cells: [], place: 0 }
  const open: Container[] = [root]
  const tokens = new RegExp(TOKEN)
  let row = 0
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [word] = token
    const around = open[open.length - 1] ?? root
    const closing = word === '}' || word === ']'
    if (word === '{' || word === '[') open.push({ cells: [], place: 0 })
    else if (!closing && !isKey(text, tokens.lastIndex, word))
      take(around, word, (open.length - 1) * COLUMNS_A_DEPTH)
    if (closing || around.cells.length >= LONGEST_ROW) yield* rowsOf(around, row++)
    if (closing && open.length > 1) open.pop()
  }
  for (const container of open) yield* rowsOf(container, row++)
}

function* rowsOf(container: Container, row: number): Generator<Reading, void> {
  const cells = container.cells
  container.cells = []
  if (cells.length > 0) yield { kind: 'row', row, cells }
  for (const { shown } of cells)
    if (shown.length > LONGEST_LABEL) yield { kind: 'row', row, cells: cellsOfLine(shown) }
}

const isKey = (text: string, from: number, word: string): boolean => {
  if (word[0] !== '"') return false
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return text[at] === ':'
}

function take(into: Container, word: string, firstColumn: number): void {
  const column = firstColumn + (into.place++ % COLUMNS_A_DEPTH)
  if (NUMBER.test(word)) into.cells.push({ column, stored: Number(word), shown: word })
  else if (word[0] === '"') {
    const shown = unescaped(word.slice(1, word.length > 1 && word.endsWith('"') ? -1 : undefined)).trim()
    if (shown !== '') into.cells.push({ column, stored: null, shown })
  } else if (word !== 'null') into.cells.push({ column, stored: null, shown: word })
}

const SIMPLE: Readonly<Record<string, string>> = { n: ' ', r: ' ', t: ' ', b: '', f: ' ' }

const unescaped = (text: string): string =>
  text.indexOf('\\') === -1
    ? text
    : text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_whole, code?: string, letter = '') =>
        code === undefined ? (SIMPLE[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
      )
