import type { Cell } from '../content/content.ts'
import { buildFeatureList, COARSE, type FeatureList, LABELLED } from './feature-list.ts'
import { coarseOf, digitsOfNumber, digitsOfText } from './figure.ts'
import { type LabelledRows, startLabelled, takeLabelled } from './labelled-rows.ts'
import { addBoth, clear, type Form, startTwofold, type Twofold } from './line.ts'
import { ALONG_COLUMN, ALONG_ROW, type Place } from './places.ts'
import { type RareFigures, startRareFigures } from './rare-figures.ts'
import { figuresInText, wordsOf } from './running-text.ts'
import { runsOfLine } from './windows.ts'

/** What is known of the figures of one part: never the figures themselves. */
export type Fingerprint = {
  /** How many figures were read. */
  readonly figures: number
  readonly features: FeatureList
}

/** What a part is read for: to be looked up, or to be looked up in. */
export type Purpose = 'send' | 'register'

/** Takes the tables of one part row by row, as the readers tell them. */
export type Fingerprinting = {
  /** Ends the table at hand, pausing now and then; `table` and `done` do so at once where it was not done before. */
  endTable(): Generator<undefined, void>
  /** The same of the last table and of the part. */
  end(): Generator<undefined, void>
  table(): void
  row(row: number, cells: readonly Cell[]): void
  done(): Fingerprint
}

/** Figures of a column between two pauses: about 2 ms. */
const FIGURES_AT_ONCE = 4096

/** Stands for the column that running text makes: its figures one after the other, whatever line they are in. */
const RUNNING_TEXT = -1

/** Measured: .xlsx 0.3, .ods and .xlsb 0.5; text has more, and fewer bytes. */
const FEATURES_A_BYTE = 0.5

/** The words of a row that has no figure of its own. */
const sentencesIn = (cells: readonly Cell[], line: Twofold): readonly Cell[] =>
  line.stored.length === 0 ? wordsOf(cells) : []

/**
 * Fingerprints a part: hashes of short runs of neighbouring figures along rows
 * and along columns, stored and as displayed, so that neither transposing nor an
 * export that keeps only the display changes them; of a row that has too few figures
 * for that, together with its words; and, as weaker evidence, of rounded figures.
 *
 * @param size of the part, in bytes: how much memory is likely to be needed
 * @param purpose what is registered is told with its rare figures too
 */
export function startFingerprint(size: number, purpose: Purpose): Fingerprinting {
  const list = buildFeatureList(size * FEATURES_A_BYTE)
  const rareFigures = purpose === 'register' ? startRareFigures() : null
  let rare: RareFigures | null = null
  let table = 0
  let figures = 0
  let columns = new Map<number, Twofold>()
  const line = startTwofold()
  const coarse: Form = { digits: new Int32Array(0), rows: line.stored.rows, length: 0 }

  let labelled = startLabelled()
  /** @param from the figure to begin with; what was told just before are the figures before it */
  const tellForm = (form: Form, along: Place['along'], isCoarse = false, from = 0, to = form.length) => {
    if (from === 0) list.beginLine()
    const runs = runsOfLine(form, isCoarse, from, to)
    if (!isCoarse) rareFigures?.take(form, runs, from, to)
    list.add(runs, isCoarse ? COARSE : 0, table, along, form.rows)
    return runs.length
  }
  const tellRow = (row: number, cells: readonly Cell[], { stored, shown, differs }: Twofold) => {
    const told = tellForm(stored, ALONG_ROW)
    if (differs) tellForm(shown, ALONG_ROW)
    if (told === 0) takeLabelled(labelled, row, cells)
  }
  const tellLabelled = function* (rows: LabelledRows, mark = LABELLED): Generator<undefined, void> {
    list.beginLine()
    for (let from = 0; from < rows.length(); from += FIGURES_AT_ONCE) {
      const runs = rows.runs(from, Math.min(from + FIGURES_AT_ONCE, rows.length()))
      list.add(runs, mark, table, ALONG_ROW, rows.rows())
      yield
    }
  }
  const tellColumn = function* (form: Form): Generator<undefined, void> {
    for (let from = 0; from < form.length; from += FIGURES_AT_ONCE) {
      tellForm(form, ALONG_COLUMN, false, from, Math.min(from + FIGURES_AT_ONCE, form.length))
      yield
    }
  }
  const tellCoarse = ({ stored }: Twofold) => {
    if (stored.length < MIN_COARSE_FIGURES) return
    if (coarse.digits.length < stored.length) coarse.digits = new Int32Array(stored.digits.length)
    for (let at = 0; at < stored.length; at++) coarse.digits[at] = coarseOf(stored.digits[at] ?? 0)
    coarse.rows = stored.rows
    coarse.length = stored.length
    tellForm(coarse, ALONG_ROW, true)
  }
  const columnAt = (at: number): Twofold => {
    const known = columns.get(at)
    if (known !== undefined) return known
    const column = startTwofold()
    columns.set(at, column)
    return column
  }
  const endTable = function* (): Generator<undefined, void> {
    const ended = columns
    const endedRows = labelled
    columns = new Map()
    labelled = startLabelled()
    for (const { stored, shown, differs } of ended.values()) {
      yield* tellColumn(stored)
      if (differs) yield* tellColumn(shown)
    }
    yield* tellLabelled(endedRows.stored)
    if (endedRows.differ) yield* tellLabelled(endedRows.shown)
    yield* tellLabelled(endedRows.coarse, LABELLED | COARSE)
  }

  const end = function* (): Generator<undefined, void> {
    yield* endTable()
    yield* list.join()
    rare ??= rareFigures === null ? null : yield* rareFigures.mark(list.done().weights)
  }

  return {
    endTable,
    end,
    table() {
      for (const _pause of endTable());
      table++
    },
    row(row, cells) {
      clear(line)
      for (const cell of cells) {
        const shown = digitsOfText(cell.shown)
        const stored = cell.stored === null ? shown : digitsOfNumber(cell.stored)
        if (stored === 0 && shown === 0) continue
        addBoth(line, row, stored, shown)
        addBoth(columnAt(cell.column), row, stored, shown)
      }
      const text = figuresInText(cells[0]?.inText === true ? cells : sentencesIn(cells, line))
      if (line.stored.length === 0) for (const { digits } of text) addBoth(line, row, digits, digits)
      for (const { digits } of text) addBoth(columnAt(RUNNING_TEXT), row, digits, digits)
      figures += line.stored.length
      tellRow(row, cells, line)
      tellCoarse(line)
    },
    done() {
      for (const _pause of end());
      return { figures, features: Object.assign({ rare }, list.done()) }
    },
  }
}

/** Fewer rounded figures are no evidence at all: five of two digits carry some 30 bits. Unit: figures. */
const MIN_COARSE_FIGURES = 5
