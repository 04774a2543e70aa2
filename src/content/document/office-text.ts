import type { XmlHandler } from '../xml/xml.ts'
import { chartInto } from './chart.ts'
import type { Page } from './page.ts'
import { raised } from './raised.ts'
import { revisionsInto } from './revisions.ts'

/** Elements whose text is text of the page; `delText` is what was deleted with changes tracked. */
const TEXT = /^(?:t|delText|text)$/

/** A file that stands in a single XML document, still in base64. */
export type Enclosed = { readonly name: string; readonly base64: string }

/**
 * Word's, PowerPoint's and drawings' own XML: paragraphs as lines, tables as tables,
 * text boxes beside them, what charts remember of their figures. Names without
 * prefix mean the same in all of them. Source: ECMA-376 part 1, §17, §20 and §21;
 * Word 2003's XML has the same elements.
 */
export function officeTextInto(page: Page, enclose: (enclosed: Enclosed) => void): XmlHandler {
  const chart = chartInto(page)
  const revisions = revisionsInto(page)
  let insertions = 0
  let taking: 'text' | 'deleted' | 'enclosed' | null = null
  let isRaised = false
  let fallbacks = 0
  let chosen = false
  let enclosedName = ''
  let base64: string[] = []
  return {
    open(name, attributes, isEmpty) {
      if (fallbacks > 0 || (name === 'Fallback' && chosen)) {
        fallbacks++
        return
      }
      if (TEXT.test(name)) taking = isEmpty ? null : name === 'delText' ? 'deleted' : 'text'
      else if (!chart.open(name, attributes, isEmpty)) openLayout(page, name, attributes)
      switch (name) {
        case 'AlternateContent':
          chosen = false
          return
        case 'ins':
          insertions++
          return
        case 'r':
          isRaised = false
          return
        case 'vertAlign':
          isRaised = attributeValue(attributes()) === 'superscript'
          return
        case 'position':
          isRaised = Number(attributeValue(attributes()) ?? 0) > 0
          return
        case 'rPr':
          isRaised = Number(attributes().baseline ?? 0) > 0
          return
        case 'part':
        case 'binData':
        case 'binaryData':
          enclosedName = attributes()['pkg:name'] ?? attributes()['w:name'] ?? enclosedName
          if (name !== 'part') taking = isEmpty ? null : 'enclosed'
      }
    },
    close(name) {
      if (fallbacks > 0) {
        fallbacks--
        return
      }
      if (TEXT.test(name)) taking = null
      if (name === 'ins') insertions--
      if (name === 'p') revisions.endParagraph()
      if (name === 'binData' || name === 'binaryData') {
        enclose({ name: enclosedName, base64: base64.join('') })
        base64 = []
        taking = null
      }
      if (!chart.close(name)) closeLayout(page, name)
    },
    text(text) {
      if (fallbacks > 0) return
      if (taking === 'enclosed') base64.push(text)
      else if (taking === null) chart.text(text)
      else {
        chosen = true
        const changed = taking === 'deleted' ? 'deleted' : insertions > 0 ? 'inserted' : 'kept'
        revisions.text(isRaised ? raised(text) : text, changed)
      }
    },
  }
}

const attributeValue = (attributes: Readonly<Record<string, string>>): string | undefined =>
  attributes['w:val'] ?? attributes.val

function openLayout(page: Page, name: string, attributes: () => Readonly<Record<string, string>>): void {
  switch (name) {
    case 'tbl':
      return page.openTable()
    case 'tr':
      return page.openRow()
    case 'tc':
      return page.openCell()
    case 'gridSpan':
      return page.widenCell((Number(attributeValue(attributes())) || 1) - 1)
    case 'txbxContent':
      return page.openBox()
    case 'tab':
      return page.text('\t')
    case 'noBreakHyphen':
      return page.text('-')
    case 'br':
    case 'cr':
      return page.endLine()
  }
}

function closeLayout(page: Page, name: string): void {
  switch (name) {
    case 'tbl':
      return page.closeTable()
    case 'tr':
      page.closeRow()
      return
    case 'tc':
      return page.closeCell()
    case 'txbxContent':
      return page.closeBox()
    case 'p':
    case 'comment':
    case 'text':
      return page.endLine()
  }
}
