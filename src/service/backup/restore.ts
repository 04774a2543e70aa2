import { sql, type Transaction } from 'kysely'
import { FINGERPRINT_FORM } from '../../fingerprint/form.ts'
import type { Database } from '../database/database.ts'
import { verifyJournal } from '../journal/journal.ts'
import type { Tables } from '../tables/tables.ts'
import {
  BACKED_UP,
  type BackedUp,
  columnsOf,
  countOf,
  type Header,
  linesOf,
  migrationsOf,
  rowIn,
} from './backup-form.ts'

/** Rows written at once, and at most so many characters of them. */
const ROWS_AT_ONCE = 500
const CHARACTERS_AT_ONCE = 8_000_000

/** What came of restoring. */
export type Restored =
  | { readonly kind: 'restored' }
  | { readonly kind: 'not-restored'; readonly because: string }

const not = (because: string): Restored => ({ kind: 'not-restored', because })

/** Why a register cannot take a backup, or `null`. */
async function whyNotInto(transaction: Transaction<Tables>, header: Header): Promise<string | null> {
  const [releases, journal] = [await countOf(transaction, 'releases'), await countOf(transaction, 'journal')]
  if (releases + journal > 0)
    return `The register is not empty (${releases} releases, ${journal} lines in its journal): restore into a new one.`
  const migrations = await migrationsOf(transaction)
  return migrations.join() === header.migrations.join()
    ? null
    : 'The backup was made by another version of Embargo Guard: restore it with that one, then start the new one on it.'
}

async function insertRows(
  transaction: Transaction<Tables>,
  table: BackedUp,
  columns: readonly string[],
  rows: readonly string[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)))
  await sql`
    insert into ${sql.table(table)} (${names}) overriding system value
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`}::json)
  `.execute(transaction)
}

async function fill(transaction: Transaction<Tables>, path: string): Promise<void> {
  await transaction.deleteFrom('settings').execute()
  let columns: readonly string[] = []
  let open: BackedUp | null = null
  let rows: string[] = []
  let characters = 0
  const flush = async (): Promise<void> => {
    if (open !== null && rows.length > 0) await insertRows(transaction, open, columns, rows)
    rows = []
    characters = 0
  }
  for await (const line of linesOf(path)) {
    const found = rowIn(line)
    if (found === null) continue
    if (found.table !== open || rows.length >= ROWS_AT_ONCE || characters > CHARACTERS_AT_ONCE) {
      await flush()
      if (found.table !== open) columns = await columnsOf(transaction, found.table)
      open = found.table
    }
    rows.push(found.row)
    characters += found.row.length
  }
  await flush()
  await sql`select setval(pg_get_serial_sequence('files', 'place'), coalesce(max(place), 0) + 1, false) from files`.execute(
    transaction,
  )
}

/** Why what was restored is not what was backed up, or `null`. */
async function whyNotTheSame(transaction: Transaction<Tables>, header: Header): Promise<string | null> {
  const form = await transaction
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'fingerprint-form')
    .executeTakeFirst()
  if (form !== undefined && form.value !== FINGERPRINT_FORM)
    return 'Its files were fingerprinted in another way than this version of Embargo Guard does, so nothing in it could be recognised: restore it with the version that made it.'
  for (const table of BACKED_UP) {
    const count = await countOf(transaction, table)
    if (count !== header.counts[table])
      return `The backup has ${count} rows of ${table} and should have ${header.counts[table]}.`
  }
  const chain = await verifyJournal(transaction)
  if (chain.kind === 'broken') return `The journal is broken at line ${chain.seq}: ${chain.because}`
  const { entries, head } = header.journal
  return chain.entries === entries && chain.head === head ? null : 'The journal ends otherwise than it did.'
}

/** Fills an empty register from a backup that was inspected, checks it, and keeps it only if all is as it was. */
export async function restore(database: Database, path: string, header: Header): Promise<Restored> {
  const transaction = await database.startTransaction().execute()
  try {
    const whyNot = await whyNotInto(transaction, header)
    if (whyNot === null) await fill(transaction, path)
    const because = whyNot ?? (await whyNotTheSame(transaction, header))
    if (because !== null) {
      await transaction.rollback().execute()
      return not(because)
    }
    await transaction.commit().execute()
    return { kind: 'restored' }
  } catch (fault) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute()
    return not(`The database did not take it (${fault instanceof Error ? fault.message : String(fault)}).`)
  }
}
