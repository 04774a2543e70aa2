import { type Kysely, sql } from 'kysely'

/** Releases. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('releases')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('series', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('london', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column
        .notNull()
        .check(sql`state in ('provisional', 'confirmed', 'published', 'postponed', 'cancelled')`),
    )
    .addColumn('added_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .execute()
  await database.schema.createIndex('releases_by_at').on('releases').column('at').execute()
}
