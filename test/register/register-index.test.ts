import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RARE } from '../../src/fingerprint/feature-list.ts'
import { eachRecord, everyFigureOf, recordsOf } from '../../src/register/records.ts'
import { compileRegister, type Edition, underEmbargo } from '../../src/register/register-index.ts'
import type { Release, ReleaseState } from '../../src/release/release.ts'

const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)
const APRIL_07_00 = Date.UTC(2020, 3, 21, 6)

const release = (id: string, at: number, state: ReleaseState = 'confirmed', series = 'PSE'): Release => ({
  id,
  series,
  title: id,
  at,
  london: '',
  state,
  team: [],
  access: [],
})
/** A file whose features are these numbers. */
const file = (standing: 'embargoed' | 'published', numbers: readonly number[]): Edition['files'][number] => ({
  name: 'tables.xlsx',
  standing,
  hashes: [numbers.join('-')],
  records: recordsOf([
    {
      bytes: Uint8Array.from(numbers.flatMap((number) => [0, 0, 0, 0, 0, 0, 0, number])),
      weights: Uint8Array.from(numbers.flatMap(() => [30, 10, 3])),
      rare: null,
    },
  ]),
})
const novelIn = (editions: readonly Edition[], id: string, at: number): number | undefined =>
  compileRegister(editions)
    .editions.find((edition) => edition.release.id === id)
    ?.features.novel(at)

describe('what is novel', () => {
  it('is what no published file of the series has', () => {
    const march = {
      release: release('march', TUESDAY_09_30),
      files: [file('embargoed', [1, 2, 3]), file('published', [1, 2])],
    }
    expect(novelIn([march], 'march', TUESDAY_09_30 - 1)).toBe(1)
  })
  it('is everything where nothing is published', () => {
    const march = { release: release('march', TUESDAY_09_30), files: [file('embargoed', [1, 2, 3])] }
    expect(novelIn([march], 'march', TUESDAY_09_30 - 1)).toBe(3)
  })
  it('of the next edition shrinks at the instant this one is released, without anyone doing anything', () => {
    const march = { release: release('march', TUESDAY_09_30), files: [file('embargoed', [1, 2, 3])] }
    const april = { release: release('april', APRIL_07_00), files: [file('embargoed', [2, 3, 4])] }
    expect(novelIn([march, april], 'april', TUESDAY_09_30 - 1)).toBe(3)
    expect(novelIn([march, april], 'april', TUESDAY_09_30)).toBe(1)
  })
  it.each(['provisional', 'postponed', 'cancelled'] as const)(
    'is not made public by a %s release, whatever the clock says',
    (state) => {
      const march = { release: release('march', TUESDAY_09_30, state), files: [file('embargoed', [1, 2, 3])] }
      const april = { release: release('april', APRIL_07_00), files: [file('embargoed', [2, 3, 4])] }
      expect(novelIn([march, april], 'april', TUESDAY_09_30 + 1)).toBe(3)
    },
  )
  it('is not decided by another series', () => {
    const march = { release: release('march', TUESDAY_09_30), files: [file('embargoed', [1, 2])] }
    const other = { release: release('gdp', 0, 'published', 'GDP'), files: [file('published', [1, 2])] }
    expect(novelIn([march, other], 'march', TUESDAY_09_30 - 1)).toBe(2)
  })
})

describe('what is under embargo', () => {
  const editions = [{ release: release('march', TUESDAY_09_30), files: [file('embargoed', [1])] }]
  it('is so one millisecond before 09:30 on Tuesday 17 March 2020, and not at 09:30', () => {
    expect(underEmbargo(compileRegister(editions), TUESDAY_09_30 - 1)).toHaveLength(1)
    expect(underEmbargo(compileRegister(editions), TUESDAY_09_30)).toHaveLength(0)
  })
  it('keeps no hash of a file that is published too', () => {
    const same = {
      release: release('march', TUESDAY_09_30),
      files: [file('embargoed', [1]), file('published', [1])],
    }
    expect(compileRegister([same]).editions[0]?.hashes.size).toBe(0)
  })
})

/** A file of some runs of rare figures: a run is the number of its feature and those of its figures. */
const rareFile = (
  standing: 'embargoed' | 'published',
  figures: readonly number[],
  runs: readonly (readonly [feature: number, ...madeOf: readonly number[]])[],
): Edition['files'][number] => ({
  name: 'tables.xlsx',
  standing,
  hashes: [],
  records: recordsOf([
    {
      bytes: Uint8Array.from(runs.flatMap(([feature]) => [0, 0, 0, 0, 0, 0, 0, feature])),
      weights: Uint8Array.from(runs.flatMap(([, ...madeOf]) => [50, 25, RARE | madeOf.length])),
      rare: {
        figures: Uint8Array.from(figures.flatMap((figure) => [9, 9, 9, 9, 9, 9, 9, figure])),
        madeOf: Uint8Array.from(
          runs.flatMap(([, ...madeOf]) => madeOf.flatMap((figure) => [0, 0, 0, figures.indexOf(figure)])),
        ),
      },
    },
  ]),
})

