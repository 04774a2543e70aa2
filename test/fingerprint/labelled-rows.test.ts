import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COARSE, FIGURES, LABELLED } from '../../src/fingerprint/feature-list.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { MIN_WINDOW_BITS } from '../../src/fingerprint/windows.ts'
import { finished } from '../../src/guard.ts'
import { utf8 } from '../content/reading.ts'

type Told = { readonly feature: string; readonly bits: number; readonly row: number }

/** The features of rows told with their labels, in order; of exact figures or of rounded ones. */
function labelledIn(text: string, isCoarse = false): readonly Told[] {
  const [part] = finished(inspectFile('list.csv', utf8(text)))
  if (part === undefined) return []
  const { features } = part
  return Array.from({ length: features.length }, (_none, at) => at)
    .filter((at) => {
      const mark = (features.weights[at * 3 + 2] ?? 0) & ~FIGURES
      return mark === (isCoarse ? LABELLED | COARSE : LABELLED)
    })
    .map((at) => ({
      feature: Buffer.from(features.bytes.subarray(at * 8, at * 8 + 8)).toString('hex'),
      bits: features.weights[at * 3 + 1] ?? 0,
      row: features.placeOf(at).firstRow,
    }))
}
const featuresOf = (text: string): readonly string[] => labelledIn(text).map(({ feature }) => feature)

const AREAS = ['Wales', 'Scotland', 'North East', 'Yorkshire and The Humber', 'London'] as const
const someRow = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  area: fc.constantFrom(...AREAS),
  figure: fc.integer({ min: 1, max: 99_999 }).filter((figure) => figure < 190 || figure > 2_100),
})
const rowOf = ({ month, area, figure }: { month: number; area: string; figure: number }): string =>
  `2020-${String(month).padStart(2, '0')}-17,${area},${figure}`

describe('a list with a figure in each row', () => {
  it('has the same features however it is sorted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someRow, { minLength: 2, maxLength: 30, selector: rowOf }), (rows) => {
        const lines = ['Month,Area,Employed', ...rows.map(rowOf)]
        const sorted = ['Month,Area,Employed', ...[...rows].reverse().map(rowOf)]
        expect(new Set(featuresOf(sorted.join('\n')))).toEqual(new Set(featuresOf(lines.join('\n'))))
        expect(featuresOf(lines.join('\n'))).toHaveLength(rows.length)
      }),
    )
  })
  it('has the same features with its columns in another order', () => {
    const list = '2020-01-17,Wales,36127\n2020-01-17,London,48210\n'
    const swapped = 'Wales,36127,2020-01-17\nLondon,48210,2020-01-17\n'
    expect(featuresOf(swapped)).toEqual(featuresOf(list))
  })
  it('says in which row each stands', () => {
    expect(labelledIn('Area,Rate\nWales,74.1\nScotland,73.5\n').map(({ row }) => row)).toEqual([1, 2])
  })
  it('has a rounded form, which is not the exact one of a figure that happens to be round', () => {
    const [exact] = labelledIn('Wales,36127\nLondon,48210\n', true)
    const [rounded] = labelledIn('Wales,36000\nLondon,48000\n', true)
    expect(rounded?.feature).toBe(exact?.feature)
    expect(featuresOf('Wales,36000\nLondon,48000\n')).not.toContain(exact?.feature)
  })
})

describe('the label of a row is its words and numbers that are no figures', () => {
  const ways = [
    '2020-03-17',
    '17/03/2020',
    '17/03/20',
    '17 March 2020',
    '17-Mar-20',
    'Mar 17 2020',
    '2020-03-17 00:00',
  ]
  it.each(ways)('with the date in whatever way it is written: %s', (date) => {
    expect(featuresOf(`${date};Wales;36127\n${date};London;48210\n`)).toEqual(
      featuresOf('2020-03-17;Wales;36127\n2020-03-17;London;48210\n'),
    )
  })
  it.each(['WALES', '"Wales"', ' Wales ', 'Wales:'])(
    'whatever its case and what stands around it: %s',
    (name) => {
      expect(featuresOf(`${name},36127\nLondon,48210\n`)[0]).toBe(
        featuresOf('Wales,36127\nLondon,48210\n')[0],
      )
    },
  )
  it('and its year, though that is a number', () => {
    const of = (year: string) => featuresOf(`${year},Wales,361\n${year},London,482\n`)
    expect(of('2020')).not.toEqual(of('2019'))
  })
  it('and another label is another row', () => {
    expect(featuresOf('Wales,36127\nLondon,48210\n')[0]).not.toBe(
      featuresOf('Cymru,36127\nLondon,48210\n')[0],
    )
  })
})

describe('what is no labelled row', () => {
  it('is one whose figures tell enough by themselves', () => {
    expect(featuresOf('Wales,36127,48210\nLondon,51233,60718\n')).toEqual([])
  })
  it('is a figure beside which nothing stands', () => {
    expect(featuresOf('36127\n48210\n')).toEqual([])
  })
  it('is a row of words and years', () => {
    expect(featuresOf('Published,2020,Wales\nRevised,2021,London\n')).toEqual([])
  })
})

describe('a labelled row carries', () => {
  it('half of what its figure does: who knows what it is of knows the rest', () => {
    // Five digits are 16.5 bits, three 9.8.
    expect(labelledIn('Wales,36127\nLondon,482\n').map(({ bits }) => bits)).toEqual([8, 5])
  })
  it('less where many rows have its label, for one of them is met sooner', () => {
    const alike = Array.from({ length: 16 }, (_none, at) => `Wales,${36_127 + 571 * at}`)
    expect(labelledIn(`${alike.join('\n')}\n`).every(({ bits }) => bits <= 8 - 4)).toBe(true)
  })
  it('no more than half of what a run must carry where it only counts: week numbers in a heading', () => {
    const weeks = Array.from({ length: 14 }, (_none, week) => week + 1)
    expect(labelledIn(`Week number,${weeks.join(',')}\nAny,1\n`)[0]?.bits).toBeLessThan(MIN_WINDOW_BITS / 2)
  })
})
