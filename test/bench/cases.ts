import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Editions, editionFile, type Sent, sentFile } from './editions.ts'
import { figuresIn, type Grid, gridsOf, rowKey, transformsOf, transposed } from './transforms.ts'

/** One file to judge, and what must come out. */
export type Case = {
  readonly transform: string
  readonly path: string
  readonly expected: string
  readonly sent: () => Sent
}

/** A pair of editions with everything that is made of them. */
export type Pair = {
  readonly name: string
  /** Where its editions lie; empty where they were made. */
  readonly paths: { readonly published: string; readonly embargoed: string }
  readonly editions: Editions
  readonly cases: readonly Case[]
}

/**
 * A negative of the shared data that holds every row of an embargoed edition: it
 * was published two months later. To stop it is right, so it is left out for that pair.
 */
const LATER_EDITIONS: Readonly<Record<string, string>> = {
  'scotgov-covid-testing-2021-02-03-02-10': 'COVID19 - Daily Management Information - Scotland - Testing.csv',
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.(tsv|json)$|SOURCE\.txt$/.test(path))
}

/** The pairs of a folder laid out as the shared data, each with its own variants, made ones and the negatives. */
export function* pairsIn(folder: string): Generator<Pair> {
  const negatives = filesIn(join(folder, 'negatives')).map((path) => fileCase('negatives', path, 'NO-FLAG'))
  const pairs = readdirSync(join(folder, 'pairs')).filter((name) =>
    statSync(join(folder, 'pairs', name)).isDirectory(),
  )
  for (const name of pairs) {
    const place = join(folder, 'pairs', name)
    const side = (word: string) =>
      join(place, readdirSync(place).find((file) => file.startsWith(`${word}.`)) ?? '')
    const [old, fresh] = [side('old'), side('new')]
    yield {
      name,
      paths: { published: old, embargoed: fresh },
      editions: {
        published: editionFile(old, bytesOf(old), 'published'),
        embargoed: editionFile(fresh, bytesOf(fresh), 'embargoed'),
      },
      cases: [
        fileCase('the published edition itself', old, 'NO-FLAG'),
        fileCase('the embargoed edition itself', fresh, 'FLAG'),
        ...variantsIn(join(place, 'variants'), 'FLAG'),
        ...variantsIn(join(place, 'variants-old'), 'NO-FLAG'),
        ...madeFrom(gridsOf(old, bytesOf(old)), gridsOf(fresh, bytesOf(fresh))),
        ...negatives.filter(({ path }) => basename(path) !== LATER_EDITIONS[name]),
      ],
    }
  }
}

/** Each file is read once, however many registers it is asked of. */
function fileCase(transform: string, path: string, expected: string): Case {
  let sent: Sent | null = null
  const name = /\/body-[^/]*\.(txt|html)$/.test(path) ? `message body ${basename(path)}` : basename(path)
  return {
    transform,
    path,
    expected,
    sent: () => {
      sent = sent ?? sentFile(name, bytesOf(path))
      return sent
    },
  }
}

function variantsIn(folder: string, otherwise: string): readonly Case[] {
  const expected = expectedIn(folder)
  const side = basename(folder)
  return filesIn(folder).map((path) =>
    fileCase(`${side}: ${basename(path)}`, path, expected.get(basename(path)) ?? otherwise),
  )
}

function expectedIn(folder: string): ReadonlyMap<string, string> {
  const table = join(folder, 'EXPECTED.tsv')
  if (!existsSync(table)) return new Map()
  const [, ...rows] = readFileSync(table, 'utf8').trim().split('\n')
  return new Map(
    rows.map((row) => row.split('\t')).map((cells) => [cells[0] ?? '', cells[cells.length - 1] ?? '']),
  )
}

/**
 * What people make of the tables of two editions. What holds too little is not
 * asked: a row of two figures is no evidence of anything.
 */
export function madeFrom(before: readonly Grid[], after: readonly Grid[]): readonly Case[] {
  const [known, fresh] = [linesOf(before), linesOf(after)]
  const news = (grid: Grid) =>
    grid.filter((row) => !known.has(rowKey(row))).reduce((sum, row) => sum + figuresIn(row), 0)
  const [telling] = [...after].sort((one, other) => news(other) - news(one))
  return [
    ...(telling === undefined ? [] : madeOf(telling, known, 'FLAG', 'new')),
    ...before.slice(0, 3).flatMap((grid) => madeOf(grid, fresh, 'NO-FLAG', 'old')),
  ]
}

/** The rows and columns of an edition, each by its figures, columns also by them in no order: sorted anew they are no news. */
const linesOf = (grids: readonly Grid[]): ReadonlySet<string> =>
  new Set(
    grids.flatMap((grid) => {
      const columns = transposed(grid)
      return [...[...grid, ...columns].map(rowKey), ...columns.map(inNoOrder)]
    }),
  )

const inNoOrder = (line: Grid[number]): string => `in no order: ${rowKey(line).split(' ').sort().join(' ')}`

/** Rounded by hand, an old figure may by accident be the new one: not asked of the published edition. */
const asked = (transform: string, expected: string): string | null => {
  if (transform === 'rounded' && expected !== 'FLAG') return null
  return expected === 'FLAG' && WEAK.includes(transform) ? 'FLAG-IF-POSSIBLE' : expected
}

/** What may carry too little to stop a message: at least a warning is wanted. */
const WEAK: readonly string[] = ['rounded', 'one row pasted', 'a line for each cell, column by column']

function madeOf(grid: Grid, others: ReadonlySet<string>, expected: string, side: string): readonly Case[] {
  const isNew = (line: Grid[number]) => !others.has(rowKey(line))
  const isNewColumn = (column: Grid[number]) => isNew(column) && !others.has(inNoOrder(column))
  return transformsOf(grid, isNew, isNewColumn).flatMap(({ transform, name, text, enough }) => {
    const wanted = enough || expected === 'NO-FLAG' ? asked(transform, expected) : null
    const sent = () => sentFile(name, new Uint8Array(Buffer.from(text)))
    return wanted === null
      ? []
      : [{ transform: `made of ${side}: ${transform}`, path: name, expected: wanted, sent }]
  })
}
