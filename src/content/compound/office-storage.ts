import type { Reading } from '../content.ts'
import { INSIDE, type ReadInside, unreadable } from '../inside.ts'
import type { Budget } from '../limits.ts'
import { isMessage, readMessage } from '../mail/msg.ts'
import { readXls } from '../workbook/xls.ts'
import { openCompound, type Storage, type Stream, streamNamed } from './compound.ts'
import { isEncryptedPowerPoint, isEncryptedWord, objectsInPowerPoint } from './old-office.ts'
import { nativeFile } from './ole-native.ts'
import { type OpenStorage, readInside, takesPart } from './open-storage.ts'

/** Reads a compound file: a workbook, a message, or what can be said of it, and the objects inside it. */
export function* readCompound(
  path: string,
  bytes: Uint8Array,
  budget: Budget,
  depth: number,
  read: ReadInside,
): Generator<Reading, void> {
  const file = openCompound(bytes)
  if (file === null) return yield unreadable(path, 'damaged')
  const known = yield* readStorage({ path, file, storage: file.root, budget, depth, read })
  if (!known) yield unreadable(path, file.sound ? 'unknown-format' : 'damaged')
  else if (!file.sound) yield unreadable(path, 'damaged')
}

/** Streams by which Office marks what it encrypted. Source: [MS-OFFCRYPTO] 1.3.2, 1.3.3. */
const ENCRYPTED = [
  'EncryptedPackage',
  'EncryptionInfo',
  '\tDRMContent',
  '\tDRMViewerContent',
  '\tDRMTransform',
]

/** Reads a storage and those in it; false where it holds nothing that is known. */
export function* readStorage(opened: OpenStorage): Generator<Reading, boolean> {
  const { path, storage } = opened
  if (ENCRYPTED.some((name) => streamNamed(storage, name) !== undefined)) {
    yield unreadable(path, 'encrypted')
    return true
  }
  if (isMessage(storage)) {
    yield* readMessage(opened, readObject)
    return true
  }
  const known = yield* readOwnStreams(opened)
  const inside = yield* readInner(opened)
  return known || inside
}

function* readOwnStreams(opened: OpenStorage): Generator<Reading, boolean> {
  const { storage } = opened
  const workbook = streamNamed(storage, 'Workbook') ?? streamNamed(storage, 'Book')
  const word = streamNamed(storage, 'WordDocument')
  const slides = streamNamed(storage, 'PowerPoint Document')
  const native = streamNamed(storage, '\u0001Ole10Native')
  const contents = streamNamed(storage, 'CONTENTS')
  const oldSlides = streamNamed(storage, 'PP40')
  if (workbook !== undefined) yield* readWorkbook(opened, workbook)
  if (word !== undefined)
    yield unreadable(opened.path, isEncryptedWord(contentOf(opened, word)) ? 'encrypted' : 'old-format')
  if (slides !== undefined) yield* readSlides(opened, slides)
  if (oldSlides !== undefined) yield unreadable(opened.path, 'old-format')
  if (native !== undefined) {
    const file = nativeFile(contentOf(opened, native))
    yield* readInside(opened, file.name, file.bytes)
  }
  if (contents !== undefined) yield* readInside(opened, 'contents', contentOf(opened, contents))
  return [workbook, word, slides, oldSlides, native, contents].some((stream) => stream !== undefined)
}

const contentOf = ({ file, budget }: OpenStorage, stream: Stream): Uint8Array =>
  file.contentOf(stream, budget).bytes

function* readWorkbook({ path, file, budget }: OpenStorage, stream: Stream): Generator<Reading, void> {
  const content = file.contentOf(stream, budget)
  const end = yield* readXls(content.bytes, budget)
  const worst = end === 'whole' ? content.end : end
  if (worst !== 'whole') yield unreadable(path, worst)
}

/** Reads a workbook stream that stands by itself, as the oldest versions wrote it. */
export function* readExcelStream(path: string, bytes: Uint8Array, budget: Budget): Generator<Reading, void> {
  const end = yield* readXls(bytes, budget)
  if (end !== 'whole') yield unreadable(path, end)
}

function* readSlides(opened: OpenStorage, stream: Stream): Generator<Reading, void> {
  const user = streamNamed(opened.storage, 'Current User')
  const encrypted = user !== undefined && isEncryptedPowerPoint(contentOf(opened, user))
  yield unreadable(opened.path, encrypted ? 'encrypted' : 'old-format')
  if (encrypted) return
  for (const object of objectsInPowerPoint(contentOf(opened, stream), opened.budget))
    yield* readInside(opened, 'embedded object', object)
}

/** How embedded objects are named. Source: Excel (MBD…) and Word (ObjectPool, _1234567890). */
const OBJECT = /^(?:MBD[0-9A-F]{8}|_\d{6,})$/i

/** Objects that hold no figures of their own: an equation. */
const WITHOUT_FIGURES = ['Equation Native']

/** Reads the storages in a storage: embedded objects stand in one each. */
function* readInner(opened: OpenStorage): Generator<Reading, boolean> {
  let anyKnown = false
  for (const storage of opened.storage.storages) {
    const path = opened.path + INSIDE + storage.name
    if (!takesPart(opened)) {
      yield unreadable(path, 'too-large')
      return anyKnown
    }
    const known = yield* readObject(Object.assign({}, opened, { path, storage, depth: opened.depth + 1 }))
    if (!known && OBJECT.test(storage.name)) yield unreadable(path, 'unknown-format')
    anyKnown = anyKnown || known
  }
  return anyKnown
}

/** An embedded file of the newer formats stands whole in a stream called Package. */
function* readObject(opened: OpenStorage): Generator<Reading, boolean> {
  const { path, storage, budget, depth, read } = opened
  if (WITHOUT_FIGURES.some((name) => streamNamed(storage, name) !== undefined)) return true
  const packed = streamNamed(storage, 'Package')
  if (packed === undefined) {
    if (storage.streams.length > 0 && holdsContent(storage)) yield { kind: 'part', path, bytes: null }
    return yield* readStorage(opened)
  }
  yield* read(path, contentOf(opened, packed), budget, depth)
  return true
}

const CONTENT = /^(?:workbook|book|worddocument|powerpoint document|__properties_version1\.0)$/i
const holdsContent = (storage: Storage): boolean =>
  storage.streams.some((stream) => CONTENT.test(stream.name))
