import type { Reading } from './content.ts'
import { held, INSIDE, type Opened, unreadable } from './inside.ts'
import { MAX_DEPTH } from './limits.ts'
import { faultOf, readEntry, type Zip, type ZipEntry } from './zip.ts'

/** Reads the files of a zip archive, one after the other. */
export function* readArchive(opened: Opened, zip: Zip): Generator<Reading, void> {
  const { path, budget, depth } = opened
  if (!zip.sound) yield unreadable(path, 'damaged')
  if (depth >= MAX_DEPTH) return yield unreadable(path, 'too-large')
  for (const entry of zip.entries) {
    if (isFolder(entry)) continue
    budget.entries--
    if (budget.entries < 0) return yield unreadable(path, 'too-large')
    yield* readArchived(opened, entry)
    if (budget.expandedBytes < 0) return
  }
}

/** Reads one file of an archive as a file of its own. */
export function* readArchived(opened: Opened, entry: ZipEntry): Generator<Reading, void> {
  const { path, bytes, budget, depth, read } = opened
  const inside = path + INSIDE + entry.name
  const { bytes: inner, end } = held(readEntry(bytes, entry, budget), entry.size)
  yield* read(inside, inner, budget, depth + 1)
  const fault = faultOf(end)
  if (fault !== null) yield unreadable(inside, fault)
}

/** A folder has a name that ends so, and nothing in it: what has something is a file, whatever it is called. */
export const isFolder = (entry: ZipEntry): boolean => entry.name.endsWith('/') && entry.compressedSize <= 2
