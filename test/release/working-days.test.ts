import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../../src/release/bank-holidays.ts'
import { readBankHolidays } from '../../src/release/read-bank-holidays.ts'
import {
  bankHolidayOn,
  DIVISIONS,
  type Division,
  holidaysKnown,
  isWeekend,
  isWorkingDay,
  londonDate,
  nextWorkingDay,
  yearsKnown,
} from '../../src/release/working-days.ts'

const datesOf = (division: Division, year: number): string[] =>
  BANK_HOLIDAYS[division].events.map(({ date }) => date).filter((date) => date.startsWith(`${year}`))

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
const weekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay()
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Easter Sunday by Gauss's rule as Lichtenberg completed it: another way than the table was made by. */
function easter(year: number): string {
  const century = Math.floor(year / 100)
  const m = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const s = 2 - Math.floor((3 * century + 3) / 4)
  const a = year % 19
  const d = (19 * a + m) % 30
  const r = Math.floor((d + Math.floor(a / 11)) / 29)
  const full = 21 + d - r
  const first = 7 - ((year + Math.floor(year / 4) + s) % 7)
  return iso(year, 3, full + 7 - ((((full - first) % 7) + 7) % 7))
}

const firstMonday = (year: number, month: number): string =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => iso(year, month, day)).find((date) => weekday(date) === 1) ?? ''
const lastMonday = (year: number, month: number): string => {
  const next = firstMonday(month === 12 ? year + 1 : year, (month % 12) + 1)
  return shifted(next, -7)
}

/** Fixed days with the weekdays that stand in for them. */
function withSubstitutes(dates: readonly string[]): string[] {
  const kept = dates.filter((date) => !isWeekend(date))
  for (const date of dates.filter(isWeekend)) {
    let day = date
    while (isWeekend(day) || kept.includes(day)) day = shifted(day, 1)
    kept.push(day)
  }
  return kept
}

const PROCLAIMED: Readonly<Record<number, { added: readonly string[]; dropped: readonly string[] }>> = {
  2020: { added: ['2020-05-08'], dropped: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], dropped: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], dropped: [] },
}

function byRule(division: Division, year: number): string[] {
  const { added, dropped } = PROCLAIMED[year] ?? { added: [], dropped: [] }
  const scotland = division === 'scotland'
  const ireland = division === 'northern-ireland'
  const days = [
    ...withSubstitutes([iso(year, 1, 1), ...(scotland ? [iso(year, 1, 2)] : [])]),
    ...withSubstitutes([iso(year, 12, 25), iso(year, 12, 26)]),
    ...(scotland ? withSubstitutes([iso(year, 11, 30)]) : []),
    ...(ireland ? [...withSubstitutes([iso(year, 3, 17)]), ...withSubstitutes([iso(year, 7, 12)])] : []),
    shifted(easter(year), -2),
    ...(scotland ? [] : [shifted(easter(year), 1)]),
    firstMonday(year, 5),
    lastMonday(year, 5),
    scotland ? firstMonday(year, 8) : lastMonday(year, 8),
    ...(scotland && year === 2026 ? ['2026-06-15'] : []),
    ...added,
  ]
  return days.filter((day) => !dropped.includes(day)).sort()
}

describe('the bank holidays that are shipped', () => {
  it.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030])(
    'are those of the Act, of custom and of the proclamations in %d',
    (year) => {
      for (const division of DIVISIONS) expect(datesOf(division, year)).toEqual(byRule(division, year))
    },
  )

  it('were 33 across the divisions in 2022, as GOV.UK counted', () => {
    expect(DIVISIONS.flatMap((division) => datesOf(division, 2022))).toHaveLength(33)
  })

  it('know Easter: 12 April 2020, 5 April 2026 and 21 April 2030 were and will be Sundays', () => {
    expect([2020, 2026, 2030].map(easter)).toEqual(['2020-04-12', '2026-04-05', '2030-04-21'])
  })

  it('have the days that were proclaimed once: the Jubilee, the funeral, the coronation, the World Cup', () => {
    const titleOf = (date: string, division: Division) => bankHolidayOn(date, division, BANK_HOLIDAYS)?.title
    expect(titleOf('2022-06-03', 'scotland')).toContain('Jubilee')
    expect(titleOf('2022-09-19', 'northern-ireland')).toContain('Funeral')
    expect(titleOf('2023-05-08', 'england-and-wales')).toContain('coronation')
    expect(titleOf('2026-06-15', 'scotland')).toContain('World Cup')
    expect(titleOf('2026-06-15', 'england-and-wales')).toBeUndefined()
  })

  it('say which are substitute days', () => {
    expect(bankHolidayOn('2026-12-28', 'scotland', BANK_HOLIDAYS)).toEqual({
      title: 'Boxing Day',
      date: '2026-12-28',
      notes: 'Substitute day',
    })
  })

  it('fall on weekdays, once each', () => {
    for (const division of DIVISIONS) {
      const dates = BANK_HOLIDAYS[division].events.map(({ date }) => date)
      expect(dates.filter(isWeekend)).toEqual([])
      expect(new Set(dates).size).toBe(dates.length)
    }
  })
})

