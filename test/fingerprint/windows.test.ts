import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, figureOfNumber } from '../../src/fingerprint/figure.ts'
import {
  MAX_WINDOW_FIGURES,
  MIN_WINDOW_BITS,
  RUN_WORDS,
  runsOfLine,
  WINDOW_BITS,
} from '../../src/fingerprint/windows.ts'

const line = (...values: number[]): Figure[] =>
  values.map(figureOfNumber).filter((figure): figure is Figure => figure !== null)
const runsOf = (figures: readonly Figure[]) => {
  const digits = Int32Array.from(figures, (figure) => figure.digits)
  const { words, length } = runsOfLine({ digits, length: figures.length }, false)
  return Array.from({ length }, (_none, run) => {
    const [first = 0, one = 0, two = 0, weight = 0] = words.subarray(run * RUN_WORDS)
    return { key: `${one}:${two}`, first, count: weight & 255, bits: weight >> 16, step: (weight >> 8) & 255 }
  })
}
const someLine = fc
  .array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 0, maxLength: 40 })
  .map((values) => line(...values))

describe('the features of a line are its shortest telling runs', () => {
  it('take fewer figures where each has more digits', () => {
    const [long] = runsOf(line(36126.854, 1204.391, 887.1))
    const [short] = runsOf(line(29, 41, 17, 83, 52, 67, 38))
    expect(long?.count).toBe(2)
    expect(short?.count).toBeGreaterThan(4)
  })
  it('do not come from counting, from years, or from one number said again', () => {
    expect(runsOf(line(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))).toEqual([])
    expect(runsOf(line(2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018))).toEqual([])
    expect(runsOf(line(100, 100, 100, 100, 100, 100, 100, 100, 100, 100))).toEqual([])
  })
  it('do not come from years, whichever they begin with, and however often they begin again', () => {
    const years = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_none, at) => from + at)
    for (let from = 1990; from < 2030; from++)
      for (let to = from + 1; to < from + 25; to++) expect(runsOf(line(...years(from, to)))).toEqual([])
    expect(runsOf(line(...years(2018, 2021), ...years(2018, 2021), ...years(2018, 2021)))).toEqual([])
    expect(runsOf(line(2019, 2019, 2019, 2020, 2020, 2020, 2021, 2021, 2021))).toEqual([])
  })
  it('come from figures that are as large as years and no years', () => {
    expect(runsOf(line(1982, 2034, 1956, 2011, 1948, 2065))).not.toEqual([])
    expect(runsOf(line(2019, 2020, 2021, 36127))).not.toEqual([])
  })
  it('count a number and the one before it as neighbours, whatever zeros either has lost', () => {
    expect(runsOf(line(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23))).toEqual([])
    expect(runsOf(line(100, 101, 102, 103, 104, 105, 106))).toEqual([])
  })
  it('do not come from a single figure, however long', () => {
    expect(runsOf(line(36126799.8))).toEqual([])
  })
  it('are those of any longer line that contains it, but for the runs that its end cuts short', () => {
    fc.assert(
      fc.property(someLine, someLine, someLine, (before, figures, after) => {
        const whole = new Set(runsOf([...before, ...figures, ...after]).map(({ key }) => key))
        for (const run of runsOf(figures))
          if (run.first + run.count < figures.length) expect(whole).toContain(run.key)
      }),
    )
  })
  it('carry the bits they promise', () => {
    fc.assert(
      fc.property(someLine, (figures) => {
        for (const { first, count, bits } of runsOf(figures)) {
          expect(count).toBeLessThanOrEqual(MAX_WINDOW_FIGURES)
          expect(bits).toBeGreaterThanOrEqual(MIN_WINDOW_BITS)
          const isAtEnd = first + count === figures.length || count === MAX_WINDOW_FIGURES
          if (!isAtEnd) expect(bits).toBeGreaterThanOrEqual(WINDOW_BITS)
        }
      }),
    )
  })
  it('differ where a figure differs or two change places', () => {
    expect(runsOf(line(5512, 3301))[0]?.key).not.toBe(runsOf(line(5512, 3302))[0]?.key)
    expect(runsOf(line(5512, 3301))[0]?.key).not.toBe(runsOf(line(3301, 5512))[0]?.key)
  })
  it('do not meet by accident in half a million runs: 64 bits', () => {
    const keys = new Set<string>()
    let runs = 0
    for (let value = 10_000_019; runs < 500_000; value += 7) {
      for (const { key } of runsOf(line(value, value * 3 + 1))) {
        keys.add(key)
        runs++
      }
    }
    expect(keys.size).toBe(runs)
  })
})
