import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/database.ts'
import type { JournalKind } from '../tables/journal-table.ts'
import type { Tables } from '../tables/tables.ts'
import { canonicalJson } from './canonical-json.ts'

/** Something that is to be kept for ever. */
export type NewEntry = {
  readonly kind: JournalKind
  readonly who: string
  /** When it is written, milliseconds since 1970-01-01T00:00:00Z, by the real clock. */
  readonly at: number
  readonly entry: object
}

/** What the first line follows. */
const BEGINNING = Buffer.alloc(32)

/** Lines are written one after the other, by all instances: this number is the queue (`pg_advisory_xact_lock`). */
const QUEUE = 0x656d6261

/** Lines read at once when the chain is checked. */
const PAGE = 500

/** The hash of a line: SHA-256 over the hash before it and the line itself as canonical JSON. */
function hashOf(previous: Buffer, seq: number, { kind, who, at, entry }: NewEntry): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson({ seq, kind, who, at, entry })).digest()
}

/** Writes a line in the same transaction as what it tells of: both are kept, or neither. */
export const append = (transaction: Transaction<Tables>, entry: NewEntry): Promise<void> =>
  appendAll(transaction, [entry])

/** Writes lines, one after the other, as `append` does. */
export async function appendAll(
  transaction: Transaction<Tables>,
  entries: readonly NewEntry[],
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${QUEUE})`.execute(transaction)
  const last = await transaction
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let previous = last?.hash ?? BEGINNING
  const lines = entries.map((entry, index) => {
    const seq = (last?.seq ?? 0) + 1 + index
    const line = lineOf(previous, seq, entry)
    previous = line.hash
    return line
  })
  for (let first = 0; first < lines.length; first += PAGE)
    await transaction
      .insertInto('journal')
      .values(lines.slice(first, first + PAGE))
      .execute()
}

const lineOf = (previous: Buffer, seq: number, entry: NewEntry) => ({
  seq,
  at: new Date(entry.at),
  kind: entry.kind,
  who: entry.who,
  entry: JSON.stringify(entry.entry),
  previous_hash: previous,
  hash: hashOf(previous, seq, entry),
})

/** Whether the journal is as it was written. */
export type Chain =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly seq: number; readonly because: string }

/**
 * Computes the whole chain again.
 *
 * A line that was changed, removed or put in breaks it there. What the chain
 * alone cannot show is a cut at the end: compare `entries` and `head` with what
 * was noted elsewhere.
 */
export async function verifyJournal(database: Database | Transaction<Tables>): Promise<Chain> {
  let previous: Buffer = BEGINNING
  let seq = 0
  for (;;) {
    const lines = await database
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    if (lines.length === 0) return { kind: 'intact', entries: seq, head: previous.toString('hex') }
    for (const line of lines) {
      seq += 1
      if (line.seq !== seq) return { kind: 'broken', seq, because: 'The line is missing.' }
      if (!line.previous_hash.equals(previous))
        return { kind: 'broken', seq, because: 'The line does not follow the one before it.' }
      const { kind, who, entry } = line
      if (typeof entry !== 'object' || entry === null)
        return { kind: 'broken', seq, because: 'The line holds no entry.' }
      if (!line.hash.equals(hashOf(previous, seq, { kind, who, at: line.at.getTime(), entry })))
        return { kind: 'broken', seq, because: 'The line is not what was written.' }
      previous = line.hash
    }
  }
}
