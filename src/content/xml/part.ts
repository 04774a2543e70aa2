import { type EntryEnd, readEntry, type ZipEntry } from '../archive/zip.ts'
import type { Reading } from '../content.ts'
import { type Page, pageInto } from '../document/page.ts'
import { type Opened, PAUSE } from '../inside.ts'
import type { Budget } from '../limits.ts'
import { readXml, type XmlHandler } from './xml.ts'

/** A handler that puts its text on the page, and may tell rows of its own. */
export type HandlerOf = (page: Page, tell: (reading: Reading) => void) => XmlHandler

/** Reads an XML file of a package. What it tells counts against the budget of cells. */
export const readXmlEntry = (
  opened: Opened,
  entry: ZipEntry,
  handlerOf: HandlerOf,
): Generator<Reading, EntryEnd> =>
  readXmlPieces(opened.budget, readEntry(opened.bytes, entry, opened.budget), handlerOf)

const NOTHING_YET: readonly Reading[] = [PAUSE]

export function* readXmlPieces(
  budget: Budget,
  pieces: Generator<Uint8Array, EntryEnd>,
  handlerOf: HandlerOf,
): Generator<Reading, EntryEnd> {
  let ready: Reading[] = []
  const tell = (reading: Reading) => {
    ready.push(reading)
  }
  const takeReady = () => {
    const taken = ready.length === 0 ? NOTHING_YET : ready
    ready = []
    return taken
  }
  const page = pageInto(tell)
  const reading = readXml(pieces, handlerOf(page, tell), takeReady)
  let next = reading.next()
  while (!next.done) {
    if (!isWithin(next.value, budget)) return 'too-large'
    yield next.value
    next = reading.next()
  }
  page.end()
  for (const last of takeReady()) {
    if (!isWithin(last, budget)) return 'too-large'
    yield last
  }
  return next.value
}

function isWithin(reading: Reading, budget: Budget): boolean {
  if (reading.kind === 'row') budget.cells -= reading.cells.length
  return budget.cells >= 0
}

/** Leaves a document to the handler that its root asks for: what a file is called says nothing. */
export function byRoot(handlerFor: (root: string) => XmlHandler): XmlHandler {
  let handler: XmlHandler | null = null
  return {
    open(name, attributes, isEmpty) {
      handler ??= handlerFor(name)
      handler.open(name, attributes, isEmpty)
    },
    close: (name) => handler?.close(name),
    text: (text) => handler?.text(text),
  }
}

const nothing = (): void => undefined

/** Takes a document that has nothing to tell. */
export const QUIET: XmlHandler = { open: nothing, close: nothing, text: nothing }

/** A file that is at hand whole, as the pieces of one. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array, EntryEnd> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
  return 'whole'
}

const PIECE_BYTES = 16_384
