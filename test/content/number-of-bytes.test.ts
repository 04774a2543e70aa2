import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOfBytes } from '../../src/content/number-of-bytes.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const numberOf = (text: string): number => numberOfBytes(bytesOf(text), 0, text.length)

describe('a number in bytes is the number JavaScript reads in the same text', () => {
  it('for every way JavaScript itself writes one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(numberOf(String(value)), value) || value === 0).toBe(true)
      }),
    )
  })
  it('for digits with a point anywhere, up to the last bit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,20}\.\d{0,20}$/), (text) => {
        expect(numberOf(text)).toBe(Number(text))
      }),
    )
  })
  it('for 15 to 20 digits with a power of ten behind them, as spreadsheets write small numbers', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d\.\d{14,19}[eE][-+]?\d{1,2}$/), (text) => {
        expect(numberOf(text)).toBe(Number(text))
      }),
      { numRuns: 2_000 },
    )
  })
  it('for what lies halfway between two numbers, or hardly beside it', () => {
    const halfway = fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }).map((whole) => 2n * whole + 1n)
    fc.assert(
      fc.property(
        halfway,
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: 0, max: 12 }),
        (half, beside, zeros) => {
          const text = `${half * 1000n + BigInt(beside)}`
          const placed = `${text.slice(0, text.length - zeros)}.${text.slice(text.length - zeros)}`
          expect(numberOf(placed)).toBe(Number(placed))
        },
      ),
      { numRuns: 2_000 },
    )
  })
  it.each([
    '0.45576452900000001',
    '36126799.854000002',
    '1E-3',
    ' 12 ',
    '900719925474099.5',
    '.5',
    '9.1999999999999998E-2',
    '18014398509481985',
    '18014398509481983.0',
    '1e22',
    '1.e3',
    '00000000000000000000001',
  ])('%s', (text) => {
    expect(numberOf(text)).toBe(Number(text))
  })
  it.each([
    '',
    '-',
    'abc',
    '1,2',
    '0x10',
    'Infinity',
    '1.2.3',
    '--1',
    '1E',
    '1E-',
    '1e1.5',
    '1-2',
    '1e 2',
    '.',
  ])('and none where there is none: %s', (text) => {
    expect(numberOf(text)).toBeNaN()
  })
})