describe('a run of rare figures', () => {
  const fresh = rareFile(
    'embargoed',
    [1, 2, 3],
    [
      [21, 2, 1],
      [13, 1, 3],
      [12, 1, 2],
    ],
  )

  it('is no news once each of its figures is published, in whatever order', () => {
    const march = {
      release: release('march', TUESDAY_09_30),
      files: [fresh, rareFile('published', [2, 7, 1], [[27, 2, 7]])],
    }
    // 21 and 12 are made of 1 and 2; in 13 is 3, which nobody has published.
    expect(novelIn([march], 'march', TUESDAY_09_30 - 1)).toBe(1)
  })
  it('is news as long as one of its figures is', () => {
    const march = {
      release: release('march', TUESDAY_09_30),
      files: [fresh, rareFile('published', [3], [])],
    }
    expect(novelIn([march], 'march', TUESDAY_09_30 - 1)).toBe(3)
  })
  it('is not published by its own edition, and by the one before at the millisecond of its release', () => {
    const march = {
      release: release('march', TUESDAY_09_30),
      files: [rareFile('embargoed', [3, 1], [[31, 3, 1]])],
    }
    const april = { release: release('april', APRIL_07_00), files: [fresh] }
    expect(novelIn([march, april], 'april', TUESDAY_09_30 - 1)).toBe(3)
    expect(novelIn([march, april], 'april', TUESDAY_09_30)).toBe(2)
    expect(novelIn([march], 'march', TUESDAY_09_30 - 1)).toBe(1)
  })
})

describe('records', () => {
  it('are sorted, each feature once, and leave gaps out', () => {
    const bytes = Uint8Array.from([
      ...[0, 0, 0, 0, 0, 0, 0, 9],
      ...[0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0, 2],
      ...[0, 0, 0, 0, 0, 0, 0, 9],
    ])
    const weights = Uint8Array.from([30, 1, 2, 0, 0, 0, 31, 1, 2, 30, 1, 2])
    expect([...recordsOf([{ bytes, weights, rare: null }]).runs]).toEqual([
      0, 0, 0, 0, 0, 0, 0, 2, 31, 1, 2, 0, 0, 0, 0, 0, 0, 0, 9, 30, 1, 2,
    ])
  })
  it('are in the order of their bytes, whatever these are, and of equal ones the first is kept', () => {
    const alike = fc.constantFrom(0, 1, 127, 128, 255)
    const feature = fc.oneof(
      fc.array(alike, { minLength: 8, maxLength: 8 }),
      fc.array(alike, { minLength: 4, maxLength: 4 }).map((last) => [9, 9, 9, 9, ...last]),
      fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => [...bytes]),
    )
    fc.assert(
      fc.property(fc.array(feature, { maxLength: 300 }), (features) => {
        const weighed = features.map((bytes, at) => [...bytes, 1 + (at % 200), at >> 8, 1])
        const first = new Map(
          [...weighed].reverse().map((record) => [String(record.slice(0, 8)), record] as const),
        )
        const sorted = [...first.values()].sort((one, other) =>
          Buffer.compare(Buffer.from(one), Buffer.from(other)),
        )
        const { runs } = recordsOf([
          {
            bytes: Uint8Array.from(features.flat()),
            weights: Uint8Array.from(weighed.flatMap((record) => record.slice(8))),
            rare: null,
          },
        ])
        expect([...runs]).toEqual(sorted.flat())
      }),
    )
  })
  it('refuse features that are not whole', () => {
    const part = { bytes: new Uint8Array(8), weights: new Uint8Array(3), rare: null }
    expect(recordsOf([part]).runs).toHaveLength(0)
    expect(() => recordsOf([{ ...part, bytes: new Uint8Array(9) }])).toThrow(RangeError)
    expect(() => recordsOf([{ ...part, weights: new Uint8Array(2) }])).toThrow(RangeError)
  })
  it('refuse runs of rare figures that are not there, too few or too many', () => {
    const bytes = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 1])
    const weights = Uint8Array.from([50, 25, RARE | 2])
    const madeWith = (figures: number, madeOf: readonly number[]) => () =>
      recordsOf([
        {
          bytes,
          weights,
          rare: { figures: new Uint8Array(figures), madeOf: Uint8Array.from(madeOf) },
        },
      ])
    expect(madeWith(16, [0, 0, 0, 0, 0, 0, 0, 1])).not.toThrow()
    expect(madeWith(16, [0, 0, 0, 0, 0, 0, 0, 2])).toThrow(RangeError)
    expect(madeWith(15, [0, 0, 0, 0, 0, 0, 0, 0])).toThrow(RangeError)
    expect(madeWith(16, [0, 0, 0, 0])).toThrow(RangeError)
    expect(madeWith(16, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1])).toThrow(RangeError)
  })
  it('tell the rare figures of several parts from each other', () => {
    const part = (feature: number, figure: number) => ({
      bytes: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, feature]),
      weights: Uint8Array.from([50, 25, RARE | 1]),
      rare: {
        figures: Uint8Array.from([9, 9, 9, 9, 9, 9, 9, figure]),
        madeOf: Uint8Array.from([0, 0, 0, 0]),
      },
    })
    const records = recordsOf([part(8, 1), part(5, 2)])
    const told: number[][] = []
    eachRecord(records, (_one, two, at, madeOfAt) => {
      everyFigureOf(records, at, madeOfAt, (_figureOne, figure) => told.push([two, figure % 256]) > 0)
    })
    expect(told).toEqual([
      [5, 2],
      [8, 1],
    ])
  })
})
