import { describe, expect, it } from 'vitest'
import { chainsOf, GAP } from '../../src/match/chain.ts'
import type { FeatureTable } from '../../src/register/feature-table.ts'

const AT = Date.UTC(2020, 2, 16, 14, 42)

/** Runs of three figures, ten bits a figure; the slots named are unpublished. */
const tableWith = (novel: readonly number[]): FeatureTable => ({
  size: 100,
  find: () => -1,
  bitsAt: () => 30,
  stepAt: () => 10,
  figuresAt: () => 3,
  isCoarseAt: () => false,
  isLabelledAt: () => false,
  isNovelAt: (slot) => novel.includes(slot),
  novel: () => novel.length,
  novelRuns: () => novel.length,
})
const found = (slots: number[], novel: readonly number[]) =>
  chainsOf(Int32Array.from(slots), tableWith(novel), AT)
const chains = (slots: number[], novel: readonly number[]) => found(slots, novel).chains

describe('consecutive runs make a chain', () => {
  it('that carries each figure once: three runs of three are five figures', () => {
    expect(chains([1, 2, 3], [1, 2, 3])).toMatchObject([{ first: 0, last: 2, bits: 50, newBits: 50 }])
  })
  it('that ends where the next run is not the edition’s', () => {
    expect(chains([1, 2, -1, 3], [1, 2, 3])).toMatchObject([
      { first: 0, last: 1 },
      { first: 3, last: 3 },
    ])
  })
  it('that is none where nothing in it is unpublished', () => {
    expect(chains([1, 2, 3], [])).toEqual([])
  })
  it('whose new figure is the one that no published run covers: a value appended to a column', () => {
    expect(chains([1, 2, 3], [3])).toMatchObject([{ bits: 50, newBits: 10.5 }])
  })
  it('whose new figure says nothing where it only repeats the one before it', () => {
    // The first run of three figures has 30 bits, of which 20 stay for the second, which has no more.
    const repeating = { ...tableWith([2]), bitsAt: (slot: number) => (slot === 2 ? 20 : 30) }
    expect(chainsOf(Int32Array.from([1, 2]), repeating, AT).chains).toMatchObject([{ newBits: 0.5 }])
  })
  it('whose new figures before published ones are worth what these leave to add', () => {
    expect(chains([1, 2, 3], [1])).toMatchObject([{ bits: 50, newBits: 10 }])
  })
  it('whose figures are no news where a column was left out and published ones became neighbours', () => {
    expect(chains([1, 2, 3, 4, 5, 6, 7], [4])).toMatchObject([{ newBits: 0 }])
  })
})

describe('what stands beside a chain', () => {
  it('is nothing where the line ends: both ends are closed', () => {
    expect(chains([GAP, 1, 2, GAP], [1, 2])).toMatchObject([{ openEnds: 0, isContinued: false }])
  })
  it('are other figures where the line goes on: a chance meeting in the middle of a line', () => {
    expect(chains([-1, 1, 2, -1], [1, 2])).toMatchObject([{ openEnds: 2 }])
  })
  it('may be published figures, which the new ones continue', () => {
    expect(chains([GAP, 1, 2, 3, GAP], [3])).toMatchObject([{ openEnds: 0, isContinued: true }])
  })
  it('is a miss where published figures go on otherwise than in the edition, and each counts', () => {
    const { chains: told, openings } = found([1, -1, GAP, 2, -1, GAP, 3, 4, GAP], [4])
    expect(told).toMatchObject([{ misses: 2 }])
    expect(openings).toBe(3)
  })
  it('is no miss where the line ends with published figures', () => {
    expect(found([1, 2, GAP, 3, GAP], [])).toEqual({ chains: [], openings: 0 })
  })
})
