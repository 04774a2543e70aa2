import { isWallClock } from '../release/london-time.ts'
import type { Said } from '../release/said.ts'
import type { Property } from './content-lines.ts'
import { inLondon, type TimeZones, type Wall } from './time-zones.ts'
import { TIME } from './wording.ts'
import type { ReadTime } from './written-time.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(Z?)$/

const noTime = (because: Said): ReadTime => ({ kind: 'no-time', because })

/**
 * When an event begins, which is when the release is due.
 *
 * A time without a zone is London time, as people who write such calendars mean it.
 * Whole months, from the first day of one to the first of another, are how we write
 * a provisional release; any other day without a time of day is refused.
 *
 * @param end its DTEND, or `null`
 */
export function eventTime(start: Property, end: Property | null, zones: TimeZones): ReadTime {
  const dateTime = DATE_TIME.exec(start.value)
  if (!dateTime) return wholeMonths(start, end)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = dateTime.slice(1, 7).map(Number)
  const wall: Wall = { year, month, day, hour, minute, second }
  if (!isWallClock(year, month, day, hour, minute, second)) return noTime(TIME.noSuchTime(start.raw))
  const zone = start.parameter('tzid')
  if (dateTime[7] === 'Z') return zones('UTC', wall)
  return zone === '' ? inLondon(wall) : zones(zone, wall)
}

function wholeMonths(start: Property, end: Property | null): ReadTime {
  const from = DATE.exec(start.value)
  if (!from) return noTime(TIME.notATime(start.raw))
  const until = end === null ? null : DATE.exec(end.value)
  if (!until || from[3] !== '01' || until[3] !== '01' || start.value >= (end?.value ?? ''))
    return noTime(TIME.dayAlone(start.raw))
  const [, year, month] = from
  const last = new Date(Date.UTC(Number(until[1]), Number(until[2]) - 2))
  return {
    kind: 'when',
    when: {
      kind: 'months',
      from: { year: Number(year), month: Number(month) },
      to: { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1 },
    },
  }
}
