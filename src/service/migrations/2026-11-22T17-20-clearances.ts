import { type Kysely, sql } from 'kysely'

/** A second person's leave for one message. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table clearances (
      id uuid primary key,
      check_id uuid not null,
      state text not null check (state in ('asked', 'granted', 'refused', 'used', 'withdrawn')),
      asked_by text not null,
      asked_at timestamptz(3) not null,
      reason text not null,
      decided_by text check (decided_by <> asked_by),
      decided_at timestamptz(3),
      decision text,
      until timestamptz(3) not null,
      used_at timestamptz(3),
      used_by uuid,
      recipients jsonb not null,
      marks jsonb not null,
      findings jsonb not null
    )`.execute(database)
  await sql`create index clearances_by_asker on clearances (asked_by, state)`.execute(database)
  await sql`create index clearances_by_state on clearances (state, asked_at)`.execute(database)
  await sql`create unique index clearances_open_once on clearances (check_id) where state in ('asked', 'granted')`.execute(
    database,
  )
}
