import { instantFrom, londonClock, WEEKDAYS } from '../release/london-time.ts'
import type { Said } from '../release/said.ts'
import { monthFrom, monthsFrom, type When } from '../release/when.ts'
import { TIME } from './wording.ts'

/** When a release is due by what was written, or a sentence that says why it cannot be told. */
export type ReadTime =
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'no-time'; readonly because: Said }

type Day = { readonly year: number; readonly month: number; readonly day: number }
type Clock = { readonly hour: number; readonly minute: number; readonly second: number }

const noTime = (because: Said): ReadTime => ({ kind: 'no-time', because })

/**
 * Reads a time as people and calendars write it, London time unless it has an
 * offset: `2026-05-19 07:00`, `2026-05-19T06:00:00Z`, `19/05/2026 07:00`,
 * `Tuesday 19 May 2026, 7am`, `20 January 2016 9:30am`, `May 2026 to June 2026`.
 *
 * The day comes before the month, as it does in Britain. A day without a time of
 * day is refused, and so is a weekday that the day is not: both are how embargoes
 * were broken elsewhere (field notes §2.4).
 */
export function timeFrom(written: string): ReadTime {
  const text = written.trim().replace(/\s+/g, ' ')
  if (text === '') return noTime(TIME.none)
  const months = monthsFrom(text)
  if (months !== null) return { kind: 'when', when: { kind: 'months', ...months } }
  const time = instantFrom(text)
  if (time.kind === 'instant') return { kind: 'when', when: { kind: 'instant', at: time.at } }
  if (time.kind !== 'unreadable') return noTime(time.because)
  return fromWords(text)
}

const WORDS = /^(?:([a-z]+),? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4})(.*)$/i
const SLASHES = /^(?:([a-z]+),? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)$/i
const ISO = /^(\d{4})-(\d{2})-(\d{2})(.*)$/

function fromWords(text: string): ReadTime {
  const words = WORDS.exec(text) ?? SLASHES.exec(text)
  if (words) {
    const [, weekday = '', day, month = '', year, rest = ''] = words
    const number = /^\d+$/.test(month) ? Number(month) : monthFrom(month)
    if (number === null) return noTime(TIME.noMonth(month, text))
    return composed(text, weekday, { year: Number(year), month: number, day: Number(day) }, rest)
  }
  const iso = ISO.exec(text)
  if (!iso) return noTime(TIME.unreadable(text))
  const [, year, month, day, rest = ''] = iso
  return composed(text, '', { year: Number(year), month: Number(month), day: Number(day) }, rest)
}

function composed(text: string, weekday: string, day: Day, rest: string): ReadTime {
  if (!exists(day)) return noTime(TIME.noSuchDay(text))
  const wrong = wrongWeekday(weekday, day)
  if (wrong !== null) return noTime(wrong)
  const written = rest.replace(/^(?:T|,? ?(?:at )?)/i, '')
  if (written === '') return noTime(TIME.noTimeOfDay(text, isoDay(day)))
  const [, time = written, zone = ''] = /^(.*) (GMT|BST)$/i.exec(written) ?? []
  const clock = clockFrom(time)
  if (clock === null) return noTime(TIME.notATimeOfDay(written))
  return inZone(
    `${isoDay(day)} ${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}`,
    zone.toUpperCase(),
  )
}

const OFFSETS: Readonly<Record<string, string>> = { GMT: 'Z', BST: '+01:00' }

/** The instant of a wall-clock time, in the zone that was named if it is London's then. */
function inZone(wall: string, zone: string): ReadTime {
  const time = instantFrom(`${wall}${OFFSETS[zone] ?? ''}`)
  if (time.kind !== 'instant') return noTime(time.because)
  if (zone !== '' && londonClock(time.at).zone !== zone) return noTime(TIME.otherZone(zone, wall))
  return { kind: 'when', when: { kind: 'instant', at: time.at } }
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
const isoDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`

const exists = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

function wrongWeekday(written: string, { year, month, day }: Day): Said | null {
  if (written === '') return null
  const actual = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  const lower = written.toLowerCase()
  if (lower.length >= 3 && actual.toLowerCase().indexOf(lower) === 0) return null
  return TIME.otherWeekday(isoDay({ year, month, day }), actual, written)
}

const CLOCK = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)? ?(am|pm)?$/

/** The time of day: `9:30am`, `09:30`, `9.30 am`, `7am`, `noon`. A bare `9` could be either. */
function clockFrom(written: string): Clock | null {
  const text = written.toLowerCase().trim()
  if (text === 'noon' || text === 'midday') return { hour: 12, minute: 0, second: 0 }
  const found = CLOCK.exec(text)
  if (!found) return null
  const [, hours, minutes, seconds, half] = found
  if (minutes === undefined && half === undefined) return null
  const hour = inDay(Number(hours), half)
  const clock = { hour, minute: Number(minutes ?? 0), second: Number(seconds ?? 0) }
  return hour > 23 || clock.minute > 59 || clock.second > 59 ? null : clock
}

/** Hours after midnight; more than 23 for none. 12am is midnight, 12pm noon. */
function inDay(hours: number, half: string | undefined): number {
  if (half === undefined) return hours
  if (hours < 1 || hours > 12) return 24
  return (hours % 12) + (half === 'pm' ? 12 : 0)
}
