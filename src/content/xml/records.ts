import type { Cell, Reading } from '../content.ts'
import { decodedEntities } from '../document/entities.ts'
import { cellsOfLine, stretchesOf } from '../text/lines.ts'
import type { XmlHandler } from './xml.ts'

/** An element that is open. */
type Open = { texts: Cell[]; attributes: Cell[]; text: string; hasChildren: boolean }

/** Attributes stand in columns of their own, behind those of texts. */
const ATTRIBUTE_COLUMNS = 16_384
const LONGEST_ROW = 16_384
/** A longer text, or one of more words, is running text. */
const LONGEST_LABEL = 40

/**
 * XML of any kind: each element with others in it is a row of their texts, and one
 * of their attributes. So the observations of an SDMX message are the rows of a
 * table, whichever of its forms it has.
 */
export function recordsInto(tell: (reading: Reading) => void): XmlHandler {
  const elements: Open[] = []
  let row = 0
  let headed = false
  const tellRow = (cells: readonly Cell[]) => {
    if (cells.length === 0) return
    if (!headed) tell({ kind: 'table', name: '' })
    headed = true
    tell({ kind: 'row', row, cells })
  }
  const flush = (element: Open) => {
    tellRow(element.texts)
    tellRow(element.attributes)
    if (element.texts.length + element.attributes.length > 0) row++
    element.texts = []
    element.attributes = []
  }
  const tellSentence = (text: string) => {
    for (const stretch of stretchesOf(text)) tellRow(cellsOfLine(stretch))
    row++
  }
  const takeText = (element: Open, into: Open) => {
    const text = element.text.trim()
    element.text = ''
    if (text === '') return
    if (text.length > LONGEST_LABEL || /\S\s+\S+\s+\S/.test(text)) tellSentence(text)
    else into.texts.push({ column: into.texts.length, stored: null, shown: text })
  }
  return {
    open(_name, attributes) {
      const around = elements[elements.length - 1]
      if (around !== undefined) {
        around.hasChildren = true
        takeText(around, around)
        if (around.texts.length >= LONGEST_ROW || around.attributes.length >= LONGEST_ROW) flush(around)
      }
      elements.push({ texts: [], attributes: cellsOfAttributes(attributes()), text: '', hasChildren: false })
    },
    close() {
      const element = elements.pop()
      if (element === undefined) return
      const around = elements[elements.length - 1]
      const into = around !== undefined && !element.hasChildren ? around : element
      takeText(element, into)
      if (into === element) return flush(element)
      for (const { stored, shown } of element.attributes)
        into.attributes.push({ column: ATTRIBUTE_COLUMNS + into.attributes.length, stored, shown })
    },
    text(text) {
      const element = elements[elements.length - 1]
      if (element !== undefined) element.text += text
    },
  }
}

/** The attributes with a figure or label in them, in their order; namespaces are neither. */
function cellsOfAttributes(attributes: Readonly<Record<string, string>>): Cell[] {
  const cells: Cell[] = []
  for (const name of Object.keys(attributes)) {
    const shown = /^xmlns|schemaLocation$/.test(name) ? '' : decodedEntities(attributes[name] ?? '').trim()
    if (shown !== '' && shown.length <= LONGEST_LABEL)
      cells.push({ column: ATTRIBUTE_COLUMNS + cells.length, stored: null, shown })
  }
  return cells
}
