import { Inflate } from 'fflate'
import { startCrc32 } from './crc32.ts'
import type { Budget } from './limits.ts'

/** A file inside a zip archive, as its central directory has it. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly compressedSize: number
  /** Where the local header stands. */
  readonly headerAt: number
}

/** A zip archive's directory, or that it has none that can be trusted. */
export type Zip = {
  readonly entries: readonly ZipEntry[]
  /** False where the directory is missing or contradicts itself: what was found was found by walking. */
  readonly sound: boolean
}

/** How reading an entry ended. */
export type EntryEnd = 'whole' | 'damaged' | 'too-large' | 'encrypted' | 'method-unknown'

const END_OF_DIRECTORY = 0x06054b50
const ZIP64_END = 0x06064b50
const ZIP64_LOCATOR = 0x07064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** Compressed bytes pushed at once: deflate expands at most 1,032 times, so at most 8 MB come out (Fifield 2019). */
const PUSH_BYTES = 8192

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0
const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) + u32(bytes, at + 4) * 0x100000000

/** Reads the directory of a zip archive. Data before the archive (a self-extractor) moves nothing. */
export function openZip(bytes: Uint8Array): Zip {
  const end = findEnd(bytes)
  if (end === -1) return { entries: walk(bytes), sound: false }
  const directory = directoryOf(bytes, end)
  const entries: ZipEntry[] = []
  let at = directory.at
  while (
    at >= 0 &&
    at + 46 <= bytes.length &&
    u32(bytes, at) === DIRECTORY_ENTRY &&
    entries.length < directory.count
  ) {
    entries.push(entryAt(bytes, at, directory.shift))
    at += 46 + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32)
  }
  const sound = entries.length === directory.count && entries.every((entry) => isLocal(bytes, entry))
  return sound || entries.length > 0 ? { entries, sound } : { entries: walk(bytes), sound: false }
}

function findEnd(bytes: Uint8Array): number {
  for (let at = bytes.length - 22; at >= 0; at--)
    if (bytes[at] === 0x50 && u32(bytes, at) === END_OF_DIRECTORY) return at
  return -1
}

type Directory = { readonly at: number; readonly count: number; readonly shift: number }

function directoryOf(bytes: Uint8Array, end: number): Directory {
  const locator = end - 20
  if (locator >= 0 && u32(bytes, locator) === ZIP64_LOCATOR) {
    const zip64 = u64(bytes, locator + 8)
    if (u32(bytes, zip64) === ZIP64_END)
      return { at: u64(bytes, zip64 + 48), count: u64(bytes, zip64 + 32), shift: 0 }
  }
  const size = u32(bytes, end + 12)
  const shift = end - size - u32(bytes, end + 16)
  return { at: end - size, count: u16(bytes, end + 10), shift }
}

function entryAt(bytes: Uint8Array, at: number, shift: number): ZipEntry {
  const nameLength = u16(bytes, at + 28)
  const extra = extraOf(bytes, at + 46 + nameLength, u16(bytes, at + 30), [
    u32(bytes, at + 24),
    u32(bytes, at + 20),
    u32(bytes, at + 42),
  ])
  return {
    name: nameOf(bytes, at + 46, nameLength),
    method: u16(bytes, at + 10),
    encrypted: (u16(bytes, at + 8) & 1) === 1,
    crc: u32(bytes, at + 16),
    compressedSize: extra[1],
    headerAt: extra[2] + shift,
  }
}

type Sizes = readonly [size: number, compressed: number, headerAt: number]

/** Sizes and offset of 4 GiB and more stand in the zip64 field (APPNOTE 4.5.3), in this order, if at all. */
function extraOf(bytes: Uint8Array, from: number, length: number, sizes: Sizes): Sizes {
  let at = from
  while (at + 4 <= from + length) {
    if (u16(bytes, at) === 1) {
      let next = at + 4
      const large = (size: number) => {
        if (size !== 0xffffffff) return size
        next += 8
        return u64(bytes, next - 8)
      }
      return [large(sizes[0]), large(sizes[1]), large(sizes[2])]
    }
    at += 4 + u16(bytes, at + 2)
  }
  return sizes
}

/** Names are looked at for their ending and shown; a byte is a character. */
function nameOf(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 1024)))
}

const isLocal = (bytes: Uint8Array, entry: ZipEntry): boolean => {
  if (u32(bytes, entry.headerAt) !== LOCAL_HEADER) return false
  return nameOf(bytes, entry.headerAt + 30, u16(bytes, entry.headerAt + 26)) === entry.name
}

/** Without a directory: local headers one after the other, each as long as it says or up to the next. */
function walk(bytes: Uint8Array): readonly ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 30 <= bytes.length && entries.length < 10_000; at++) {
    if (bytes[at] !== 0x50 || u32(bytes, at) !== LOCAL_HEADER) continue
    const nameLength = u16(bytes, at + 26)
    const declared = u32(bytes, at + 18)
    const dataAt = at + 30 + nameLength + u16(bytes, at + 28)
    const fits = declared > 0 && dataAt + declared <= bytes.length
    entries.push({
      name: nameOf(bytes, at + 30, nameLength),
      method: u16(bytes, at + 8),
      encrypted: (u16(bytes, at + 6) & 1) === 1,
      crc: u32(bytes, at + 14),
      compressedSize: fits ? declared : bytes.length - dataAt,
      headerAt: at,
    })
    if (fits) at = dataAt + declared - 1
  }
  return entries
}

/**
 * The bytes of an entry, piece by piece. They count against the budget as they
 * come; the end says whether they were all there and their CRC-32 right.
 */
export function* readEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: Budget,
): Generator<Uint8Array, EntryEnd> {
  if (entry.encrypted) return 'encrypted'
  if (entry.method !== STORED && entry.method !== DEFLATED) return 'method-unknown'
  if (u32(bytes, entry.headerAt) !== LOCAL_HEADER) return 'damaged'
  const dataAt = entry.headerAt + 30 + u16(bytes, entry.headerAt + 26) + u16(bytes, entry.headerAt + 28)
  const end = dataAt + entry.compressedSize
  const data = bytes.subarray(dataAt, Math.min(end, bytes.length))
  const crc = startCrc32()
  const pieces = entry.method === STORED ? sliced(data) : inflated(data)
  let next = pieces.next()
  while (!next.done) {
    budget.expandedBytes -= next.value.length
    if (budget.expandedBytes < 0) return 'too-large'
    crc.add(next.value)
    yield next.value
    next = pieces.next()
  }
  return next.value && end <= bytes.length && crc.value() === entry.crc ? 'whole' : 'damaged'
}

function* sliced(data: Uint8Array): Generator<Uint8Array, boolean> {
  for (let at = 0; at < data.length; at += 65_536) yield data.subarray(at, at + 65_536)
  return true
}

/** Inflates piece by piece; returns whether the stream came to its own end. */
export function* inflated(data: Uint8Array): Generator<Uint8Array, boolean> {
  let out: Uint8Array[] = []
  let ended = false
  const inflate = new Inflate((chunk, final) => {
    if (chunk.length > 0) out.push(chunk)
    ended = final
  })
  for (let at = 0; at < data.length && !ended; at += PUSH_BYTES) {
    const failed = pushed(inflate, data.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= data.length)
    const ready = out
    out = []
    yield* ready
    if (failed) return false
  }
  return ended
}

/** fflate throws on a damaged stream; that is the world's doing and becomes a value here. */
function pushed(inflate: Inflate, piece: Uint8Array, last: boolean): boolean {
  try {
    inflate.push(piece, last)
    return false
  } catch {
    return true
  }
}
