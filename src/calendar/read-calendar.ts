import { leftOut, type ReadCalendar } from './calendar-row.ts'
import { readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'
import { readJsonCalendar } from './read-json.ts'
import { FILE } from './wording.ts'

/** The kinds of calendar that can be read, by what stands at the beginning and not by the name of the file. */
export type CalendarKind = 'ics' | 'json' | 'csv'

/** What kind of calendar a text is; `null` for a web page and the like. */
export function calendarKindOf(text: string): CalendarKind | null {
  const start = text
    .slice(0, 200)
    .replace(/^\uFEFF/, '')
    .trim()
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'ics'
  if (/^[{[]/.test(start)) return 'json'
  return /^(?:<|%PDF|PK)/.test(start) ? null : 'csv'
}

/** Reads a calendar of any kind that is known: what it says of releases, and what is wrong in it, by line and field. */
export function readCalendar(text: string): ReadCalendar {
  switch (calendarKindOf(text)) {
    case 'ics':
      return readIcs(text)
    case 'json':
      return readJsonCalendar(text)
    case 'csv':
      return readCsv(text)
    case null:
      return {
        rows: [],
        faults: [leftOut(1, '', FILE.noCalendar)],
      }
  }
}
