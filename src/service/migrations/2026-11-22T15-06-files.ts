import { type Kysely, sql } from 'kysely'

/** The files of editions. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('files')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('place', 'bigint', (column) => column.generatedAlwaysAsIdentity())
    .addColumn('release_id', 'uuid', (column) => column.notNull().references('releases.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('standing', 'text', (column) =>
      column.notNull().check(sql`standing in ('embargoed', 'published')`),
    )
    .addColumn('hashes', sql`bytea[]`, (column) => column.notNull())
    .addColumn('figures', 'integer', (column) => column.notNull())
    .addColumn('records', 'bytea', (column) => column.notNull())
    .addColumn('novel', 'integer', (column) => column.notNull())
    .addColumn('unreadable', 'jsonb', (column) => column.notNull())
    .addColumn('added_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .execute()
  await database.schema.createIndex('files_by_release').on('files').column('release_id').execute()
  // Hashes hardly compress: no time is spent on trying.
  await sql`alter table files alter column records set storage external`.execute(database)
}
