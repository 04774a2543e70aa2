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
  it.each(['0.45576452900000001', '36126799.854000002', '1E-3', ' 12 ', '900719925474099.5', '.5'])(
    '%s',
    (text) => {
      expect(numberOf(text)).toBe(Number(text))
    },
  )
  it.each(['', '-', 'abc', '1,2', '0x10', 'Infinity', '1.2.3', '--1'])(
    'and none where there is none: %s',
    (text) => {
      expect(numberOf(text)).toBeNaN()
    },
  )
})
