import { madeFrom, type Pair } from './cases.ts'
import { editionFile } from './editions.ts'
import { randomFrom } from './randomness.ts'
import { gridsOf } from './transforms.ts'

/** How an invented table looks, and how its editions differ. */
type Shape = {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Digits of the figures before the point, and decimals. */
  readonly digits: number
  readonly decimals: number
  /** Rows before the newest that are revised; the newest row is new. */
  readonly revised: number
}

const SHAPES: readonly Shape[] = [
  { name: 'a bulletin table', rows: 30, columns: 8, digits: 4, decimals: 0, revised: 2 },
  { name: 'a long monthly dataset', rows: 400, columns: 25, digits: 3, decimals: 1, revised: 3 },
  { name: 'small counts by week', rows: 30, columns: 9, digits: 2, decimals: 0, revised: 0 },
  { name: 'counts of three digits, one new row', rows: 60, columns: 7, digits: 3, decimals: 0, revised: 0 },
  { name: 'one long column', rows: 300, columns: 1, digits: 3, decimals: 1, revised: 1 },
  { name: 'indices and percentages', rows: 240, columns: 30, digits: 2, decimals: 1, revised: 2 },
  { name: 'money with decimals', rows: 80, columns: 5, digits: 5, decimals: 3, revised: 4 },
]

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const

function tableOf({ rows, columns, digits, decimals }: Shape, seed: number): string[][] {
  const random = randomFrom(seed)
  const levels = Array.from({ length: columns }, () => 10 ** digits * (0.2 + 0.8 * random()))
  return Array.from({ length: rows }, (_none, row) => [
    `${1999 + Math.floor(row / 12)} ${MONTHS[row % 12]}`,
    ...levels.map((level, at) => {
      levels[at] = level * (0.97 + 0.06 * random())
      return level.toFixed(decimals)
    }),
  ])
}

const csvOf = (rows: readonly (readonly string[])[], columns: number): Uint8Array => {
  const head = [
    'Month',
    ...Array.from({ length: columns }, (_none, at) => `Series ${'abcdefghijklmnopqrstuvwxyz'[at] ?? at}`),
  ]
  return new Uint8Array(Buffer.from([head, ...rows].map((row) => `${row.join(',')}\n`).join('')))
}

/** Pairs of editions of invented tables: the newer has a row more and some revised, or a list a month. */
export const madePairs = (): readonly Pair[] => [...madeTables(), madeList(), madeRanking()]

const AREAS = ['Wales', 'Scotland', 'Northern Ireland', 'North East', 'North West', 'London'] as const

/** A list as databases have it, a figure in each row: 40 months of six areas, men and women. */
function madeList(): Pair {
  const random = randomFrom(3000)
  const rows = Array.from({ length: 40 }, (_none, month) =>
    AREAS.flatMap((area) =>
      ['Men', 'Women'].map((sex) => [
        `${2017 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-01`,
        area,
        sex,
        String(20_000 + Math.floor(random() * 50_000)),
      ]),
    ),
  )
  const listOf = (months: readonly (readonly (readonly string[])[])[]): Uint8Array =>
    new Uint8Array(
      Buffer.from(
        [['Month', 'Area', 'Sex', 'Employed'], ...months.flat()].map((row) => `${row.join(',')}\n`).join(''),
      ),
    )
  return pairOf('a list with a figure in each row', listOf(rows.slice(0, -1)), listOf(rows))
}

/** Areas with two figures that stay and five of the year, by which the newer edition ranks them. */
function madeRanking(): Pair {
  const random = randomFrom(4000)
  const someOf = (digits: number) => Math.floor(10 ** digits * (0.1 + 0.9 * random()))
  const old = Array.from({ length: 60 }, (_none, at) => ({
    area: `Area ${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${at}`,
    stays: [someOf(7), someOf(6)],
    ofTheYear: Array.from({ length: 5 }, () => someOf(6)),
  }))
  const fresh = old
    .map((row) => ({
      ...row,
      ofTheYear: row.ofTheYear.map((figure) => Math.round(figure * (0.9 + 0.2 * random()))),
    }))
    .sort(({ ofTheYear: [one = 0] }, { ofTheYear: [other = 0] }) => other - one)
  const tableWith = (rows: typeof old): Uint8Array =>
    csvOf(
      rows.map(({ area, stays, ofTheYear }) => [area, ...[...stays, ...ofTheYear].map(String)]),
      7,
    )
  return pairOf('areas ranked anew', tableWith(old), tableWith(fresh))
}

function pairOf(name: string, old: Uint8Array, fresh: Uint8Array): Pair {
  return {
    name,
    paths: { published: '', embargoed: '' },
    editions: {
      published: editionFile('old.csv', old, 'published'),
      embargoed: editionFile('new.csv', fresh, 'embargoed'),
    },
    cases: madeFrom(gridsOf('old.csv', old), gridsOf('new.csv', fresh)),
  }
}

function madeTables(): readonly Pair[] {
  return SHAPES.map((shape, number) => {
    const table = tableOf(shape, 1000 + number)
    const revisions = tableOf(shape, 2000 + number)
    const revisedFrom = shape.rows - 1 - shape.revised
    const before = table
      .slice(0, -1)
      .map((row, at) => (at < revisedFrom ? row : [row[0] ?? '', ...(revisions[at] ?? []).slice(1)]))
    return pairOf(shape.name, csvOf(before, shape.columns), csvOf(table, shape.columns))
  })
}

/** Tables of the same kinds that have nothing to do with those editions, as the bytes of CSV files. */
export const madeStrangers = (ofEach: number): readonly Uint8Array[] =>
  SHAPES.flatMap((shape, number) =>
    Array.from({ length: ofEach }, (_none, one) =>
      csvOf(tableOf(shape, 100_000 + 1000 * number + one), shape.columns),
    ),
  )
