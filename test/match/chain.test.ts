import { describe, expect, it } from 'vitest'
import { chainsOf } from '../../src/match/chain.ts'
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
  isNovelAt: (slot) => novel.includes(slot),
  novel: () => novel.length,
})
const chains = (slots: number[], novel: readonly number[]) =>
  chainsOf(Int32Array.from(slots), tableWith(novel), AT)

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
    expect(chains([1, 2, 3], [3])).toMatchObject([{ bits: 50, newBits: 10 }])
  })
  it('whose figures are no news where a column was left out and published ones became neighbours', () => {
    expect(chains([1, 2, 3, 4, 5, 6, 7], [4])).toMatchObject([{ newBits: 0 }])
  })
})
