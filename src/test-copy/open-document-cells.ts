import { isFigureText } from './false-text.ts'
import { type Piece, textOfPieces } from './text-piece.ts'
import { attributesText } from './xml-out.ts'
import { type Element, localName, type XmlWalker } from './xml-walk.ts'

/** A paragraph of a cell: its element and what stands in it. */
export type Paragraph = {
  readonly name: string
  readonly attributes: string
  readonly pieces: readonly Piece[]
}

/** A cell of a sheet. Source: OpenDocument 1.3 part 3, §9.1.4. */
export type OpenCell = {
  /** Counted from 0; a repeated cell stands at the first of its places. */
  readonly row: number
  readonly column: number
  readonly element: Element
  readonly paragraphs: readonly Paragraph[]
}

/** What a cell is to a copy. */
export type OpenMeaning =
  | { readonly kind: 'kept' }
  | { readonly kind: 'words' }
  | { readonly kind: 'figure'; readonly shown: string; readonly value: number | null }
  | { readonly kind: 'duration' }

/** The text of a cell: paragraphs are lines. */
export const shownIn = ({ paragraphs }: OpenCell): string =>
  paragraphs.map(({ pieces }) => textOfPieces(pieces)).join('\n')

/** An attribute by its name without prefix; LibreOffice says some twice, the second time in its own namespace. */
export function attributeOf({ attributes }: Element, local: string): string | undefined {
  const found = attributes()
  const name = Object.keys(found).find((key) => localName(key) === local && !key.startsWith('calcext:'))
  return name === undefined ? undefined : found[name]
}

export function meaningOfOpenCell(cell: OpenCell): OpenMeaning {
  const shown = shownIn(cell)
  switch (attributeOf(cell.element, 'value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = Number(attributeOf(cell.element, 'value') ?? Number.NaN)
      return { kind: 'figure', shown: shown === '' ? String(value) : shown, value }
    }
    case 'time':
      return { kind: 'duration' }
    case 'date':
      return /^\d{4}-\d\d-\d\d/.test(attributeOf(cell.element, 'date-value') ?? '')
        ? { kind: 'kept' }
        : { kind: 'words' }
    case 'boolean':
      return { kind: 'kept' }
    default:
      return isFigureText(shown) ? { kind: 'figure', shown, value: null } : { kind: 'words' }
  }
}

/** How often a cell or row stands beside or below itself. */
const repeated = (element: Element, what: 'columns' | 'rows'): number =>
  Math.max(1, Number(attributeOf(element, `number-${what}-repeated`) ?? 1) || 1)

/** An element’s attributes can be asked only while it opens; a cell is told when it closes. */
function held(element: Element): Element {
  const attributes = element.attributes()
  return { name: element.name, local: element.local, attributes: () => attributes }
}

const CELLS: readonly string[] = ['table-cell', 'covered-table-cell']

/** Takes the rows and cells of one table, told of all that is inside `table:table`. */
export function takeOpenCells(take: {
  openRow(element: Element): void
  cell(cell: OpenCell): void
  closeRow(name: string): void
}): XmlWalker {
  const content = takeParagraphs()
  let row = 0
  let column = 0
  let rows = 1
  let cell: Element | null = null
  return {
    open(element) {
      if (cell !== null) content.open(element)
      else if (CELLS.indexOf(element.local) !== -1) cell = held(element)
      else if (element.local === 'table-row') {
        column = 0
        rows = repeated(element, 'rows')
        take.openRow(element)
      }
    },
    close(name, local) {
      if (cell !== null && CELLS.indexOf(local) !== -1) {
        take.cell({ row, column, element: cell, paragraphs: content.taken() })
        column += repeated(cell, 'columns')
        cell = null
      } else if (cell !== null) content.close(name, local)
      else if (local === 'table-row') {
        take.closeRow(name)
        row += rows
      }
    },
    text(text) {
      if (cell !== null) content.text(text)
    },
  }
}

/** Elements that are white space, and what they read as. */
const WHITE_SPACE: Readonly<Record<string, string>> = { s: ' ', tab: '\t', 'line-break': '\n' }
/** Elements that go while what is in them stays. */
const UNWRAPPED: readonly string[] = ['a', 'meta', 'bookmark', 'bookmark-start', 'bookmark-end']

/** Takes the paragraphs of a cell; comments, drawings and fields are left out. */
function takeParagraphs(): XmlWalker & { taken(): readonly Paragraph[] } {
  let paragraphs: Paragraph[] = []
  let open: { readonly name: string; readonly attributes: string; readonly pieces: Piece[] } | null = null
  let dropped = 0
  return {
    open(element) {
      const { name, local } = element
      if (dropped > 0) dropped++
      else if (open === null && (local === 'p' || local === 'h'))
        open = { name, attributes: styleText(element), pieces: [] }
      else if (open !== null && WHITE_SPACE[local] !== undefined)
        open.pieces.push({ markup: `<${name}${styleText(element)}/>`, text: readAs(element) })
      else if (open !== null && local === 'span')
        open.pieces.push({ markup: `<${name}${styleText(element)}>`, text: '' })
      else if (open === null || UNWRAPPED.indexOf(local) === -1) dropped = 1
    },
    close(name, local) {
      if (dropped > 0) dropped--
      else if (open !== null && name === open.name) {
        paragraphs.push(open)
        open = null
      } else if (open !== null && local === 'span') open.pieces.push({ markup: `</${name}>`, text: '' })
    },
    text(text) {
      if (dropped === 0) open?.pieces.push({ markup: '', text })
    },
    taken() {
      const taken = paragraphs
      paragraphs = []
      return taken
    },
  }
}

/** Several spaces are one element that counts them. */
const readAs = (element: Element): string => {
  const once = WHITE_SPACE[element.local] ?? ''
  return element.local === 's' ? once.repeat(Number(attributeOf(element, 'c') ?? 1) || 1) : once
}

function styleText({ attributes }: Element): string {
  const found = attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found))
    if (/^(?:style-name|c|outline-level)$/.test(localName(name))) kept[name] = found[name] ?? ''
  return attributesText(kept)
}
