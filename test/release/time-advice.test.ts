import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../../src/release/bank-holidays.ts'
import { londonText } from '../../src/release/london-time.ts'
import { adviseOnTime, timeSentence } from '../../src/release/time-advice.ts'
import {
  isAtTimeOfDay,
  suggestedTime,
  timeOfDayFrom,
  timeOfDayText,
  usualTimeAmong,
} from '../../src/release/usual-time.ts'
import { detailed } from './detailed-release.ts'

/** Tuesday 12 May 2026, 17:00 in London. */
const NOW = Date.UTC(2026, 4, 12, 16)
const SEVEN = { hour: 7, minute: 0 }
const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const

const advice = (typed: string, usual: { hour: number; minute: number } | null = null) => {
  const advised = adviseOnTime(typed, usual, BANK_HOLIDAYS, NOW)
  if (advised.kind !== 'time') throw new Error(`${typed}: ${advised.kind}`)
  return advised
}
const concerns = (typed: string, usual: { hour: number; minute: number } | null = null) =>
  advice(typed, usual).concerns.map(({ kind }) => kind)

describe('a time that is entered for a release', () => {
  it('is read back with weekday, London time, zone and how far away it is', () => {
    expect(advice('2026-05-19 07:00', SEVEN)).toEqual({
      kind: 'time',
      at: Date.UTC(2026, 4, 19, 6),
      london: '2026-05-19 07:00',
      sentence: 'Tuesday 19 May 2026, 07:00 BST, in 6 days 14 h',
      concerns: [],
    })
  })

  it('is in GMT in winter, and may be over', () => {
    expect(timeSentence(Date.UTC(2026, 0, 5, 9, 30), Date.UTC(2026, 0, 5, 9, 28))).toBe(
      'Monday 5 January 2026, 09:30 GMT, in 2 min',
    )
    expect(timeSentence(Date.UTC(2026, 0, 5, 9, 30), Date.UTC(2026, 0, 5, 12, 30))).toBe(
      'Monday 5 January 2026, 09:30 GMT, 3 h ago',
    )
    expect(timeSentence(NOW, NOW)).toBe('Tuesday 12 May 2026, 17:00 BST, now')
  })

  it('needs no confirmation at 09:30 on a weekday, unless the series comes out at 07:00', () => {
    expect(concerns('2026-05-19 09:30')).toEqual([])
    expect(concerns('2026-05-19 09:30', SEVEN)).toEqual(['unusual-time'])
    expect(concerns('2026-05-19 07:00')).toEqual(['unusual-time'])
    expect(concerns('2026-05-19 09:30:01')).toEqual(['unusual-time'])
  })

  it('asks when evening was meant to be morning: 19:00 for a series of 07:00', () => {
    expect(advice('2026-05-19 19:00', SEVEN).concerns).toMatchObject([
      { kind: 'unusual-time', usual: SEVEN, because: 'The usual time is 07:00: is 19:00 meant?' },
    ])
  })

  it('asks at a weekend: Saturday 16 and Sunday 17 May 2026', () => {
    expect(concerns('2026-05-16 09:30')).toEqual(['weekend'])
    expect(concerns('2026-05-17 09:30')).toEqual(['weekend'])
    expect(concerns('2026-05-18 09:30')).toEqual([])
  })

  it('asks on a bank holiday, and says where it is one', () => {
    expect(advice('2026-05-25 09:30').concerns).toMatchObject([
      { kind: 'bank-holiday', title: 'Spring bank holiday', divisions: DIVISIONS },
    ])
    expect(advice('2026-06-15 09:30').concerns).toEqual([
      {
        kind: 'bank-holiday',
        title: 'World Cup bank holiday',
        divisions: ['scotland'],
        because: 'That day is a bank holiday in Scotland: World Cup bank holiday.',
      },
    ])
    expect(advice('2026-08-31 09:30').concerns[0]?.because).toBe(
      'That day is a bank holiday in England and Wales and in Northern Ireland: Summer bank holiday.',
    )
  })

  it('names both holidays where the divisions have different ones: Monday 2 January 2023', () => {
    const holidays = {
      ...BANK_HOLIDAYS,
      scotland: {
        division: 'scotland' as const,
        events: [{ title: '2nd January', date: '2026-05-25', notes: '' }],
      },
    }
    const advised = adviseOnTime('2026-05-25 09:30', null, holidays, NOW)
    expect(advised.kind === 'time' && advised.concerns).toMatchObject([
      { title: 'Spring bank holiday', divisions: ['england-and-wales', 'northern-ireland'] },
      { title: '2nd January', divisions: ['scotland'] },
    ])
  })

  it('asks where the bank holidays of the year are not known yet', () => {
    expect(concerns('2030-12-30 09:30')).toEqual([])
    expect(concerns('2031-01-02 09:30')).toEqual(['holidays-unknown'])
  })

  it('asks when it is over, at that instant too: it would be public at once', () => {
    expect(concerns('2026-05-12 16:59', { hour: 16, minute: 59 })).toEqual(['past'])
    expect(concerns('2026-05-12 17:00', { hour: 17, minute: 0 })).toEqual(['past'])
    expect(concerns('2026-05-12 17:01', { hour: 17, minute: 1 })).toEqual([])
  })

  it('asks everything at once: half past midnight on the Sunday before', () => {
    expect(concerns('2026-05-10 00:30')).toEqual(['past', 'weekend', 'unusual-time'])
  })

  it('is refused in the spring gap: Sunday 28 March 2027, 01:30', () => {
    expect(adviseOnTime('2027-03-28 01:30', null, BANK_HOLIDAYS, NOW)).toMatchObject({
      kind: 'refused',
      refusal: 'gap',
    })
  })

  it('is asked back in the autumn hour with both meanings spelled out', () => {
    expect(adviseOnTime('2026-10-25 01:30', null, BANK_HOLIDAYS, NOW)).toMatchObject({
      kind: 'which',
      first: Date.UTC(2026, 9, 25, 0, 30),
      second: Date.UTC(2026, 9, 25, 1, 30),
      sentences: [
        expect.stringContaining('Sunday 25 October 2026, 01:30 BST'),
        expect.stringContaining('Sunday 25 October 2026, 01:30 GMT'),
      ],
    })
  })

  it('is refused where it cannot be read', () => {
    expect(adviseOnTime('Tuesday', null, BANK_HOLIDAYS, NOW)).toMatchObject({ refusal: 'unreadable' })
  })
})

