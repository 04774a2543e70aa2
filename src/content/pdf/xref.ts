import type { Budget } from '../limits.ts'
import { decoded } from './filters.ts'
import { lexerOf } from './lexer.ts'
import { objectAt, rawStream } from './object.ts'
import {
  isDictionary,
  isKeyword,
  isStream,
  nameOf,
  numberOf,
  numbersOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './values.ts'

/** Where an object is to be found. */
export type ObjectPlace =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'inside'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' }

export type Places = Map<number, ObjectPlace>

/** What the file says of itself: where its objects are and where to begin. */
export type Xref = { readonly places: Places; readonly trailer: PdfDictionary }

/** Objects of one file. A table of 300 pages has some ten thousand; the map of so many takes about 60 MB. */
export const MAX_OBJECTS = 500_000

/** Updates that were appended one after the other. */
const MAX_SECTIONS = 1_000

/** Bytes at the end in which the way to the table is looked for: mail gateways append lines. */
const END_BYTES = 65_536

const FREE: ObjectPlace = { kind: 'free' }

/** Nothing is followed before the table is there. */
const unfollowed = (value: PdfValue | undefined): PdfValue => value ?? null

/**
 * Reads the cross-reference tables and streams, newest first, hybrid ones too.
 * `null` where the file does not say where they are, or says it wrongly.
 * Source: ISO 32000-1, §7.5.4, §7.5.8.
 */
export function readXref(bytes: Uint8Array, budget: Budget): Xref | null {
  const places: Places = new Map()
  const seen = new Set<number>()
  let trailer: PdfDictionary | null = null
  let at = startOf(bytes)
  while (at !== null && !seen.has(at) && seen.size < MAX_SECTIONS) {
    seen.add(at)
    const section = sectionAt(bytes, at, budget)
    if (section === null) return null
    for (const [number, place] of section.places)
      if (!places.has(number) && places.size < MAX_OBJECTS) places.set(number, place)
    trailer = trailer ?? section.trailer
    const before = section.trailer.entries.get('Prev')
    at = typeof before === 'number' ? before : null
  }
  return trailer === null ? null : { places, trailer }
}

function startOf(bytes: Uint8Array): number | null {
  const from = Math.max(0, bytes.length - END_BYTES)
  for (let at = bytes.length - 9; at >= from; at--) {
    if (bytes[at] !== 0x73 || bytes[at + 5] !== 0x78) continue
    const lexer = lexerOf(bytes, at)
    if (!isKeyword(lexer.next(), 'startxref')) continue
    const start = lexer.next()
    if (typeof start !== 'number' || !(start > 0 && start < bytes.length)) return null
    return hasObject(bytes, lexer.at()) ? null : start
  }
  return null
}

/** Objects behind the last table are a later version of the file whose own table was cut off. */
function hasObject(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(OBJ[0], from); at !== -1; at = bytes.indexOf(OBJ[0], at + 1))
    if (OBJ.every((byte, place) => bytes[at + place] === byte)) return true
  return false
}

/** ` obj`. */
const OBJ = [0x20, 0x6f, 0x62, 0x6a] as const

function sectionAt(bytes: Uint8Array, from: number, budget: Budget): Xref | null {
  const lexer = lexerOf(bytes, from)
  if (!isKeyword(lexer.next(), 'xref')) return streamAt(bytes, from, budget)
  const table = tableAt(bytes, lexer.at())
  if (table === null) return null
  const beside = table.trailer.entries.get('XRefStm')
  const hidden = typeof beside === 'number' ? streamAt(bytes, beside, budget) : null
  if (hidden === null) return table
  for (const [number, place] of hidden.places)
    if ((table.places.get(number) ?? FREE).kind === 'free') table.places.set(number, place)
  return table
}

/** `0 3` and three lines `0000000016 00000 n`, as often as wanted, then `trailer << … >>`. */
function tableAt(bytes: Uint8Array, from: number): Xref | null {
  const places: Places = new Map()
  const lexer = lexerOf(bytes, from)
  for (;;) {
    const first = lexer.next()
    if (isKeyword(first, 'trailer')) break
    const count = lexer.next()
    if (typeof first !== 'number' || typeof count !== 'number') return null
    for (let number = first; number < first + count; number++) {
      const at = lexer.next()
      const generation = lexer.next()
      const use = lexer.next()
      if (typeof at !== 'number' || typeof generation !== 'number' || places.size > MAX_OBJECTS) return null
      places.set(number, isKeyword(use, 'n') ? { kind: 'at', at } : FREE)
    }
  }
  const trailer = lexer.next()
  return isDictionary(trailer) ? { places, trailer } : null
}

function streamAt(bytes: Uint8Array, at: number, budget: Budget): Xref | null {
  if (!(at >= 0 && at < bytes.length)) return null
  const stream = objectAt(bytes, at)?.value
  if (!isStream(stream) || nameOf(stream.dictionary.entries.get('Type')) !== 'XRef') return null
  return { places: placesIn(bytes, stream, budget), trailer: stream.dictionary }
}

function placesIn(bytes: Uint8Array, stream: PdfStream, budget: Budget): Places {
  const { entries } = stream.dictionary
  const table = decoded(rawStream(bytes, stream, unfollowed), stream.dictionary, unfollowed, budget).bytes
  const widths = numbersOf(entries.get('W')).map((width) => Math.min(Math.max(width, 0), 8))
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const step = kindWidth + secondWidth + thirdWidth
  const listed = numbersOf(entries.get('Index'))
  const ranges = listed.length > 1 ? listed : [0, numberOf(entries.get('Size'), 0)]
  const places: Places = new Map()
  let at = 0
  for (let range = 0; range + 1 < ranges.length && step > 0; range += 2) {
    const first = ranges[range] ?? 0
    const end = first + (ranges[range + 1] ?? 0)
    for (let number = first; number < end && at + step <= table.length; number++, at += step) {
      if (places.size > MAX_OBJECTS) return places
      const kind = kindWidth === 0 ? 1 : wide(table, at, kindWidth)
      const second = wide(table, at + kindWidth, secondWidth)
      const third = wide(table, at + kindWidth + secondWidth, thirdWidth)
      places.set(number, placeOf(kind, second, third))
    }
  }
  return places
}

function placeOf(kind: number, second: number, third: number): ObjectPlace {
  if (kind === 1) return { kind: 'at', at: second }
  return kind === 2 ? { kind: 'inside', stream: second, index: third } : FREE
}

function wide(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let place = 0; place < width; place++) value = value * 256 + (bytes[at + place] ?? 0)
  return value
}
