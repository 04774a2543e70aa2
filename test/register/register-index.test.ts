import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../src/register/records.ts'
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
  records: recordsOf(
    Uint8Array.from(numbers.flatMap((number) => [0, 0, 0, 0, 0, 0, 0, number])),
    Uint8Array.from(numbers.flatMap(() => [30, 10, 3])),
  ),
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

describe('records', () => {
  it('are sorted, each feature once, and leave gaps out', () => {
    const features = Uint8Array.from([
      ...[0, 0, 0, 0, 0, 0, 0, 9],
      ...[0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0, 2],
      ...[0, 0, 0, 0, 0, 0, 0, 9],
    ])
    const weights = Uint8Array.from([30, 1, 2, 0, 0, 0, 31, 1, 2, 30, 1, 2])
    expect([...recordsOf(features, weights)]).toEqual([
      0, 0, 0, 0, 0, 0, 0, 2, 31, 1, 2, 0, 0, 0, 0, 0, 0, 0, 9, 30, 1, 2,
    ])
  })
  it('refuse features that are not whole', () => {
    expect(() => recordsOf(new Uint8Array(9), new Uint8Array(3))).toThrow(RangeError)
    expect(() => recordsOf(new Uint8Array(8), new Uint8Array(2))).toThrow(RangeError)
  })
})
