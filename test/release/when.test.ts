import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { londonText } from '../../src/release/london-time.ts'
import { whenSaid } from '../../src/release/london-words.ts'
import { instantOf, type Months, monthsFrom, monthsText, sameWhen } from '../../src/release/when.ts'

const month = fc.record({
  year: fc.integer({ min: 1996, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
})
const months = fc
  .tuple(month, month)
  .map(
    ([one, other]): Months =>
      one.year * 12 + one.month <= other.year * 12 + other.month
        ? { from: one, to: other }
        : { from: other, to: one },
  )

describe('a provisional time', () => {
  it('names a month or two as ONS and GOV.UK write them', () => {
    const may = { year: 2026, month: 5 }
    const june = { year: 2026, month: 6 }
    expect(monthsFrom('May 2026')).toEqual({ from: may, to: may })
    expect(monthsFrom('May 2026 to June 2026')).toEqual({ from: may, to: june })
    expect(monthsFrom('May to June 2026')).toEqual({ from: may, to: june })
    expect(monthsFrom(' may  2026 – jun 2026 ')).toEqual({ from: may, to: june })
    expect(monthsFrom('December 2026 to January 2027')).toEqual({
      from: { year: 2026, month: 12 },
      to: { year: 2027, month: 1 },
    })
  })

  it.each([
    '',
    'May',
    '2026',
    'Maybe 2026',
    'June 2026 to May 2026',
    'May 26',
    '19 May 2026',
    'May 2026 to',
    'To be confirmed',
  ])('is not guessed from “%s”', (text) => {
    expect(monthsFrom(text)).toBeNull()
  })

  it('is read as it is written', () => {
    fc.assert(
      fc.property(months, (span) => {
        expect(monthsFrom(monthsText(span))).toEqual(span)
      }),
    )
  })

  it('stands in the register at its last minute: no earlier one is not too early', () => {
    const of = (text: string) => londonText(instantOf({ kind: 'months', ...(monthsFrom(text) ?? never()) }))
    expect(of('February 2028')).toBe('2028-02-29 23:59')
    expect(of('May 2026 to June 2026')).toBe('2026-06-30 23:59')
    expect(of('December 2026')).toBe('2026-12-31 23:59')
  })

  it('is the same only for the same months', () => {
    fc.assert(
      fc.property(months, months, (one, other) => {
        expect(sameWhen({ kind: 'months', ...one }, { kind: 'months', ...other })).toBe(
          monthsText(one) === monthsText(other),
        )
      }),
    )
    const last = monthsFrom('May 2026') ?? never()
    expect(
      sameWhen({ kind: 'months', ...last }, { kind: 'instant', at: instantOf({ kind: 'months', ...last }) }),
    ).toBe(false)
  })
})

it('an exact time is read with its weekday', () => {
  expect(whenSaid({ kind: 'instant', at: Date.UTC(2026, 4, 19, 6) }).en).toBe('Tuesday 19 May 2026, 07:00')
})

function never(): never {
  throw new Error('no months')
}
