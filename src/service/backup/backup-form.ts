import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../tables/tables.ts'

/*
 * A backup is gzip of lines of JSON: a header, one line for each row of each
 * table as PostgreSQL writes it, and the SHA-256 of all lines before. The
 * secret is not in it: without it nobody recognises anything in the rest.
 */

/** The tables, each after those it refers to. */
export const BACKED_UP = ['settings', 'releases', 'access', 'team', 'files', 'journal', 'clearances'] as const

export type BackedUp = (typeof BACKED_UP)[number]

const COUNT = z.int().min(0)

/** The first line. */
export const HEADER = z.object({
  backup: z.literal('embargo-guard'),
  form: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  secretMark: z.string().nullable(),
  journal: z.object({ entries: COUNT, head: z.string() }),
  counts: z.record(z.enum(BACKED_UP), COUNT),
})
export type Header = z.infer<typeof HEADER>

const END = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A row as a line. The row itself stays as PostgreSQL wrote it, to the last digit. */
export const rowLine = (table: BackedUp, row: string): string => `{"table":"${table}","row":${row}}`

const ROW = /^\{"table":"(\w+)","row":/

/** The table and the row of a line, or `null` where it is another kind of line. */
export function rowIn(line: string): { readonly table: BackedUp; readonly row: string } | null {
  const found = ROW.exec(line)
  const table = BACKED_UP.find((name) => name === found?.[1])
  return found && table ? { table, row: line.slice(found[0].length, -1) } : null
}

/** The lines of a backup. */
export async function* linesOf(path: string): AsyncGenerator<string, void> {
  const stream = createReadStream(path)
  const unpacked = stream.pipe(createGunzip())
  stream.on('error', (fault) => unpacked.destroy(fault))
  yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })
}

/** The header of a file whose every byte is as it was written, or why it is no backup. */
export type Inspected =
  | { readonly kind: 'backup'; readonly header: Header }
  | { readonly kind: 'no-backup'; readonly because: string }

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Reads a backup from its first byte to its last, before anything is made of it. */
export async function inspectBackup(path: string): Promise<Inspected> {
  const hash = createHash('sha256')
  let header: Header | null = null
  let last: string | null = null
  try {
    for await (const line of linesOf(path)) {
      if (last !== null) hash.update(`${last}\n`)
      if (last === null) {
        header = HEADER.safeParse(parsed(line)).data ?? null
        if (header === null) return noBackup('it is no backup of this version of Embargo Guard')
      }
      last = line
    }
  } catch (fault) {
    return noBackup(`it cannot be read (${fault instanceof Error ? fault.message : String(fault)})`)
  }
  const end = END.safeParse(parsed(last ?? '')).data
  if (header === null || end === undefined) return noBackup('its end is missing')
  return end.sha256 === hash.digest('hex')
    ? { kind: 'backup', header }
    : noBackup('its SHA-256 is not that of what it holds: it was changed or damaged')
}

const noBackup = (because: string): Inspected => ({ kind: 'no-backup', because })

/** The columns of a table that are written, not computed. */
export async function columnsOf(
  transaction: Transaction<Tables>,
  table: BackedUp,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`.execute(transaction)
  return rows.map(({ name }) => name)
}

/** The steps that the tables were brought to this form by. */
export async function migrationsOf(transaction: Transaction<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    transaction,
  )
  return rows.map(({ name }) => name)
}

/** How many rows a table has. */
export async function countOf(transaction: Transaction<Tables>, table: BackedUp): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    transaction,
  )
  return rows[0]?.count ?? 0
}
