import { type Kysely, sql, type Transaction } from 'kysely'
import type { Access, Release, ReleaseState } from '../../release/release.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../tables/tables.ts'

/** Who changes the register, and when by the real clock (milliseconds since 1970-01-01T00:00:00Z). */
export type Change = { readonly who: string; readonly at: number }

/**
 * Grows the number by which every instance sees that the register changed.
 * The row is locked until the transaction ends: changes come one after the other.
 */
export async function growVersion(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('settings')
    .set({ value: sql`to_jsonb((value)::bigint + 1)` })
    .where('key', '=', 'register-version')
    .execute()
}

/** Lets nobody else change the register until the transaction ends. */
export async function lockRegister(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .selectFrom('settings')
    .select('key')
    .where('key', '=', 'register-version')
    .forUpdate()
    .execute()
}

/** The number that grows with every change of the register. */
export async function registerVersion(database: Kysely<Tables>): Promise<number> {
  const { value } = await database
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'register-version')
    .executeTakeFirstOrThrow()
  return Number(value)
}

/** Rows by what they belong to, in their order. */
export function grouped<T, V>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  partOf: (row: T) => V,
): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [partOf(row)])
    else group.push(partOf(row))
  }
  return groups
}

/** Every release as checks need it, the earliest first. */
export async function readReleases(database: Database | Transaction<Tables>): Promise<readonly Release[]> {
  const [releases, teams, accesses] = await Promise.all([
    database
      .selectFrom('releases')
      .select(['id', 'series', 'title', 'at', 'london', 'state'])
      .orderBy('at')
      .orderBy('title')
      .orderBy('id')
      .execute(),
    database.selectFrom('team').selectAll().orderBy('member').execute(),
    database.selectFrom('access').selectAll().orderBy('address').orderBy('opens_at').execute(),
  ])
  const teamOf = grouped(
    teams,
    (row) => row.release_id,
    (row) => row.member,
  )
  const accessOf = grouped(
    accesses,
    (row) => row.release_id,
    (row): Access => ({
      address: row.address,
      post: row.post,
      opensAt: row.opens_at.getTime(),
      expiresAt: row.expires_at?.getTime() ?? null,
    }),
  )
  return releases.map(({ id, series, title, at, london, state }: ReleaseRow) => ({
    id,
    series,
    title,
    at: at.getTime(),
    london,
    state,
    team: teamOf.get(id) ?? [],
    access: accessOf.get(id) ?? [],
  }))
}

type ReleaseRow = {
  readonly id: string
  readonly series: string
  readonly title: string
  readonly at: Date
  readonly london: string
  readonly state: ReleaseState
}
