import { isSpace } from './bytes.ts'
import { lexerOf } from './lexer.ts'
import { objectAt, rawStream } from './object.ts'
import { dictionaryOf, isKeyword, isStream, nameOf, type PdfDictionary, type PdfStream } from './values.ts'
import { MAX_OBJECTS, type Places } from './xref.ts'

/** What was found by looking through the whole file. */
export type Scan = {
  readonly places: Places
  /** Newest last. */
  readonly trailers: readonly PdfDictionary[]
  /** Numbers of streams that hold objects. */
  readonly objectStreams: readonly number[]
}

/**
 * Looks for every `12 0 obj` and every trailer in the file, for files that say
 * wrongly where their objects are. A later object replaces an earlier one.
 */
export function scanned(bytes: Uint8Array): Scan {
  const starts = objectStarts(bytes)
  const places: Places = new Map()
  const trailers = [...trailersIn(bytes)]
  const objectStreams: number[] = []
  let passed = 0
  starts.forEach((start, index) => {
    if (start < passed) return
    const found = objectAt(bytes.subarray(0, starts[index + 1]), start)
    if (found === null) return
    places.delete(found.number)
    places.set(found.number, { kind: 'at', at: start })
    const { entries } = dictionaryOf(found.value)
    const type = nameOf(entries.get('Type'))
    if (type === 'ObjStm') objectStreams.push(found.number)
    if (type === 'XRef') trailers.push(dictionaryOf(found.value))
    if (isStream(found.value)) passed = endOf(bytes, found.value)
  })
  return { places, trailers, objectStreams }
}

/** A stream that tells its length is passed over: it may hold a PDF itself. */
const endOf = (bytes: Uint8Array, stream: PdfStream): number => {
  const length = stream.dictionary.entries.get('Length')
  if (typeof length !== 'number') return stream.from
  const raw = rawStream(bytes, stream, (value) => value ?? null)
  return raw.length === length ? stream.from + length : stream.from
}

function objectStarts(bytes: Uint8Array): readonly number[] {
  const starts: number[] = []
  for (
    let at = bytes.indexOf(0x6f);
    at !== -1 && starts.length < MAX_OBJECTS;
    at = bytes.indexOf(0x6f, at + 1)
  ) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue
    const start = objectStart(bytes, at)
    if (start !== null) starts.push(start)
  }
  return starts
}

/** Where `12 0` before the word `obj` begins. */
function objectStart(bytes: Uint8Array, obj: number): number | null {
  let at = obj - 1
  for (let part = 0; part < 2; part++) {
    const end = at
    while (isSpace(bytes[at])) at--
    if (at === end) return null
    const last = at
    while (at >= 0 && (bytes[at] ?? 0) >= 48 && (bytes[at] ?? 0) <= 57 && last - at < 10) at--
    if (at === last) return null
  }
  return at + 1
}

/** Trailers looked at, one an update, and bytes of one: hostile files have more. */
const MAX_TRAILERS = 1_000
const TRAILER_BYTES = 65_536

function trailersIn(bytes: Uint8Array): readonly PdfDictionary[] {
  const found: PdfDictionary[] = []
  for (
    let at = bytes.indexOf(0x74);
    at !== -1 && found.length < MAX_TRAILERS;
    at = bytes.indexOf(0x74, at + 1)
  ) {
    if (bytes[at + 1] !== 0x72 || bytes[at + 6] !== 0x72) continue
    const lexer = lexerOf(bytes.subarray(0, at + TRAILER_BYTES), at)
    if (isKeyword(lexer.next(), 'trailer')) found.push(dictionaryOf(lexer.next()))
  }
  return found
}
