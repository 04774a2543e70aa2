import type { Reading, Unreadable } from './content.ts'
import { readText } from './delimited.ts'
import { formatOf } from './format-of.ts'
import { readHtml } from './html.ts'
import { type Budget, MAX_DEPTH } from './limits.ts'
import { readCompound, readExcelStream } from './office-storage.ts'
import { textOf } from './text-encoding.ts'
import { faultOf, isWorkbook, readXlsx } from './xlsx.ts'
import { openZip, readEntry, type Zip } from './zip.ts'

/** What stands between the name of an archive and that of a file inside it. */
const INSIDE = ' › '

/**
 * Reads a file, and the files inside it: tables row by row, text line by line,
 * and why something could not be read.
 *
 * It never throws on any bytes, and whatever it does not tell it says so: a file
 * without a row and without `unreadable` holds nothing.
 *
 * @param path the file's name; files inside are told as `archive.zip › table.csv`
 */
export function* read(path: string, bytes: Uint8Array, budget: Budget, depth = 0): Generator<Reading, void> {
  yield { kind: 'part', path, bytes }
  switch (formatOf(bytes)) {
    case 'zip':
      return yield* readZip(path, bytes, budget, depth)
    case 'html':
      return yield* readHtml(path, textOf(bytes), budget)
    case 'text':
      return yield* readText(path, textOf(bytes), budget)
    case 'picture':
      return yield unreadable(path, 'picture')
    case 'archive':
    case 'gzip':
      return yield unreadable(path, 'archive-not-opened')
    case 'nothing':
      return
    case 'compound':
      return yield* readCompound(path, bytes, budget, depth, read)
    case 'excel-stream':
      return yield* readExcelStream(path, bytes, budget)
    case 'protected':
      return yield unreadable(path, 'encrypted')
    case 'pdf':
    case 'rtf':
    case 'xml':
    case 'mail':
    case 'unknown':
      return yield unreadable(path, 'unknown-format')
  }
}

const unreadable = (path: string, because: Unreadable): Reading => ({ kind: 'unreadable', path, because })

function* readZip(path: string, bytes: Uint8Array, budget: Budget, depth: number): Generator<Reading, void> {
  const zip = openZip(bytes)
  if (isWorkbook(zip)) return yield* readXlsx({ path, bytes, zip, budget })
  if (zip.entries.length === 0 && !zip.sound) return yield unreadable(path, 'damaged')
  yield* readEntries(path, bytes, zip, budget, depth)
  if (!zip.sound) yield unreadable(path, 'damaged')
}

function* readEntries(
  path: string,
  bytes: Uint8Array,
  zip: Zip,
  budget: Budget,
  depth: number,
): Generator<Reading, void> {
  if (depth >= MAX_DEPTH) return yield unreadable(path, 'too-large')
  for (const entry of zip.entries) {
    if (entry.name.endsWith('/')) continue
    budget.entries--
    if (budget.entries < 0) return yield unreadable(path, 'too-large')
    const inside = path + INSIDE + entry.name
    const pieces: Uint8Array[] = []
    const reading = readEntry(bytes, entry, budget)
    let next = reading.next()
    while (!next.done) {
      pieces.push(next.value)
      next = reading.next()
    }
    const fault = faultOf(next.value)
    yield* read(inside, joined(pieces), budget, depth + 1)
    if (fault !== null) yield unreadable(inside, fault)
    if (fault === 'too-large') return
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
