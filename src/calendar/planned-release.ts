import { whenSaid } from '../release/london-words.ts'
import {
  type Contact,
  type DetailedRelease,
  NO_DETAILS,
  timeFields,
  whenOf,
} from '../release/release-details.ts'
import { alike, type Said } from '../release/said.ts'
import { STATE_WORDS } from '../release/state-words.ts'
import type { CalendarRow } from './calendar-row.ts'
import type { ChangedField, FieldChange, Import, PlannedRow, ReleaseToAdd } from './planned-row.ts'
import { ownSource } from './row-of.ts'
import { seriesOf } from './series-name.ts'
import { followed } from './wishes.ts'
import { ROW } from './wording.ts'

/** What a row does of which the register knows no release. */
export function addition(row: CalendarRow, { at }: Import): PlannedRow {
  if (row.state === 'published' && row.when.kind === 'instant' && row.when.at > at) {
    const because = ROW.publishedTooSoon(row.title, row.when)
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

/** What a row does to the release it speaks of. */
export function alteration(
  row: CalendarRow,
  before: DetailedRelease,
  { by, at, reason }: Import,
): PlannedRow {
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

const TEXTS: Readonly<Record<ChangedField, (release: DetailedRelease) => Said>> = {
  state: ({ state }) => STATE_WORDS[state],
  when: (release) => whenSaid(whenOf(release)),
  title: ({ title }) => alike(title),
  series: ({ series }) => alike(series),
  source: ({ source }) => alike(source ?? ''),
  producer: ({ producer }) => alike(producer),
  contact: ({ contact }) => alike(contactText(contact)),
  summary: ({ summary }) => alike(summary),
  notice: ({ notice }) => alike(notice),
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
    ({ before: was, after: is }) => was.en !== is.en,
  )
