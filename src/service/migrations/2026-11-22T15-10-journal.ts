import { type Kysely, sql } from 'kysely'

/** The journal, which can only grow. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('journal')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('entry', 'jsonb', (column) => column.notNull())
    .addColumn('previous_hash', 'bytea', (column) =>
      column.notNull().check(sql`octet_length(previous_hash) = 32`),
    )
    .addColumn('hash', 'bytea', (column) => column.notNull().unique().check(sql`octet_length(hash) = 32`))
    .execute()
  await sql`
    create function refuse_to_change_the_journal() returns trigger language plpgsql as $$
    begin
      raise exception 'The journal is append-only: its lines are neither changed nor removed.';
    end
    $$`.execute(database)
  await sql`
    create trigger journal_is_append_only before update or delete or truncate on journal
    for each statement execute function refuse_to_change_the_journal()`.execute(database)
}
