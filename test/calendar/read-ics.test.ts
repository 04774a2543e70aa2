import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import { faultsOf, row, TUESDAY_07_00 } from './fixtures.ts'

/** ONS's releases.ics, as toICSFile of dp-frontend-release-calendar writes it. */
const ons = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Office for National Statistics//NONSGML//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\n')

const onsEvent = (status = 'Confirmed', summary = 'UK labour market: May 2026', description = '') => [
  'DTSTAMP:20260501T100000Z',
  'DTSTART:20260519T060000Z',
  'DTEND:20260519T060000Z',
  `SUMMARY:${summary}`,
  'UID:/releases/uklabourmarketmay2026',
  `STATUS:${status}`,
  `DESCRIPTION:${description}`,
]

/** Any other calendar, by RFC 5545. */
const standard = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:1@example',
  'SUMMARY:UK labour market: May 2026',
  'STATUS:CONFIRMED',
  ...lines,
  'END:VEVENT',
]
const startOf = (...lines: readonly string[]) => {
  const { rows, faults } = readCalendar(standard(...lines))
  const when = rows[0]?.when
  return when?.kind === 'instant' ? when.at : (faults[0]?.because.en ?? when)
}

const zone = (name: string, rule = 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU') => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  `RRULE:${rule}`,
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
]

describe('the calendar file of ONS', () => {
  it('gives uri, title, time and state', () => {
    expect(readCalendar(ons(onsEvent()))).toEqual({ rows: [row({ line: 5 })], faults: [] })
  })

  it('has its own words for STATUS; postponed is confirmed for a later time', () => {
    const { rows } = readCalendar(
      ons(
        ...['Provisional', 'Confirmed', 'Postponed', 'Cancelled', 'Published'].map((word) => onsEvent(word)),
      ),
    )
    expect(rows.map(({ state }) => state)).toEqual([
      'provisional',
      'confirmed',
      'confirmed',
      'cancelled',
      'published',
    ])
  })

  it('escapes nothing: its text is taken as it stands', () => {
    const summary = 'Trade; goods, services \\n and C:\\new'
    const { rows, faults } = readCalendar(ons(onsEvent('Confirmed', summary, `${'Long, '.repeat(50)}end`)))
    expect(rows[0]?.title).toBe(summary)
    expect(rows[0]?.summary).toHaveLength(303)
    expect(faults).toEqual([])
  })

  it('breaks lines in the middle of a description: the rest is passed over, and said to be', () => {
    const calendar = readCalendar(ons(onsEvent('Confirmed', 'First', 'One line\nanother line'), onsEvent()))
    expect(calendar.rows.map(({ title }) => title)).toEqual(['First', 'UK labour market: May 2026'])
    expect(faultsOf(calendar)).toEqual(['kept 13 another line'])
  })

  it('has no time where ONS could not write one: that release is left out, the next is read', () => {
    const broken = onsEvent().map((line) => line.replace(/^DTSTART:.*/, 'DTSTART:'))
    const calendar = readCalendar(ons(broken, onsEvent()))
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual(['left-out 7 DTSTART'])
  })
})

