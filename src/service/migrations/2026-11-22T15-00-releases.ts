import { type Kysely, sql } from 'kysely'

/** Releases, who may have them before their time, and the files of their editions. */
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

  await database.schema
    .createTable('access')
    .addColumn('release_id', 'uuid', (column) => column.notNull().references('releases.id'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz(3)')
    .addPrimaryKeyConstraint('access_once', ['release_id', 'address', 'post', 'opens_at'])
    .execute()

  await database.schema
    .createTable('team')
    .addColumn('release_id', 'uuid', (column) => column.notNull().references('releases.id'))
    .addColumn('member', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('team_once', ['release_id', 'member'])
    .execute()

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
