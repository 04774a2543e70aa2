import ICAL from 'ical.js'
import { londonInstants } from '../release/london-time.ts'
import type { Said } from '../release/said.ts'
import type { Component } from './content-lines.ts'
import { propertyOf } from './content-lines.ts'
import { TIME } from './wording.ts'
import type { ReadTime } from './written-time.ts'

/** A wall clock somewhere, to the second; `month` is 1 to 12. */
export type Wall = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Tells what instant a wall clock in a named time zone shows. */
export type TimeZones = (zone: string, wall: Wall) => ReadTime

const DAY_MS = 24 * 60 * 60 * 1000

/** What calendars call London: the IANA names of its zone, and Outlook's. */
const LONDON =
  /(?:^|\/)(?:Europe\/(?:London|Belfast|Guernsey|Jersey|Isle_of_Man)|GB|GB-Eire|London)$|^GMT Standard Time$/i

const UTC = /^(?:UTC|Z|Etc\/(?:UTC|GMT|UCT|Universal|Zulu)|GMT)$/i

/** Zones of one file that are worked out. Each costs up to seconds where it is made to. */
const MAX_ZONES = 20

/** Parts of a rule that a change of the clocks has. With others a file could name every second since 1601. */
const RULE_PARTS =
  /^(?:(?:FREQ=YEARLY|INTERVAL=\d+|BYDAY=[-+]?\d?[A-Z]{2}|BYMONTH=\d+|BYMONTHDAY=[-\d,]+|UNTIL=[\dTZ]+|COUNT=\d+|WKST=[A-Z]{2})(?:;|$))+$/

const instant = (at: number): ReadTime => ({ kind: 'when', when: { kind: 'instant', at } })
const noTime = (because: Said): ReadTime => ({ kind: 'no-time', because })

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
const wallText = ({ year, month, day, hour, minute }: Wall): string =>
  `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`

const utcOf = ({ year, month, day, hour, minute, second }: Wall): number =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** The instant at which London's clocks show this, refused in the spring gap and in the hour that comes twice. */
export function inLondon(wall: Wall): ReadTime {
  const { year, month, day, hour, minute, second } = wall
  const [first, again] = londonInstants(year, month, day, hour, minute, second)
  if (first === undefined) return noTime(TIME.skipped(wallText(wall)))
  if (again !== undefined) return noTime(TIME.twice(wallText(wall)))
  return instant(first)
}

/**
 * The time zones that a calendar file can use: London by our own rule whatever the
 * file says of it, UTC, and those that the file describes (VTIMEZONE, RFC 5545
 * §3.6.5).
 */
export function timeZonesOf(components: readonly Component[]): TimeZones {
  const described = new Map<string, Component>()
  for (const component of components.filter(({ name }) => name === 'vtimezone'))
    described.set(valueIn(component, 'tzid'), component)
  const known = new Map<string, Zone | null>()
  const zoneOf = (name: string): Zone | null => {
    const component = described.get(name)
    if (component !== undefined && !known.has(name) && known.size < MAX_ZONES)
      known.set(name, zoneFrom(component, components))
    return known.get(name) ?? null
  }
  return (name, wall) => {
    if (LONDON.test(name)) return inLondon(wall)
    if (UTC.test(name)) return instant(utcOf(wall))
    const zone = zoneOf(name)
    return zone === null ? noTime(TIME.zoneUnknown(name)) : inZone(zone, name, wall)
  }
}

const valueIn = (component: Component, name: string): string => {
  const found = component.lines.map(propertyOf).find((property) => property?.name === name)
  return found?.value ?? ''
}

/** A zone and the first wall clock from which it is described, as `2026-05-19T07:00:00`. */
type Zone = { readonly offsetAt: (wall: Wall) => number; readonly from: string }

function zoneFrom(component: Component, components: readonly Component[]): Zone | null {
  const lines = component.whole.map(({ text }) => text)
  const rules = component.whole.map(propertyOf).filter((property) => property?.name === 'rrule')
  if (lines.some((line) => /^RRULE/i.test(line)) && rules.some((rule) => !RULE_PARTS.test(rule?.raw ?? '')))
    return null
  const parts = components.filter(
    ({ name, line, closed }) =>
      closed &&
      (name === 'standard' || name === 'daylight') &&
      component.whole.some((inside) => inside.line === line),
  )
  const starts = parts.map((part) => valueIn(part, 'dtstart')).sort()
  const whole = parts.every(
    (part) => valueIn(part, 'tzoffsetfrom') !== '' && valueIn(part, 'tzoffsetto') !== '',
  )
  const [from] = starts
  if (!component.closed || !whole || from === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(from))
    return null
  return zoneByLibrary(lines, from)
}

function zoneByLibrary(lines: readonly string[], from: string): Zone | null {
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join('\r\n'))))
    return { from, offsetAt: (wall) => zone.utcOffset(ICAL.Time.fromData(wall)) * 1000 }
  } catch {
    return null
  }
}

const dayFrom = (wall: Wall, days: number): Wall => {
  const date = new Date(utcOf(wall) + days * DAY_MS)
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/**
 * The instant of a wall clock in a described zone. Within a day of a change of its
 * clocks there may be none or two, so the file has to say it in UTC.
 */
function inZone(zone: Zone, name: string, wall: Wall): ReadTime {
  if (wallText(wall).replace(' ', 'T') < zone.from.slice(0, 16))
    return noTime(TIME.zoneUnknownThen(name, wallText(wall)))
  const offset = offsetOf(zone, wall)
  if (
    offset === null ||
    offset !== offsetOf(zone, dayFrom(wall, -1)) ||
    offset !== offsetOf(zone, dayFrom(wall, 1))
  )
    return noTime(TIME.zoneChanges(name, wallText(wall)))
  return instant(utcOf(wall) - offset)
}

function offsetOf(zone: Zone, wall: Wall): number | null {
  try {
    const offset = zone.offsetAt(wall)
    return Number.isInteger(offset) ? offset : null
  } catch {
    return null
  }
}