describe('any other calendar file', () => {
  it('may fold and escape its lines, and end them as it likes', () => {
    const text = standard(
      ...event(
        'DTSTART:20260519T060000Z',
        'DESCRIPTION:Employment\\, unemployment\\; and\\nin a long li',
        ' ne that was fol',
        '\tded\\\\ twice',
      ),
    )
    const summary = 'Employment, unemployment; and\nin a long line that was folded\\ twice'
    expect(readCalendar(text).rows[0]?.summary).toBe(summary)
    expect(readCalendar(text.replace(/\r\n/g, '\n')).rows[0]?.summary).toBe(summary)
    expect(readCalendar(text.replace(/\r\n/g, '\r')).rows[0]?.summary).toBe(summary)
  })

  it('may fold within a character of several bytes', () => {
    const text = standard(...event('DTSTART:20260519T060000Z', 'DESCRIPTION:Ystadegau’r gweith', ' lu 😀'))
    expect(readCalendar(text).rows[0]?.summary).toBe('Ystadegau’r gweithlu 😀')
  })

  it('says the time in UTC, in London’s zone by any of its names, or without a zone', () => {
    expect(startOf(...event('DTSTART:20260519T060000Z'))).toBe(TUESDAY_07_00)
    expect(startOf(...event('DTSTART;TZID=Europe/London:20260519T070000'))).toBe(TUESDAY_07_00)
    expect(startOf(...event('DTSTART;TZID=GMT Standard Time:20260519T070000'))).toBe(TUESDAY_07_00)
    expect(startOf(...event('DTSTART;TZID="/citadel.org/20260210_1/Europe/London":20260519T070000'))).toBe(
      TUESDAY_07_00,
    )
    expect(startOf(...event('DTSTART:20260519T070000'))).toBe(TUESDAY_07_00)
    expect(startOf(...event('DTSTART;TZID=UTC:20260519T060000'))).toBe(TUESDAY_07_00)
  })

  it('is read by London’s own rule even where it describes London wrongly', () => {
    expect(startOf(...zone('Europe/London'), ...event('DTSTART;TZID=Europe/London:20260519T070000'))).toBe(
      TUESDAY_07_00,
    )
  })

  it('may be in a zone that it describes, in summer and in winter', () => {
    const at = (time: string) => startOf(...zone('Somewhere'), ...event(`DTSTART;TZID=Somewhere:${time}`))
    expect(at('20260519T080000')).toBe(TUESDAY_07_00)
    expect(at('20261117T080000')).toBe(Date.UTC(2026, 10, 17, 7))
    expect(at('20500719T080000')).toBe(Date.UTC(2050, 6, 19, 6))
  })

  it('is not guessed at within a day of a change of such a zone’s clocks', () => {
    const at = (time: string) => startOf(...zone('Somewhere'), ...event(`DTSTART;TZID=Somewhere:${time}`))
    expect(at('20260329T023000')).toMatch(/change within a day of 2026-03-29 02:30: give it in UTC/)
    expect(at('20261025T023000')).toMatch(/give it in UTC/)
    expect(at('20261024T120000')).toMatch(/give it in UTC/)
    expect(at('20260330T070000')).toBe(Date.UTC(2026, 2, 30, 5))
  })

  it('is not guessed at in a zone that the file does not describe, or describes without offsets', () => {
    const because = 'The file does not say what the time zone “Somewhere” is.'
    const start = 'DTSTART;TZID=Somewhere:20260519T080000'
    expect(startOf(...event(start))).toBe(because)
    const half = zone('Somewhere').filter((line) => !line.startsWith('TZOFFSET'))
    expect(startOf(...half, ...event(start))).toBe(because)
    expect(startOf('BEGIN:VTIMEZONE', 'TZID:Somewhere', 'END:VTIMEZONE', ...event(start))).toBe(because)
    expect(startOf(...zone('Somewhere', 'FREQ=SECONDLY'), ...event(start))).toBe(because)
    expect(startOf(...zone('Somewhere'), ...event('DTSTART;TZID=Somewhere:19690519T080000'))).toBe(
      'The file does not say what the time zone “Somewhere” was on 1969-05-19 08:00.',
    )
  })

  it('is refused in the spring gap and in the autumn hour of London', () => {
    expect(startOf(...event('DTSTART;TZID=Europe/London:20260329T013000'))).toMatch(/skip/)
    expect(startOf(...event('DTSTART;TZID=Europe/London:20261025T013000'))).toMatch(/twice/)
  })

  it('names whole months for a provisional release', () => {
    const lines = [
      'DTSTART;VALUE=DATE:20260501',
      'DTEND;VALUE=DATE:20260701',
      'X-EMBARGO-GUARD-STATE:provisional',
    ]
    expect(readCalendar(standard(...event(...lines))).rows[0]?.when).toEqual({
      kind: 'months',
      from: { year: 2026, month: 5 },
      to: { year: 2026, month: 6 },
    })
  })

  it.each([
    ['a day without a time', ['DTSTART;VALUE=DATE:20260519'], 'left-out 8 DTSTART'],
    ['a day that does not exist', ['DTSTART:20260231T093000Z'], 'left-out 8 DTSTART'],
    ['no time that can be read', ['DTSTART:tomorrow'], 'left-out 8 DTSTART'],
    ['no DTSTART', [], 'left-out 4 DTSTART'],
    [
      'months although it is confirmed',
      ['DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260601'],
      'left-out 4 DTSTART',
    ],
    [
      'months although it is published',
      ['DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260601', 'X-EMBARGO-GUARD-STATE:published'],
      'left-out 4 DTSTART',
    ],
    [
      'months that end before they begin',
      ['DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260501', 'X-EMBARGO-GUARD-STATE:provisional'],
      'left-out 8 DTSTART',
    ],
  ])('leaves out an event with %s, by line and field', (_, lines, fault) => {
    const calendar = readCalendar(standard(...event(...lines), ...event('DTSTART:20260519T060000Z')))
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual([fault])
  })

  it('has words for STATUS, and an event without one is provisional', () => {
    const states = (status: string) =>
      readCalendar(
        standard(
          ...event('DTSTART:20260519T060000Z').map((line) => (line.startsWith('STATUS') ? status : line)),
        ),
      )
    expect(states('STATUS:TENTATIVE').rows[0]?.state).toBe('provisional')
    expect(states('STATUS:CANCELLED').rows[0]?.state).toBe('cancelled')
    expect(states('STATUS:Postponed').rows[0]?.state).toBe('postponed')
    const without = states('TRANSP:OPAQUE')
    expect(without.rows[0]?.state).toBe('provisional')
    expect(faultsOf(without)).toEqual(['kept 4 STATUS'])
    expect(faultsOf(states('STATUS:constructor'))).toEqual(['left-out 7 STATUS'])
  })

  it('may repeat an event: only the first time is taken, and that is said', () => {
    const calendar = readCalendar(standard(...event('DTSTART:20260519T060000Z', 'RRULE:FREQ=MONTHLY')))
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual(['kept 9 RRULE'])
  })

  it('may repeat by a rule that makes no sense, and the event is read all the same', () => {
    const calendar = readCalendar(standard(...event('DTSTART:20260519T060000Z', 'RRULE:FREQ=NONSENSE')))
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual(['kept 9 RRULE:FREQ=NONSENSE'])
  })

  it('may have alarms in its events and tasks beside them', () => {
    const calendar = readCalendar(
      standard(
        ...event(
          'DTSTART:20260519T060000Z',
          'BEGIN:VALARM',
          'SUMMARY:Alarm',
          'DESCRIPTION:Ring',
          'END:VALARM',
        ),
        'BEGIN:VTODO',
        'SUMMARY:Publish',
        'END:VTODO',
      ),
    )
    expect(calendar.rows).toMatchObject([{ title: 'UK labour market: May 2026', summary: '' }])
    expect(faultsOf(calendar)).toEqual(['left-out 14 VTODO'])
  })

  it('may end in the middle of an event: what came before is read, what is cut off is said', () => {
    const text = standard(...event('DTSTART:20260519T060000Z'), ...event('DTSTART:20260519T060000Z'))
    const cut = text.slice(0, text.lastIndexOf('DTSTART'))
    const calendar = readCalendar(cut)
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual(['left-out 10 END', 'kept 13 END'])
  })

  it('may forget to end an event before the next', () => {
    const [begin, ...open] = event('DTSTART:20260519T060000Z').slice(0, -1)
    const calendar = readCalendar(standard(begin ?? '', ...open, ...event('DTSTART:20260519T060000Z')))
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual(['left-out 4 END'])
  })

  it('names the organiser as producer and a contact, where it does', () => {
    const lines = ['ORGANIZER;CN="Office, National":mailto:a@ons.example', 'CONTACT:Jim\\, 01633']
    expect(readCalendar(standard(...event('DTSTART:20260519T060000Z', ...lines))).rows).toMatchObject([
      { producer: 'Office, National', contact: { name: 'Jim, 01633' } },
    ])
  })
})
