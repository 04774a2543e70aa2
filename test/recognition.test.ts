import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CERTAIN_BITS, FALSE_ALARM_BITS, POSSIBLE_BITS } from '../src/match/thresholds.ts'
import { type Pair, pairsIn } from './bench/cases.ts'
import { isRight, registerOf, sentFile, strengthOn, verdictOn } from './bench/editions.ts'
import { madePairs, madeStrangers } from './bench/made-editions.ts'
import { strangeTables } from './bench/strange-tables.ts'

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

/** The most bits of what must pass and the fewest of what must be stopped, whatever the thresholds are. */
function strengthsIn({ name, editions, cases }: Pair): { mayPass: number; mustStop: number } {
  const register = registerOf(name, [editions.embargoed, editions.published])
  const bits = cases
    .map(({ expected, sent }) => ({ expected, bits: strengthOn(sent(), register) }))
    .filter((one) => one.expected !== 'FLAG' || one.bits > 0)
  const of = (expected: string) => bits.filter((one) => one.expected === expected).map((one) => one.bits)
  return { mayPass: Math.max(0, ...of('NO-FLAG')), mustStop: Math.min(...of('FLAG')) }
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

describe('the thresholds are bits', () => {
  const pairs = madePairs()
  it('that stand between what must pass and what must be stopped', () => {
    const strengths = pairs.map(strengthsIn)
    expect(Math.max(...strengths.map(({ mayPass }) => mayPass))).toBeLessThan(POSSIBLE_BITS)
    expect(Math.min(...strengths.map(({ mustStop }) => mustStop))).toBeGreaterThanOrEqual(CERTAIN_BITS)
  })
  it('that tables of the same kinds, which have nothing to do with an edition, reach as seldom as is stated', () => {
    const registers = pairs.flatMap(({ name, editions: { embargoed, published } }) => [
      registerOf(name, [embargoed, published]),
      registerOf(name, [embargoed]),
    ])
    const tables = [...strangeTables(300), ...madeStrangers(20)].map((bytes) =>
      sentFile('strange.csv', bytes),
    )
    const strengths = tables.flatMap((table) => registers.map((register) => strengthOn(table, register)))
    expect(strengths.length).toBeGreaterThan(2 ** FALSE_ALARM_BITS)
    const alarms = strengths.filter((strength) => strength >= POSSIBLE_BITS)
    expect(alarms.length).toBeLessThanOrEqual(strengths.length * 2 ** -FALSE_ALARM_BITS)
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
    const strengths = pairs.map(strengthsIn)
    expect(Math.max(...strengths.map(({ mayPass }) => mayPass))).toBeLessThan(POSSIBLE_BITS)
    expect(Math.min(...strengths.map(({ mustStop }) => mustStop))).toBeGreaterThanOrEqual(CERTAIN_BITS)
  })
})
