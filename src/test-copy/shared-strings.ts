import type { Piece } from './text-piece.ts'
import { attributesText, escapedText } from './xml-out.ts'
import type { Element, XmlWalker } from './xml-walk.ts'

/**
 * Takes the content of one string, `<si>` or `<is>`, whose runs may be formatted.
 * Phonetic guides are left out. Source: ECMA-376 part 1, §18.4.
 */
export type StringTaker = XmlWalker & { taken(): readonly Piece[] }

/** Parts of a string that are markup around its texts. */
const RUNS: readonly string[] = ['r', 'rPr']

export function takeString(): StringTaker {
  let pieces: Piece[] = []
  let markup = ''
  let inRunProperties = false
  let inPhonetic = false
  let inText = false
  const endMarkup = () => {
    if (markup !== '') pieces.push({ markup, text: '' })
    markup = ''
  }
  return {
    open(element) {
      const { local } = element
      if (local === 'rPh') inPhonetic = true
      if (inPhonetic) return
      if (local === 't') {
        markup += '<t xml:space="preserve">'
        endMarkup()
        inText = true
      } else if (inRunProperties || RUNS.indexOf(local) !== -1) {
        inRunProperties = inRunProperties || local === 'rPr'
        markup += `<${local}${plainAttributes(element)}>`
      }
    },
    close(_name, local) {
      if (local === 'rPh') inPhonetic = false
      else if (inPhonetic) return
      else if (local === 't') {
        inText = false
        markup += '</t>'
      } else if (inRunProperties || RUNS.indexOf(local) !== -1) {
        if (local === 'rPr') inRunProperties = false
        markup += `</${local}>`
      }
    },
    text(text) {
      if (inText) pieces.push({ markup: '', text: decodedCharacters(text) })
    },
    taken() {
      endMarkup()
      const taken = pieces
      pieces = []
      return taken
    },
  }
}

/** The attributes that have no prefix, as they are written. */
function plainAttributes({ attributes }: Element): string {
  const found = attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found))
    if (name.indexOf(':') === -1 && name !== 'xmlns') kept[name] = found[name] ?? ''
  return attributesText(kept)
}

/** Excel writes characters that XML has no place for as `_x000D_`. Source: ECMA-376 part 1, §22.4.2.4. */
const decodedCharacters = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const encodedCharacters = (text: string): string =>
  text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(/\r/g, '_x000D_')

const stringXml = (pieces: readonly Piece[]): string =>
  pieces.map(({ markup, text }) => (markup === '' ? escapedText(encodedCharacters(text)) : markup)).join('')

/** The strings of the copy: only those that a cell of it has. */
export type StringsOut = {
  /** The number of a string in the table of the copy. */
  indexOf(pieces: readonly Piece[]): number
  xml(namespace: string): string
}

export function stringsOut(): StringsOut {
  const indices = new Map<string, number>()
  const strings: string[] = []
  return {
    indexOf(pieces) {
      const xml = stringXml(pieces)
      const known = indices.get(xml)
      if (known !== undefined) return known
      indices.set(xml, strings.length)
      strings.push(xml)
      return strings.length - 1
    },
    xml: (namespace) =>
      `<sst xmlns="${namespace}" uniqueCount="${strings.length}">${strings.map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
  }
}

/** A string without formatting. */
export const plainString = (text: string): readonly Piece[] => [
  { markup: '<t xml:space="preserve">', text: '' },
  { markup: '', text },
  { markup: '</t>', text: '' },
]

/** Collects the table of strings of a workbook. */
export function takeStrings(into: (readonly Piece[])[]): XmlWalker {
  const string = takeString()
  return {
    open: (element) => string.open(element),
    close(name, local) {
      if (local === 'si') into.push(string.taken())
      else string.close(name, local)
    },
    text: (text) => string.text(text),
  }
}
