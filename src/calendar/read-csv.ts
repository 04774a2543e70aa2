import { type Fault, leftOut, passedOver, type ReadCalendar, type ReadRow, together } from './calendar-row.ts'
import { COLUMNS, type Column, type RowTexts, rowFromTexts } from './row-texts.ts'
import { type SeparatedRecord, separatedRecords, separatorOf } from './separated.ts'
import { FILE } from './wording.ts'

/** What people call the columns, in small letters without marks. */
const NAMES: Readonly<Record<Column | 'time', readonly string[]>> = {
  source: ['source', 'uri', 'url', 'link', 'uid', 'id', 'address', 'web address'],
  series: ['series', 'publication', 'collection'],
  title: ['title', 'name', 'release', 'release title', 'release name', 'subject'],
  state: ['state', 'status', 'release status'],
  date: [
    'date',
    'release date',
    'date and time',
    'date time',
    'datetime',
    'release date and time',
    'when',
    'at',
    'due',
    'start',
    'start date',
    'publication date',
  ],
  time: ['time', 'release time', 'start time', 'publication time', 'time of day'],
  producer: ['producer', 'organisation', 'organization', 'department', 'publisher', 'organisations'],
  'contact name': ['contact name', 'contact', 'responsible statistician', 'statistician'],
  'contact email': ['contact email', 'email', 'e mail', 'contact e mail'],
  'contact telephone': ['contact telephone', 'telephone', 'phone', 'contact phone'],
  summary: ['summary', 'description', 'about'],
  notice: ['notice', 'cancellation notice', 'cancellation reason'],
  reason: ['reason', 'change reason', 'change note', 'reason for change', 'change notice'],
}

/** Which field of a record holds which column, and what the file calls it. */
type Header = {
  readonly places: ReadonlyMap<Column | 'time', { readonly index: number; readonly name: string }>
  readonly width: number
}

/** A formula in a spreadsheet begins so; so that it does not become one, an apostrophe stands before it. */
const SHIELDED = /^'+[=+\-@\t]/

/** The text of a field without the apostrophe that kept a spreadsheet from taking it for a formula. */
const unshielded = (text: string): string => (SHIELDED.test(text) ? text.slice(1) : text)

/**
 * Reads a table of releases: CSV with any usual separator. The first line names the
 * columns, in any order and by any usual name; a title and a date are needed, the
 * time of day may have its own column. Without a column for the state everything is
 * provisional.
 */
export function readCsv(text: string): ReadCalendar {
  const [first, ...rest] = separatedRecords(text, separatorOf(text))
  if (first === undefined) return { rows: [], faults: [leftOut(1, '', FILE.empty)] }
  if (first.kind === 'broken') return { rows: [], faults: [leftOut(first.line, '', first.because)] }
  const header = headerFrom(first.fields)
  const missing = (['title', 'date'] as const).filter((column) => !header.places.has(column))
  if (missing.length > 0)
    return { rows: [], faults: missing.map((column) => leftOut(first.line, column, FILE.noColumn(column))) }
  return together(
    rest.map((record) => rowFrom(record, header)),
    headerFaults(first.line, first.fields, header),
  )
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

function headerFrom(fields: readonly string[]): Header {
  const places = new Map<Column | 'time', { readonly index: number; readonly name: string }>()
  const columns: readonly (Column | 'time')[] = [...COLUMNS, 'time']
  fields.forEach((name, index) => {
    const column = columns.find((one) => NAMES[one].indexOf(plain(name)) !== -1)
    if (column !== undefined && !places.has(column)) places.set(column, { index, name: name.trim() })
  })
  return { places, width: fields.length }
}

function headerFaults(line: number, fields: readonly string[], { places }: Header): Fault[] {
  const used = [...places.values()].map(({ index }) => index)
  const faults = fields
    .filter((name, index) => name.trim() !== '' && used.indexOf(index) === -1)
    .map((name) => passedOver(line, name.trim(), FILE.unknownColumn))
  if (!places.has('state')) faults.push(passedOver(line, 'state', FILE.noStateColumn))
  return faults
}

function rowFrom(record: SeparatedRecord, header: Header): ReadRow {
  if (record.kind === 'broken') return { row: null, faults: [leftOut(record.line, '', record.because)] }
  const { line, fields } = record
  const extra = fields.slice(header.width).filter((field) => field.trim() !== '')
  if (extra.length > 0) {
    const because = FILE.tooManyFields(fields.length, header.width)
    return { row: null, faults: [leftOut(line, '', because)] }
  }
  return rowFromTexts(line, textsFrom(fields, header), (column) => header.places.get(column)?.name ?? column)
}

function textsFrom(fields: readonly string[], header: Header): RowTexts {
  const of = (column: Column | 'time'): string => {
    const place = header.places.get(column)
    return place === undefined ? '' : unshielded(fields[place.index] ?? '')
  }
  const texts: RowTexts = {
    source: of('source'),
    series: of('series'),
    title: of('title'),
    state: header.places.has('state') ? of('state') : 'provisional',
    date: `${of('date')} ${of('time')}`.trim(),
    producer: of('producer'),
    'contact name': of('contact name'),
    'contact email': of('contact email'),
    'contact telephone': of('contact telephone'),
    summary: of('summary'),
    notice: of('notice'),
    reason: of('reason'),
  }
  return texts
}
