import { sizeOfRecords } from '../../register/records.ts'
import type { Database } from '../database/database.ts'
import type { KnownFile } from './compiled-editions.ts'
import { type Marks, readMarks, type StoredFile } from './file-store.ts'

/** What files are recognised by is kept in memory up to here: an edition is looked at many times in a row while files are added. Unit: bytes. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024
/** Files fetched at once: some megabytes, and one at a time would take as many questions. */
const FILES_AT_ONCE = 50

/** Reads what files are recognised by. Files that are gone meanwhile are left out. */
export type ReadKnown = (stored: readonly StoredFile[]) => Promise<readonly KnownFile[]>

const knownFile = ({ id, name, standing }: StoredFile, { hashes, records }: Marks): KnownFile => ({
  id,
  name,
  standing,
  hashes: hashes.map((hash) => hash.toString('hex')),
  records,
})

/** Reads files of a database, and keeps of those read last what fits: files never change. */
export function keptMarks(database: Database): ReadKnown {
  const kept = new Map<string, Marks>()
  let bytes = 0
  const keep = (id: string, marks: Marks): void => {
    kept.set(id, marks)
    bytes += sizeOfRecords(marks.records)
    for (const [oldest, { records }] of kept) {
      if (bytes <= MOST_KEPT_BYTES) return
      kept.delete(oldest)
      bytes -= sizeOfRecords(records)
    }
  }
  return async (stored) => {
    const found = new Map(
      stored.flatMap(({ id }) => {
        const marks = kept.get(id)
        return marks === undefined ? [] : [[id, marks] as const]
      }),
    )
    const missing = stored.map(({ id }) => id).filter((id) => !found.has(id))
    for (let first = 0; first < missing.length; first += FILES_AT_ONCE)
      for (const [id, marks] of await readMarks(database, missing.slice(first, first + FILES_AT_ONCE))) {
        found.set(id, marks)
        if (!kept.has(id)) keep(id, marks)
      }
    return stored.flatMap((file) => {
      const marks = found.get(file.id)
      return marks === undefined ? [] : [knownFile(file, marks)]
    })
  }
}
