import { type Display, displayOf, general } from '../workbook/number-format.ts'
import type { XmlHandler } from '../xml/xml.ts'
import type { Page } from './page.ts'

/** The part of an XML handler that says whether a tag was its own. */
export type ChartHandler = {
  open(...told: Parameters<XmlHandler['open']>): boolean
  close(name: string): boolean
  text(text: string): void
}

/** What a chart keeps of a range of cells: for numbers, words, categories of several levels, literals. */
const CACHE = /^(?:numCache|strCache|numLit|strLit|lvl)$/

/** Points of one range: Excel draws no more. Source: Excel specifications and limits. */
const MOST_POINTS = 32_000

type Range = { display: Display; readonly points: string[]; readonly numbers: boolean }

/**
 * The figures a chart keeps of the cells it was drawn from, which stay when the
 * cells are gone: each range is a row of a table. Source: ECMA-376 part 1, §21.2.
 */
export function chartInto(page: Page): ChartHandler {
  let range: Range | null = null
  let place = 0
  let taking: 'point' | 'format' | null = null
  let text = ''
  let inTable = false
  const told = new Set<string>()
  return {
    open(name, attributes, isEmpty) {
      if (CACHE.test(name)) {
        const code = attributes().formatCode
        range = {
          display: code === undefined ? general : displayOf(code),
          points: [],
          numbers: name !== 'strCache',
        }
        return true
      }
      if (range === null) return false
      if (name === 'pt') place = Math.min(Number(attributes().idx ?? place + 1) || 0, MOST_POINTS)
      if (name === 'v' || name === 'pt') taking = isEmpty ? null : 'point'
      if (name === 'formatCode') taking = isEmpty ? null : 'format'
      text = ''
      return true
    },
    close(name) {
      if (range === null) return inTable && name === 'chartSpace' ? endTable() : false
      if (taking === 'format') range.display = displayOf(text)
      else if (taking === 'point') range.points[place] = text.trim()
      taking = null
      if (!CACHE.test(name)) return true
      const words = range.points.join('\t')
      if (words !== '' && !told.has(words)) tellRange(range)
      told.add(words)
      range = null
      return true
    },
    text(more) {
      if (taking !== null) text += more
    },
  }

  function tellRange({ points, numbers, display }: Range): void {
    if (!inTable) page.openTable('chart')
    inTable = true
    page.openRow()
    for (const point of Array.from(points, (value) => value ?? '')) {
      const stored = numbers && point !== '' ? Number(point) : Number.NaN
      const shown = Number.isNaN(stored) ? point : display(stored)
      page.openCell(1, 1, Number.isNaN(stored) || typeof shown !== 'string' ? null : stored)
      page.text(typeof shown === 'string' ? shown : shown.date)
    }
    page.closeRow()
  }

  function endTable(): true {
    page.closeTable()
    inTable = false
    return true
  }
}
