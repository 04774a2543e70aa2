import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/calendar/json-tree.ts'
import { calendarJson } from '../../src/calendar/own-json.ts'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import { calendarCsv } from '../../src/calendar/write-csv.ts'
import { calendarIcs } from '../../src/calendar/write-ics.ts'
import { onsRelease, row, TUESDAY_07_00 } from './fixtures.ts'

const ROWS = [1, 2, 3].map((n) => ({
  ...row({ title: `Release ${n}: May 2026`, when: { kind: 'instant', at: TUESDAY_07_00 + n * 60_000 } }),
  source: `/r/${n}`,
}))
const FILES = [
  calendarCsv(ROWS),
  calendarJson(ROWS),
  calendarIcs(ROWS, 0),
  JSON.stringify({ releases: ROWS.map(() => onsRelease()) }, null, 1),
]

/** A file with some of its characters replaced, removed or doubled. */
const damaged = fc
  .tuple(
    fc.constantFrom(...FILES),
    fc.array(
      fc.record({
        at: fc.nat(1500),
        what: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 3 }),
          fc.constantFrom('"', '\n', '', 'END:VEVENT\n', '}', ','),
        ),
        drop: fc.nat(5),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([file, blows]) =>
    blows.reduce((text, { at, what, drop }) => text.slice(0, at) + what + text.slice(at + drop), file),
  )

describe('whatever text is read as a calendar', () => {
  it('gives rows and faults, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), damaged), (text) => {
        const { rows, faults } = readCalendar(text)
        const last = text.split(/\r\n|\r|\n/).length
        for (const { line } of [...rows, ...faults]) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(last)
        }
        for (const { because } of faults)
          for (const said of Object.values(because)) expect(said).toMatch(/[.?]$/)
      }),
      { numRuns: 3_000 },
    )
  })

  it('never gives a row without a title, or a confirmed one without an exact time', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { title, when, state } of readCalendar(text).rows) {
          expect(title.trim()).not.toBe('')
          if (state === 'confirmed' || state === 'published') expect(when.kind).toBe('instant')
        }
      }),
    )
  })
})

describe('damaged releases', () => {
  const formats = [calendarCsv, calendarJson, (rows: typeof ROWS) => calendarIcs(rows, 0)]
  /** What each release alone has in the file: its title, or its minute. */
  const damages = [
    (n: number) => new RegExp(`Release ${n}: May 2026`),
    (n: number) => new RegExp(`2026-05-19T07:0${n}:00\\+01:00|20260519T060${n}00Z`),
  ]

  it('spoil none of the others, and none vanishes silently, in any format', () => {
    const damage = fc.constantFrom(null, ...damages)
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.tuple(damage, damage, damage), (write, blows) => {
        const text = blows.reduce<string>(
          (whole, blow, index) => (blow === null ? whole : whole.replace(blow(index + 1), '')),
          write(ROWS),
        )
        const { rows, faults } = readCalendar(text)
        const whole = ROWS.filter((_, index) => blows[index] === null).map(({ title }) => title)
        expect(rows.map(({ title }) => title)).toEqual(whole)
        expect(faults.filter(({ row: kept }) => kept === 'left-out')).toHaveLength(ROWS.length - whole.length)
      }),
    )
  })
})

describe('JSON', () => {
  it('is what the machine’s own reader takes for JSON, and nothing else', () => {
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    const almost = fc
      .tuple(fc.json(), fc.nat(40), fc.string({ maxLength: 2 }))
      .map(([json, at, what]) => json.slice(0, at) + what + json.slice(at))
    fc.assert(
      fc.property(fc.oneof(fc.json(), almost, fc.string()), (text) => {
        expect(readJson(text).kind === 'json').toBe(parses(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('knows the line of every value', () => {
    const read = readJson('{\n  "a": [\n    1,\n    "x"\n  ]\n}')
    expect(read).toMatchObject({
      kind: 'json',
      json: { line: 1, kind: 'object' },
    })
    const list = read.kind === 'json' && read.json.kind === 'object' ? read.json.members.get('a') : undefined
    expect(list).toMatchObject({
      line: 2,
      values: [
        { line: 3, number: 1 },
        { line: 4, text: 'x' },
      ],
    })
  })

  it('says where it breaks', () => {
    expect(readJson('{\n "a": 1\n "b": 2}')).toEqual({
      kind: 'broken',
      line: 3,
      because: expect.objectContaining({ en: 'A comma or } is missing.' }),
    })
  })

  it('is refused where it is nested to exhaust the stack', () => {
    expect(readJson('['.repeat(100_000))).toMatchObject({
      kind: 'broken',
      because: expect.objectContaining({ en: 'This is nested too deeply.' }),
    })
  })
})
