import type { ReleaseState } from '../release/release.ts'
import { monthsFrom, type When } from '../release/when.ts'
import {
  type CalendarRow,
  type Fault,
  leftOut,
  NO_CONTACT,
  passedOver,
  type ReadRow,
} from './calendar-row.ts'
import { checkedRow, type FieldNames } from './checked-row.ts'
import { lineOf, listOf, memberOf, notTexts, textOf, textsOf, truthOf } from './json-fields.ts'
import type { Json } from './json-tree.ts'
import { ROW, TIME } from './wording.ts'
import { type ReadTime, timeFrom } from './written-time.ts'

const NAMES: FieldNames = {
  source: 'uri',
  series: 'description.title',
  title: 'description.title',
  when: 'description.release_date',
  state: 'description',
  producer: '',
  contact: 'description.contact',
  summary: 'description.summary',
  notice: 'description.cancellation_notice',
  reason: 'date_changes',
}

/** Whether a JSON value is a release as ONS publishes it. */
export const isOnsRelease = (json: Json): boolean => memberOf(json, 'description')?.kind === 'object'

/**
 * One release of ONS's release calendar, as `/releasecalendar/data` lists it and
 * as dp-release-calendar-api gives it alone. Sources: ONSdigital/dp-api-clients-go,
 * site-search/data.go and releasecalendar/data.go.
 */
export function onsRelease(json: Json): ReadRow {
  const faults = notTexts(json, ...TEXTS)
  const state = stateOf(json)
  if (state === null) faults.push(noState(json))
  const time = timeOf(json, state)
  if (time.kind === 'no-time') faults.push(leftOut(dateLine(json), NAMES.when, time.because))
  if (faults.length > 0 || state === null || time.kind === 'no-time') return { row: null, faults }
  const read = checkedRow(rowOf(json, state, time.when), NAMES)
  return { row: read.row, faults: [...read.faults, ...notices(json, state)] }
}

/** What has to be text where it is there. */
const TEXTS = [
  ['uri'],
  ['description', 'title'],
  ['description', 'release_date'],
  ['description', 'provisional_date'],
  ['description', 'summary'],
] as const

const rowOf = (json: Json, state: ReleaseState, when: When): CalendarRow => ({
  line: json.line,
  source: textOf(json, 'uri') || null,
  series: null,
  title: textOf(json, 'description', 'title'),
  when,
  state,
  producer: '',
  contact: contactOf(memberOf(json, 'description', 'contact')),
  summary: textOf(json, 'description', 'summary'),
  notice: textsOf(json, 'description', 'cancellation_notice').join('\n'),
  reason: reasonOf(json),
})

const dateLine = (json: Json): number => lineOf(json, 'description', 'release_date')

/**
 * ONS has no word for the state but four answers. What its website calls
 * “postponed” is a release whose time is final and was moved: it comes out at the
 * new time, so here it is confirmed. Source: ONSdigital/dp-frontend-release-calendar,
 * mapper/publication_state.go.
 */
function stateOf(json: Json): ReleaseState | null {
  const [cancelled, published, finalised] = ['cancelled', 'published', 'finalised'].map((flag) =>
    truthOf(json, 'description', flag),
  )
  if (cancelled === null && published === null && finalised === null) return null
  if (cancelled) return 'cancelled'
  if (published) return 'published'
  return finalised ? 'confirmed' : 'provisional'
}

const noState = (json: Json): Fault =>
  leftOut(lineOf(json, 'description'), 'description.finalised', ROW.noOnsState)

/** A provisional release may name months; the date beside them only fills the field. */
function timeOf(json: Json, state: ReleaseState | null): ReadTime {
  const months = state === 'provisional' ? monthsFrom(textOf(json, 'description', 'provisional_date')) : null
  return months === null
    ? timeFrom(textOf(json, 'description', 'release_date'))
    : { kind: 'when', when: { kind: 'months', ...months } }
}

function notices(json: Json, state: ReleaseState): Fault[] {
  const provisional = textOf(json, 'description', 'provisional_date')
  if (state !== 'provisional' || provisional === '' || monthsFrom(provisional) !== null) return []
  const field = 'description.provisional_date'
  return [passedOver(lineOf(json, 'description', 'provisional_date'), field, TIME.namesNoMonth(provisional))]
}

const contactOf = (json: Json | null) =>
  json === null
    ? NO_CONTACT
    : { name: textOf(json, 'name'), email: textOf(json, 'email'), telephone: textOf(json, 'telephone') }

/** Why the time was moved last: the changes stand in the order in which they were made. */
function reasonOf(json: Json): string {
  const changes = listOf(json, 'date_changes')
  const last = changes[changes.length - 1]
  return last === undefined ? '' : textOf(last, 'change_notice')
}
