import type { Piece } from './text-piece.ts'
import { followTables, type TablePlace } from './word-text.ts'
import { copyingInto } from './xml-copy.ts'
import { attributesText, escapedText, type XmlOut, xmlOut } from './xml-out.ts'
import type { Element, XmlWalker } from './xml-walk.ts'

/** Elements that stay, around what is looked at by itself. Source: ECMA-376 part 1, §17. */
const FRAME: readonly string[] = ['document', 'body', 'p', 'r', 'tbl', 'tr', 'tc']
/** Elements that go while what is in them stays: links, insertions, controls. */
const UNWRAPPED: readonly string[] = [
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
]
/** How paragraphs, tables and pages look, taken whole. */
const LOOKS: readonly string[] = ['pPr', 'rPr', 'tblPr', 'tblPrEx', 'tblGrid', 'trPr', 'tcPr', 'sectPr']
/** Earlier looks, links to other parts and descriptions that looks have in them. */
const NOT_LOOKS: readonly string[] = [
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'ins',
  'del',
  'cellIns',
  'cellDel',
  'cellMerge',
  'headerReference',
  'footerReference',
  'printerSettings',
  'tblCaption',
  'tblDescription',
]
/** Empty elements that stay, and what they read as. */
const EMPTY: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '',
  sym: '',
}

/** Attributes of WordprocessingML, which programs write with this prefix; `rsid…` says who edited when. */
export const isOwnAttribute = (name: string): boolean => /^w:(?!rsid)/.test(name)

/**
 * Goes through a document, tells each paragraph and writes the document with the
 * pieces that come back for it.
 */
export function walkDocument(
  out: XmlOut,
  paragraph: (pieces: readonly Piece[], place: TablePlace | null) => readonly Piece[],
): XmlWalker {
  const tables = followTables()
  const inside = takePieces()
  const looks = { onPage: looksInto(out), inParagraph: looksInto(inside.markup) }
  let inParagraph = false
  let looksDepth = 0
  let droppedDepth = 0
  const target = () => (inParagraph ? inside.markup : out)
  const copier = () => (inParagraph ? looks.inParagraph : looks.onPage)
  const endParagraph = (name: string) => {
    inParagraph = false
    out.raw(paragraph(inside.taken(), tables.place()).map(pieceXml).join(''))
    out.close(name)
  }
  return {
    open(element) {
      const { name, local } = element
      if (droppedDepth > 0) droppedDepth++
      else if (looksDepth > 0 || LOOKS.indexOf(local) !== -1) {
        looksDepth++
        copier().open(element)
      } else if (inParagraph && local === 't') inside.openText(name)
      else if (inParagraph && EMPTY[local] !== undefined)
        inside.empty(`<${name}${attributesText(ownAttributes(element))}/>`, EMPTY[local] ?? '')
      else if (FRAME.indexOf(local) !== -1) {
        tables.open(local)
        target().open(name, ownAttributes(element))
        if (local === 'p') inParagraph = true
      } else if (UNWRAPPED.indexOf(local) === -1) droppedDepth = 1
    },
    close(name, local) {
      if (droppedDepth > 0) droppedDepth--
      else if (looksDepth > 0) {
        looksDepth--
        copier().close(name, local)
      } else if (inParagraph && local === 't') inside.closeText(name)
      else if (inParagraph && local === 'p') endParagraph(name)
      else if (FRAME.indexOf(local) !== -1) {
        tables.close(local)
        target().close(name)
      }
    },
    text(text) {
      if (inParagraph) inside.text(text)
    },
  }
}

const looksInto = (out: XmlOut): XmlWalker =>
  copyingInto(out, { namespace: null, dropped: NOT_LOOKS, keeps: isOwnAttribute })

const pieceXml = ({ markup, text }: Piece): string => (markup === '' ? escapedText(text) : markup)

/** Takes the markup and texts of a paragraph in their order. */
function takePieces() {
  const markup = xmlOut()
  let pieces: Piece[] = []
  let inText = false
  const endMarkup = () => {
    const written = markup.take()
    if (written !== '') pieces.push({ markup: written, text: '' })
  }
  return {
    markup,
    openText(name: string) {
      markup.raw(`<${name} xml:space="preserve">`)
      endMarkup()
      inText = true
    },
    closeText(name: string) {
      inText = false
      markup.raw(`</${name}>`)
    },
    empty(written: string, text: string) {
      markup.raw('')
      endMarkup()
      pieces.push({ markup: written, text })
    },
    text(text: string) {
      if (inText) pieces.push({ markup: '', text })
    },
    taken(): readonly Piece[] {
      endMarkup()
      const taken = pieces
      pieces = []
      return taken
    },
  }
}

function ownAttributes({ attributes }: Element): Readonly<Record<string, string>> {
  const found = attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found))
    if (/^xmlns(:|$)/.test(name) || isOwnAttribute(name)) kept[name] = found[name] ?? ''
  return kept
}
