import { u16, u32 } from '../little-endian.ts'
import { nameAt, type ZipEntry } from './zip-entry.ts'

/** What an archive's central directory lists. Source: PKWARE APPNOTE 6.3.10. */
export type Listing = {
  readonly entries: readonly ZipEntry[]
  /** Whether there is one, it is all there, as long as it says, and no part of an archive on several disks. */
  readonly complete: boolean
  /** Where it begins and ends, its end record and comment included; the same where there is none. */
  readonly from: number
  readonly to: number
}

const END_OF_DIRECTORY = 0x06054b50
const ZIP64_END = 0x06064b50
const ZIP64_LOCATOR = 0x07064b50
const DIRECTORY_ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46

/** End records looked at: a comment may hold things that look like one. */
const MOST_ENDS = 64

/** Flag bit 0. Bit 6, strong encryption, never stands without it. */
const ENCRYPTED_FLAG = 1

const NOTHING: Listing = { entries: [], complete: false, from: 0, to: 0 }

/** The directory that the last end record leads to which leads to one. */
export function listingOf(bytes: Uint8Array): Listing {
  let end = bytes.length - END_BYTES
  for (let tries = 0; tries < MOST_ENDS; tries++) {
    end = endBefore(bytes, end)
    if (end === -1) return NOTHING
    const listing = listingAt(bytes, end)
    if (listing.complete || listing.entries.length > 0) return listing
    end--
  }
  return NOTHING
}

function endBefore(bytes: Uint8Array, from: number): number {
  for (let at = from; at >= 0; at--) if (bytes[at] === 0x50 && u32(bytes, at) === END_OF_DIRECTORY) return at
  return -1
}

type Directory = {
  readonly at: number
  readonly count: number
  /** How many bytes stand before the archive that its offsets do not count. */
  readonly shift: number
}

function listingAt(bytes: Uint8Array, end: number): Listing {
  const directory = zip64Directory(bytes, end) ?? plainDirectory(bytes, end)
  const entries: ZipEntry[] = []
  let at = directory.at
  while (at >= 0 && at + ENTRY_BYTES <= end && u32(bytes, at) === DIRECTORY_ENTRY) {
    entries.push(entryAt(bytes, at, directory.shift))
    at += ENTRY_BYTES + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32)
  }
  const to = end + END_BYTES + u16(bytes, end + 20)
  const isWhole = u16(bytes, end + 4) === 0 && to <= bytes.length
  const complete = isWhole && entries.length === directory.count && at <= end
  return { entries, complete, from: Math.max(0, Math.min(directory.at, end)), to }
}

function plainDirectory(bytes: Uint8Array, end: number): Directory {
  const count = u16(bytes, end + 10)
  const size = u32(bytes, end + 12)
  const offset = u32(bytes, end + 16)
  const before = end - size
  if (count === 0 || u32(bytes, before) === DIRECTORY_ENTRY)
    return { at: before, count, shift: before - offset }
  return { at: offset, count, shift: 0 }
}

/** The directory of an archive with 65,536 files or 4 GiB. Its end record stands before its locator. */
function zip64Directory(bytes: Uint8Array, end: number): Directory | null {
  const locator = end - 20
  if (locator < 0 || u32(bytes, locator) !== ZIP64_LOCATOR) return null
  const told = u64(bytes, locator + 8)
  const zip64 = u32(bytes, told) === ZIP64_END ? told : locator - 56
  if (u32(bytes, zip64) !== ZIP64_END) return null
  const shift = zip64 - told
  return { at: u64(bytes, zip64 + 48) + shift, count: u64(bytes, zip64 + 32), shift }
}

function entryAt(bytes: Uint8Array, at: number, shift: number): ZipEntry {
  const nameLength = u16(bytes, at + 28)
  const [size, compressedSize, headerAt] = zip64Sizes(
    bytes,
    at + ENTRY_BYTES + nameLength,
    u16(bytes, at + 30),
    [u32(bytes, at + 24), u32(bytes, at + 20), u32(bytes, at + 42)],
  )
  return {
    name: nameAt(bytes, at + ENTRY_BYTES, nameLength),
    method: u16(bytes, at + 10),
    encrypted: (u16(bytes, at + 8) & ENCRYPTED_FLAG) === 1,
    crc: u32(bytes, at + 16),
    compressedSize,
    size,
    headerAt: headerAt + shift,
  }
}

type Sizes = readonly [size: number, compressed: number, headerAt: number]

/** Sizes and offset of 4 GiB and more stand in the zip64 field (APPNOTE 4.5.3), in this order, if at all. */
function zip64Sizes(bytes: Uint8Array, from: number, length: number, sizes: Sizes): Sizes {
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

const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) + u32(bytes, at + 4) * 0x100000000
