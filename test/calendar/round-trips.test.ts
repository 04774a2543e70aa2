import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { oneLine, someLines } from '../../src/calendar/checked-row.ts'
import { calendarJson } from '../../src/calendar/own-json.ts'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import { rowOf } from '../../src/calendar/row-of.ts'
import { calendarCsv } from '../../src/calendar/write-csv.ts'
import { calendarIcs, type WrittenRow } from '../../src/calendar/write-ics.ts'
import type { When } from '../../src/release/when.ts'
import { detailed, TUESDAY_09_30 } from '../release/detailed-release.ts'
import { row, TUESDAY_07_00 } from './fixtures.ts'

const NOW = Date.UTC(2026, 4, 12, 16)

/** What makes formats stumble: their own signs, formulas, line ends, letters of several bytes. */
const AWKWARD = fc.constantFrom(
  ...[
    '"',
    "'",
    ',',
    ';',
    '\\',
    ':',
    '\n',
    '\r\n',
    '=',
    '+',
    '-',
    '@',
    '|',
    '\t',
    ' ',
    '\\n',
    '’',
    'ŵ',
    '😀',
    'e\u0301',
  ],
  ...[
    'BEGIN:VEVENT',
    'END:VCALENDAR',
    '\nEND:VEVENT\n',
    '{"',
    '[',
    '<b>',
    'null',
    'May 2026',
    '\u2028',
    '\uFEFF',
  ],
)
const text = (maxLength: number) =>
  fc
    .array(fc.oneof(AWKWARD, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength })
    .map((parts) => parts.join(''))
const line = text(8).map(oneLine)
const lines = text(40).map(someLines)
const named = line.filter((name) => name !== '')

const month = fc.record({
  year: fc.integer({ min: 1996, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
})
const instant = fc
  .integer({ min: Date.UTC(1996, 0, 1) / 1000, max: Date.UTC(2100, 11, 31) / 1000 })
  .map((seconds): When => ({ kind: 'instant', at: seconds * 1000 }))
/** Near the change of the clocks in October, where a wall clock shows an hour twice. */
const inAutumn = fc
  .integer({ min: -7200, max: 7200 })
  .map((seconds): When => ({ kind: 'instant', at: Date.UTC(2026, 9, 25, 1) + seconds * 1000 }))
const months = fc
  .tuple(month, month)
  .map(
    ([one, other]): When =>
      one.year * 12 + one.month <= other.year * 12 + other.month
        ? { kind: 'months', from: one, to: other }
        : { kind: 'months', from: other, to: one },
  )
const when = fc.oneof(instant, inAutumn, months)

const written = fc
  .record({
    source: named,
    series: fc.oneof(fc.constant(null), named),
    title: named,
    when,
    state: fc.constantFrom(
      'provisional' as const,
      'confirmed' as const,
      'published' as const,
      'postponed' as const,
      'cancelled' as const,
    ),
    producer: line,
    contact: fc.record({ name: line, email: line, telephone: line }),
    summary: lines,
    notice: lines,
    reason: lines,
  })
  .map(
    (one): WrittenRow =>
      one.when.kind === 'months' && (one.state === 'confirmed' || one.state === 'published')
        ? { ...one, state: 'provisional' }
        : one,
  )

const WAYS: readonly (readonly [string, (rows: readonly WrittenRow[]) => string])[] = [
  ['CSV', calendarCsv],
  ['JSON', calendarJson],
  ['a calendar file', (rows) => calendarIcs(rows, NOW)],
]

describe.each(WAYS)('a calendar written as %s', (_, write) => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), (rows) => {
        const read = readCalendar(write(rows))
        expect(read.faults).toEqual([])
        expect(read.rows.map(({ line: _line, ...rest }) => rest)).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a calendar file that we write', () => {
  const file = calendarIcs([rowOf(detailed({ title: 'Cyflogaeth, Cymru; '.repeat(20) }))], NOW)

  it('has lines of 75 octets at most, ended by CR LF, none with half a character', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 3 }), (rows) => {
        const text = calendarIcs(rows, NOW)
        expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
        for (const one of text.split('\r\n')) {
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
          expect(Buffer.from(one).toString()).toBe(one)
        }
      }),
    )
  })

  it('is understood by another reader: title, instant, UID and a STATUS of RFC 5545', () => {
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined,
    )
    expect(event.summary).toBe('Cyflogaeth, Cymru; '.repeat(20))
    expect(event.startDate.toJSDate().getTime()).toBe(TUESDAY_09_30)
    expect(event.uid).toBe('urn:uuid:0b9f1f2e-4f0e-4f3c-9c0a-6d3c5b1e7a10')
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  })

  it('says of a provisional release the months, and until the day after them', () => {
    const { source } = rowOf(detailed())
    const to = { year: 2026, month: 12 }
    const months: When = { kind: 'months', from: { year: 2026, month: 11 }, to }
    const text = calendarIcs([{ ...row({ when: months, state: 'provisional' }), source }], NOW)
    expect(text).toContain('DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(text).toContain('STATUS:TENTATIVE\r\n')
  })
})

describe('a table that we write', () => {
  it('gives a spreadsheet no formula to run', () => {
    const csv = calendarCsv([
      row({ title: '=HYPERLINK("http://x")', producer: '@SUM(A1)', summary: '-1+1', notice: "'=1" }),
    ])
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv).toContain(`,'@SUM(A1),`)
    expect(csv).toContain(`,'-1+1,''=1,`)
  })

  it('says London’s time with its offset: an hour that comes twice is still one instant', () => {
    expect(calendarCsv([row()])).toContain('2026-05-19T07:00:00+01:00')
    expect(calendarCsv([row({ when: { kind: 'instant', at: Date.UTC(2026, 9, 25, 1, 30) } })])).toContain(
      '2026-10-25T01:30:00Z',
    )
  })
})

it('a release leaves with its reason and a source, and without its access list', () => {
  const release = detailed({
    access: [],
    changes: [
      {
        kind: 'moved',
        by: 'carys@statistics.example',
        askedBy: null,
        changedAt: NOW,
        before: { state: 'confirmed', when: { kind: 'instant', at: TUESDAY_07_00 } },
        after: { state: 'confirmed', when: { kind: 'instant', at: TUESDAY_09_30 } },
        reason: 'Late returns',
      },
    ],
  })
  expect(rowOf(release)).toEqual({
    source: 'urn:uuid:0b9f1f2e-4f0e-4f3c-9c0a-6d3c5b1e7a10',
    series: 'Public sector employment',
    title: 'Public sector employment, UK: December 2019',
    when: { kind: 'instant', at: TUESDAY_09_30 },
    state: 'confirmed',
    producer: '',
    contact: { name: '', email: '', telephone: '' },
    summary: '',
    notice: '',
    reason: 'Late returns',
  })
  expect(rowOf(detailed({ source: '/releases/pse' })).source).toBe('/releases/pse')
})