describe('the time that is suggested', () => {
  const suggested = (usual: { hour: number; minute: number } | null, at: number) =>
    londonText(suggestedTime(usual, DIVISIONS, BANK_HOLIDAYS, at))

  it('is 09:30 on the next working day', () => {
    expect(suggested(null, NOW)).toBe('2026-05-13 09:30')
  })

  it('is the series’ usual time after a long weekend: from Friday 22 May 2026 to Tuesday', () => {
    expect(suggested(SEVEN, Date.UTC(2026, 4, 22, 8))).toBe('2026-05-26 07:00')
  })

  it('is never today, and today is London’s today', () => {
    expect(suggested(null, Date.UTC(2026, 4, 12, 22, 59))).toBe('2026-05-13 09:30')
    expect(suggested(null, Date.UTC(2026, 4, 12, 23))).toBe('2026-05-14 09:30')
  })
})

describe('the usual time of a series', () => {
  const at = (day: number, hour: number, fields = {}) =>
    detailed({ series: 'LMS', at: Date.UTC(2026, 0, day, hour), ...fields })

  it('is the time of most of its last releases', () => {
    expect(usualTimeAmong([at(1, 7), at(2, 9), at(3, 7)], 'LMS')).toEqual(SEVEN)
  })

  it('follows a change of habit: after a year at the new time the old one is forgotten', () => {
    const old = Array.from({ length: 20 }, (_, day) => at(day - 400, 9))
    const year = Array.from({ length: 12 }, (_, day) => at(day + 1, 7))
    expect(usualTimeAmong([...old, ...year], 'LMS')).toEqual(SEVEN)
  })

  it('is not taken from another series, from what has no exact time, nor from what never came out', () => {
    const months = { from: { year: 2026, month: 1 }, to: { year: 2026, month: 1 } }
    const others = [at(1, 7, { series: 'PSE' }), at(1, 7, { months }), at(1, 7, { state: 'cancelled' })]
    expect(usualTimeAmong(others, 'LMS')).toBeNull()
  })

  it('is the same in winter and summer: what London’s clocks show', () => {
    expect(isAtTimeOfDay(Date.UTC(2026, 0, 13, 7), SEVEN)).toBe(true)
    expect(isAtTimeOfDay(Date.UTC(2026, 6, 14, 6), SEVEN)).toBe(true)
    expect(isAtTimeOfDay(Date.UTC(2026, 6, 14, 6, 0, 1), SEVEN)).toBe(false)
  })

  it('is typed as 07:00', () => {
    expect(timeOfDayFrom(' 7:00 ')).toEqual(SEVEN)
    expect(timeOfDayText(SEVEN)).toBe('07:00')
    expect(['24:00', '07:60', '7', '', '07:00:00'].map(timeOfDayFrom)).toEqual([null, null, null, null, null])
  })
})
