import { type Kysely, sql } from 'kysely'

/** What the instances of a service must agree on. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('settings')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'jsonb', (column) => column.notNull())
    .execute()
  await sql`insert into settings (key, value) values ('register-version', '0')`.execute(database)
}
