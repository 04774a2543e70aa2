import { londonOffsetMinutes } from '../release/london-time.ts'
import { monthsText, type When } from '../release/when.ts'
import { type CalendarRow, leftOut, type ReadRow } from './calendar-row.ts'
import { checkedRow, type FieldNames } from './checked-row.ts'
import { stateFrom, unknownState } from './state-word.ts'
import { timeFrom } from './written-time.ts'

/** The columns of our own CSV and JSON, in their order. */
export const COLUMNS = [
  'source',
  'series',
  'title',
  'state',
  'date',
  'producer',
  'contact name',
  'contact email',
  'contact telephone',
  'summary',
  'notice',
  'reason',
] as const

export type Column = (typeof COLUMNS)[number]

/** A row as texts. What a file does not say is empty. */
export type RowTexts = Readonly<Record<Column, string>>

const HOUR_MS = 3_600_000

/** `2026-05-19T07:00:00+01:00`: London's wall clock, and sure even in the hour that comes twice. */
function isoLondon(at: number): string {
  const summer = londonOffsetMinutes(at) === 60
  const wall = new Date(at + (summer ? HOUR_MS : 0)).toISOString()
  return wall.replace(/(\.000)?Z$/, summer ? '+01:00' : 'Z')
}

const dateText = (when: When): string => (when.kind === 'instant' ? isoLondon(when.at) : monthsText(when))

/** The texts of a row, from which it can be read again. */
export const textsOfRow = ({ contact, ...row }: Omit<CalendarRow, 'line'>): RowTexts => ({
  source: row.source ?? '',
  series: row.series ?? '',
  title: row.title,
  state: row.state,
  date: dateText(row.when),
  producer: row.producer,
  'contact name': contact.name,
  'contact email': contact.email,
  'contact telephone': contact.telephone,
  summary: row.summary,
  notice: row.notice,
  reason: row.reason,
})

/**
 * The row that texts mean, or the faults in them.
 *
 * @param nameOf what the file calls a column
 */
export function rowFromTexts(line: number, texts: RowTexts, nameOf: (column: Column) => string): ReadRow {
  const time = timeFrom(texts.date)
  const state = stateFrom(texts.state)
  const faults = [
    ...(state === null ? [leftOut(line, nameOf('state'), unknownState(texts.state))] : []),
    ...(time.kind === 'no-time' ? [leftOut(line, nameOf('date'), time.because)] : []),
  ]
  if (state === null || time.kind === 'no-time') return { row: null, faults }
  return checkedRow(
    {
      line,
      source: texts.source || null,
      series: texts.series || null,
      title: texts.title,
      when: time.when,
      state,
      producer: texts.producer,
      contact: {
        name: texts['contact name'],
        email: texts['contact email'],
        telephone: texts['contact telephone'],
      },
      summary: texts.summary,
      notice: texts.notice,
      reason: texts.reason,
    },
    fieldNames(nameOf),
  )
}

const fieldNames = (nameOf: (column: Column) => string): FieldNames => ({
  source: nameOf('source'),
  series: nameOf('series'),
  title: nameOf('title'),
  when: nameOf('date'),
  state: nameOf('state'),
  producer: nameOf('producer'),
  contact: nameOf('contact name'),
  summary: nameOf('summary'),
  notice: nameOf('notice'),
  reason: nameOf('reason'),
})
