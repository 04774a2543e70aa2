import { isPunctuation } from './punctuation.ts'

/** What may part the fields of a line, the likeliest first. */
const DELIMITERS = ['\t', ',', ';', '|'] as const

/** Characters at the start by which the delimiter is judged. */
const SAMPLE_CHARACTERS = 65_536

/** Share of the lines that must have a delimiter before the text counts as a table. Measured on shared data. */
const TABLE_LINES = 0.5

/** The delimiter that most lines have, as often as their neighbours; `null` for running text. */
export function delimiterOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/"(?:[^"]|"")*"/g, 'q')
  if (isPasted(sample)) return '\t'
  const sampled = sample.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, score: score(sampled, delimiter) })).sort(
    (one, other) => other.score - one.score,
  )
  if (best !== undefined && best.score > 0) return best.delimiter
  return sampled.some(isQuoted) ? ',' : null
}

/** A line that is one field in quotes: a table of a single column ("16,387"). */
const isQuoted = (line: string): boolean => line.trim() === 'q'

/**
 * Rows pasted from a spreadsheet into a few lines of text are parted by tabs,
 * which nobody types and no number has: more of them than of commas tell.
 */
function isPasted(sample: string): boolean {
  const tabs = sample.split('\t').length - 1
  return tabs > 1 && tabs >= sample.split(',').length - 1
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
  if (delimiter === ',' && isPunctuation(lines)) return 0
  const same = counts.filter((count, at) => at > 0 && count > 0 && count === counts[at - 1]).length
  const regular = counts.length === 1 ? 1 : same / (counts.length - 1)
  return having / lines.length + 2 * regular
}
