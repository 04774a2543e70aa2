import type { Reading } from '../content.ts'
import { hasZipDirectory } from '../format-of.ts'
import { held, INSIDE, type Opened, unreadable } from '../inside.ts'
import { MAX_DEPTH } from '../limits.ts'
import { u32 } from '../little-endian.ts'
import { distinctNames } from './distinct-names.ts'
import { faultOf, readEntry, type Zip, type ZipEntry } from './zip.ts'
import { listingOf } from './zip-directory.ts'
import { LOCAL_HEADER } from './zip-entry.ts'

/** Reads the files of a zip archive, one after the other. */
export function* readArchive(opened: Opened, zip: Zip): Generator<Reading, void> {
  const { path, budget, depth } = opened
  if (!zip.sound || zip.entries.length === 0) yield unreadable(path, 'damaged')
  if (depth >= MAX_DEPTH) return yield unreadable(path, 'too-large')
  const distinct = distinctNames()
  for (const entry of zip.entries) {
    if (isFolder(entry)) continue
    budget.entries--
    if (budget.entries < 0) return yield unreadable(path, 'too-large')
    yield* readArchived(opened, entry, path + INSIDE + distinct(entry.name))
    if (budget.expandedBytes < 0) return
  }
}

/** Reads one file of an archive as a file of its own. */
function* readArchived(opened: Opened, entry: ZipEntry, inside: string): Generator<Reading, void> {
  const { bytes, budget, depth, read } = opened
  const { bytes: inner, end } = yield* held(readEntry(bytes, entry, budget), entry.size)
  yield* read(inside, inner, budget, depth + 1)
  const fault = faultOf(end)
  if (fault !== null) yield unreadable(inside, fault)
}

/** A folder has a name that ends so, and nothing in it: what has something is a file, whatever it is called. */
export const isFolder = (entry: ZipEntry): boolean => entry.name.endsWith('/') && entry.compressedSize <= 2

/** Bytes that may stand behind an archive which is the end of its file. */
const MOST_BEHIND = 16

/**
 * The archive that a file of another kind has at its end, which programs for
 * archives open: it begins with the first of its files. `null` where there is none.
 */
export function archiveBehind(bytes: Uint8Array): Uint8Array | null {
  if (!hasZipDirectory(bytes)) return null
  const { entries, complete, to } = listingOf(bytes)
  if (!complete || entries.length === 0 || bytes.length - to > MOST_BEHIND) return null
  const from = entries.reduce((least, entry) => Math.min(least, entry.headerAt), bytes.length)
  return u32(bytes, from) === LOCAL_HEADER ? bytes.subarray(from) : null
}
