import type { Cell } from '../content/content.ts'
import { coarseOf, digitsOfNumber, digitsOfText, ownBits } from './figure.ts'
import { LANE_ONE, LANE_TWO, oneAfter, oneOf, twoAfter, twoOf } from './hash.ts'
import { type Label, labelOf } from './label.ts'
import { addBoth, clear, startTwofold } from './line.ts'
import { awayFrom, bitsBeside, withZeros, zerosLost } from './trend.ts'
import { type Line, MIN_WINDOW_BITS, RUN_WORDS, type Runs } from './windows.ts'

/**
 * Rows whose figures are too few to tell anything by themselves, `2020-03 | Wales | 74.1`,
 * told with the words beside them. So a list with a figure in each row is known
 * however it is sorted or filtered.
 */
export type LabelledRows = {
  /** @param figures the row's figures without its years */
  take(row: number, label: Label, figures: Line): void
  length(): number
  /** The row of the table that each of them is. */
  rows(): Int32Array
  /** The features of some of them, in order, each a run of one figure. */
  runs(from: number, to: number): Runs
}

/**
 * How much of a figure somebody does not know who knows what it is of: of 74.1 after
 * 73.9 not the first half of its digits. Share of its bits, an assumption that
 * test/recognition.test.ts bears out.
 */
const UNKNOWN_SHARE = 0.5

/** What the hash of a labelled row begins with, and that of a rounded one: figures end with no zero. */
const LABEL_MARK = 10
const COARSE_LABEL_MARK = 30

/** The labelled rows of a table as stored, as displayed (told only where the two differ) and rounded. */
export type Labelled = {
  readonly stored: LabelledRows
  readonly shown: LabelledRows
  readonly coarse: LabelledRows
  differ: boolean
}

export const startLabelled = (): Labelled => ({
  stored: startLabelledRows(LABEL_MARK),
  shown: startLabelledRows(LABEL_MARK),
  coarse: startLabelledRows(COARSE_LABEL_MARK),
  differ: false,
})

/** A year beside figures says what they are of. */
const YEAR = /^\s*(?:19|20)\d\d\s*$/

const isFigure = ({ stored, shown }: Cell): boolean =>
  (stored === null ? digitsOfText(shown) : digitsOfNumber(stored)) !== 0 && !YEAR.test(shown)

/** The figures of the row at hand. */
const figures = startTwofold()

/** Takes a row, unless it has no figure or nothing beside its figures. */
export function takeLabelled(labelled: Labelled, row: number, cells: readonly Cell[]): void {
  clear(figures)
  for (const cell of cells.filter(isFigure)) {
    const shown = digitsOfText(cell.shown)
    addBoth(figures, row, cell.stored === null ? shown : digitsOfNumber(cell.stored), shown)
  }
  if (figures.stored.length === 0) return
  const label = labelOf(cells, isFigure)
  if (label.words === 0) return
  labelled.stored.take(row, label, figures.stored)
  labelled.shown.take(row, label, figures.differs ? figures.shown : figures.stored)
  labelled.differ = labelled.differ || figures.differs
  const { digits, length } = figures.stored
  for (let at = 0; at < length; at++) digits[at] = coarseOf(digits[at] ?? 0)
  labelled.coarse.take(row, label, figures.stored)
}

function startLabelledRows(mark: number): LabelledRows {
  let rows = new Int32Array(0)
  let kept = new Int32Array(0)
  let length = 0
  /** How many rows have a label. */
  const alike = new Map<number, number>()
  return {
    take(row, label, figures) {
      if (length === rows.length) {
        rows = larger(rows, 1)
        kept = larger(kept, KEPT_WORDS)
      }
      rows[length] = row
      keep(kept, length++ * KEPT_WORDS, mark, label, figures)
      alike.set(label.one, (alike.get(label.one) ?? 0) + 1)
    },
    length: () => length,
    rows: () => rows,
    runs(from, to) {
      const words = new Int32Array((to - from) * RUN_WORDS)
      for (let row = from, at = 0; row < to; row++, at += RUN_WORDS) {
        const [one = 0, two = 0, label = 0, bits = 0] = kept.subarray(row * KEPT_WORDS)
        // What many rows are called says less of each.
        const telling = Math.max(0, Math.floor(bits * UNKNOWN_SHARE - Math.log2(alike.get(label) ?? 1)))
        words.set([row, one, two, (telling << 16) | (telling << 8) | 1], at)
      }
      return { words, length: to - from }
    },
  }
}

/** Words of a row that is kept: the two halves of its hash, its label, its bits. */
const KEPT_WORDS = 4

function keep(kept: Int32Array, at: number, mark: number, label: Label, { digits, length }: Line): void {
  let one = oneAfter(oneAfter(LANE_ONE, mark), label.one)
  let two = twoAfter(twoAfter(LANE_TWO, mark), label.two)
  for (let figure = 0; figure < length; figure++) {
    one = oneAfter(one, digits[figure] ?? 0)
    two = twoAfter(two, digits[figure] ?? 0)
  }
  kept[at] = oneOf(one, length)
  kept[at + 1] = twoOf(two, length, kept[at] ?? 0)
  kept[at + 2] = label.one
  kept[at + 3] = Math.round(bitsOf(digits, length))
}

/** Information of figures beside each other, unit: bits. Several that were no run carry less than one has to. */
function bitsOf(digits: Int32Array, length: number): number {
  let last = digits[0] ?? 0
  let expected = last
  let bits = ownBits(last)
  for (let figure = 1; figure < length && bits < MIN_WINDOW_BITS; figure++) {
    const own = digits[figure] ?? 0
    const lost = zerosLost(last, expected, own)
    const value = withZeros(own, lost)
    bits += bitsBeside(awayFrom(last, expected, value), lost, ownBits(own))
    expected = value + (value - last)
    last = value
  }
  return length === 1 ? bits : Math.min(bits, MIN_WINDOW_BITS)
}

const FIRST_ROWS = 64

function larger(old: Int32Array, words: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(FIRST_ROWS * words, old.length * 2))
  grown.set(old)
  return grown
}
