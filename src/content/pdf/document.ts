import type { Budget } from '../limits.ts'
import { type Decrypter, decrypterOf } from './encryption.ts'
import { type Decoded, decoded, isLeftPlain } from './filters.ts'
import { isCutOff, objectAt, rawStream } from './object.ts'
import { packedObjects } from './object-streams.ts'
import { scanned } from './recovery.ts'
import {
  dictionaryOf,
  isDictionary,
  isReference,
  isStream,
  NO_ENTRIES,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfValue,
  type Resolve,
} from './values.ts'
import { type Places, readXref } from './xref.ts'

/** A PDF that can be asked for its objects. */
export type PdfDocument = {
  readonly root: PdfDictionary
  readonly resolve: Resolve
  /** The value of a dictionary's entry, references followed. */
  entry(dictionary: PdfDictionary, key: string): PdfValue
  /** What a stream holds, its filters undone. */
  contentOf(stream: PdfStream): Decoded
  /** All objects of a `/Type`, in the order of the file: for files without a tree of pages. */
  ofType(type: string): readonly PdfReference[]
}

/** Parsed objects that are kept; each costs some hundred bytes. */
const MOST_KEPT = 5_000

/** A reference to a reference to …: no file has more than one. */
const MAX_HOPS = 16

/** The file's objects, found where it says or, once that proves wrong, by looking for them. */
type Store = Omit<PdfDocument, 'root'> & {
  /** The root and what else the file says of itself, newest last. */
  trailers(): readonly PdfDictionary[]
  unlock(decrypter: Decrypter): void
  /** Looks for the objects in the file itself, those packed in streams left out. */
  repair(): void
  /** Looks for those too: once the file is unlocked. */
  unpack(): void
  isRepaired(): boolean
}

/** Opens a PDF, or says why it cannot be opened. Nothing before its header counts. */
export function openPdf(bytes: Uint8Array, budget: Budget): PdfDocument | 'encrypted' | 'damaged' {
  const store = storeOf(bytes.subarray(headerIn(bytes)), budget)
  if (!isUnlocked(store)) return 'encrypted'
  const root = rootOf(store)
  if (root !== null) return { ...store, root }
  if (!store.isRepaired()) store.repair()
  if (!isUnlocked(store)) return 'encrypted'
  store.unpack()
  const found = rootOf(store) ?? (store.ofType('Page').length > 0 ? NO_ENTRIES : null)
  return found === null ? 'damaged' : { ...store, root: found }
}

function headerIn(bytes: Uint8Array): number {
  for (let at = 0; at < Math.min(bytes.length, 1024); at++)
    if (bytes[at] === 0x25 && bytes[at + 1] === 0x50 && bytes[at + 2] === 0x44 && bytes[at + 3] === 0x46)
      return at
  return 0
}

/** Whether there is no lock, or one that opens without a password. */
function isUnlocked(store: Store): boolean {
  for (const trailer of store.trailers()) {
    if (!trailer.entries.has('Encrypt')) continue
    const decrypter = decrypterOf(trailer, store.resolve)
    if (decrypter === null) return false
    store.unlock(decrypter)
  }
  return true
}

function rootOf(store: Store): PdfDictionary | null {
  const named = [...store.trailers()].reverse().map((trailer) => store.entry(trailer, 'Root'))
  const root = named.find((candidate) => isDictionary(candidate) && candidate.entries.has('Pages'))
  if (isDictionary(root)) return root
  if (!store.isRepaired()) return null
  const [catalog] = [...store.ofType('Catalog')].reverse()
  return catalog === undefined ? null : dictionaryOf(store.resolve(catalog))
}

function storeOf(bytes: Uint8Array, budget: Budget): Store {
  const xref = readXref(bytes, budget)
  let places: Places = xref?.places ?? new Map()
  let trailers: readonly PdfDictionary[] = xref === null ? [] : [xref.trailer]
  let decrypter: Decrypter | null = null
  let repaired = false
  const kept = new Map<number, PdfValue>()
  const underWay = new Set<number>()

  const resolve: Resolve = (value) => {
    let found = value ?? null
    for (let hops = 0; isReference(found); hops++) found = hops < MAX_HOPS ? object(found.number) : null
    return found
  }

  const contentOf = (stream: PdfStream): Decoded => {
    const raw = rawStream(bytes, stream, resolve)
    const plain =
      decrypter === null || isLeftPlain(stream.dictionary, resolve)
        ? raw
        : decrypter.bytes(raw, stream.number, stream.generation)
    const content = decoded(plain, stream.dictionary, resolve, budget)
    return content.end === 'whole' && isCutOff(bytes, stream, raw) ? { ...content, end: 'damaged' } : content
  }

  const spend = (count: number) => {
    budget.expandedBytes -= count
  }
  const packed = packedObjects(resolve, (stream) => contentOf(stream).bytes, spend)

  const object = (number: number): PdfValue => {
    const known = kept.get(number)
    if (known !== undefined) return known
    if (underWay.has(number) || budget.expandedBytes < 0) return null
    underWay.add(number)
    const found = load(number)
    underWay.delete(number)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(number, found)
    return found
  }

  const load = (number: number): PdfValue => {
    const place = places.get(number)
    if (place === undefined || place.kind === 'free') return null
    if (place.kind === 'inside') {
      const container = places.get(place.stream)?.kind === 'at' ? object(place.stream) : null
      return isStream(container) ? packed.valueOf(container, number) : null
    }
    const found = objectAt(bytes, place.at, decrypter?.text)
    spend(found === null ? 0 : found.end - place.at)
    if (found?.number === number) return found.value
    if (repaired) return null
    repair()
    unpack()
    return load(number)
  }

  let streams: readonly number[] = []
  const repair = () => {
    const scan = scanned(bytes)
    repaired = true
    places = scan.places
    streams = scan.objectStreams
    trailers = scan.trailers.filter(({ entries }) => entries.has('Root') || entries.has('Encrypt'))
    kept.clear()
  }

  const unpack = () => {
    for (const number of streams) {
      const container = object(number)
      if (!isStream(container)) continue
      for (const inside of packed.numbersIn(container))
        if (!places.has(inside)) places.set(inside, { kind: 'inside', stream: number, index: 0 })
    }
    kept.clear()
  }
  if (xref === null) repair()

  return {
    resolve,
    contentOf,
    repair,
    unpack,
    entry: (dictionary, key) => resolve(dictionary.entries.get(key)),
    trailers: () => trailers,
    isRepaired: () => repaired,
    unlock(key) {
      decrypter = key
      kept.clear()
    },
    ofType: (type) =>
      [...places.keys()]
        .map((number): PdfReference => ({ kind: 'reference', number, generation: 0 }))
        .filter((reference) => nameOf(dictionaryOf(resolve(reference)).entries.get('Type')) === type),
  }
}
