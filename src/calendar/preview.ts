import type { Contact, DetailedRelease, ReleaseChange } from '../release/release-details.ts'
import { NO_DETAILS, timeFields, whenOf } from '../release/release-details.ts'
import { sameWhen, whenText } from '../release/when.ts'
import type { CalendarRow } from './calendar-row.ts'
import { knownRelease } from './known-release.ts'
import { ownSource } from './row-of.ts'
import { seriesOf } from './series-name.ts'
import { followed } from './wishes.ts'

/** A release that is not in the register yet, so it has no id. */
export type ReleaseToAdd = Omit<DetailedRelease, 'id'>

export type ChangedField =
  | 'state'
  | 'when'
  | 'title'
  | 'series'
  | 'source'
  | 'producer'
  | 'contact'
  | 'summary'
  | 'notice'

/** One field before and after, as a person reads it. */
export type FieldChange = { readonly field: ChangedField; readonly before: string; readonly after: string }

/** What importing one row would do. */
export type PlannedRow =
  | { readonly kind: 'added'; readonly row: CalendarRow; readonly release: ReleaseToAdd }
  | {
      readonly kind: 'changed'
      readonly row: CalendarRow
      readonly before: DetailedRelease
      readonly after: DetailedRelease
      readonly fields: readonly FieldChange[]
      /** What the change log gets; it is in `after` already. */
      readonly entries: readonly ReleaseChange[]
    }
  | { readonly kind: 'unchanged'; readonly row: CalendarRow; readonly release: DetailedRelease | null }
  | {
      readonly kind: 'refused'
      readonly row: CalendarRow
      /** The release it speaks of, where there is one. */
      readonly release: DetailedRelease | null
      readonly field: ChangedField | 'reason'
      readonly because: string
    }

/** Who imports, when (milliseconds since 1970-01-01T00:00:00Z), and the reason for moves of which the file says none. */
export type Import = { readonly by: string; readonly at: number; readonly reason: string }

/**
 * What importing the rows of a calendar would do to the register, row by row in
 * their order. Nothing is done; what is refused is refused alone.
 *
 * Importing what was imported changes nothing. What a row does not say stays as it
 * is. A release that is in the register and not in the file stays too: a calendar
 * of the next three months does not end the embargo on what comes after.
 */
export function preview(
  rows: readonly CalendarRow[],
  releases: readonly DetailedRelease[],
  making: Import,
): readonly PlannedRow[] {
  const spoken = new Map<string, CalendarRow>()
  return rows.map((row) => {
    const known = knownRelease(row, releases)
    if (known.kind === 'unsure')
      return { kind: 'refused', row, release: known.release, field: 'source', because: known.because }
    const release = known.kind === 'known' ? known.release : null
    const key = release === null ? newKey(row) : `id ${release.id}`
    const earlier = spoken.get(key)
    if (earlier !== undefined) return again(row, earlier, release)
    spoken.set(key, row)
    return release === null ? addition(row, making) : alteration(row, release, making)
  })
}

/** By what a row that is new is known again in the same file. */
const newKey = ({ source, series, title, when }: CalendarRow): string =>
  JSON.stringify(source === null ? [series, title, when] : [source])

/** A release that the file speaks of twice: the same is fine, of two different ones nobody knows which is right. */
function again(row: CalendarRow, earlier: CalendarRow, release: DetailedRelease | null): PlannedRow {
  const same = JSON.stringify({ ...row, line: 0 }) === JSON.stringify({ ...earlier, line: 0 })
  if (same) return { kind: 'unchanged', row, release }
  const because = `Line ${earlier.line} says something else of “${earlier.title}”: which one is right?`
  return {
    kind: 'refused',
    row,
    release,
    field: sameWhen(row.when, earlier.when) ? 'title' : 'when',
    because,
  }
}

function addition(row: CalendarRow, { at }: Import): PlannedRow {
  if (row.state === 'published' && row.when.kind === 'instant' && row.when.at > at) {
    const because = `“${row.title}” is called published, but its time is still to come: ${whenText(row.when)}.`
    return { kind: 'refused', row, release: null, field: 'state', because }
  }
  const release: ReleaseToAdd = {
    ...NO_DETAILS,
    ...timeFields(row.when),
    series: row.series ?? seriesOf(row.title),
    title: row.title,
    state: row.state,
    team: [],
    access: [],
    producer: row.producer,
    contact: row.contact,
    summary: row.summary,
    notice: row.notice,
    source: row.source,
  }
  return { kind: 'added', row, release }
}

function alteration(row: CalendarRow, before: DetailedRelease, { by, at, reason }: Import): PlannedRow {
  const reached = followed(before, row, reason, by, at)
  if (reached.kind === 'refused')
    return { kind: 'refused', row, release: before, field: reached.field, because: reached.because }
  const after = told(reached.release, row)
  const fields = differences(before, after)
  return fields.length === 0 && reached.entries.length === 0
    ? { kind: 'unchanged', row, release: before }
    : { kind: 'changed', row, before, after, fields, entries: reached.entries }
}

/** The release with all that the row says of it besides state and time. */
const told = (release: DetailedRelease, row: CalendarRow): DetailedRelease => ({
  ...release,
  title: row.title,
  series: row.series ?? release.series,
  source: release.source ?? (row.source === ownSource(release.id) ? null : row.source),
  producer: row.producer || release.producer,
  contact: {
    name: row.contact.name || release.contact.name,
    email: row.contact.email || release.contact.email,
    telephone: row.contact.telephone || release.contact.telephone,
  },
  summary: row.summary || release.summary,
  notice: row.notice || release.notice,
})

const contactText = ({ name, email, telephone }: Contact): string =>
  [name, email, telephone].filter((part) => part !== '').join(', ')

const TEXTS: Readonly<Record<ChangedField, (release: DetailedRelease) => string>> = {
  state: ({ state }) => state,
  when: (release) => whenText(whenOf(release)),
  title: ({ title }) => title,
  series: ({ series }) => series,
  source: ({ source }) => source ?? '',
  producer: ({ producer }) => producer,
  contact: ({ contact }) => contactText(contact),
  summary: ({ summary }) => summary,
  notice: ({ notice }) => notice,
}

const FIELDS: readonly ChangedField[] = [
  'state',
  'when',
  'title',
  'series',
  'source',
  'producer',
  'contact',
  'summary',
  'notice',
]

/** Field by field, what is different between a release before and after. */
export const differences = (before: DetailedRelease, after: DetailedRelease): readonly FieldChange[] =>
  FIELDS.map((field) => ({ field, before: TEXTS[field](before), after: TEXTS[field](after) })).filter(
    (changed) => changed.before !== changed.after,
  )
