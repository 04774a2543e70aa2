import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CERTAIN_BITS, POSSIBLE_BITS } from '../src/match/thresholds.ts'
import { type Pair, pairsIn } from './bench/cases.ts'
import { isRight, registerOf, strengthOn, verdictOn } from './bench/editions.ts'
import { madePairs } from './bench/made-editions.ts'

/*
 * The recognition benchmark as a test: one miss or one false alarm fails it.
 * `npm run bench:recognition -- DIR` prints the same as a table.
 */

const DATA = '../shared/data'

/** Rounded tables are counted, not each required: four of five are wanted. */
const isRounded = (transform: string): boolean => /rounded/.test(transform)
const WANTED_SHARE = 0.8

function shareOfRounded(pairs: readonly Pair[]): number {
  const warned = pairs.flatMap(({ name, editions, cases }) => {
    const register = registerOf(name, [editions.embargoed, editions.published])
    return cases
      .filter(({ transform }) => isRounded(transform))
      .map(({ sent }) => (isRight('FLAG-IF-POSSIBLE', verdictOn(sent(), register).got) ? 1 : 0))
  })
  return warned.reduce<number>((sum, one) => sum + one, 0) / warned.length
}

function wrongIn({ name, editions, cases }: Pair): string[] {
  const register = registerOf(name, [editions.embargoed, editions.published])
  return cases
    .filter(({ transform }) => !isRounded(transform))
    .flatMap(({ transform, path, expected, sent }) => {
      const { got, bits } = verdictOn(sent(), register)
      return isRight(expected, got)
        ? []
        : [`${transform}, ${path}: expected ${expected}, got ${got} (${bits} bits)`]
    })
}

/** Without a published edition the old one may match; whatever is new, and what has nothing to do with it, is as before. */
function wrongAlone({ name, editions, cases }: Pair): string[] {
  const register = registerOf(name, [editions.embargoed])
  return cases
    .filter(({ transform, expected }) => expected !== 'NO-FLAG' || transform === 'negatives')
    .filter(({ transform }) => !isRounded(transform))
    .flatMap(({ transform, path, expected, sent }) => {
      const { got, bits } = verdictOn(sent(), register)
      // Against a whole edition a single row is weighed as one of very many.
      const wanted = transform.endsWith('one row pasted') ? 'FLAG-IF-POSSIBLE' : expected
      return isRight(wanted, got)
        ? []
        : [`${transform}, ${path}: expected ${wanted}, got ${got} (${bits} bits)`]
    })
}

describe('embargoed figures are recognised in whatever people make of them, and published ones pass', () => {
  it.each(madePairs().map((pair) => [pair.name, pair] as const))('in editions of %s', (_name, pair) => {
    expect(pair.cases.length).toBeGreaterThan(12)
    expect(wrongIn(pair)).toEqual([])
    expect(wrongAlone(pair)).toEqual([])
  })
})

describe.runIf(existsSync(`${DATA}/pairs`))('over real editions of official statistics', () => {
  const pairs = existsSync(`${DATA}/pairs`) ? [...pairsIn(DATA)] : []
  it.each(pairs.map((pair) => [pair.name, pair] as const))('%s', (_name, pair) => {
    expect(wrongIn(pair)).toEqual([])
    expect(wrongAlone(pair)).toEqual([])
  })
  it('rounded tables are warned of in at least four of five', () => {
    expect(shareOfRounded([...pairs, ...madePairs()])).toBeGreaterThanOrEqual(WANTED_SHARE)
  })
  it('the thresholds stand between what must pass and what must be stopped', () => {
    const strengths = { mayPass: 0, mustStop: Number.POSITIVE_INFINITY }
    for (const { name, editions, cases } of pairs) {
      const register = registerOf(name, [editions.embargoed, editions.published])
      for (const { expected, sent } of cases) {
        const bits = strengthOn(sent(), register)
        if (expected === 'NO-FLAG') strengths.mayPass = Math.max(strengths.mayPass, bits)
        if (expected === 'FLAG' && bits > 0) strengths.mustStop = Math.min(strengths.mustStop, bits)
      }
    }
    expect(strengths.mayPass).toBeLessThan(POSSIBLE_BITS)
    expect(strengths.mustStop).toBeGreaterThanOrEqual(CERTAIN_BITS)
  })
})
