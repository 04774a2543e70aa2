import type { ReleaseState } from '../release/release.ts'
import { monthsFrom } from '../release/when.ts'
import { leftOut, NO_CONTACT, type ReadRow } from './calendar-row.ts'
import { checkedRow, type FieldNames } from './checked-row.ts'
import { lineOf, listOf, memberOf, notTexts, textOf, truthOf } from './json-fields.ts'
import type { Json } from './json-tree.ts'
import { stateFrom, unknownState } from './state-word.ts'
import { type ReadTime, timeFrom } from './written-time.ts'

/** Where one form of an announcement keeps what the other keeps elsewhere. */
type Paths = Readonly<
  Record<
    'source' | 'state' | 'displayDate' | 'timestamp' | 'note' | 'notice' | 'organisations',
    readonly string[]
  >
>

/** An announcement in GOV.UK's search. Source: alphagov/whitehall, StatisticsAnnouncement#search_index. */
const SEARCH: Paths = {
  source: ['link'],
  state: ['statistics_announcement_state'],
  displayDate: ['metadata', 'display_date'],
  timestamp: ['release_timestamp'],
  note: ['metadata', 'change_note'],
  notice: ['metadata', 'cancellation_reason'],
  organisations: ['organisations'],
}

/** An announcement in GOV.UK's content API. Source: alphagov/publishing-api, content_schemas, statistics_announcement. */
const CONTENT: Paths = {
  source: ['base_path'],
  state: ['details', 'state'],
  displayDate: ['details', 'display_date'],
  timestamp: ['details', 'release_timestamp'],
  note: ['details', 'latest_change_note'],
  notice: ['details', 'cancellation_reason'],
  organisations: ['links', 'organisations'],
}

const isContent = (json: Json): boolean => memberOf(json, 'details')?.kind === 'object'

/** Whether a JSON value is a statistics announcement as GOV.UK publishes it. */
export const isGovUkAnnouncement = (json: Json): boolean =>
  (isContent(json) && memberOf(json, 'base_path') !== null) ||
  memberOf(json, ...SEARCH.timestamp) !== null ||
  memberOf(json, ...SEARCH.state) !== null

/** One statistics announcement of GOV.UK, from its search or its content API. */
export function govUkAnnouncement(json: Json): ReadRow {
  const paths = isContent(json) ? CONTENT : SEARCH
  const names = namesOf(paths)
  const { source, state: stateAt, displayDate, timestamp } = paths
  const faults = notTexts(json, ['title'], ['description'], source, stateAt, displayDate, timestamp)
  const state = stateOf(json, paths)
  if (state === null)
    faults.push(leftOut(lineOf(json, ...stateAt), names.state, unknownState(textOf(json, ...stateAt))))
  const time = timeOf(json, paths, state)
  if (time.kind === 'no-time') faults.push(leftOut(lineOf(json, ...timestamp), names.when, time.because))
  if (faults.length > 0 || state === null || time.kind === 'no-time') return { row: null, faults }
  return checkedRow(
    {
      line: json.line,
      source: textOf(json, ...source) || null,
      series: null,
      title: textOf(json, 'title'),
      when: time.when,
      state,
      producer: producerOf(json, paths),
      contact: NO_CONTACT,
      summary: textOf(json, 'description'),
      notice: textOf(json, ...paths.notice),
      reason: textOf(json, ...paths.note) || textOf(json, ...paths.notice),
    },
    names,
  )
}

const namesOf = (paths: Paths): FieldNames => ({
  source: paths.source.join('.'),
  series: 'title',
  title: 'title',
  when: (paths === SEARCH ? paths.timestamp : paths.displayDate).join('.'),
  state: paths.state.join('.'),
  producer: paths.organisations.join('.'),
  contact: '',
  summary: 'description',
  notice: paths.notice.join('.'),
  reason: paths.note.join('.'),
})

/** Entries made before there was a word for the state say only whether the date is confirmed. */
function stateOf(json: Json, { state }: Paths): ReleaseState | null {
  const word = textOf(json, ...state)
  if (word !== '' || memberOf(json, ...state) !== null) return stateFrom(word)
  const confirmed = truthOf(json, 'metadata', 'confirmed')
  return confirmed === null ? null : confirmed ? 'confirmed' : 'provisional'
}

/** The date that people are shown says how exact it is; the timestamp beside months only fills the field. */
function timeOf(json: Json, { displayDate, timestamp }: Paths, state: ReleaseState | null): ReadTime {
  const shown = textOf(json, ...displayDate) || textOf(json, 'display_date')
  const months = monthsFrom(shown)
  if (months !== null && state !== 'confirmed' && state !== 'published')
    return { kind: 'when', when: { kind: 'months', ...months } }
  return timeFrom(textOf(json, ...timestamp) || shown)
}

/** The organisations' titles; GOV.UK's search may give only the last part of their address. */
const producerOf = (json: Json, { organisations }: Paths): string =>
  listOf(json, ...organisations)
    .map((organisation) =>
      organisation.kind === 'text' ? organisation.text.replace(/-/g, ' ') : textOf(organisation, 'title'),
    )
    .filter((name) => name !== '')
    .join(', ')
