import { SSF } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayOf, FIRST_DAY_1904 } from '../../src/content/workbook/number-format.ts'

const shown = (code: string, stored: number) => displayOf(code)(stored)

describe('a number is shown as Excel shows it', () => {
  it.each([
    ['General', 1234.5, '1234.5'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 525.3136179123, '525.3136179'],
    ['General', 123456789012, '1.23457e+11'],
    ['General', 0.0000123456789, '1.23457e-5'],
    ['#,##0', 36126799.854, '36,126,800'],
    ['0.00', 2.675, '2.68'],
    ['0.0%', 0.05249, '5.2%'],
    ['#,##0,', 36126799, '36,127'],
    ['0.0,,"m"', 36126799, '36.1'],
    ['#,##0;(#,##0)', -1234, '1,234'],
    ['#,##0;-#,##0;"-"', 0, ''],
    ['0.0;@', -1.25, '-1.3'],
    ['0.00E+00', 12345, '1.23e+4'],
    ['##0.0E+0', 12345.6789, '12.3e3'],
    ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', 12345, '12345'],
    ['[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', 2345, '2.3'],
    ['[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', 23, '23'],
    ['[Red]-0.0', 4.25, '4.3'],
    [';;;', 17, ''],
  ])('%s shows %d as %s', (code, stored, text) => {
    expect(shown(code, stored)).toBe(text)
  })
  it('with the same digits as SheetJS, but where it cuts off, for any number and the usual formats', () => {
    const codes = ['0', '0.0', '0.00', '#,##0', '#,##0.0', '0%', '0.0%', '#,##0,', '0.000']
    const digits = (text: unknown) => String(text).replace(/[^0-9]/g, '')
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.integer({ min: -3, max: 14 }),
        (digit, power) => {
          const stored = digit * 10 ** power
          const mantissa = (text: string) => digits(text.replace(/e.*/i, '')).replace(/^0+|0+$/g, '')
          const ours = mantissa(String(shown('General', stored)))
          const theirs = mantissa(SSF.format('General', stored))
          // Of numbers with eleven digits before the point SheetJS cuts the rest off, where Excel rounds;
          // and very small ones it rounds at the twelfth decimal, where Excel writes them with an E.
          const size = Math.abs(stored)
          if (size > 1e-4 && (size < 9.99e9 || size > 1.01e11)) expect(ours).toBe(theirs)
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (code, whole, decimals) => {
          const stored = whole / 10 ** decimals
          // A digit behind the last shown that is not 5 leaves no doubt how to round.
          if (/5/.test(String(whole))) return
          expect(digits(shown(code, stored))).toBe(digits(SSF.format(code, stored)))
        },
      ),
    )
  })
})

describe('a date is a label', () => {
  it.each([
    ['yyyy-mm-dd', 43907, '2020-03-17'],
    ['d mmm yy', 43907.395833333336, '2020-03-17 09:30:00'],
    ['h:mm', 0.395833333333333, '09:30:00'],
    ['[h]:mm', 0.5, '12:00:00'],
    ['dd/mm/yyyy;@', 43907, '2020-03-17'],
    ['yyyy', -3, '#####'],
  ])('%s of %d is %s', (code, serial, date) => {
    expect(shown(code, serial)).toEqual({ date })
  })
  it('counted from 1904 where the workbook says so', () => {
    expect(displayOf('yyyy-mm-dd', FIRST_DAY_1904)(42445)).toEqual({ date: '2020-03-17' })
  })
})
