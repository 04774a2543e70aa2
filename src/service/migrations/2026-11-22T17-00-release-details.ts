import { type Kysely, sql } from 'kysely'

/** What administrators keep of a release beside its time and state, and by what a list is searched. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    alter table releases
      add column producer text not null default '',
      add column contact jsonb not null default '{"name": "", "email": "", "telephone": ""}',
      add column summary text not null default '',
      add column notice text not null default '',
      add column source text,
      add column months jsonb,
      add column lift jsonb,
      add column changes jsonb not null default '[]',
      add column revision bigint not null default 1,
      add column changed_at timestamptz(3) not null default now(),
      add column searched text not null default ''`.execute(database)
  await sql`update releases set changed_at = added_at, searched = lower(title || ' ' || series)`.execute(
    database,
  )
  await sql`create index releases_by_source on releases (source) where source is not null`.execute(database)
  await sql`create index releases_by_series on releases (series, at)`.execute(database)
  await sql`create index releases_by_change on releases (changed_at)`.execute(database)
  await sql`
    alter table access
      add column holder text not null default 'person'
        check (holder in ('person', 'team-inbox', 'distribution-list')),
      add column reason text not null default '',
      add column confirmed_at timestamptz(3),
      add column confirmed_by text not null default ''`.execute(database)
  await sql`
    update access set confirmed_at = releases.added_at, confirmed_by = releases.added_by
    from releases where releases.id = access.release_id`.execute(database)
  await sql`alter table access alter column confirmed_at set not null`.execute(database)
}
