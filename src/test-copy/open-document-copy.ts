import type { FalseDigit } from './false-figure.ts'
import { labelEdits } from './false-text.ts'
import { copyOpenCells, layoutAttributes, takeOpenPeriods } from './open-document-sheet.ts'
import { hasPart, nothing, type PackageIn, walkPart } from './package-in.ts'
import { packageOut } from './package-out.ts'
import type { Periods } from './periods.ts'
import { editedText } from './text-piece.ts'
import type { Made } from './workbook-copy.ts'
import { copyPart } from './workbook-copying.ts'
import { copyingInto } from './xml-copy.ts'
import { XML_HEAD, type XmlOut } from './xml-out.ts'
import { type Element, localName, type XmlWalker } from './xml-walk.ts'

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

/**
 * Copies an OpenDocument spreadsheet (.ods) with false figures. Only sheets and
 * their styles come along: properties, settings, comments, drawings, charts, pivot
 * tables, scripts, links and database ranges do not. Source: OpenDocument 1.3, part 2 §3, part 3 §9.
 */
export function* copyOpenDocument(opened: PackageIn, digit: FalseDigit): Generator<void, Made> {
  if (yield* isEncrypted(opened)) opened.faults.push('encrypted')
  const periods: Periods[] = []
  yield* walkPart(
    opened,
    'content.xml',
    takeTables((walker) => periods.push(walker)),
  )
  if (periods.length === 0) opened.faults.push('not-a-kind-that-is-copied')
  const out = packageOut()
  const types = new Map<string, string>()
  out.stored('mimetype', SPREADSHEET)
  let replaced = 0
  const copying = { opened, out, types }
  yield* copyPart(copying, 'content.xml', 'text/xml', 'content.xml', (xml) =>
    copyContent(xml, digit, periods, () => replaced++),
  )
  if (hasPart(opened, 'styles.xml'))
    yield* copyPart(copying, 'styles.xml', 'text/xml', 'styles.xml', (xml) => copyOpenStyles(xml, digit))
  const manifest = out.part('META-INF/manifest.xml')
  manifest.write(manifestXml([...types.keys()]))
  manifest.end()
  return { bytes: out.done(), replaced }
}

function* isEncrypted(opened: PackageIn): Generator<void, boolean> {
  let found = false
  if (!hasPart(opened, 'META-INF/manifest.xml')) return false
  yield* walkPart(opened, 'META-INF/manifest.xml', {
    open({ local }) {
      if (local === 'encryption-data') found = true
    },
    close: nothing,
    text: nothing,
  })
  return found
}

/** First walk through the content: the periods of each sheet, in their order. */
function takeTables(tell: (periods: Periods) => void): XmlWalker {
  let table: XmlWalker | null = null
  return {
    open(element) {
      if (table !== null) return table.open(element)
      if (element.local !== 'table') return
      const { walker, periods } = takeOpenPeriods()
      table = walker
      tell(periods)
    },
    close(name, local) {
      if (local === 'table') table = null
      table?.close(name, local)
    },
    text: (text) => table?.text(text),
  }
}

/** What is copied of a document's frame as it stands, what only as a frame. All else is left out. */
const WHOLE: readonly string[] = ['font-face-decls', 'automatic-styles', 'calculation-settings']
const FRAME: readonly string[] = ['document-content', 'body', 'spreadsheet']
/** What parts a sheet into columns and rows, beside the rows themselves. */
const GRID: readonly string[] = [
  'table-columns',
  'table-column',
  'table-column-group',
  'table-header-columns',
  'table-rows',
  'table-row-group',
  'table-header-rows',
  'soft-page-break',
]

function copyContent(
  out: XmlOut,
  digit: FalseDigit,
  periods: readonly Periods[],
  replaced: () => void,
): XmlWalker {
  const styles = copyOpenStyles(out, digit)
  let sheets = 0
  let table: XmlWalker | null = null
  let wholeDepth = 0
  let droppedDepth = 0
  let rowDepth = 0
  const openTable = (element: Element) => {
    const isPeriod = periods[sheets++]?.done() ?? (() => false)
    table = copyOpenCells(out, { digit, isPeriod, replaced })
    out.open(element.name, layoutAttributes(element))
  }
  return {
    open(element) {
      const { name, local } = element
      if (droppedDepth > 0) droppedDepth++
      else if (wholeDepth > 0 || WHOLE.indexOf(local) !== -1) {
        wholeDepth++
        styles.open(element)
      } else if (rowDepth > 0 || (table !== null && local === 'table-row')) {
        rowDepth++
        table?.open(element)
      } else if (table !== null && GRID.indexOf(local) !== -1) out.open(name, layoutAttributes(element))
      else if (table === null && FRAME.indexOf(local) !== -1) out.open(name, namespaces(element))
      else if (table === null && local === 'table') openTable(element)
      else droppedDepth = 1
    },
    close(name, local) {
      if (droppedDepth > 0) droppedDepth--
      else if (wholeDepth > 0) {
        wholeDepth--
        styles.close(name, local)
      } else if (rowDepth > 0) {
        rowDepth--
        table?.close(name, local)
      } else {
        if (local === 'table') table = null
        out.close(name)
      }
    },
    text(text) {
      if (wholeDepth > 0) styles.text(text)
      else if (rowDepth > 0) table?.text(text)
    },
  }
}

/** The namespaces that an element declares, and the version of the format. */
function namespaces({ attributes }: Element): Readonly<Record<string, string>> {
  const found = attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found))
    if (/^xmlns(:|$)/.test(name) || localName(name) === 'version') kept[name] = found[name] ?? ''
  return kept
}

/** Headers and footers of pages, and pictures behind cells. */
const NOT_STYLES: readonly string[] = [
  'header',
  'header-left',
  'header-first',
  'footer',
  'footer-left',
  'footer-first',
  'background-image',
  'fill-image',
  'script',
]

const copyOpenStyles = (out: XmlOut, digit: FalseDigit): XmlWalker =>
  copyingInto(out, {
    namespace: null,
    dropped: NOT_STYLES,
    keeps: (name) => !/^(?:xlink|draw):(?:href|.*image.*)$/.test(name),
    text: (text) => editedText(text, labelEdits(text, digit)),
  })

function manifestXml(parts: readonly string[]): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  const entries = [entry('/', SPREADSHEET), ...parts.map((part) => entry(part, 'text/xml'))]
  return `${XML_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`
}
