import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CERTAIN_BITS, FALSE_ALARM_BITS, POSSIBLE_BITS } from '../src/match/thresholds.ts'
import { type Case, type Pair, pairsIn } from './bench/cases.ts'
import { type Got, isRight, registerOf, sentFile, strengthOn, verdictOn } from './bench/editions.ts'
import { madePairs, madeStrangers } from './bench/made-editions.ts'
import { strangeTables } from './bench/strange-tables.ts'

/*
 * The recognition benchmark as a test: one miss or one false alarm fails it.
 * `npm run bench:recognition -- DIR` prints the same as a table.
 */

const DATA = '../shared/data'

/** A case, and what came of it where both editions are registered and where only the embargoed one is. */
type Judged = Case & { readonly both: Got; readonly alone: Got; readonly strength: number }

const known = new Map<Pair, readonly Judged[]>()

/** Every case of a pair, read and judged once for all that is asked of it. */
function judgedIn(pair: Pair): readonly Judged[] {
  const judged = known.get(pair) ?? judge(pair)
  known.set(pair, judged)
  return judged
}

function judge({ name, editions: { embargoed, published }, cases }: Pair): readonly Judged[] {
  const both = registerOf(name, [embargoed, published])
  const alone = registerOf(name, [embargoed])
  return cases.map((one) => {
    const sent = one.sent()
    return Object.assign({}, one, {
      both: verdictOn(sent, both),
      alone: verdictOn(sent, alone),
      strength: strengthOn(sent, both),
    })
  })
}

/** Rounded tables are counted, not each required: four of five are wanted. */
const isRounded = ({ transform }: Case): boolean => /rounded/.test(transform)
const WANTED_SHARE = 0.8

function shareOfRounded(pairs: readonly Pair[]): number {
  const warned = pairs.flatMap(judgedIn).filter(isRounded)
  return warned.filter(({ both }) => isRight('FLAG-IF-POSSIBLE', both.got)).length / warned.length
}

const wrong = (judged: Judged, expected: string, { got, bits }: Got): readonly string[] =>
  isRight(expected, got)
    ? []
    : [`${judged.transform}, ${judged.path}: expected ${expected}, got ${got} (${bits} bits)`]

const wrongIn = (pair: Pair): readonly string[] =>
  judgedIn(pair)
    .filter((judged) => !isRounded(judged))
    .flatMap((judged) => wrong(judged, judged.expected, judged.both))

/** The most bits of what must pass and the fewest of what must be stopped, whatever the thresholds are. */
function strengthsIn(pair: Pair): { mayPass: number; mustStop: number } {
  const of = (wanted: string) =>
    judgedIn(pair)
      .filter(({ expected, strength }) => expected === wanted && (wanted !== 'FLAG' || strength > 0))
      .map(({ strength }) => strength)
  return { mayPass: Math.max(0, ...of('NO-FLAG')), mustStop: Math.min(...of('FLAG')) }
}

/** Without a published edition the old one may match; whatever is new, and what has nothing to do with it, is as before. */
const wrongAlone = (pair: Pair): readonly string[] =>
  judgedIn(pair)
    .filter(({ transform, expected }) => expected !== 'NO-FLAG' || transform === 'negatives')
    .filter((judged) => !isRounded(judged))
    .flatMap((judged) => {
      // Against a whole edition a single row is weighed as one of very many.
      const isOneRow = judged.transform.endsWith('one row pasted')
      return wrong(judged, isOneRow ? 'FLAG-IF-POSSIBLE' : judged.expected, judged.alone)
    })

const MADE = madePairs()

describe('embargoed figures are recognised in whatever people make of them, and published ones pass', () => {
  it.each(MADE.map((pair) => [pair.name, pair] as const))('in editions of %s', (_name, pair) => {
    expect(pair.cases.length).toBeGreaterThan(12)
    expect(wrongIn(pair)).toEqual([])
    expect(wrongAlone(pair)).toEqual([])
  })
})

describe('the thresholds are bits', () => {
  it('that stand between what must pass and what must be stopped', () => {
    const strengths = MADE.map(strengthsIn)
    expect(Math.max(...strengths.map(({ mayPass }) => mayPass))).toBeLessThan(POSSIBLE_BITS)
    expect(Math.min(...strengths.map(({ mustStop }) => mustStop))).toBeGreaterThanOrEqual(CERTAIN_BITS)
  })
  it('that tables of the same kinds, which have nothing to do with an edition, reach as seldom as is stated', () => {
    const registers = MADE.flatMap(({ name, editions: { embargoed, published } }) => [
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
    expect(shareOfRounded([...pairs, ...MADE])).toBeGreaterThanOrEqual(WANTED_SHARE)
  })
  it('the thresholds stand between what must pass and what must be stopped', () => {
    const strengths = pairs.map(strengthsIn)
    expect(Math.max(...strengths.map(({ mayPass }) => mayPass))).toBeLessThan(POSSIBLE_BITS)
    expect(Math.min(...strengths.map(({ mustStop }) => mustStop))).toBeGreaterThanOrEqual(CERTAIN_BITS)
  })
})
