import type { ReleaseState } from '../release/release.ts'
import {
  type CalendarRow,
  type Fault,
  leftOut,
  passedOver,
  type ReadCalendar,
  type ReadRow,
  together,
} from './calendar-row.ts'
import { checkedRow, type FieldNames } from './checked-row.ts'
import {
  type Component,
  type ContentLine,
  componentsOf,
  contentLines,
  type Property,
  propertyOf,
} from './content-lines.ts'
import { eventTime } from './event-time.ts'
import { stateFrom, unknownState } from './state-word.ts'
import { type TimeZones, timeZonesOf } from './time-zones.ts'
import { FILE, ROW, TIME } from './wording.ts'

const NAMES: FieldNames = {
  source: 'UID',
  series: 'X-EMBARGO-GUARD-SERIES',
  title: 'SUMMARY',
  when: 'DTSTART',
  state: 'STATUS',
  producer: 'X-EMBARGO-GUARD-PRODUCER',
  contact: 'CONTACT',
  summary: 'DESCRIPTION',
  notice: 'COMMENT',
  reason: 'X-EMBARGO-GUARD-REASON',
}

/** What a release does not do: it comes out once. Such lines are passed over, and said to be. */
const REPEATING = ['rrule', 'rdate', 'exdate', 'recurrence-id']

/** Parts of a calendar that are no events and are not missed. */
const NOT_MISSED = ['vcalendar', 'vevent', 'vtimezone', 'standard', 'daylight', 'valarm']

/** How the author of a file writes it. */
type Hand = {
  /** ONS neither folds nor escapes: its text is taken as it stands. */
  readonly escapes: boolean
  /** ONS calls a release postponed whose time is final and was moved (ons-json.ts). */
  readonly postponed: ReleaseState
}

const ONS: Hand = { escapes: false, postponed: 'confirmed' }
const STANDARD: Hand = { escapes: true, postponed: 'postponed' }

/**
 * Reads a calendar file (.ics): ONS's `releases.ics` with its line ends of one
 * character, its long lines, its unescaped text and its words for STATUS, and any
 * other calendar by RFC 5545. Source for ONS's: ONSdigital/dp-frontend-release-calendar,
 * handlers.go, `toICSFile`.
 */
export function readIcs(text: string): ReadCalendar {
  const lines = contentLines(text)
  const [first] = lines
  if (first === undefined || !/^BEGIN:VCALENDAR\s*$/i.test(first.text))
    return {
      rows: [],
      faults: [leftOut(1, '', FILE.noIcs)],
    }
  const components = componentsOf(lines)
  const calendar = components.find(({ name }) => name === 'vcalendar')
  const zones = timeZonesOf(components)
  const hand = calendar?.lines.some(({ text: line }) =>
    /^PRODID:.*Office for National Statistics/i.test(line),
  )
    ? ONS
    : STANDARD
  const events = components.filter(({ name }) => name === 'vevent')
  return together(
    events.map((event) => eventRow(event, zones, hand)),
    missed(components, lines),
  )
}

/** What is in the file and no release, and what may be missing at its end. */
const missed = (components: readonly Component[], lines: readonly ContentLine[]): Fault[] => [
  ...components
    .filter(({ name }) => NOT_MISSED.indexOf(name) === -1)
    .map(({ line, name }) => leftOut(line, name.toUpperCase(), FILE.onlyEvents)),
  ...components
    .filter(({ name, closed }) => name === 'vcalendar' && !closed)
    .map(({ line }) => passedOver(lines[lines.length - 1]?.line ?? line, 'END', FILE.calendarNotEnded)),
]

function eventRow(event: Component, zones: TimeZones, hand: Hand): ReadRow {
  if (!event.closed) return { row: null, faults: [leftOut(event.line, 'END', FILE.eventNotEnded)] }
  const faults: Fault[] = []
  const properties: Property[] = []
  for (const content of event.lines) {
    const property = propertyOf(content)
    if (property === null) faults.push(passedOver(content.line, content.text.slice(0, 40), FILE.noProperty))
    else properties.push(property)
  }
  const read = rowOf(event.line, properties, zones, hand)
  return { row: read.row, faults: [...faults, ...repeating(properties), ...read.faults] }
}

const repeating = (properties: readonly Property[]): Fault[] =>
  properties
    .filter(({ name }) => REPEATING.indexOf(name) !== -1)
    .map(({ line, name }) => passedOver(line, name.toUpperCase(), FILE.comesOutOnce))

function rowOf(line: number, properties: readonly Property[], zones: TimeZones, hand: Hand): ReadRow {
  const of = (name: string): Property | null => properties.find((property) => property.name === name) ?? null
  const start = of('dtstart')
  if (start === null) return { row: null, faults: [leftOut(line, NAMES.when, TIME.noDtstart)] }
  const time = eventTime(start, of('dtend'), zones)
  const { state, faults: stateFaults } = stateOf(of('x-embargo-guard-state') ?? of('status'), line, hand)
  const faults = [
    ...(time.kind === 'no-time' ? [leftOut(start.line, NAMES.when, time.because)] : []),
    ...stateFaults,
  ]
  if (time.kind === 'no-time' || state === null) return { row: null, faults }
  const checked = checkedRow({ ...textsIn(of, hand), line, when: time.when, state }, NAMES)
  return { row: checked.row, faults: [...faults, ...checked.faults] }
}

/** All that an event says besides its time and state. */
function textsIn(
  of: (name: string) => Property | null,
  hand: Hand,
): Omit<CalendarRow, 'line' | 'when' | 'state'> {
  const textOf = (name: string): string => {
    const property = of(name)
    return property === null ? '' : hand.escapes ? property.value : property.raw
  }
  // In a calendar of ours CONTACT is name, address and telephone together.
  const isOurs = of('x-embargo-guard-state') !== null
  return {
    source: textOf('uid') || null,
    series: textOf('x-embargo-guard-series') || null,
    title: textOf('summary'),
    producer: textOf('x-embargo-guard-producer') || (of('organizer')?.parameter('cn') ?? ''),
    contact: {
      name: textOf(isOurs ? 'x-embargo-guard-contact-name' : 'contact'),
      email: textOf('x-embargo-guard-contact-email'),
      telephone: textOf('x-embargo-guard-contact-telephone'),
    },
    summary: textOf('description'),
    notice: textOf('comment'),
    reason: textOf('x-embargo-guard-reason'),
  }
}

type ReadState = { readonly state: ReleaseState | null; readonly faults: readonly Fault[] }

/** An event without STATUS is provisional: the embargo stays until somebody confirms it. */
function stateOf(status: Property | null, line: number, hand: Hand): ReadState {
  if (status === null)
    return {
      state: 'provisional',
      faults: [passedOver(line, NAMES.state, ROW.noStatus)],
    }
  const state = stateFrom(status.value)
  if (state === null)
    return { state, faults: [leftOut(status.line, NAMES.state, unknownState(status.value))] }
  return { state: state === 'postponed' ? hand.postponed : state, faults: [] }
}
