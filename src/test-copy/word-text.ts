import type { FalseDigit } from './false-figure.ts'
import { figureEdits, isFigureText, labelEdits } from './false-text.ts'
import { type Periods, startPeriods } from './periods.ts'
import type { Edit } from './text-piece.ts'

/** Where a paragraph stands in a table, or `null` outside of tables. */
export type TablePlace = { readonly table: number; readonly row: number; readonly column: number }

/** Follows tables, rows and cells of a Word document, also tables in tables. */
export type TablePlaces = {
  open(local: string): void
  close(local: string): void
  place(): TablePlace | null
}

export function followTables(): TablePlaces {
  const open: { readonly table: number; row: number; column: number }[] = []
  let tables = 0
  return {
    open(local) {
      const inner = open[open.length - 1]
      if (local === 'tbl') open.push({ table: tables++, row: -1, column: -1 })
      else if (local === 'tr' && inner !== undefined) {
        inner.row++
        inner.column = -1
      } else if (local === 'tc' && inner !== undefined) inner.column++
    },
    close(local) {
      if (local === 'tbl') open.pop()
    },
    place: () => {
      const inner = open[open.length - 1]
      return inner === undefined ? null : { ...inner }
    },
  }
}

/** The periods of all tables of a document, by table. */
export type TablePeriods = {
  take(place: TablePlace, text: string): void
  isPeriod(place: TablePlace): boolean
}

export function tablePeriods(): TablePeriods {
  const tables = new Map<number, Periods>()
  const answers = new Map<number, ReturnType<Periods['done']>>()
  return {
    take({ table, row, column }, text) {
      const periods = tables.get(table) ?? startPeriods()
      tables.set(table, periods)
      if (isFigureText(text)) periods.figure(row, column, text.trim())
      else if (text.trim() !== '') periods.words(row, column, text)
    },
    isPeriod({ table, row, column }) {
      const answer = answers.get(table) ?? tables.get(table)?.done()
      if (answer === undefined) return false
      answers.set(table, answer)
      return answer(row, column)
    },
  }
}

/** What becomes of a paragraph: of a table's cell as of a sheet's, of text as of sentences. */
export function paragraphEdits(
  text: string,
  place: TablePlace | null,
  periods: TablePeriods,
  digit: FalseDigit,
): readonly Edit[] {
  if (place === null) return labelEdits(text, digit, 'text')
  if (!isFigureText(text)) return labelEdits(text, digit)
  return periods.isPeriod(place) ? [] : figureEdits(text, digit)
}
