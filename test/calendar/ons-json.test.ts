import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import { faultsOf, onsRelease, row, TUESDAY_07_00 } from './fixtures.ts'

/** As the website answers: everything in one line. */
const listed = (...releases: readonly object[]): string =>
  JSON.stringify({ took: 12, breakdown: { total: releases.length, confirmed: releases.length }, releases })

const read = (description: Readonly<Record<string, unknown>>, more = {}) =>
  readCalendar(listed(onsRelease(description, more)))
const stateOf = (description: Readonly<Record<string, unknown>>) => read(description).rows[0]?.state

describe('the release calendar of ONS', () => {
  it('gives uri, title, time, state and summary', () => {
    expect(readCalendar(listed(onsRelease()))).toEqual({
      rows: [row({ summary: 'Estimates of employment, unemployment & economic inactivity.' })],
      faults: [],
    })
  })

  it('says the state in four answers', () => {
    expect(stateOf({ finalised: false })).toBe('provisional')
    expect(stateOf({ finalised: true })).toBe('confirmed')
    expect(stateOf({ finalised: true, published: true })).toBe('published')
    expect(stateOf({ finalised: true, published: true, cancelled: true })).toBe('cancelled')
  })

  it('calls a release postponed that is confirmed for a later time, and says why it moved', () => {
    const changes = [
      { previous_date: '2026-05-12T06:00:00.000Z', change_notice: 'First reason' },
      { previous_date: '2026-05-12T08:30:00.000Z', change_notice: 'Late returns' },
    ]
    expect(read({ postponed: true }, { date_changes: changes }).rows).toMatchObject([
      { state: 'confirmed', when: { kind: 'instant', at: TUESDAY_07_00 }, reason: 'Late returns' },
    ])
  })

  it('names months for a provisional release, whatever date fills the field beside them', () => {
    expect(read({ finalised: false, provisional_date: 'May 2026 to June 2026' }).rows[0]?.when).toEqual({
      kind: 'months',
      from: { year: 2026, month: 5 },
      to: { year: 2026, month: 6 },
    })
  })

  it('counts the date where the text names no month, and says so', () => {
    const calendar = read({ finalised: false, provisional_date: '2020-01-12' })
    expect(calendar.rows[0]?.when).toEqual({ kind: 'instant', at: TUESDAY_07_00 })
    expect(faultsOf(calendar)).toEqual(['kept 1 description.provisional_date'])
  })

  it('counts the date of a release that is final, whatever its provisional date was', () => {
    expect(read({ provisional_date: 'July 2026' }).rows[0]?.when).toEqual({
      kind: 'instant',
      at: TUESDAY_07_00,
    })
  })

  it('is one release where the API of the calendar gives one, with contact and cancellation notice', () => {
    const one = {
      ...onsRelease({
        contact: { name: 'Labour Market team', email: 'labour.market@ons.example', telephone: '01633' },
        cancelled: true,
        cancellation_notice: ['Combined with June.', 'See the July release.'],
        national_statistic: true,
        survey: 'census',
      }),
      markdown: ['text'],
      links: [],
    }
    expect(readCalendar(JSON.stringify(one, null, 2)).rows).toMatchObject([
      {
        state: 'cancelled',
        contact: { name: 'Labour Market team', email: 'labour.market@ons.example', telephone: '01633' },
        notice: 'Combined with June.\nSee the July release.',
      },
    ])
    expect(readCalendar(JSON.stringify([one, one])).rows).toHaveLength(2)
  })

  it('may have bad releases: each is named by line and field, and the others are read', () => {
    const text = JSON.stringify(
      {
        releases: [
          onsRelease({ title: 'First' }),
          onsRelease({ title: '' }),
          onsRelease({ release_date: 'soon' }),
          onsRelease({ finalised: 'yes', cancelled: null, published: null }),
          onsRelease({ title: 5 }),
          'nonsense',
          onsRelease({ title: 'Last' }),
        ],
      },
      null,
      1,
    )
    const calendar = readCalendar(text)
    expect(calendar.rows.map(({ title }) => title)).toEqual(['First', 'Last'])
    const lines = text.split('\n')
    const line = (found: string): number => lines.findIndex((one) => one.includes(found)) + 1
    expect(faultsOf(calendar)).toEqual([
      `left-out ${line('"title": ""') - 4} description.title`,
      `left-out ${line('soon')} description.release_date`,
      `left-out ${line('"finalised": "yes"') - 6} description.finalised`,
      `left-out ${line('"title": 5')} description.title`,
      `left-out ${line('nonsense')} `,
    ])
  })

  it('is not read where it ends in the middle: the line says where', () => {
    const calendar = readCalendar(listed(onsRelease()).slice(0, -40))
    expect(calendar.rows).toEqual([])
    expect(faultsOf(calendar)).toEqual(['left-out 1 '])
  })
})
