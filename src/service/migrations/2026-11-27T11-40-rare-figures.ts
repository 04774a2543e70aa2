import { type Kysely, sql } from 'kysely'

/** What files' features are made of. Files registered before have to be registered again anyway: their features are others. */
export async function up(database: Kysely<never>): Promise<void> {
  for (const name of ['rare_figures', 'made_of']) {
    await database.schema
      .alterTable('files')
      .addColumn(name, 'bytea', (column) => column.notNull().defaultTo(sql`''`))
      .execute()
    // Hashes hardly compress: no time is spent on trying.
    await sql`alter table files alter column ${sql.ref(name)} set storage external`.execute(database)
  }
}
