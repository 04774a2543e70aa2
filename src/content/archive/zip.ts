import type { Unreadable } from '../content.ts'
import type { Budget } from '../limits.ts'
import { u32 } from '../little-endian.ts'
import { startCrc32 } from './crc32.ts'
import { type InflateEnd, inflatedStream } from './inflate.ts'
import { type Listing, listingOf } from './zip-directory.ts'
import { dataAt, LOCAL_HEADER, type ZipEntry } from './zip-entry.ts'
import { isSound, unlistedEntries } from './zip-soundness.ts'

export type { ZipEntry } from './zip-entry.ts'

/** A zip archive's files. */
export type Zip = {
  /** Those of the directory, and those that stand in the archive without being in it. */
  readonly entries: readonly ZipEntry[]
  /** False where the directory is missing, contradicts the archive or leaves something out. */
  readonly sound: boolean
}

/** How reading an entry ended. */
export type EntryEnd = 'whole' | 'damaged' | 'too-large' | 'encrypted' | 'method-unknown'

/** Why an entry was not read whole, or `null`. */
export function faultOf(end: EntryEnd): Unreadable | null {
  switch (end) {
    case 'whole':
      return null
    case 'damaged':
    case 'too-large':
    case 'encrypted':
      return end
    case 'method-unknown':
      return 'archive-not-opened'
  }
}

const STORED = 0
const DEFLATED = 8

/**
 * Opens a zip archive. Data before it (a self-extractor) moves nothing.
 *
 * Programs disagree on what is in an archive that contradicts itself: some
 * believe the directory, some the headers. Here both count, and the
 * contradiction is told.
 */
export function openZip(bytes: Uint8Array): Zip {
  const listing: Listing = listingOf(bytes)
  const unlisted = unlistedEntries(bytes, listing)
  return {
    entries: [...listing.entries, ...unlisted],
    sound: unlisted.length === 0 && isSound(bytes, listing),
  }
}

/**
 * The bytes of an entry, piece by piece, each valid until the next is asked for.
 * They count against the budget as they come; the end says whether they were all there, no more and no fewer than the
 * archive says, and their CRC-32 right.
 */
export function* readEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: Budget,
): Generator<Uint8Array, EntryEnd> {
  if (entry.encrypted) return 'encrypted'
  if (entry.method !== STORED && entry.method !== DEFLATED) return 'method-unknown'
  if (u32(bytes, entry.headerAt) !== LOCAL_HEADER) return 'damaged'
  const from = dataAt(bytes, entry.headerAt)
  const data = bytes.subarray(from, Math.min(from + entry.compressedSize, bytes.length))
  const crc = startCrc32()
  let size = 0
  const pieces = entry.method === STORED ? sliced(data) : inflatedStream(data)
  let next = pieces.next()
  while (!next.done) {
    size += next.value.length
    budget.expandedBytes -= next.value.length
    if (budget.expandedBytes < 0) return 'too-large'
    crc.add(next.value)
    yield next.value
    next = pieces.next()
  }
  const { whole, taken } = next.value
  const complete = whole && taken === entry.compressedSize && size === entry.size
  return complete && crc.value() === entry.crc ? 'whole' : 'damaged'
}

function* sliced(data: Uint8Array): Generator<Uint8Array, InflateEnd> {
  for (let at = 0; at < data.length; at += 65_536) yield data.subarray(at, at + 65_536)
  return { whole: true, taken: data.length }
}

/** Inflates piece by piece; returns whether the stream came to its own end. */
export function* inflated(data: Uint8Array): Generator<Uint8Array, boolean> {
  return (yield* inflatedStream(data)).whole
}
