import type { CalendarRow } from './calendar-row.ts'
import { COLUMNS, textsOfRow } from './row-texts.ts'

/** What a spreadsheet takes for a formula. Source: OWASP, CSV injection. */
const FORMULA = /^'*[=+\-@\t]/

const shielded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const field = (text: string): string => {
  const safe = shielded(text)
  return /[",\r\n;\t|]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/**
 * The calendar as CSV (RFC 4180), with the mark by which Excel knows UTF-8. A text
 * that a spreadsheet would take for a formula has an apostrophe before it.
 */
export function calendarCsv(rows: readonly Omit<CalendarRow, 'line'>[]): string {
  const records = rows.map(textsOfRow).map((texts) => COLUMNS.map((column) => field(texts[column])))
  return `\uFEFF${[COLUMNS, ...records].map((record) => `${record.join(',')}\r\n`).join('')}`
}
