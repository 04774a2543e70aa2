import { sql, type Transaction } from 'kysely'
import type { Unreadable } from '../../content/content.ts'
import { countRecords, RECORD_BYTES, type Records } from '../../register/records.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../tables/tables.ts'
import { type Change, growVersion } from './release-store.ts'

/** A file of an edition, without the features it is recognised by. */
export type StoredFile = {
  readonly id: string
  readonly release: string
  readonly name: string
  readonly standing: 'embargoed' | 'published'
  readonly figures: number
  /** How many features it has, each counted once. */
  readonly features: number
  /** How many of them no published edition has. */
  readonly novel: number
  readonly unreadable: readonly { readonly part: string; readonly because: Unreadable }[]
}

/** What a file is recognised by, keyed. */
export type Marks = {
  /** SHA-256 of the file and of each file in it, keyed, 32 bytes each. */
  readonly hashes: readonly Buffer[]
  readonly records: Records
}

/** Writes a file of an edition. */
export async function addFile(
  transaction: Transaction<Tables>,
  told: Omit<StoredFile, 'features'>,
  marks: Marks,
  change: Change,
): Promise<StoredFile> {
  const file: StoredFile = { ...told, features: countRecords(marks.records) }
  await growVersion(transaction)
  await transaction
    .insertInto('files')
    .values({
      id: file.id,
      release_id: file.release,
      name: file.name,
      standing: file.standing,
      hashes: [...marks.hashes],
      figures: file.figures,
      records: Buffer.from(marks.records.runs),
      rare_figures: Buffer.from(marks.records.rareFigures),
      made_of: Buffer.from(marks.records.madeOf),
      novel: file.novel,
      unreadable: JSON.stringify(file.unreadable),
      added_at: new Date(change.at),
      added_by: change.who,
    })
    .execute()
  return file
}

/** Writes how many features of files no published edition has. */
export async function writeNovel(
  transaction: Transaction<Tables>,
  counts: readonly { readonly id: string; readonly novel: number }[],
): Promise<void> {
  if (counts.length === 0) return
  const [ids, novel] = [counts.map((one) => one.id), counts.map((one) => one.novel)]
  await sql`update files set novel = counted.novel
    from unnest(${ids}::uuid[], ${novel}::integer[]) as counted (id, novel)
    where files.id = counted.id and files.novel <> counted.novel`.execute(transaction)
}

/** Takes a file out of the register, and gives what it was; `null` where the release has no such file. */
export async function removeFile(
  transaction: Transaction<Tables>,
  release: string,
  file: string,
): Promise<StoredFile | null> {
  const [stored] = (await readFiles(transaction, file)).filter((one) => one.release === release)
  if (stored === undefined) return null
  await growVersion(transaction)
  await transaction.deleteFrom('files').where('id', '=', file).execute()
  return stored
}

/** Every file, or one, in the order they were registered, without what they are recognised by. */
export async function readFiles(
  database: Database | Transaction<Tables>,
  file: string | null = null,
): Promise<readonly StoredFile[]> {
  const files = database.selectFrom('files')
  const rows = await (file === null ? files : files.where('id', '=', file))
    .select(['id', 'release_id', 'name', 'standing', 'figures', 'novel', 'unreadable'])
    .select(({ fn }) => fn<number>('octet_length', ['records']).as('bytes'))
    .orderBy('place')
    .execute()
  return rows.map(({ release_id, bytes, ...file }) => ({
    ...file,
    release: release_id,
    features: bytes / RECORD_BYTES,
  }))
}

/** What some files are recognised by, each under its id; those that are gone are left out. */
export async function readMarks(
  database: Database,
  files: readonly string[],
): Promise<readonly (readonly [id: string, marks: Marks])[]> {
  if (files.length === 0) return []
  const rows = await database
    .selectFrom('files')
    .select(['id', 'hashes', 'records', 'rare_figures', 'made_of'])
    .where('id', 'in', files)
    .execute()
  return rows.map(({ id, hashes, records, rare_figures, made_of }) => [
    id,
    { hashes, records: { runs: records, rareFigures: rare_figures, madeOf: made_of } },
  ])
}
