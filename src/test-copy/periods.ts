/**
 * Tells years and other periods of a table, which stay, from its figures.
 *
 * The rule. A whole number from 1900 to 2099 that is shown with just its four
 * digits looks like a year. It is one where every figure of its row, or of its
 * column below such rows, looks like one, and
 * - a heading says just that ("Year", "Time period"): the first words of the row
 *   or the words last above the column; or
 * - they go evenly: three or more by one, four or more by the same step of up to
 *   ten, where a value may come again and the row or column begin anew; or
 * - it is the first row with figures, with two years next to each other or four
 *   or more that rise or fall throughout.
 * A number up to 366 is a week, month or day only where a heading says just that
 * and all go evenly. When in doubt, it is a figure.
 */
export type Periods = {
  /** Tells a cell that is a figure, as it is shown. */
  figure(row: number, column: number, shown: string): void
  /** Tells a cell that is words. */
  words(row: number, column: number, text: string): void
  /** After the last cell: whether the figure there is a period. */
  done(): (row: number, column: number) => boolean
}

const heading = (nouns: string): RegExp =>
  new RegExp(
    `^[\\W_]*(?:(?:calendar|financial|fiscal|reference|survey|time)[\\s_-]+)?(?:${nouns})(?:[\\s_-]+(?:ending|ended|number|no|label))?[\\W_]*$`,
    'i',
  )
const YEARS_HEADING = heading('years?|time|dates?|periods?|vintage|blwyddyn|blynyddoedd|cyfnod|dyddiad')
const SHORT_HEADING = heading('weeks?|months?|quarters?|days?|wythnos|mis|chwarter|diwrnod')

const YEAR = /^(?:19|20)\d\d$/
const SHORT = /^\d{1,3}$/
const MOST_DAYS = 366
const LARGEST_STEP = 10

/** One row or column as far as it may be periods. */
type Line = {
  heading: string
  hasFigures: boolean
  /** While all look like periods; `null` from the first that does not. */
  values: { readonly row: number; readonly value: number }[] | null
}

type Values = readonly number[]

/** Takes the cells of one table in any order, and then answers for each. */
export function startPeriods(): Periods {
  const rows = new Map<number, Line>()
  const columns = new Map<number, Line>()
  let firstRow = Number.POSITIVE_INFINITY
  return {
    figure(row, column, shown) {
      firstRow = Math.min(firstRow, row)
      take(lineIn(rows, row), row, shown)
      take(lineIn(columns, column), row, shown)
    },
    words(row, column, text) {
      const inRow = lineIn(rows, row)
      const inColumn = lineIn(columns, column)
      if (inRow.heading === '' && !inRow.hasFigures) inRow.heading = text
      if (!inColumn.hasFigures) inColumn.heading = text
    },
    done: () => answers(rows, columns, firstRow),
  }
}

function lineIn(lines: Map<number, Line>, at: number): Line {
  const line = lines.get(at) ?? { heading: '', hasFigures: false, values: [] }
  lines.set(at, line)
  return line
}

function take(line: Line, row: number, shown: string): void {
  line.hasFigures = true
  const looksIt = YEAR.test(shown) || (SHORT.test(shown) && Number(shown) <= MOST_DAYS)
  if (looksIt) line.values?.push({ row, value: Number(shown) })
  else line.values = null
}

function answers(
  rows: ReadonlyMap<number, Line>,
  columns: ReadonlyMap<number, Line>,
  firstRow: number,
): (row: number, column: number) => boolean {
  const periodRows = new Set<number>()
  rows.forEach(({ values, heading: words }, row) => {
    const found = (values ?? []).map(({ value }) => value)
    if (arePeriods(found, words) || (row === firstRow && areYearsOnTop(found))) periodRows.add(row)
  })
  const periodColumns = new Set<number>()
  columns.forEach(({ values, heading: words }, column) => {
    const below = (values ?? []).filter(({ row }) => !periodRows.has(row)).map(({ value }) => value)
    if (arePeriods(below, words)) periodColumns.add(column)
  })
  return (row, column) => periodRows.has(row) || periodColumns.has(column)
}

const areYears = (values: Values): boolean => values.every((value) => value >= 1900)
const areShort = (values: Values): boolean => values.every((value) => value <= MOST_DAYS)

function arePeriods(values: Values, words: string): boolean {
  if (values.length === 0) return false
  if (areYears(values)) return YEARS_HEADING.test(words) || goEvenly(values, LARGEST_STEP)
  return areShort(values) && SHORT_HEADING.test(words) && goEvenly(values, 1)
}

/** By one step throughout, where a value may come again and the whole begin anew. */
function goEvenly(values: Values, largestStep: number): boolean {
  const [first = 0] = values
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  const step = steps.find((each) => each !== 0) ?? 0
  const enough = Math.abs(step) === 1 ? values.length >= 3 : values.length >= 4
  if (!enough || step === 0 || Math.abs(step) > largestStep) return false
  return steps.every((each, index) => each === 0 || each === step || values[index + 1] === first)
}

function areYearsOnTop(values: Values): boolean {
  if (!areYears(values)) return false
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  if (values.length === 2) return Math.abs(steps[0] ?? 0) === 1
  return values.length >= 4 && (steps.every((step) => step > 0) || steps.every((step) => step < 0))
}
