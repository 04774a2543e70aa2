import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RELEASE_STATES } from '../../src/release/release.ts'
import { inOrder, isFound, liftsNext, type ReleaseSearch } from '../../src/release/search.ts'
import { detailed, TUESDAY_09_30 } from './detailed-release.ts'

const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const EVERYTHING: ReleaseSearch = { words: '', states: [], embargoed: null, from: null, before: null }
const found = (search: Partial<ReleaseSearch>, at = MONDAY_14_42, fields = {}) =>
  isFound(detailed({ producer: 'Swyddfa Ystadegau Gwladol', ...fields }), { ...EVERYTHING, ...search }, at)

describe('a release is found', () => {
  it('when nothing is asked', () => {
    expect(found({})).toBe(true)
  })

  it('by words of title, series and producer, in any order and case, and with or without accents', () => {
    expect(found({ words: ' employment   PUBLIC ystadegau ' })).toBe(true)
    expect(found({ words: 'économie' }, MONDAY_14_42, { title: 'Economie' })).toBe(true)
    expect(found({ words: 'employment wages' })).toBe(false)
  })

  it('by its state', () => {
    expect(found({ states: ['confirmed', 'cancelled'] })).toBe(true)
    expect(found({ states: ['cancelled'] })).toBe(false)
  })

  it('as under embargo until its time, and as public from then on', () => {
    expect(found({ embargoed: true }, TUESDAY_09_30 - 1)).toBe(true)
    expect(found({ embargoed: true }, TUESDAY_09_30)).toBe(false)
    expect(found({ embargoed: false }, TUESDAY_09_30)).toBe(true)
  })

  it('between two instants, the first included and the last not', () => {
    expect(found({ from: TUESDAY_09_30, before: TUESDAY_09_30 + 1 })).toBe(true)
    expect(found({ from: TUESDAY_09_30 + 1 })).toBe(false)
    expect(found({ before: TUESDAY_09_30 })).toBe(false)
  })
})

describe('a list of releases', () => {
  const release = fc.record({
    id: fc.uuid(),
    title: fc.constantFrom('A', 'b', 'Á', 'a'),
    series: fc.constantFrom('X', 'y'),
    at: fc.constantFrom(TUESDAY_09_30, TUESDAY_09_30 + 1),
  })

  it('is in the same order however it came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(release, { selector: ({ id }) => id, maxLength: 8 }),
        fc.constantFrom('earliest-first', 'latest-first', 'by-title', 'by-series'),
        (fields, order) => {
          const releases = fields.map(detailed)
          expect(inOrder([...releases].reverse(), order)).toEqual(inOrder(releases, order))
        },
      ),
    )
  })

  it('begins with the earliest, the latest or the first by name', () => {
    const early = detailed({ id: '1', title: 'Zebra', series: 'Z' })
    const late = detailed({ id: '2', title: 'ant', series: 'A', at: TUESDAY_09_30 + 1 })
    expect(inOrder([late, early], 'earliest-first')[0]).toBe(early)
    expect(inOrder([early, late], 'latest-first')[0]).toBe(late)
    expect(inOrder([early, late], 'by-title')[0]).toBe(late)
    expect(inOrder([early, late], 'by-series')[0]).toBe(late)
  })
})

describe('what lifts next', () => {
  it('is all that is confirmed for the next instant, and not what is public', () => {
    const now = detailed({ id: '0', at: MONDAY_14_42 })
    const one = detailed({ id: '1', title: 'B' })
    const other = detailed({ id: '2', title: 'A' })
    const later = detailed({ id: '3', at: TUESDAY_09_30 + 1 })
    expect(liftsNext([now, later, one, other], MONDAY_14_42)).toEqual([other, one])
  })

  it('is nothing that is not confirmed', () => {
    const others = RELEASE_STATES.filter((state) => state !== 'confirmed').map((state) => detailed({ state }))
    expect(liftsNext(others, MONDAY_14_42)).toEqual([])
  })
})
