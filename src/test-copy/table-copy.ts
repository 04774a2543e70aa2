import { decodedEntities } from '../content/document/entities.ts'
import { addressOf } from './sheet-cells.ts'
import { escapedAttribute, XML_HEAD } from './xml-out.ts'
import type { XmlWalker } from './xml-walk.ts'

/**
 * A table (ListObject) of a sheet as far as its copy has it: where it stands, its
 * name and its look. Source: ECMA-376 part 1, §18.5.1.2.
 */
export type TableFound = {
  readonly name: string
  readonly displayName: string
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
  readonly hasHeadings: boolean
  readonly hasTotals: boolean
  readonly hasFilter: boolean
  readonly style: Readonly<Record<string, string>>
}

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i

const columnNumber = (letters: string): number => {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Takes a table's part; `taken` is `null` where it is none. */
export function takeTable(): { readonly walker: XmlWalker; readonly taken: () => TableFound | null } {
  let attributes: Readonly<Record<string, string>> = {}
  let style: Readonly<Record<string, string>> = {}
  let hasFilter = false
  const walker: XmlWalker = {
    open(element) {
      if (element.local === 'table') attributes = element.attributes()
      if (element.local === 'tableStyleInfo') style = element.attributes()
      if (element.local === 'autoFilter') hasFilter = true
    },
    close: () => undefined,
    text: () => undefined,
  }
  return { walker, taken: () => foundTable(attributes, style, hasFilter) }
}

function foundTable(
  attributes: Readonly<Record<string, string>>,
  style: Readonly<Record<string, string>>,
  hasFilter: boolean,
): TableFound | null {
  const { ref = '', displayName, name = displayName } = attributes
  const [, from = '', top = '', to = '', bottom = ''] = AREA.exec(ref) ?? []
  if (from === '' || displayName === undefined || name === undefined) return null
  return {
    name,
    displayName,
    firstRow: Number(top) - 1,
    lastRow: Number(bottom) - 1,
    firstColumn: columnNumber(from),
    lastColumn: columnNumber(to),
    hasHeadings: attributes.headerRowCount !== '0',
    hasTotals: attributes.totalsRowCount !== undefined && attributes.totalsRowCount !== '0',
    hasFilter,
    style,
  }
}

/**
 * The table's part in the copy, or `null` where its headings are not all there and
 * different, as Excel demands: then its cells stay, without being a table.
 *
 * @param label the words of a cell of the copy
 */
export function tableXml(
  table: TableFound,
  id: number,
  namespace: string,
  label: (row: number, column: number) => string | undefined,
): string | null {
  if (!table.hasHeadings) return null
  const headings: string[] = []
  for (let column = table.firstColumn; column <= table.lastColumn; column++) {
    const heading = label(table.firstRow, column)
    if (heading === undefined || heading === '') return null
    headings.push(heading)
  }
  if (new Set(headings.map((heading) => heading.toLowerCase())).size < headings.length) return null
  const area = (lastRow: number) =>
    `${addressOf(table.firstRow, table.firstColumn)}:${addressOf(lastRow, table.lastColumn)}`
  const filter = table.hasFilter ? `<autoFilter ref="${area(table.lastRow - Number(table.hasTotals))}"/>` : ''
  const totals = table.hasTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'
  return `${XML_HEAD}<table xmlns="${namespace}" id="${id}" name="${table.name}" displayName="${table.displayName}" ref="${area(table.lastRow)}"${totals}>${filter}<tableColumns count="${headings.length}">${headings.map(columnXml).join('')}</tableColumns>${styleXml(table.style)}</table>`
}

/** Line breaks in headings are written as Excel writes them. Source: ECMA-376 part 1, §22.4.2.4. */
const columnXml = (heading: string, index: number): string =>
  `<tableColumn id="${index + 1}" name="${escapedAttribute(heading).replace(/\r?&#10;/g, '_x000a_')}"/>`

const STYLE_ATTRIBUTES = [
  'name',
  'showFirstColumn',
  'showLastColumn',
  'showRowStripes',
  'showColumnStripes',
] as const

function styleXml(style: Readonly<Record<string, string>>): string {
  const written = STYLE_ATTRIBUTES.filter((name) => style[name] !== undefined)
    .map((name) => ` ${name}="${escapedAttribute(decodedEntities(style[name] ?? ''))}"`)
    .join('')
  return written === '' ? '' : `<tableStyleInfo${written}/>`
}
