import { type Kysely, sql } from 'kysely'

/** By which release and which kind the journal is looked through, and a check found again. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    alter table journal add column release_id text generated always as (
      coalesce(entry->'release'->>'id', entry->'file'->>'release', entry->>'release')
    ) stored`.execute(database)
  await sql`create index journal_by_release on journal (release_id, seq)`.execute(database)
  await sql`create index journal_by_kind on journal (kind, seq)`.execute(database)
  await sql`create index journal_by_check on journal ((entry->>'check'))`.execute(database)
  await sql`
    create index journal_by_finding on journal using gin ((entry->'findings') jsonb_path_ops)
    where kind = 'check'`.execute(database)
}
