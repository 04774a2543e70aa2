import type { Said } from './said.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A London wall clock, to the second. */
export type WallClock = {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 = Sunday. */
  readonly weekday: number
  /** `GMT` or `BST`. */
  readonly zone: 'GMT' | 'BST'
}

/** What a typed time means. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export type TypedTime =
  | { readonly kind: 'instant'; readonly at: number; readonly london: string }
  | { readonly kind: 'gap'; readonly because: Said }
  | { readonly kind: 'twice'; readonly first: number; readonly second: number; readonly because: Said }
  | { readonly kind: 'unreadable'; readonly because: Said }

/** 01:00 UTC on the last Sunday of a month. Source: Summer Time Act 1972 as amended by SI 2002/262. */
function lastSundayAt0100(year: number, month: 3 | 10): number {
  const lastDay = Date.UTC(year, month - 1, 31, 1)
  return lastDay - new Date(lastDay).getUTCDay() * DAY_MS
}

/** Minutes that London is ahead of UTC at an instant, from 1996 on: 0 or 60. */
export function londonOffsetMinutes(at: number): 0 | 60 {
  const year = new Date(at).getUTCFullYear()
  return at >= lastSundayAt0100(year, 3) && at < lastSundayAt0100(year, 10) ? 60 : 0
}

/** What a clock on a wall in London shows at an instant. */
export function londonClock(at: number): WallClock {
  const offset = londonOffsetMinutes(at)
  const wall = new Date(at + offset * MINUTE_MS)
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay(),
    zone: offset === 60 ? 'BST' : 'GMT',
  }
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `2020-03-17 09:30`, with seconds only where there are any: the form in which a time is typed and kept. */
export function londonText(at: number): string {
  const { year, month, day, hour, minute, second } = londonClock(at)
  const seconds = second === 0 ? '' : `:${two(second)}`
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${seconds}`
}

/** `Tuesday 17 March 2020, 09:30`: the form in which a person reads a time. */
export function londonSentence(at: number): string {
  const { weekday, day, month, year, hour, minute, second } = londonClock(at)
  const seconds = second === 0 ? '' : `:${two(second)}`
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${year}, ${two(hour)}:${two(minute)}${seconds}`
}

/** The instants at which London's clock shows this: none in the spring gap, two in the autumn hour. */
export function londonInstants(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second = 0,
): readonly number[] {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  return [asUtc - HOUR_MS, asUtc].filter((at) => at + londonOffsetMinutes(at) * MINUTE_MS === asUtc)
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/
const WITH_OFFSET =
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/

/** Whether some calendar and clock can show this: no 31 April, no 24:00. */
export const isWallClock = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
  hour <= 23 &&
  minute <= 59 &&
  second <= 59

const parts = (found: RegExpExecArray): [number, number, number, number, number, number] => [
  Number(found[1]),
  Number(found[2]),
  Number(found[3]),
  Number(found[4]),
  Number(found[5]),
  Number(found[6] ?? 0),
]

const unreadable = (text: string): TypedTime => ({
  kind: 'unreadable',
  because: {
    en: `“${text}” is not a time. Type London time as 2026-05-19 07:00, or ISO 8601 with an offset as 2026-05-19T06:00:00Z.`,
    cy: `Nid amser yw “${text}”. Teipiwch amser Llundain fel 2026-05-19 07:00, neu ISO 8601 gyda gwrthbwys fel 2026-05-19T06:00:00Z.`,
  },
})

function offsetMinutes(text: string): number | null {
  if (text === 'Z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2))
  if (hours > 14 || minutes > 59) return null
  return (text[0] === '-' ? -1 : 1) * (hours * 60 + minutes)
}

function withOffset(text: string, found: RegExpExecArray): TypedTime {
  const offset = offsetMinutes(found[8] ?? 'Z')
  if (offset === null || !isWallClock(...parts(found))) return unreadable(text)
  const [year, month, day, hour, minute, second] = parts(found)
  const milliseconds = Math.round(Number(`0${found[7] ?? ''}`) * 1000)
  const at = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * MINUTE_MS
  return { kind: 'instant', at, london: londonText(at) }
}

/**
 * The instant that a typed time means.
 *
 * Without an offset it is London time: an hour that the spring change skips is
 * refused, one that the autumn change repeats is asked back.
 */
export function instantFrom(typed: string): TypedTime {
  const text = typed.trim()
  const offset = WITH_OFFSET.exec(text)
  if (offset) return withOffset(text, offset)
  const wall = WALL.exec(text)
  if (!wall || !isWallClock(...parts(wall))) return unreadable(text)
  const [first, second] = londonInstants(...parts(wall))
  if (first === undefined)
    return {
      kind: 'gap',
      because: {
        en: `London’s clocks skip ${text}: they go forward in that hour. Choose another time.`,
        cy: `Mae clociau Llundain yn neidio dros ${text}: fe’u troir ymlaen yn yr awr honno. Dewiswch amser arall.`,
      },
    }
  if (second !== undefined)
    return {
      kind: 'twice',
      first,
      second,
      because: {
        en: `London’s clocks show ${text} twice: they go back in that hour. Write it with an offset, +01:00 for the first or Z for the second.`,
        cy: `Mae clociau Llundain yn dangos ${text} ddwywaith: fe’u troir yn ôl yn yr awr honno. Ysgrifennwch ef gyda gwrthbwys, +01:00 am y cyntaf neu Z am yr ail.`,
      },
    }
  return { kind: 'instant', at: first, london: londonText(first) }
}

/** `18 h 48 min`, `6 days 14 h`, `40 s`: how long until an instant, never negative. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  const days = Math.floor(hours / 24)
  return hours % 24 === 0 ? `${days} days` : `${days} days ${hours % 24} h`
}
