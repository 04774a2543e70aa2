import type { CalendarRow, ReadCalendar } from '../../src/calendar/calendar-row.ts'

/** Tuesday 19 May 2026, 07:00 in London. */
export const TUESDAY_07_00 = Date.UTC(2026, 4, 19, 6)

/** A row with only what a test is about. */
export const row = (fields: Partial<CalendarRow> = {}): CalendarRow => ({
  line: 1,
  source: '/releases/uklabourmarketmay2026',
  series: null,
  title: 'UK labour market: May 2026',
  when: { kind: 'instant', at: TUESDAY_07_00 },
  state: 'confirmed',
  producer: '',
  contact: { name: '', email: '', telephone: '' },
  summary: '',
  notice: '',
  reason: '',
  ...fields,
})

/** What is wrong in a calendar: `left-out 3 title`. */
export const faultsOf = ({ faults }: ReadCalendar): string[] =>
  faults.map((fault) => `${fault.row} ${fault.line} ${fault.field}`)

/** One release as ONS's /releasecalendar/data lists it (dp-api-clients-go, site-search/data.go). */
export const onsRelease = (description: Readonly<Record<string, unknown>> = {}, more: object = {}) => ({
  uri: '/releases/uklabourmarketmay2026',
  date_changes: null,
  description: {
    title: 'UK labour market: May 2026',
    summary: 'Estimates of employment, unemployment & economic inactivity.',
    release_date: '2026-05-19T06:00:00.000Z',
    published: false,
    cancelled: false,
    finalised: true,
    postponed: false,
    census: false,
    ...description,
  },
  ...more,
})
