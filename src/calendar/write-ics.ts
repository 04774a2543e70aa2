import type { ReleaseState } from '../release/release.ts'
import type { When } from '../release/when.ts'
import type { CalendarRow } from './calendar-row.ts'

/** A row with the address by which every calendar that takes it knows it again. */
export type WrittenRow = Omit<CalendarRow, 'line'> & { readonly source: string }

/** Octets of a line before it is folded, without the line end. Source: RFC 5545 §3.1. */
const LINE_OCTETS = 75

/** The words of RFC 5545 §3.8.1.11; our own stands beside it. */
const STATUS: Readonly<Record<ReleaseState, string>> = {
  provisional: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  published: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

/**
 * The calendar as a file that calendar programs read (RFC 5545). The UID of a
 * release stays the same, so a program that reads it again moves the event.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, now
 */
export function calendarIcs(rows: readonly WrittenRow[], at: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Embargo Guard//Release calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...rows.reduce<string[]>((all, row) => {
      all.push(...eventLines(row, at))
      return all
    }, []),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const eventLines = (row: WrittenRow, at: number): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(row.source)}`,
  `DTSTAMP:${utcText(at)}`,
  ...timeLines(row.when),
  `SUMMARY:${escaped(row.title)}`,
  `STATUS:${STATUS[row.state]}`,
  'TRANSP:TRANSPARENT',
  ...textLine('DESCRIPTION', row.summary),
  ...textLine('COMMENT', row.notice),
  ...textLine(
    'CONTACT',
    [row.contact.name, row.contact.email, row.contact.telephone].filter(Boolean).join(', '),
  ),
  ...ownLine('STATE', row.state),
  ...ownLine('SERIES', row.series ?? ''),
  ...ownLine('PRODUCER', row.producer),
  ...ownLine('CONTACT-NAME', row.contact.name),
  ...ownLine('CONTACT-EMAIL', row.contact.email),
  ...ownLine('CONTACT-TELEPHONE', row.contact.telephone),
  ...ownLine('REASON', row.reason),
  'END:VEVENT',
]

const textLine = (name: string, text: string): string[] => (text === '' ? [] : [`${name}:${escaped(text)}`])

const ownLine = (name: string, text: string): string[] =>
  text === '' ? [] : [`X-EMBARGO-GUARD-${name};VALUE=TEXT:${escaped(text)}`]

/** RFC 5545 §3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** Months are days without a time, until the first day after them (RFC 5545 §3.6.1: DTEND is not included). */
function timeLines(when: When): readonly string[] {
  if (when.kind === 'instant') return [`DTSTART:${utcText(when.at)}`]
  const { from, to } = when
  return [
    `DTSTART;VALUE=DATE:${dateText(Date.UTC(from.year, from.month - 1))}`,
    `DTEND;VALUE=DATE:${dateText(Date.UTC(to.year, to.month))}`,
  ]
}

const dateText = (at: number): string => new Date(at).toISOString().slice(0, 10).replace(/-/g, '')

/** `20260519T060000Z`. */
const utcText = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** A line in pieces of 75 octets, each but the first after a space, none with half a character. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > LINE_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += more
  }
  return text
}
