import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/database.ts'
import { verifyJournal } from '../journal/journal.ts'
import type { Tables } from '../tables/tables.ts'
import {
  BACKED_UP,
  type BackedUp,
  columnsOf,
  countOf,
  type Header,
  migrationsOf,
  rowLine,
} from './backup-form.ts'

/** Rows fetched at once; of files one at a time, for one may be 20 MB. */
const ROWS_AT_ONCE = 500

/** What came of backing up. */
export type BackUp =
  | { readonly kind: 'backed-up'; readonly header: Header }
  | { readonly kind: 'not-backed-up'; readonly because: string }

/** Every row of a table, as the database writes it. */
async function* rowsOf(transaction: Transaction<Tables>, table: BackedUp): AsyncGenerator<string, void> {
  const columns = sql.join((await columnsOf(transaction, table)).map((name) => sql.ref(name)))
  await sql`declare backed_up no scroll cursor for
    select row_to_json(one)::text as row from (select ${columns} from ${sql.table(table)}) as one`.execute(
    transaction,
  )
  const some = sql.lit(table === 'files' ? 1 : ROWS_AT_ONCE)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${some} from backed_up`.execute(transaction)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await sql`close backed_up`.execute(transaction)
}

async function headerOf(transaction: Transaction<Tables>, at: number): Promise<Header | string> {
  const chain = await verifyJournal(transaction)
  if (chain.kind === 'broken')
    return `The journal is not as it was written (line ${chain.seq}: ${chain.because}) A backup would hide that.`
  const counts: Record<string, number> = {}
  for (const table of BACKED_UP) counts[table] = await countOf(transaction, table)
  const mark = await transaction
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'secret-mark')
    .executeTakeFirst()
  const { settings = 0, releases = 0, access = 0, team = 0, files = 0, journal = 0, clearances = 0 } = counts
  return {
    backup: 'embargo-guard',
    form: 1,
    at: new Date(at).toISOString(),
    migrations: [...(await migrationsOf(transaction))],
    secretMark: mark === undefined ? null : String(mark.value),
    journal: { entries: chain.entries, head: chain.head },
    counts: { settings, releases, access, team, files, journal, clearances },
  }
}

async function* linesFor(transaction: Transaction<Tables>, header: Header): AsyncGenerator<string, void> {
  const hash = createHash('sha256')
  const kept = (line: string): string => {
    hash.update(`${line}\n`)
    return line
  }
  yield kept(JSON.stringify(header))
  for (const table of BACKED_UP)
    for await (const row of rowsOf(transaction, table)) yield kept(rowLine(table, row))
  yield JSON.stringify({ sha256: hash.digest('hex') })
}

/** Writes lines, packed, into a file that is there when it is whole. */
async function write(path: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`
  const file = createWriteStream(partial, { mode: 0o600, flush: true })
  const gzip = createGzip()
  const done = finished(gzip.pipe(file))
  // It may fail before anybody waits for it; whoever waits hears of it all the same.
  done.catch(() => undefined)
  try {
    for await (const line of lines)
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), done])
    gzip.end()
    await done
    renameSync(partial, path)
  } catch (fault) {
    gzip.destroy()
    file.destroy()
    await done.catch(() => undefined)
    rmSync(partial, { force: true })
    throw fault
  }
}

/**
 * Backs up everything that is in the database, as it stands at one moment,
 * while others go on using it. The secret is not in the database, nor in the file.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export const backUp = (database: Database, path: string, at: number): Promise<BackUp> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction): Promise<BackUp> => {
      const header = await headerOf(transaction, at)
      if (typeof header === 'string') return { kind: 'not-backed-up', because: header }
      await write(path, linesFor(transaction, header))
      return { kind: 'backed-up', header }
    })
