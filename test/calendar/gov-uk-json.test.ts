import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import { faultsOf } from './fixtures.ts'

/** An announcement as GOV.UK's search gives it (whitehall, StatisticsAnnouncement#search_index). */
const found = (fields: object = {}, metadata: object = {}) => ({
  title: 'Vehicle licensing statistics: January to March 2026',
  link: '/government/statistics/announcements/vehicle-licensing-statistics-2026',
  description: 'New registrations of vehicles.',
  format: 'statistics_announcement',
  display_type: 'National Statistics',
  organisations: [{ title: 'Department for Transport', slug: 'department-for-transport' }],
  release_timestamp: '2026-06-09T09:30:00.000+01:00',
  statistics_announcement_state: 'confirmed',
  metadata: { confirmed: true, display_date: '9 June 2026 9:30am', ...metadata },
  ...fields,
})

/** An announcement as GOV.UK's content API gives it (publishing-api, statistics_announcement). */
const content = (details: object = {}) => ({
  base_path: '/government/statistics/announcements/vehicle-licensing-statistics-2026',
  title: 'Vehicle licensing statistics: January to March 2026',
  description: 'New registrations of vehicles.',
  schema_name: 'statistics_announcement',
  details: {
    display_date: '9 June 2026 9:30am',
    state: 'confirmed',
    format_sub_type: 'national',
    ...details,
  },
  links: { organisations: [{ title: 'Department for Transport' }] },
})

const search = (...results: readonly object[]): string => JSON.stringify({ results, total: results.length })
const first = (text: string) => readCalendar(text).rows[0]

describe('the statistics announcements of GOV.UK', () => {
  const announced = {
    line: 1,
    source: '/government/statistics/announcements/vehicle-licensing-statistics-2026',
    series: null,
    title: 'Vehicle licensing statistics: January to March 2026',
    when: { kind: 'instant', at: Date.UTC(2026, 5, 9, 8, 30) },
    state: 'confirmed',
    producer: 'Department for Transport',
    contact: { name: '', email: '', telephone: '' },
    summary: 'New registrations of vehicles.',
    notice: '',
    reason: '',
  }

  it('say the same in the search and in the content API', () => {
    expect(readCalendar(search(found()))).toEqual({ rows: [announced], faults: [] })
    expect(readCalendar(JSON.stringify(content()))).toEqual({ rows: [announced], faults: [] })
  })

  it('name organisations by the last part of their address where the search gives no more', () => {
    expect(
      first(search(found({ organisations: ['department-for-transport', 'hm-treasury'] })))?.producer,
    ).toBe('department for transport, hm treasury')
  })

  it('are provisional for a month or two, whatever the timestamp says', () => {
    const months = {
      kind: 'months',
      from: { year: 2026, month: 5 },
      to: { year: 2026, month: 6 },
    }
    expect(
      first(
        search(found({ statistics_announcement_state: 'provisional' }, { display_date: 'May to June 2026' })),
      ),
    ).toMatchObject({ state: 'provisional', when: months })
    expect(
      first(JSON.stringify(content({ state: 'provisional', display_date: 'May 2026 to June 2026' }))),
    ).toMatchObject({ state: 'provisional', when: months })
  })

  it('are due at the timestamp when they are confirmed or published, whatever months are shown', () => {
    for (const state of ['confirmed', 'statistics_published'])
      expect(
        first(search(found({ statistics_announcement_state: state }, { display_date: 'June 2026' })))?.when,
      ).toEqual(announced.when)
  })

  it('say why a date was moved, and why a release was cancelled', () => {
    const moved = content({ previous_display_date: '8 June 2026 9:30am', latest_change_note: 'Late returns' })
    expect(first(JSON.stringify(moved))?.reason).toBe('Late returns')
    const cancelled = content({ state: 'cancelled', cancellation_reason: 'Merged with another' })
    expect(first(JSON.stringify(cancelled))).toMatchObject({
      state: 'cancelled',
      notice: 'Merged with another',
      reason: 'Merged with another',
    })
    expect(first(search(found({}, { change_note: 'Late returns' })))?.reason).toBe('Late returns')
  })

  it('say in old entries only whether the date is confirmed', () => {
    const old = (confirmed: unknown) =>
      search(found({ statistics_announcement_state: undefined }, { confirmed }))
    expect(first(old(true))?.state).toBe('confirmed')
    expect(first(old(false))?.state).toBe('provisional')
    expect(faultsOf(readCalendar(old(null)))).toEqual(['left-out 1 statistics_announcement_state'])
  })

  it('may have bad entries: an unknown state, a confirmed month, a day without a time', () => {
    const calendar = readCalendar(
      search(
        found({ statistics_announcement_state: 'paused' }),
        found({ release_timestamp: undefined }, { display_date: 'May 2026' }),
        found({ release_timestamp: '2026-06-09' }),
        found(),
      ),
    )
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual([
      'left-out 1 statistics_announcement_state',
      'left-out 1 release_timestamp',
      'left-out 1 release_timestamp',
    ])
    expect(calendar.faults[0]?.because.en).toContain('“paused” is no state')
    expect(calendar.faults[1]?.because.en).toContain('has to be exact: May 2026 is not')
  })
})
