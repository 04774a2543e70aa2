import type { Reading } from '../content.ts'
import { unreadable, withinBudget } from '../inside.ts'
import type { Budget } from '../limits.ts'
import { delimiterOf } from './delimiter.ts'
import { isJson, jsonRows } from './json.ts'
import { cellsOf, cellsOfLine, stretchesOf } from './lines.ts'
import { isSylk, sylkRows } from './sylk.ts'

/** Excel's own first line, which names the delimiter and is no row. */
const NAMED_DELIMITER = /^sep=(.)(?:\r\n|\r|\n|$)/i

/**
 * Reads text as a table (.csv, .tsv, Excel's "Unicode text"), as JSON, as SYLK or, where
 * nothing parts fields regularly, as lines of words. Fields in quotes may hold
 * delimiters and line ends. Source: RFC 4180, and what Excel writes.
 */
export function* readText(path: string, text: string, budget: Budget): Generator<Reading, void> {
  if (isJson(text)) {
    yield* withinBudget(jsonRows(text), path, budget)
    return
  }
  if (isSylk(text)) {
    yield* withinBudget(sylkRows(text), path, budget)
    return
  }
  const named = NAMED_DELIMITER.exec(text)
  const delimiter = named?.[1] ?? delimiterOf(text)
  yield { kind: 'table', name: '' }
  const from = named === null ? 0 : named[0].length
  const rows = delimiter === null ? lines(text) : records(text, from, delimiter)
  let row = 0
  for (const values of rows) {
    for (const cells of delimiter === null ? values.map(cellsOfLine) : rowsOf(values, delimiter)) {
      budget.cells -= cells.length
      if (budget.cells < 0) return yield unreadable(path, 'too-large')
      if (cells.length > 0) yield { kind: 'row', row, cells }
    }
    row++
  }
}

/**
 * The rows of one record. A quoted field of several lines may be a note, or a
 * quote that nobody closed and half the table: its lines are rows as well.
 */
function* rowsOf(values: readonly string[], delimiter: string): Generator<ReturnType<typeof cellsOf>, void> {
  yield cellsOf(values)
  for (const value of values)
    if (value.indexOf('\n') !== -1)
      for (const line of value.split(/\r\n|\r|\n/)) yield cellsOf(line.split(delimiter).map(withoutQuotes))
}

const withoutQuotes = (field: string): string => field.replace(/^\s*"|"\s*$/g, '')

/** Running text, a line at a time; a line too long to be looked at whole comes in stretches. */
function* lines(text: string): Generator<readonly string[], void> {
  const ends = /\r\n|\r|\n|\u2028|\u2029|\u0085/g
  let from = 0
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield stretchesOf(text.slice(from, end.index))
    from = ends.lastIndex
  }
  yield stretchesOf(text.slice(from))
}

/** Columns of the widest table that programs open (Excel's limit). A longer record is told in stretches. */
const MOST_FIELDS = 16_384

/** The fields of each record. A quote that is never closed is a character like any other. */
function* records(text: string, start: number, delimiter: string): Generator<readonly string[], void> {
  let record: string[] = []
  let at = start
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at, delimiter) : null
    const field = quoted ?? plainField(text, at, delimiter)
    record.push(field.value)
    at = field.end
    if (text[at] === delimiter) {
      at++
      if (at < text.length && record.length < MOST_FIELDS) continue
    }
    yield record
    record = []
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
}

type Field = { readonly value: string; readonly end: number }

function plainField(text: string, from: number, delimiter: string): Field {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end), end }
}

/** A field in quotes, two of which stand for one; `null` where the quote is never closed. */
function quotedField(text: string, from: number, delimiter: string): Field | null {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter)
      return { value: value + rest.value, end: rest.end }
    }
    value += '"'
    at = quote + 2
  }
}
