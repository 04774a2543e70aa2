import { u16, u32 } from '../little-endian.ts'
import type { Listing } from './zip-directory.ts'
import { dataAt, LOCAL_HEADER, nameAt, type ZipEntry } from './zip-entry.ts'

/** Entries looked for outside the directory; an honest archive has none. */
const MOST_UNLISTED = 10_000

/** Flag bit 3: sizes and CRC stand behind the data, in a descriptor of 12 to 24 bytes (APPNOTE 4.3.9). */
const DESCRIPTOR_FLAG = 8
const DESCRIPTOR_BYTES = 24

/** A stretch of the archive, the end not included. */
type Stretch = { readonly from: number; readonly to: number }

/** Files that stand in the archive and not in its directory: all of them where it has none. */
export function unlistedEntries(bytes: Uint8Array, listing: Listing): readonly ZipEntry[] {
  const found: ZipEntry[] = []
  for (const gap of gapsOf(bytes, listing)) walk(bytes, gap, found)
  return found
}

/** Whether directory and archive say the same, and every byte belongs to one file or to the directory. */
export function isSound(bytes: Uint8Array, listing: Listing): boolean {
  const names = new Set(listing.entries.map((entry) => entry.name))
  return (
    listing.complete &&
    names.size === listing.entries.length &&
    listing.entries.every((entry) => agreesWithItsHeader(bytes, entry)) &&
    !overlap(listing.entries.map((entry) => stretchOf(bytes, entry)).sort(byStart), listing.from) &&
    gapsOf(bytes, listing).every((gap) => isPadding(bytes, gap))
  )
}

function agreesWithItsHeader(bytes: Uint8Array, entry: ZipEntry): boolean {
  const at = entry.headerAt
  if (u32(bytes, at) !== LOCAL_HEADER) return false
  const flags = u16(bytes, at + 6)
  const compressed = u32(bytes, at + 18)
  const sized =
    (flags & DESCRIPTOR_FLAG) !== 0 ||
    (u32(bytes, at + 14) === entry.crc && (compressed === entry.compressedSize || compressed === 0xffffffff))
  return (
    sized &&
    u16(bytes, at + 8) === entry.method &&
    ((flags & 1) === 1) === entry.encrypted &&
    nameAt(bytes, at + 30, u16(bytes, at + 26)) === entry.name
  )
}

const stretchOf = (bytes: Uint8Array, entry: ZipEntry): Stretch => ({
  from: entry.headerAt,
  to: dataAt(bytes, entry.headerAt) + entry.compressedSize,
})

const byStart = (one: Stretch, other: Stretch): number => one.from - other.from

/** Files that share bytes: how 42 kB become 281 TB (Fifield 2019). */
const overlap = (stretches: readonly Stretch[], end: number): boolean =>
  stretches.some(({ to }, at) => to > (stretches[at + 1]?.from ?? end))

/** What is neither an entry nor the directory. */
function gapsOf(bytes: Uint8Array, listing: Listing): readonly Stretch[] {
  const taken = listing.entries
    .filter((entry) => u32(bytes, entry.headerAt) === LOCAL_HEADER)
    .map((entry) => stretchOf(bytes, entry))
  taken.push({ from: listing.from, to: listing.to })
  const gaps: Stretch[] = []
  let at = 0
  for (const { from, to } of taken.sort(byStart)) {
    if (from > at) gaps.push({ from: at, to: from })
    at = Math.max(at, to)
  }
  if (at < bytes.length) gaps.push({ from: at, to: bytes.length })
  return gaps
}

/** A data descriptor, or zeros that fill up. */
const isPadding = (bytes: Uint8Array, { from, to }: Stretch): boolean =>
  to - from <= DESCRIPTOR_BYTES || bytes.subarray(from, to).every((byte) => byte === 0)

/** Local headers one after the other. */
function walk(bytes: Uint8Array, gap: Stretch, found: ZipEntry[]): void {
  let at = bytes.indexOf(0x50, gap.from)
  while (at !== -1 && at + 30 <= gap.to && found.length < MOST_UNLISTED) {
    if (u32(bytes, at) === LOCAL_HEADER) {
      const entry = headerAt(bytes, at, gap.to)
      found.push(entry)
      const end = dataAt(bytes, at) + entry.compressedSize
      at = end < gap.to ? end - 1 : at
    }
    at = bytes.indexOf(0x50, at + 1)
  }
}

function headerAt(bytes: Uint8Array, at: number, end: number): ZipEntry {
  return {
    name: nameAt(bytes, at + 30, u16(bytes, at + 26)),
    method: u16(bytes, at + 8),
    encrypted: (u16(bytes, at + 6) & 1) === 1,
    crc: u32(bytes, at + 14),
    compressedSize: Math.max(0, sizeAt(bytes, at, end)),
    size: u32(bytes, at + 22),
    headerAt: at,
  }
}

/** As long as the header says; where it leaves that to a descriptor, up to the next header. */
function sizeAt(bytes: Uint8Array, at: number, end: number): number {
  const from = dataAt(bytes, at)
  const declared = u32(bytes, at + 18)
  const isDescribed = (u16(bytes, at + 6) & DESCRIPTOR_FLAG) !== 0
  if (declared > 0 || !isDescribed) return Math.min(declared, end - from)
  let next = bytes.indexOf(0x50, from)
  while (next !== -1 && next < end && u32(bytes, next) !== LOCAL_HEADER) next = bytes.indexOf(0x50, next + 1)
  return (next === -1 ? end : Math.min(next, end)) - from
}
