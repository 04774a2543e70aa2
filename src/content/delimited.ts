import type { Reading } from './content.ts'
import type { Budget } from './limits.ts'
import { cellsOf, cellsOfLine } from './lines.ts'

/** What may part the fields of a line, the likeliest first. */
const DELIMITERS = ['\t', ',', ';', '|'] as const

/** Characters at the start by which the delimiter is judged. */
const SAMPLE_CHARACTERS = 65_536

/** Share of the lines that must have a delimiter before the text counts as a table. Measured on shared data. */
const TABLE_LINES = 0.5

/**
 * Reads text as a table (.csv, .tsv, Excel's "Unicode text") or, where nothing
 * parts fields regularly, as lines of words. Fields in quotes may hold
 * delimiters and line ends. Source: RFC 4180, and what Excel writes.
 */
export function* readText(path: string, text: string, budget: Budget): Generator<Reading, void> {
  const delimiter = delimiterOf(text)
  yield { kind: 'table', name: '' }
  const rows = delimiter === null ? lines(text) : fields(text, delimiter)
  let row = 0
  for (const values of rows) {
    const cells = delimiter === null ? cellsOfLine(values[0] ?? '') : cellsOf(values)
    budget.cells -= cells.length
    if (budget.cells < 0) {
      yield { kind: 'unreadable', path, because: 'too-large' }
      return
    }
    if (cells.length > 0) yield { kind: 'row', row, cells }
    row++
  }
}

/** The delimiter that most lines have, as often as their neighbours; `null` for running text. */
export function delimiterOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/"(?:[^"]|"")*"/g, 'q')
  const sampled = sample.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, score: score(sampled, delimiter) })).sort(
    (one, other) => other.score - one.score,
  )
  return best !== undefined && best.score > 0 ? best.delimiter : null
}

/**
 * How well a delimiter explains the lines: the share that has it times how often
 * neighbours have as many, 0 where too few lines have it. A comma inside numbers
 * (1,234;5,678) is as frequent as the semicolon but less regular.
 */
function score(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1)
  const having = counts.filter((count) => count > 0).length
  if (lines.length === 0 || having / lines.length < TABLE_LINES) return 0
  const same = counts.filter((count, at) => at > 0 && count > 0 && count === counts[at - 1]).length
  const regular = counts.length === 1 ? 1 : same / (counts.length - 1)
  const spaced = delimiter === ',' && lines.every((line) => line.split(', ').length >= line.split(',').length)
  return spaced ? 0 : having / lines.length + 2 * regular
}

function* lines(text: string): Generator<readonly string[], void> {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    yield [text.slice(from, to)]
    from = to + 1
  }
}

/** The fields of each record. A quote that is never closed ends with the text, as in Excel. */
function* fields(text: string, delimiter: string): Generator<readonly string[], void> {
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at, delimiter)
    record.push(field.value)
    at = field.end
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      record.push('')
    }
    yield record
    record = []
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
}

type Field = { readonly value: string; readonly end: number }

function plain(text: string, from: number, delimiter: string): Field {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end), end }
}

function quoted(text: string, from: number): Field {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return afterQuote(text, value, quote + 1)
    value += '"'
    at = quote + 2
  }
}

/** What stands between a closing quote and the delimiter belongs to the field. */
function afterQuote(text: string, value: string, from: number): Field {
  let end = from
  while (end < text.length && ',;\t|\r\n'.indexOf(text[end] ?? '') === -1) end++
  return { value: value + text.slice(from, end), end }
}
