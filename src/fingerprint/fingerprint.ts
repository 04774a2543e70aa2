import type { Cell } from '../content/content.ts'
import { ALONG_COLUMN, ALONG_ROW, buildFeatureList, type FeatureList, type Place } from './feature-list.ts'
import { coarseOf, type Figure, figureOfNumber, figureOfText } from './figure.ts'
import { figuresInText, wordsOf } from './running-text.ts'
import { featuresOfLine } from './windows.ts'

/** What is known of the figures of one part: never the figures themselves. */
export type Fingerprint = {
  /** How many figures were read. */
  readonly figures: number
  readonly features: FeatureList
}

/** Takes the tables of one part row by row, as the readers tell them. */
export type Fingerprinting = {
  table(): void
  row(row: number, cells: readonly Cell[]): void
  done(): Fingerprint
}

/** One form of a line: its figures, and the row each stands in. */
type Line = { readonly figures: Figure[]; readonly rows: number[] }

/** A line as stored and as displayed, where the two differ. */
type Column = { readonly stored: Line; readonly shown: Line; differs: boolean }

const emptyColumn = (): Column => ({
  stored: { figures: [], rows: [] },
  shown: { figures: [], rows: [] },
  differs: false,
})

/** Stands for the column that running text makes: its figures one after the other, whatever line they are in. */
const RUNNING_TEXT = -1

/** The words of a row that has no figure of its own. */
const sentencesIn = (cells: readonly Cell[], line: Column): readonly Cell[] =>
  line.stored.figures.length === 0 ? wordsOf(cells) : []

/**
 * Fingerprints a part: hashes of short runs of neighbouring figures along rows
 * and along columns, stored and as displayed, so that neither transposing nor an
 * export that keeps only the display changes them; and, as weaker evidence, of
 * rounded figures along rows.
 */
export function startFingerprint(): Fingerprinting {
  const list = buildFeatureList()
  let table = 0
  let figures = 0
  let columns = new Map<number, Column>()

  const tellLine = (line: Column, along: Place['along']) => {
    tellForm(line.stored, along)
    if (line.differs) tellForm(line.shown, along)
  }
  const tellForm = ({ figures, rows }: Line, along: Place['along'], isCoarse = false) => {
    let next = -1
    featuresOfLine(figures, isCoarse, (feature) => {
      if (feature.first !== next) list.gap()
      next = feature.first + 1
      list.add(feature, table, along, rows[feature.first] ?? 0, rows[feature.first + feature.count - 1] ?? 0)
    })
  }
  const columnAt = (at: number): Column => {
    const column = columns.get(at) ?? emptyColumn()
    columns.set(at, column)
    return column
  }
  const endTable = () => {
    for (const column of columns.values()) tellLine(column, ALONG_COLUMN)
    columns = new Map()
  }

  return {
    table() {
      endTable()
      table++
    },
    row(row, cells) {
      const line = emptyColumn()
      for (const cell of cells) {
        const shown = figureOfText(cell.shown)
        const stored = cell.stored === null ? shown : figureOfNumber(cell.stored)
        if (stored === null && shown === null) continue
        addTo(line, row, stored, shown)
        addTo(columnAt(cell.column), row, stored, shown)
      }
      const text = figuresInText(cells[0]?.inText === true ? cells : sentencesIn(cells, line))
      if (line.stored.figures.length === 0) for (const figure of text) addTo(line, row, figure, figure)
      for (const figure of text) addTo(columnAt(RUNNING_TEXT), row, figure, figure)
      figures += line.stored.figures.length
      tellLine(line, ALONG_ROW)
      if (line.stored.figures.length >= MIN_COARSE_FIGURES) tellForm(coarse(line.stored), ALONG_ROW, true)
    },
    done() {
      endTable()
      return { figures, features: list.done() }
    },
  }
}

/** Fewer rounded figures are no evidence at all: five of two digits carry some 30 bits. Unit: figures. */
const MIN_COARSE_FIGURES = 5

const coarse = ({ figures, rows }: Line): Line => ({ figures: figures.map(coarseOf), rows })

function addTo(line: Column, row: number, stored: Figure | null, shown: Figure | null): void {
  if (stored !== null) {
    line.stored.figures.push(stored)
    line.stored.rows.push(row)
  }
  if (shown !== null) {
    line.shown.figures.push(shown)
    line.shown.rows.push(row)
  }
  if (stored?.digits !== shown?.digits) line.differs = true
}
