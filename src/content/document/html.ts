import { isCloudLink } from '../cloud-link.ts'
import type { Reading } from '../content.ts'
import { withinBudget } from '../inside.ts'
import type { Budget } from '../limits.ts'
import { jsonRows } from '../text/json.ts'
import { decodedEntities } from './entities.ts'
import { type HtmlTag, nextTag } from './html-tags.ts'
import { type Page, pageInto } from './page.ts'
import { raised } from './raised.ts'

export { cloudLinkIn } from '../cloud-link.ts'

/** Elements that end a line of text. Source: HTML, §15.3.3 (flow content, display: block); `text` is SVG's. */
const ENDS_LINE =
  /^(?:p|div|li|ul|ol|h[1-6]|blockquote|pre|hr|section|article|dt|dd|body|title|caption|option|text)$/

/** Elements whose content is no text. */
const CODE = /^(?:script|style)$/

const JSON_TYPE = /type\s*=\s*["']?[\w./+-]*json/i

/**
 * Reads HTML: each table as rows of cells, text between as lines. Nothing is left
 * out for being hidden: what a reader does not see leaves with the message all the
 * same. A table inside a cell is a table of its own, told after the one around it.
 */
export function* readHtml(path: string, html: string, budget: Budget): Generator<Reading, void> {
  const ready: Reading[] = []
  const tell = (reading: Reading) => {
    ready.push(reading)
  }
  const element = elementsInto(path, html, pageInto(tell), tell)
  const contents = contentsOf(html)
  const lastEnd = html.lastIndexOf('>')
  let from = 0
  for (let tag = nextTag(html, 0, lastEnd); tag !== null; tag = nextTag(html, from, lastEnd)) {
    element.text(html.slice(from, tag.from))
    from = element.tag(tag, contents)
    if (!(yield* withinBudget(ready.splice(0), path, budget))) return
  }
  element.text(html.slice(from))
  element.end()
  yield* withinBudget(ready.splice(0), path, budget)
}

/** Where the content of an element ends whose content is no text; `null` where it is never closed. */
type ContentEnd = (name: string, from: number) => number | null

function contentsOf(html: string): ContentEnd {
  const never = new Set<string>()
  return (name, from) => {
    if (never.has(name)) return null
    const closing = new RegExp(`</${name}`, 'gi')
    closing.lastIndex = from
    const found = closing.exec(html)
    if (found === null) never.add(name)
    return found === null ? null : found.index
  }
}

type Elements = {
  text(raw: string): void
  /** Takes a tag, and the content of one that is no text; returns where to go on. */
  tag(tag: HtmlTag, contentEnd: ContentEnd): number
  end(): void
}

function elementsInto(path: string, html: string, page: Page, tell: (reading: Reading) => void): Elements {
  let tables = 0
  let raisedDepth = 0
  let preformatted = 0
  let conditional = false

  const inTable = () => {
    if (tables === 0) {
      page.openTable()
      tables++
    }
  }
  const text = (raw: string) => {
    if (raw === '') return
    const decoded = decodedEntities(raw.replace(/--!?>/g, ' '))
    const seen = raisedDepth > 0 ? raised(decoded) : decoded
    if (preformatted === 0) return page.text(seen.replace(/[ \t\r\n\f]+/g, ' '))
    seen.split(/\r\n|\r|\n/).forEach((line, at) => {
      if (at > 0) page.endLine()
      page.text(line)
    })
  }
  const tableTag = ({ name, closing, attributes }: HtmlTag): boolean => {
    switch (name) {
      case 'table':
        if (closing) page.closeTable()
        else page.openTable()
        tables = Math.max(0, tables + (closing ? -1 : 1))
        return true
      case 'tr':
        inTable()
        if (closing) page.closeRow()
        else page.openRow()
        return true
      case 'td':
      case 'th':
        inTable()
        if (closing) page.closeCell()
        else openCell(page, attributesOf(attributes))
        return true
      default:
        return false
    }
  }
  return {
    text,
    tag(tag, contentEnd) {
      const { name, closing, attributes, to } = tag
      if (name === '')
        conditional = /^--\[if/i.test(attributes) || (conditional && !/^\[endif/i.test(attributes))
      else if (CODE.test(name) || (name === 'xml' && conditional)) {
        const end = closing ? null : contentEnd(name, to)
        if (end === null) return to
        if (JSON_TYPE.test(attributes)) for (const row of jsonRows(html.slice(to, end))) tell(row)
        return end
      } else if (!tableTag(tag)) {
        if (name === 'a' && !closing) tellCloudLink(path, attributes, tell)
        if (name === 'sup') raisedDepth = Math.max(0, raisedDepth + (closing ? -1 : 1))
        if (name === 'pre') preformatted = Math.max(0, preformatted + (closing ? -1 : 1))
        if (name === 'input') text(` ${attributesOf(attributes).get('value') ?? ''} `)
        if (name === 'br') page.endLine()
        else if (ENDS_LINE.test(name)) page.endBlock()
      }
      return to
    },
    end: page.end,
  }
}

const ATTRIBUTE = /([^\s=/"'>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g

/** Characters of a tag in which attributes are looked for. */
const LONGEST_ATTRIBUTES = 4096

/** Attributes by their names in lower case, their values still encoded. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (text === '') return found
  const attribute = new RegExp(ATTRIBUTE)
  const looked = text.slice(0, LONGEST_ATTRIBUTES)
  for (let next = attribute.exec(looked); next !== null; next = attribute.exec(looked))
    found.set((next[1] ?? '').toLowerCase(), next[2] ?? next[3] ?? next[4] ?? '')
  return found
}

const openCell = (page: Page, attributes: ReadonlyMap<string, string>): void =>
  page.openCell(spanOf(attributes.get('colspan')), spanOf(attributes.get('rowspan')), storedOf(attributes))

const spanOf = (told: string | undefined): number => {
  const span = Number.parseInt(told ?? '1', 10)
  return Math.min(Math.max(Number.isNaN(span) ? 1 : span, 1), 1000)
}

/** LibreOffice: language, a second one, and a format that has a day, a month, a year or an hour outside of quotes. */
const DATE_FORMAT = /^\d*;\d*;(?!General)(?:[^"DMYH]|"[^"]*")*[DMYH]/

/**
 * The number behind a cell, where the program that copied it left it there:
 * Excel in `x:num`, LibreOffice in `sdval`, Google Sheets in `data-sheets-value`.
 * A date has none, although LibreOffice leaves its day number (`sdnum="1033;0;D-MMM-YY"`).
 */
function storedOf(attributes: ReadonlyMap<string, string>): number | null {
  if (DATE_FORMAT.test(decodedEntities(attributes.get('sdnum') ?? ''))) return null
  const google = decodedEntities(attributes.get('data-sheets-value') ?? '')
  const told =
    attributes.get('x:num') ??
    attributes.get('sdval') ??
    /"3":(-?[\d.]+(?:e[+-]?\d+)?)/i.exec(google)?.[1] ??
    ''
  const stored = Number(told)
  return told === '' || !Number.isFinite(stored) ? null : stored
}

function tellCloudLink(path: string, attributes: string, tell: (reading: Reading) => void): void {
  const url = decodedEntities(attributesOf(attributes).get('href') ?? '')
  if (isCloudLink(url)) tell({ kind: 'cloud-link', path, url })
}
