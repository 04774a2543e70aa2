import { sql } from 'kysely'
import type { z } from 'zod'
import type { JournalPage } from '../../register/administration.ts'
import type { Language } from '../../release/said.ts'
import type { Database } from '../database/database.ts'
import type { JOURNAL_QUERY } from '../door/door-administration.ts'
import { sentenceOf } from './journal-sentence.ts'

/** Lines on a page unless somebody asks for more or fewer. */
const PAGE_SIZE = 50

type JournalQuery = z.infer<typeof JOURNAL_QUERY>

/** The lines asked for. A check belongs to every release that it found something of. */
function linesOf(database: Database, { kind, release }: JournalQuery) {
  const kinds = kind?.split(',').map((one) => one.trim())
  const lines = database.selectFrom('journal')
  const ofKind = kinds ? lines.where(sql<boolean>`kind = any(${kinds})`) : lines
  if (release === undefined) return ofKind
  const found = JSON.stringify([{ release: { id: release } }])
  return ofKind.where(
    sql<boolean>`(release_id = ${release} or (kind = 'check' and entry->'findings' @> ${found}::jsonb))`,
  )
}

/** A page of the journal, the newest first, each line with a sentence. */
export async function readJournal(
  database: Database,
  query: JournalQuery,
  language: Language,
): Promise<JournalPage> {
  const { page = 1, size = PAGE_SIZE } = query
  const lines = linesOf(database, query)
  const { total } = await lines
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await lines
    .select(['seq', 'at', 'kind', 'who', 'entry', 'release_id'])
    .orderBy('seq', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const entries = rows.map(({ release_id, ...row }) => ({
    ...row,
    at: row.at.getTime(),
    release: release_id,
    what: sentenceOf(row)[language],
  }))
  return { total, page, entries }
}
