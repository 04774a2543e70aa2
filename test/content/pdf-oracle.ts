import { getDocumentProxy } from 'unpdf'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'

/** How many number tokens two readers found, page by page. */
export type Comparison = {
  readonly oracle: number
  readonly found: number
  readonly ours: number
  /** `page 3: 1,234`, as often as it is missing. */
  readonly missed: readonly string[]
}

/** Text as pdf.js puts it together, a page each. */
export async function pagesOfOracle(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await document.destroy()
  return pages
}

/** Text as we read it, a page each, a space between cells. */
export function pagesOfOurs(bytes: Uint8Array): readonly string[] {
  const pages: string[] = []
  for (const reading of read('file.pdf', bytes, fullBudget())) {
    if (reading.kind === 'table') pages.push('')
    if (reading.kind === 'row')
      pages[pages.length - 1] += `${reading.cells.map((cell) => cell.shown).join(' ')}\n`
  }
  return pages
}

export const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const lowered = (text: string): string => text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED.indexOf(digit)))

/**
 * The number tokens of the oracle that we have too. Raised digits are told as such
 * by us and as digits by pdf.js, glued to the number before them (36,1271) or not:
 * either way counts as found.
 */
export function compared(oracle: readonly string[], ours: readonly string[]): Comparison {
  const missed: string[] = []
  let total = 0
  oracle.forEach((page, at) => {
    const mine = ours[at] ?? ''
    const readings = [mine, lowered(mine), lowered(mine.replace(/([⁰¹²³⁴-⁹]+)/g, ' $1 '))].map(counted)
    for (const [token, times] of counted(page)) {
      total += times
      const most = Math.max(...readings.map((reading) => reading.get(token) ?? 0))
      for (let missing = most; missing < times; missing++) missed.push(`page ${at + 1}: ${token}`)
    }
  })
  const counts = ours.map((page) => numbersIn(page).length)
  return {
    oracle: total,
    found: total - missed.length,
    ours: counts.reduce((sum, count) => sum + count, 0),
    missed,
  }
}

function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of numbersIn(text)) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
