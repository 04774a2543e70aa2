import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOfNumber, figureOfText } from '../../src/fingerprint/figure.ts'

const digitsOf = (text: string): number | undefined => figureOfText(text)?.digits

describe('a figure is the significant digits of a number', () => {
  it.each([
    ['36,126.8', 361268],
    ['36 126,8', 361268],
    ['36.126,8', 361268],
    ['36\u00a0126.8', 361268],
    ['(36,126.8)', 361268],
    ['−36126.8', 361268],
    ['£36,126.8', 361268],
    ['36.1268', 361268],
    ['5.2%', 52],
    ['5.2 %', 52],
    ['1,234r', 1234],
    ['1,234 [p]', 1234],
    ['1,234 (p)', 1234],
    ['1,234*', 1234],
    ['<5', 5],
    ['75.20', 752],
    ['1.2E+05', 12],
    ['.5', 5],
  ])('%s is %d', (text, digits) => {
    expect(digitsOf(text)).toBe(digits)
  })
  it.each([
    '',
    '-',
    '..',
    ':',
    'n/a',
    '0',
    '0.00',
    '[x]',
    'Table 4a',
    '2024 Q1',
    '1997 JAN',
    '6/12/20',
    '17 March 2020',
    'Mar-20',
    '09:30',
    'E92000001',
    '2020-03-17',
    'x'.repeat(50),
  ])('“%s” is none', (text) => {
    expect(figureOfText(text)).toBeNull()
  })
  it('is the same stored and written out, whatever the program: nine significant digits count', () => {
    expect(digitsOf('525.3136179')).toBe(figureOfNumber(525.3136179214571)?.digits)
    expect(digitsOf('525,31361792145709')).toBe(figureOfNumber(525.3136179214571)?.digits)
    expect(digitsOf('0.455764529')).toBe(figureOfNumber(0.4557645293818382)?.digits)
  })
  it('of any number is that of its own text', () => {
    const stored = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    fc.assert(
      fc.property(stored, (value) => {
        expect(figureOfText(String(value))?.digits).toBe(figureOfNumber(value)?.digits)
      }),
    )
  })
  it('is blind to sign and to powers of ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: -4, max: 4 }), (whole, power) => {
        expect(figureOfNumber(-whole * 10 ** power)?.digits).toBe(figureOfNumber(whole)?.digits)
      }),
    )
  })
})
