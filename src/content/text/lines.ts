import type { Cell } from '../content.ts'
import { MAX_LINE_CHARACTERS } from '../limits.ts'

/**
 * A line of running text as cells, a word each, so that the figures of a
 * sentence or of a line of a printed table are neighbours.
 *
 * Tabs and wide gaps part cells and single spaces words; both come to the same.
 */
export function cellsOfLine(line: string): readonly Cell[] {
  return line
    .slice(0, MAX_LINE_CHARACTERS)
    .split(/[ \t\r\n\f\v\u2003\u3000]+/)
    .filter((word) => word !== '')
    .map((word, column) => ({ column, stored: null, shown: withoutEnd(word), inText: true }))
}

/** A long line in stretches that `cellsOfLine` takes whole, parted at a space where there is one. */
export function stretchesOf(line: string): readonly string[] {
  if (line.length <= MAX_LINE_CHARACTERS) return [line]
  const stretches: string[] = []
  let from = 0
  while (from < line.length) {
    const longest = line.slice(from, from + MAX_LINE_CHARACTERS)
    const isLast = from + longest.length === line.length
    const space = isLast ? -1 : longest.lastIndexOf(' ')
    const stretch = space > 0 ? longest.slice(0, space) : longest
    stretches.push(stretch)
    from += stretch.length
  }
  return stretches
}

const withoutEnd = (word: string): string => {
  let end = word.length
  while (end > 1 && ',;:!?.'.indexOf(word[end - 1] ?? '') !== -1) end--
  return word.slice(0, end)
}

/** Text as written cells, as a table of one line each has them. */
export const cellsOf = (texts: readonly string[]): readonly Cell[] =>
  texts
    .map((text, column) => ({ column, stored: null, shown: text.slice(0, MAX_LINE_CHARACTERS).trim() }))
    .filter((cell) => cell.shown !== '')
