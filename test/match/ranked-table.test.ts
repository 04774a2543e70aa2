import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionFile, findingsOn, registerOf, sentFile } from '../bench/editions.ts'
import { randomFrom } from '../bench/randomness.ts'
import { utf8 } from '../content/reading.ts'

// London keeps GMT until Sunday 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

const random = randomFrom(930)
const between = (least: number, most: number): number => Math.floor(least + (most - least) * random())

/** An area, what does not change from year to year, and what is published anew. */
type Row = readonly [area: string, population: number, households: number, employed: number]
const published: readonly Row[] = Array.from({ length: 40 }, (_none, at) => [
  `Area ${String.fromCharCode(65 + (at % 26))}${at}`,
  between(100_000, 9_999_999),
  between(40_000, 999_999),
  between(40_000, 999_999),
])
const embargoed = published.map(
  ([area, population, households, employed]): Row => [
    area,
    population,
    households,
    Math.round(employed * (0.97 + 0.06 * random())),
  ],
)
const ranked = (rows: readonly Row[]): readonly Row[] => [...rows].sort((one, other) => other[3] - one[3])
const csvOf = (rows: readonly Row[]): Uint8Array =>
  utf8(['Area,Population,Households,Employed', ...rows.map((row) => row.join(','))].join('\n'))

/** The new edition ranks the areas; the published one had them as they come. */
const register = registerOf('Employment by area', [
  editionFile('new.csv', csvOf(ranked(embargoed)), 'embargoed'),
  editionFile('old.csv', csvOf(published), 'published'),
])
/** What is found by the figures alone, be it the very file or not. */
const kindsOf = (bytes: Uint8Array, at = MONDAY_14_42): readonly string[] => {
  const figures = sentFile('table.csv', bytes).map((part) => ({ ...part, hash: null }))
  return findingsOn(figures, register, at).map(({ kind }) => kind)
}

describe('a table that the new edition ranks anew, with figures that stay as they are', () => {
  it('passes as it was, ranked by whoever sends it as the new edition ranks it', () => {
    expect(kindsOf(csvOf(ranked(published)))).toEqual([])
  })
  it('passes as it was in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...published]), (rows) => {
        expect(kindsOf(csvOf(rows))).toEqual([])
      }),
    )
  })
  it('is held in any order where it has the new figures, and one row of it is', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...embargoed], { minLength: embargoed.length }),
        fc.nat(embargoed.length - 1),
        (rows, at) => {
          expect(kindsOf(csvOf(rows))).toEqual(['embargoed-figures'])
          expect(kindsOf(csvOf(rows.slice(at, at + 1)))).toEqual(['embargoed-figures'])
        },
      ),
      { numRuns: 40 },
    )
  })
  it('leaves at 09:30 on Tuesday, and is held one millisecond before', () => {
    expect(kindsOf(csvOf(ranked(embargoed)), TUESDAY_09_30 - 1)).toEqual(['embargoed-figures'])
    expect(kindsOf(csvOf(ranked(embargoed)), TUESDAY_09_30)).toEqual([])
  })
})
