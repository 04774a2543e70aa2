import type { Said } from '../release/said.ts'
import { FILE } from './wording.ts'
/** One record of a text whose fields are separated, and the line where it begins. */
export type SeparatedRecord =
  | { readonly kind: 'record'; readonly line: number; readonly fields: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly because: Said }

const SEPARATORS = [',', ';', '\t', '|'] as const

/** What separates the fields, by the first line that is not empty: what it has most of. */
export function separatorOf(text: string): string {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? ''
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string): number => bare.split(separator).length - 1
  const [best = ','] = [...SEPARATORS].sort((one, other) => count(other) - count(one))
  return best
}

type Field = { readonly text: string; readonly end: number } | null

/**
 * The records of a text (RFC 4180; any line end). Empty lines are none.
 *
 * Where a quoted field has no end, or something follows after its end, that line is
 * broken and reading goes on with the next: one stray quotation mark does not
 * swallow the rest of the calendar.
 */
export function separatedRecords(text: string, separator: string): readonly SeparatedRecord[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const records: SeparatedRecord[] = []
  let at = 0
  let line = 1
  while (at < source.length) {
    const read = recordAt(source, at, separator)
    const end = read?.end ?? lineEnd(source, at)
    if (read === null)
      records.push({
        kind: 'broken',
        line,
        because: FILE.loneQuotationMark,
      })
    else if (read.fields.some((field) => field.trim() !== ''))
      records.push({ kind: 'record', line, fields: read.fields })
    line += source.slice(at, end + 1).split('\n').length - 1
    at = end + 1
  }
  return records
}

const lineEnd = (source: string, at: number): number => {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}

function recordAt(
  source: string,
  from: number,
  separator: string,
): { readonly fields: readonly string[]; readonly end: number } | null {
  const fields: string[] = []
  let at = from
  for (;;) {
    const field: Field = source[at] === '"' ? quotedAt(source, at) : plainAt(source, at, separator)
    if (field === null) return null
    fields.push(field.text)
    const next = source[field.end]
    if (next === undefined || next === '\n') return { fields, end: field.end }
    if (next !== separator) return null
    at = field.end + 1
  }
}

function plainAt(source: string, from: number, separator: string): Field {
  let end = from
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end++
  return { text: source.slice(from, end), end }
}

function quotedAt(source: string, from: number): Field {
  let text = ''
  let at = from + 1
  for (;;) {
    const quote = source.indexOf('"', at)
    if (quote === -1) return null
    text += source.slice(at, quote)
    if (source[quote + 1] !== '"') return { text, end: quote + 1 }
    text += '"'
    at = quote + 2
  }
}
