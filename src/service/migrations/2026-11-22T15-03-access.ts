import type { Kysely } from 'kysely'

/** Who may have a release before its time: those who make it, and those with pre-release access. */
export async function up(database: Kysely<never>): Promise<void> {
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
}
