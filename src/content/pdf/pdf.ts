import { isCloudLink } from '../cloud-link.ts'
import type { Cell, Reading } from '../content.ts'
import { type Opened, PAUSE, unreadable } from '../inside.ts'
import { READABLE_PIXELS } from '../picture.ts'
import { joined } from '../pieces.ts'
import { cellsOfLine } from '../text/lines.ts'
import { type Annotations, drawAnnotations } from './annotations.ts'
import { readAttachments } from './attachments.ts'
import { rowsOfLines } from './columns.ts'
import { type Drawing, type DrawPause, draw } from './content.ts'
import { openPdf } from './document.ts'
import { linesOf } from './lines.ts'
import { IDENTITY } from './matrix.ts'
import { type PdfPage, pagesOf } from './pages.ts'
import { startRuns } from './runs.ts'
import { isStream, itemsOf, type PdfDictionary, type PdfValue } from './values.ts'

/**
 * Reads a PDF: each page as a table, each line as a row, its words and numbers
 * as cells, then the files attached to it. Pages that are drawn but hold no
 * letters are `picture`; what can be read of the others is told all the same.
 * Source: ISO 32000-1.
 */
export function* readPdf(opened: Opened): Generator<Reading, void> {
  const { path, bytes, budget } = opened
  const document = openPdf(bytes, budget)
  if (document === 'encrypted' || document === 'damaged') return yield unreadable(path, document)
  yield PAUSE
  const reader: Reader = { path, document, budget, fonts: new Map(), faults: new Set(), files: [] }
  yield* readPages(reader)
  const worst = WORST_FIRST.find((because) => reader.faults.has(because))
  if (worst !== undefined) yield unreadable(path, worst)
  yield* readAttachments(opened, document, reader.files)
}

type Reader = Pick<Drawing, 'document' | 'budget' | 'fonts' | 'faults'> & {
  readonly path: string
  /** Files pinned to pages. */
  readonly files: PdfValue[]
}

/** Of several reasons, the one that hides most. */
const WORST_FIRST = ['too-large', 'damaged', 'picture'] as const

function* readPages(reader: Reader): Generator<Reading, void> {
  const { document, budget, faults } = reader
  const pages = pagesOf(document)
  let next = pages.next()
  for (let number = 1; !next.done; number++) {
    yield { kind: 'table', name: `page ${number}` }
    yield* readPage(reader, next.value)
    if (budget.expandedBytes < 0 || budget.cells < 0) {
      faults.add('too-large')
      return
    }
    next = pages.next()
  }
  if (!next.value) faults.add('damaged')
}

/** Curves from which a page without letters seems to have them drawn as outlines. */
const OUTLINED_CURVES = 200
/** Letters that nobody can tell: a few are bullets, more are text that can only be looked at. */
const UNKNOWN_LETTERS = 8
const UNKNOWN_SHARE = 0.1

/** What was told of a page so far. */
type Told = { row: number; letters: number; unknown: number }

function* readPage(reader: Reader, page: PdfPage): Generator<Reading, void> {
  const drawing: Drawing = { ...reader, runs: startRuns(), pixels: 0, curves: 0 }
  const told: Told = { row: 0, letters: 0, unknown: 0 }
  const steps = drawPage(drawing, page)
  let step = steps.next()
  for (; ; step = steps.next()) {
    if (step.done || step.value === 'full') yield* linesSoFar(drawing, told)
    else yield PAUSE
    if (step.done || drawing.budget.cells < 0) break
  }
  if (step.done) yield* besides(reader, drawing, told, step.value)
  const isDrawn = drawing.pixels >= READABLE_PIXELS || drawing.curves > OUTLINED_CURVES
  const isUnknown = told.unknown >= UNKNOWN_LETTERS && told.unknown >= told.letters * UNKNOWN_SHARE
  if ((told.letters === 0 && isDrawn) || isUnknown) reader.faults.add('picture')
}

function* drawPage(drawing: Drawing, { page, resources }: PdfPage): Generator<DrawPause, Annotations> {
  yield* draw(drawing, contentOf(drawing, page), resources, IDENTITY)
  return yield* drawAnnotations(drawing, page)
}

function* linesSoFar(drawing: Drawing, told: Told): Generator<Reading, void> {
  told.letters += drawing.runs.letters()
  told.unknown += drawing.runs.unknown()
  yield PAUSE
  const lines = linesOf(drawing.runs.take())
  yield PAUSE
  for (const cells of rowsOfLines(lines)) yield* row(drawing, told, cells)
}

function* besides(
  reader: Reader,
  drawing: Drawing,
  told: Told,
  { texts, links, files }: Annotations,
): Generator<Reading, void> {
  for (const text of texts)
    for (const line of text.split(/[\r\n]+/)) yield* row(drawing, told, cellsOfLine(line))
  for (const url of links) if (isCloudLink(url)) yield { kind: 'cloud-link', path: reader.path, url }
  for (const file of files) reader.files.push(file)
}

/**
 * What a cell costs of the budget for cells. Finding it among drawn letters takes
 * about 3 µs, four times as long as in a spreadsheet; a million are 2,000 dense pages.
 */
const CELL_COST = 4

function* row({ budget }: Drawing, told: Told, cells: readonly Cell[]): Generator<Reading, void> {
  budget.cells -= CELL_COST * cells.length
  if (budget.cells >= 0 && cells.length > 0) yield { kind: 'row', row: told.row++, cells }
}

/** The content of a page, which may be cut into several streams anywhere between two words. */
function contentOf({ document, faults }: Drawing, page: PdfDictionary): Uint8Array {
  const contents = document.entry(page, 'Contents')
  const pieces: Uint8Array[] = []
  for (const value of isStream(contents) ? [contents] : itemsOf(contents).map(document.resolve)) {
    if (!isStream(value)) continue
    const { bytes, end } = document.contentOf(value)
    if (end !== 'whole') faults.add(end === 'too-large' ? end : 'damaged')
    pieces.push(bytes, LINE_END)
  }
  return joined(pieces)
}

const LINE_END = Uint8Array.of(10)
