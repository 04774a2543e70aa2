import { attributeOf, type XmlHandler } from '../xml/xml.ts'
import type { Enclosed } from './office-text.ts'
import { openDocumentCells, timesOf } from './opendocument-cells.ts'
import type { Page } from './page.ts'
import { raised } from './raised.ts'

const PARAGRAPH = /^(?:p|h)$/

/** Elements that stand beside the text around them. */
const BOX = /^(?:annotation|text-box|note-body)$/

/** `super`, or how far above the line: `33% 80%`. Source: OpenDocument 1.3 part 3, §20.392. */
const RAISED = /^(?:super|[1-9])/

const MOST_SPACES = 64

/**
 * OpenDocument's content, whether text, sheet, slide or chart: paragraphs, tables
 * with the numbers behind what they show, notes and deleted text. Source:
 * OpenDocument 1.3 part 3.
 *
 * @param tooMuch is called where cells are repeated more often than a table holds
 */
export function openDocumentInto(
  page: Page,
  enclose: (enclosed: Enclosed) => void,
  tooMuch: () => void,
): XmlHandler {
  const cells = openDocumentCells(page, tooMuch)
  const raising = raisedStylesInto()
  let paragraphs = 0
  let boxes = 0
  let inSheet = false
  let base64: string[] | null = null

  /** In a sheet a cell is one line, however many paragraphs it has. */
  const endLine = () => {
    if (inSheet && boxes === 0 && cells.isInCell()) page.text(' ')
    else page.endLine()
  }
  const text = (more: string) => {
    if (boxes === 0 && more.trim() !== '' && !cells.takesText()) return
    page.text(raising.isRaised() ? raised(more) : more)
  }
  const openText = (name: string, attributes: () => Readonly<Record<string, string>>) => {
    if (name === 's') text(' '.repeat(Math.min(timesOf(attributes(), 'c'), MOST_SPACES)))
    if (name === 'tab') text('\t')
    if (name === 'line-break') endLine()
    if (name === 'spreadsheet') inSheet = true
    if (name === 'binary-data') base64 = []
    if (PARAGRAPH.test(name)) paragraphs++
    if (!BOX.test(name)) return
    boxes++
    page.openBox()
  }
  const closeText = (name: string) => {
    if (name === 'spreadsheet') inSheet = false
    if (name === 'binary-data' && base64 !== null) {
      enclose({ name: 'object', base64: base64.join('') })
      base64 = null
    }
    if (PARAGRAPH.test(name)) {
      paragraphs--
      endLine()
    }
    if (!BOX.test(name)) return
    boxes--
    page.closeBox()
  }
  return {
    open(name, attributes, isEmpty) {
      raising.open(name, attributes, isEmpty)
      if (!cells.open(name, attributes)) openText(name, attributes)
    },
    close(name) {
      raising.close(name)
      if (!cells.close(name)) closeText(name)
    },
    text(more) {
      if (base64 !== null) base64.push(more)
      else if (paragraphs > 0) text(more)
    },
  }
}

type Raising = Pick<XmlHandler, 'open' | 'close'> & { isRaised(): boolean }

/** Which text stands above the line: footnotes' marks, and spans whose style says so. */
function raisedStylesInto(): Raising {
  const styles = new Set<string>()
  const spans: boolean[] = []
  let styleName = ''
  return {
    open(name, attributes) {
      if (name === 'style') styleName = attributeOf(attributes(), 'name') ?? ''
      if (name === 'text-properties' && RAISED.test(attributeOf(attributes(), 'text-position') ?? ''))
        styles.add(styleName)
      if (name === 'note-citation') spans.push(true)
      if (name === 'span') spans.push(styles.has(attributeOf(attributes(), 'style-name') ?? ''))
    },
    close(name) {
      if (name === 'span' || name === 'note-citation') spans.pop()
    },
    isRaised: () => spans.some(Boolean),
  }
}
