import { type CalendarRow, type Fault, leftOut, type ReadRow } from './calendar-row.ts'
import { lineOf, memberOf, textOf } from './json-fields.ts'
import type { Json } from './json-tree.ts'
import { COLUMNS, type RowTexts, rowFromTexts, textsOfRow } from './row-texts.ts'
import { FILE, ROW } from './wording.ts'

/** The mark of our own export, by which it is known again. */
const MARK = 'embargo-guard'

/** The form of the export; another one may be read differently. */
const FORM = 1

/** Whether a JSON value is a calendar that we wrote. */
export const isOwnCalendar = (json: Json): boolean => textOf(json, 'calendar') === MARK

/** Why a calendar of ours cannot be read by this version, or `null`. */
export function unreadableForm(json: Json): Fault | null {
  const form = memberOf(json, 'form')
  return form?.kind === 'number' && form.number === FORM
    ? null
    : leftOut(lineOf(json, 'form'), 'form', FILE.laterForm)
}

/** One release of a calendar that we wrote. */
export function ownRelease(json: Json): ReadRow {
  const notText = COLUMNS.filter((column) => {
    const member = memberOf(json, column)
    return member !== null && member.kind !== 'text'
  }).map((column) => leftOut(lineOf(json, column), column, ROW.notText))
  if (notText.length > 0) return { row: null, faults: notText }
  return rowFromTexts(json.line, textsIn(json), (column) => column)
}

const textsIn = (json: Json): RowTexts => ({
  source: textOf(json, 'source'),
  series: textOf(json, 'series'),
  title: textOf(json, 'title'),
  state: textOf(json, 'state'),
  date: textOf(json, 'date'),
  producer: textOf(json, 'producer'),
  'contact name': textOf(json, 'contact name'),
  'contact email': textOf(json, 'contact email'),
  'contact telephone': textOf(json, 'contact telephone'),
  summary: textOf(json, 'summary'),
  notice: textOf(json, 'notice'),
  reason: textOf(json, 'reason'),
})

/** The calendar as JSON, to be read by people, programs and ourselves. */
export const calendarJson = (rows: readonly Omit<CalendarRow, 'line'>[]): string =>
  `${JSON.stringify({ calendar: MARK, form: FORM, releases: rows.map(textsOfRow) }, null, 2)}\n`
