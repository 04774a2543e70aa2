import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  durationText,
  instantFrom,
  londonClock,
  londonInstants,
  londonOffsetMinutes,
  londonSentence,
  londonText,
} from '../../src/release/london-time.ts'

const DAY_MS = 86_400_000
const FIRST = Date.UTC(1996, 0, 1)
const LAST = Date.UTC(2100, 11, 31, 23, 59, 59, 999)

const INTL = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** London's wall clock by the machine's own time zone data: `Tuesday 2020-03-17 09:30:00`. */
function byIntl(at: number): string {
  const parts = new Map(INTL.formatToParts(at).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${of('weekday')} ${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`
}

function byUs(at: number): string {
  const { second } = londonClock(at)
  const seconds = second === 0 ? ':00' : ''
  return `${londonSentence(at).split(' ')[0]} ${londonText(at)}${seconds}`
}

/** The hours at which London's offset differs from an hour before, as Intl sees them. */
function changesByIntl(year: number): number[] {
  const changes: number[] = []
  const wall = (at: number) => Date.parse(`${byIntl(at).split(' ').slice(1).join('T')}Z`) - at
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY_MS)
    if (wall(day) !== wall(day + DAY_MS))
      for (let at = day; at < day + DAY_MS; at += 3_600_000)
        if (wall(at) !== wall(at + 3_600_000)) changes.push(at + 3_600_000)
  return changes
}

describe('London’s clocks', () => {
  it('change twice in every year from 1996 to 2100, to the millisecond', () => {
    for (let year = 1996; year <= 2100; year++) {
      const changes = changesByIntl(year)
      expect(changes).toHaveLength(2)
      const [spring = 0, autumn = 0] = changes
      expect([spring - 1, spring, autumn - 1, autumn].map(londonOffsetMinutes)).toEqual([0, 60, 60, 0])
      for (const at of [spring - 1000, spring, autumn - 1000, autumn]) expect(byUs(at)).toBe(byIntl(at))
    }
  })

  it('show what the time zone data of the machine says, at any instant from 1996 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (at) => {
        expect(byUs(at)).toBe(byIntl(at))
      }),
      { numRuns: 2_000 },
    )
  })

  it('show a time at the instants at which they show it, and at no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST / 1000, max: Math.floor(LAST / 1000) }), (seconds) => {
        const at = seconds * 1000
        const { year, month, day, hour, minute, second } = londonClock(at)
        const instants = londonInstants(year, month, day, hour, minute, second)
        expect(instants).toContain(at)
        for (const instant of instants) expect(byUs(instant)).toBe(byUs(at))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a time that is typed', () => {
  const at = (typed: string): number => {
    const time = instantFrom(typed)
    if (time.kind !== 'instant') throw new Error(`${typed}: ${time.kind}`)
    return time.at
  }

  it('means GMT in winter: Tuesday 17 March 2020, 09:30', () => {
    expect(at('2020-03-17 09:30')).toBe(Date.UTC(2020, 2, 17, 9, 30))
  })

  it('means summer time in summer: Tuesday 19 May 2026, 07:00 is 06:00 in Greenwich', () => {
    expect(at('2026-05-19 07:00')).toBe(Date.UTC(2026, 4, 19, 6))
    expect(at(' 2026-05-19T07:00:00 ')).toBe(Date.UTC(2026, 4, 19, 6))
  })

  it('is refused in the hour that the clocks skip on Sunday 29 March 2026, and not a second on either side', () => {
    expect(at('2026-03-29 00:59:59')).toBe(Date.UTC(2026, 2, 29, 0, 59, 59))
    expect(instantFrom('2026-03-29 01:00').kind).toBe('gap')
    expect(instantFrom('2026-03-29 01:59:59').kind).toBe('gap')
    expect(at('2026-03-29 02:00')).toBe(Date.UTC(2026, 2, 29, 1))
  })

  it('is asked back in the hour that the clocks repeat on Sunday 25 October 2026, and not a second on either side', () => {
    expect(at('2026-10-25 00:59:59')).toBe(Date.UTC(2026, 9, 24, 23, 59, 59))
    expect(instantFrom('2026-10-25 01:00')).toMatchObject({
      kind: 'twice',
      first: Date.UTC(2026, 9, 25, 0),
      second: Date.UTC(2026, 9, 25, 1),
    })
    expect(instantFrom('2026-10-25 01:59:59').kind).toBe('twice')
    expect(at('2026-10-25 02:00')).toBe(Date.UTC(2026, 9, 25, 2))
  })

  it('says which of two it means with an offset', () => {
    expect(at('2026-10-25T01:30+01:00')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(at('2026-10-25T01:30Z')).toBe(Date.UTC(2026, 9, 25, 1, 30))
    expect(at('2026-10-25 01:30+0100')).toBe(Date.UTC(2026, 9, 25, 0, 30))
  })

  it('may come from anywhere with its offset, to the millisecond', () => {
    expect(at('2026-05-19T08:00:00.125+02:00')).toBe(Date.UTC(2026, 4, 19, 6, 0, 0, 125))
    expect(at('2026-05-18T23:30:00-06:30')).toBe(Date.UTC(2026, 4, 19, 6))
    expect(instantFrom('2026-05-19T06:00:00Z')).toMatchObject({ london: '2026-05-19 07:00' })
  })

  it.each([
    '',
    'tomorrow',
    '19/05/2026 07:00',
    '2026-5-19 7:00',
    '2026-05-19',
    '2026-05-19 24:00',
    '2026-05-19 07:60',
    '2026-05-19 07:00:60',
    '2026-02-29 09:30',
    '2026-04-31 09:30',
    '2026-13-01 09:30',
    '2026-00-10 09:30',
    '2026-05-00 09:30',
    '2026-05-19 07:00 BST',
    '2026-05-19T07:00+15:00',
    '2026-05-19T07:00+01:60',
  ])('“%s” is not guessed at', (typed) => {
    expect(instantFrom(typed)).toMatchObject({ kind: 'unreadable' })
  })

  it('has 29 February in 2028, a Tuesday, and not in 2026', () => {
    expect(londonSentence(at('2028-02-29 09:30'))).toBe('Tuesday 29 February 2028, 09:30')
  })

  it('is what the clock shows: written down and typed again it is the same instant, or asked back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST / 1000, max: Math.floor(LAST / 1000) }), (seconds) => {
        const again = instantFrom(londonText(seconds * 1000))
        if (again.kind === 'instant') expect(again.at).toBe(seconds * 1000)
        else expect(again.kind === 'twice' && [again.first, again.second]).toContain(seconds * 1000)
      }),
    )
  })
})

describe('a time that is read', () => {
  it('has its weekday: Tuesday 17 March 2020, 09:30', () => {
    expect(londonSentence(Date.UTC(2020, 2, 17, 9, 30))).toBe('Tuesday 17 March 2020, 09:30')
  })

  it('has seconds only where there are any', () => {
    expect(londonText(Date.UTC(2020, 2, 17, 9, 29, 59))).toBe('2020-03-17 09:29:59')
    expect(londonSentence(Date.UTC(2020, 2, 17, 9, 29, 59))).toBe('Tuesday 17 March 2020, 09:29:59')
  })
})

describe('how long it is until an instant', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [1, '1 s'],
    [59_000, '59 s'],
    [59_001, '1 min'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [18 * 3_600_000 + 48 * 60_000, '18 h 48 min'],
    [48 * 3_600_000, '2 days'],
    [6 * DAY_MS + 14 * 3_600_000, '6 days 14 h'],
  ])('%d ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })
})
