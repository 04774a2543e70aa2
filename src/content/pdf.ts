import type { Reading, Unreadable } from './content.ts'
import { type Opened, unreadable } from './inside.ts'
import type { Budget } from './limits.ts'
import { rowsOfLines } from './pdf-columns.ts'
import { type Drawing, draw } from './pdf-content.ts'
import { openPdf, type PdfDocument } from './pdf-document.ts'
import { linesOf } from './pdf-lines.ts'
import { IDENTITY } from './pdf-matrix.ts'
import { type PdfPage, pagesOf } from './pdf-pages.ts'
import { startRuns } from './pdf-runs.ts'
import { isStream, itemsOf } from './pdf-values.ts'
import { joined } from './pieces.ts'

/**
 * Reads a PDF: each page as a table, each line as a row, its words and numbers
 * as cells. Pages that are drawn but hold no letters are `picture`; what can be
 * read of the others is told all the same.
 */
export function* readPdf(opened: Opened): Generator<Reading, void> {
  const { path, bytes, budget } = opened
  const document = openPdf(bytes, budget)
  if (document === 'encrypted' || document === 'damaged') return yield unreadable(path, document)
  const faults = new Set<Unreadable>()
  yield* readPages(document, budget, faults)
  const worst = WORST_FIRST.find((because) => faults.has(because))
  if (worst !== undefined) yield unreadable(path, worst)
}

/** Of several reasons, the one that hides most. */
const WORST_FIRST = ['too-large', 'damaged', 'picture'] as const

function* readPages(
  document: PdfDocument,
  budget: Budget,
  faults: Set<Unreadable>,
): Generator<Reading, void> {
  const fonts: Drawing['fonts'] = new Map()
  const pages = pagesOf(document)
  let next = pages.next()
  for (let number = 1; !next.done; number++) {
    yield { kind: 'table', name: `page ${number}` }
    const drawing = { document, budget, runs: startRuns(), fonts, faults, images: 0, curves: 0, objects: 0 }
    yield* readPage(drawing, next.value)
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

function* readPage(drawing: Drawing, page: PdfPage): Generator<Reading, void> {
  const drawn = draw(drawing, contentOf(drawing, page.page), page.resources, IDENTITY)
  const known = { row: 0, letters: 0 }
  for (let step = drawn.next(); ; step = drawn.next()) {
    yield* rowsSoFar(drawing, known)
    if (step.done || drawing.budget.cells < 0) break
  }
  const isDrawn = drawing.images > 0 || drawing.curves > OUTLINED_CURVES
  if (known.letters === 0 && isDrawn) drawing.faults.add('picture')
}

type Told = { row: number; letters: number }

function* rowsSoFar({ runs, budget }: Drawing, told: Told): Generator<Reading, void> {
  told.letters += runs.letters()
  for (const cells of rowsOfLines(linesOf(runs.take()))) {
    budget.cells -= cells.length
    if (budget.cells < 0) return
    yield { kind: 'row', row: told.row++, cells }
  }
}

/** The content of a page, which may be cut into several streams anywhere between two words. */
function contentOf({ document, faults }: Drawing, page: PdfPage['page']): Uint8Array {
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
