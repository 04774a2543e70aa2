import type { Cell, Pause, Reading } from '../content/content.ts'
import { type FeatureList, FIGURES, WEIGHT_BYTES } from '../fingerprint/feature-list.ts'
import { ALONG_ROW } from '../fingerprint/places.ts'
import type { Finding } from '../register/contract.ts'

/** What a person can check: where in their own file, how many figures are new, and a row as it stands there. */
export type Evidence = {
  /** `sheet ‘Table 4’, rows 131–133`. */
  readonly where: string
  /** How many unpublished figures stand there. */
  readonly figures: number
  /** The first of these rows, its cells parted by ` | `. */
  readonly text: string
}

/** Places told of one part; more would not be read. */
const MOST_PLACES = 20

/** Cells read between two pauses: about 3 ms. */
const CELLS_AT_ONCE = 1000

/** Characters of a row that are shown. */
const TEXT_CHARACTERS = 240

/** New figures by row of one table. */
type NewRows = Map<number, number>

/**
 * The evidence of a finding, made where the file is: from the features that hit
 * and from the file itself, read once more, pausing now and then. No figure comes
 * from the service.
 *
 * @param features what was sent of the part
 * @param readings the part's tables and rows, from its beginning
 */
export function* evidenceOf(
  features: FeatureList,
  finding: Pick<Finding, 'hits' | 'published'>,
  readings: Iterable<Reading>,
  language: 'en' | 'cy' = 'en',
): Generator<Pause, readonly Evidence[]> {
  const tables = newRowsOf(features, finding)
  const places: { table: number; rows: number[]; figures: number }[] = []
  tables.forEach((rows, table) => {
    for (const group of groupsOf(rows)) places.push({ table, rows: group, figures: sumOf(group, rows) })
  })
  const told = places.slice(0, MOST_PLACES)
  const texts = yield* textsOf(
    told.map(({ table, rows }) => ({ table, row: rows[0] ?? 0 })),
    readings,
  )
  return told.map(({ table, rows, figures }) => ({
    where: WHERE[language](texts.names.get(table) ?? '', rows),
    figures,
    text: texts.rows.get(keyOf(table, rows[0] ?? 0)) ?? '',
  }))
}

/**
 * Which figures are new, by table and row: those that a hit covers and no
 * published run does. Along columns they count where rows tell nothing.
 */
function newRowsOf(
  features: FeatureList,
  { hits, published }: Pick<Finding, 'hits' | 'published'>,
): Map<number, NewRows> {
  const covered = figuresOf(features, hits)
  for (const figure of figuresOf(features, published).keys()) covered.delete(figure)
  const along: [Map<number, NewRows>, Map<number, NewRows>] = [new Map(), new Map()]
  covered.forEach((feature, figure) => {
    const place = features.placeOf(feature)
    const tables = along[place.along]
    const rows = tables.get(place.table) ?? new Map<number, number>()
    const row = figure === feature ? place.firstRow : rowOfTail(features, feature, figure)
    rows.set(row, (rows.get(row) ?? 0) + 1)
    tables.set(place.table, rows)
  })
  const [byRow, byColumn] = along
  byColumn.forEach((rows, table) => {
    if (!byRow.has(table)) byRow.set(table, rows)
  })
  return byRow
}

/** Figures that runs cover, numbered as the feature that begins with each would be, with a feature that covers it. */
function figuresOf(features: FeatureList, runs: readonly number[]): Map<number, number> {
  const figures = new Map<number, number>()
  for (const feature of runs) {
    const count = (features.weights[feature * WEIGHT_BYTES + 2] ?? 0) & FIGURES
    for (let figure = feature; figure < feature + count; figure++)
      if (!figures.has(figure)) figures.set(figure, feature)
  }
  for (const feature of runs) figures.set(feature, feature)
  return figures
}

/** The row of a figure inside a run: of a row the same, of a column as far down as it stands in the run. */
function rowOfTail(features: FeatureList, feature: number, figure: number): number {
  const run = features.placeOf(feature)
  if (run.along === ALONG_ROW) return run.firstRow
  const next = features.placeOf(figure)
  const count = (features.weights[feature * WEIGHT_BYTES + 2] ?? 0) & FIGURES
  const isSameLine =
    next.along === run.along &&
    next.table === run.table &&
    next.firstRow > run.firstRow &&
    next.firstRow <= run.lastRow
  if (isSameLine) return next.firstRow
  return figure === feature + count - 1 ? run.lastRow : Math.min(run.lastRow, run.firstRow + figure - feature)
}

/** Rows that stand together. */
function groupsOf(rows: NewRows): number[][] {
  const groups: number[][] = []
  for (const row of [...rows.keys()].sort((one, other) => one - other)) {
    const last = groups[groups.length - 1]
    if (last !== undefined && last[last.length - 1] === row - 1) last.push(row)
    else groups.push([row])
  }
  return groups
}

const sumOf = (group: readonly number[], rows: NewRows): number =>
  group.reduce((sum, row) => sum + (rows.get(row) ?? 0), 0)

type Where = (table: string, rows: readonly number[]) => string

const where =
  (sheet: string, row: string, several: string): Where =>
  (table, rows) => {
    const [first = 0] = rows
    const last = rows[rows.length - 1] ?? first
    const numbers = first === last ? `${row} ${first + 1}` : `${several} ${first + 1}–${last + 1}`
    return table === '' ? numbers : `${sheet} ‘${table}’, ${numbers}`
  }

const WHERE: Readonly<Record<'en' | 'cy', Where>> = {
  en: where('sheet', 'row', 'rows'),
  cy: where('taflen', 'rhes', 'rhesi'),
}

const keyOf = (table: number, row: number): string => `${table}:${row}`

type Texts = { readonly names: Map<number, string>; readonly rows: Map<string, string> }

/** Tables are counted as the fingerprint counts them: what comes before the first `table` is 0. */
function* textsOf(
  wanted: readonly { readonly table: number; readonly row: number }[],
  readings: Iterable<Reading>,
): Generator<Pause, Texts> {
  const keys = new Set(wanted.map(({ table, row }) => keyOf(table, row)))
  const texts: Texts = { names: new Map(), rows: new Map() }
  let table = 0
  let cells = 0
  for (const reading of readings) {
    if (reading.kind === 'pause') yield reading.until
    if (reading.kind === 'table') texts.names.set(++table, reading.name)
    if (reading.kind !== 'row') continue
    cells += reading.cells.length
    if (cells >= CELLS_AT_ONCE) {
      cells = 0
      yield
    }
    const key = keyOf(table, reading.row)
    if (!keys.has(key)) continue
    texts.rows.set(key, rowText(reading.cells))
    if (texts.rows.size === keys.size) break
  }
  return texts
}

const rowText = (cells: readonly Cell[]): string => {
  const text = cells.map((cell) => cell.shown).join(' | ')
  return text.length <= TEXT_CHARACTERS ? text : `${text.slice(0, TEXT_CHARACTERS)}…`
}
