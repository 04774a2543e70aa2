import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import { faultsOf, row, TUESDAY_07_00 } from './fixtures.ts'

const table = (...lines: readonly string[]) => readCalendar(`${lines.join('\r\n')}\r\n`)

describe('a table of releases', () => {
  it('names its columns in any order and by any usual name', () => {
    expect(
      table(
        'Status,Release date,URL,Release title',
        'Confirmed,19/05/2026 07:00,/r/1,UK labour market: May 2026',
      ),
    ).toEqual({
      rows: [row({ line: 2, source: '/r/1' })],
      faults: [],
    })
  })

  it('may have date and time apart, and a contact in three columns', () => {
    const { rows } = table(
      'title;date;time;state;contact;e-mail;phone',
      'UK labour market: May 2026;19 May 2026;7.00am;provisional;Jim;jim@ons.example;+44 1633',
    )
    expect(rows).toMatchObject([
      {
        when: { kind: 'instant', at: TUESDAY_07_00 },
        state: 'provisional',
        contact: { name: 'Jim', email: 'jim@ons.example', telephone: '+44 1633' },
      },
    ])
  })

  it.each([',', ';', '\t', '|'])(
    'may be separated by “%s”, and begin with the mark of Excel',
    (separator) => {
      const lines = [
        ['title', 'date', 'state'],
        ['A "b", c; d | e'.replace(/"/g, '""'), '2026-05-19 07:00', 'confirmed'],
      ].map((fields) => fields.map((field) => `"${field}"`).join(separator))
      expect(readCalendar(`\uFEFF${lines.join('\n')}`).rows).toMatchObject([{ title: 'A "b", c; d | e' }])
    },
  )

  it('is provisional where no column says the state', () => {
    const calendar = table('title,date', 'A,May 2026')
    expect(calendar.rows).toMatchObject([{ state: 'provisional' }])
    expect(faultsOf(calendar)).toEqual(['kept 1 state'])
  })

  it('says which columns it does not read', () => {
    const calendar = table('title,date,state,Colour,Date', 'A,2026-05-19 07:00,confirmed,red,x')
    expect(calendar.rows).toHaveLength(1)
    expect(faultsOf(calendar)).toEqual(['kept 1 Colour', 'kept 1 Date'])
  })

  it('needs a title and a date', () => {
    expect(faultsOf(table('name,state', 'A,confirmed'))).toEqual(['left-out 1 date'])
    expect(faultsOf(table('UK labour market,19 May 2026'))).toEqual(['left-out 1 title', 'left-out 1 date'])
    expect(faultsOf(readCalendar(''))).toEqual(['left-out 1 '])
    expect(faultsOf(readCalendar(' \n\n'))).toEqual(['left-out 1 '])
  })

  it('may have bad lines: each is named by line and by the column as the file calls it', () => {
    const calendar = table(
      'Name,When,Status',
      'First,2026-05-19 07:00,confirmed',
      '',
      ',2026-05-19 07:00,confirmed',
      'No time,19 May 2026,confirmed',
      'Unknown state,2026-05-19 07:00,soon',
      'No state,2026-05-19 07:00,',
      'Month,May 2026,confirmed',
      'Trade, goods,2026-05-19 07:00,confirmed',
      'Wrong century,1926-05-19 07:00,confirmed',
      'Short,2026-05-19 07:00',
      `${'x'.repeat(1001)},2026-05-19 07:00,confirmed`,
      `${'x'.repeat(1000)},2026-05-19 07:00,confirmed`,
      'Last,2026-05-19 07:00,confirmed',
    )
    expect(calendar.rows.map(({ title, line }) => [title, line])).toEqual([
      ['First', 2],
      ['x'.repeat(1000), 13],
      ['Last', 14],
    ])
    expect(faultsOf(calendar)).toEqual([
      'left-out 4 Name',
      'left-out 5 When',
      'left-out 6 Status',
      'left-out 7 Status',
      'left-out 8 When',
      'left-out 9 ',
      'left-out 10 When',
      'left-out 11 Status',
      'left-out 12 Name',
    ])
  })

  it('does not lose what follows a stray quotation mark', () => {
    const calendar = table(
      'title,date,state',
      'First,2026-05-19 07:00,confirmed',
      '"Never closed,2026-05-19 07:00,confirmed',
      '"Closed" too early,2026-05-19 07:00,confirmed',
      'Last,2026-05-19 07:00,confirmed',
    )
    expect(calendar.rows.map(({ title }) => title)).toEqual(['First', 'Last'])
    expect(faultsOf(calendar)).toEqual(['left-out 3 ', 'left-out 4 '])
  })

  it('counts the lines of fields that have several', () => {
    const calendar = table(
      'title,date,state,summary',
      'First,2026-05-19 07:00,confirmed,"one',
      'two',
      'three"',
      'Second,never,confirmed,',
    )
    expect(calendar.rows).toMatchObject([{ line: 2, summary: 'one\ntwo\nthree' }])
    expect(faultsOf(calendar)).toEqual(['left-out 5 date'])
  })
})

it.each(['<!DOCTYPE html><html></html>', '%PDF-1.7', 'PK\u0003\u0004', '{"a": 1}', '{', '[1', 'null'])(
  '“%s” is no calendar, and that is said',
  (text) => {
    const { rows, faults } = readCalendar(text)
    expect(rows).toEqual([])
    expect(faults.length).toBeGreaterThan(0)
  },
)