describe('a working day', () => {
  const ENGLAND = ['england-and-wales'] as const

  it('is a weekday that is no holiday where people work: 30 November 2026, a Monday', () => {
    expect(isWorkingDay('2026-11-30', ENGLAND, BANK_HOLIDAYS)).toBe(true)
    expect(isWorkingDay('2026-11-30', DIVISIONS, BANK_HOLIDAYS)).toBe(false)
    expect(isWorkingDay('2026-11-28', ENGLAND, BANK_HOLIDAYS)).toBe(false)
  })

  it('comes next after Maundy Thursday 2026 on Tuesday, in Scotland on Monday', () => {
    expect(nextWorkingDay('2026-04-02', ENGLAND, BANK_HOLIDAYS)).toBe('2026-04-07')
    expect(nextWorkingDay('2026-04-02', ['scotland'], BANK_HOLIDAYS)).toBe('2026-04-06')
  })

  it('comes next after Christmas Eve 2027 on 29 December: two substitute days after a weekend', () => {
    expect(nextWorkingDay('2027-12-24', ENGLAND, BANK_HOLIDAYS)).toBe('2027-12-29')
  })

  it('is a day in London: at 23:30 in Greenwich on 18 May 2026 it is the 19th there', () => {
    expect(londonDate(Date.UTC(2026, 4, 18, 22, 59, 59, 999))).toBe('2026-05-18')
    expect(londonDate(Date.UTC(2026, 4, 18, 23))).toBe('2026-05-19')
  })

  it('is not sure in a year of which no holiday is known', () => {
    expect(holidaysKnown('2030-12-31', 'scotland', BANK_HOLIDAYS)).toBe(true)
    expect(holidaysKnown('2031-01-01', 'scotland', BANK_HOLIDAYS)).toBe(false)
  })
})

describe('the list of bank holidays on GOV.UK', () => {
  const day = (date: unknown) => ({ title: 'New Year’s Day', date, notes: '', bunting: true })
  const list = (change: (divisions: Record<string, unknown>) => void = () => undefined): string => {
    const divisions: Record<string, unknown> = Object.fromEntries(
      DIVISIONS.map((division) => [division, { division, events: [day('2031-01-01')] }]),
    )
    change(divisions)
    return JSON.stringify(divisions)
  }

  it('replaces the one that is shipped', () => {
    const read = readBankHolidays(`\uFEFF${list()}`)
    if (read.kind !== 'holidays') throw new Error(read.because.en)
    expect(bankHolidayOn('2031-01-01', 'scotland', read.holidays)?.title).toBe('New Year’s Day')
    expect(holidaysKnown('2026-01-01', 'scotland', read.holidays)).toBe(false)
  })

  it('is known from the first to the last year that every division has', () => {
    const shipped = yearsKnown(BANK_HOLIDAYS)
    expect(shipped).toEqual({ from: 2019, to: 2030 })
    const { scotland, ...others } = BANK_HOLIDAYS
    const until2026 = scotland.events.filter(({ date }) => date < '2027')
    expect(yearsKnown({ ...others, scotland: { ...scotland, events: until2026 } })).toEqual({
      from: 2019,
      to: 2026,
    })
  })

  it('has the shape in which ours is kept', () => {
    expect(readBankHolidays(JSON.stringify(BANK_HOLIDAYS))).toEqual({
      kind: 'holidays',
      holidays: BANK_HOLIDAYS,
    })
  })

  it.each([
    ['is not JSON', '<html>'],
    ['is a list', '[]'],
    ['lacks Scotland', list((divisions) => delete divisions.scotland)],
    ['is empty for Scotland', list((divisions) => Object.assign(divisions, { scotland: { events: [] } }))],
    [
      'has a day that does not exist',
      list((divisions) => Object.assign(divisions, { scotland: { events: [day('2031-02-29')] } })),
    ],
    [
      'has a date in another form',
      list((divisions) => Object.assign(divisions, { scotland: { events: [day('01/01/2031')] } })),
    ],
    [
      'has a day without a date',
      list((divisions) => Object.assign(divisions, { scotland: { events: [day(null)] } })),
    ],
  ])('is not taken when it %s: holidays would become working days', (_, text) => {
    expect(readBankHolidays(text)).toMatchObject({ kind: 'unreadable' })
  })
})
