import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Access, Release, ReleaseState } from '../release/release.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables/tables.ts'

/** A release that is not in the register yet. */
export type ReleaseToAdd = Omit<Release, 'id'>

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

const unique = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
]

/** Writes a release with its team and access list. */
export async function addRelease(
  transaction: Transaction<Tables>,
  toAdd: ReleaseToAdd,
  change: Change,
): Promise<Release> {
  const release: Release = { ...toAdd, id: randomUUID() }
  const { id, series, title, london, state } = release
  await growVersion(transaction)
  await transaction
    .insertInto('releases')
    .values({
      id,
      series,
      title,
      at: new Date(release.at),
      london,
      state,
      added_at: new Date(change.at),
      added_by: change.who,
    })
    .execute()
  await addTeam(transaction, release)
  await addAccess(transaction, release)
  return release
}

async function addTeam(transaction: Transaction<Tables>, { id, team }: Release): Promise<void> {
  const members = unique(team, (member) => member).map((member) => ({ release_id: id, member }))
  if (members.length > 0) await transaction.insertInto('team').values(members).execute()
}

async function addAccess(transaction: Transaction<Tables>, { id, access }: Release): Promise<void> {
  const entries = unique(access, ({ address, post, opensAt }) =>
    JSON.stringify([address, post, opensAt]),
  ).map(({ address, post, opensAt, expiresAt }) => ({
    release_id: id,
    address,
    post,
    opens_at: new Date(opensAt),
    expires_at: expiresAt === null ? null : new Date(expiresAt),
  }))
  if (entries.length > 0) await transaction.insertInto('access').values(entries).execute()
}

function grouped<T, V>(
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

/** Every release, the earliest first. */
export async function readReleases(database: Database | Transaction<Tables>): Promise<readonly Release[]> {
  const [releases, teams, accesses] = await Promise.all([
    database.selectFrom('releases').selectAll().orderBy('at').orderBy('title').orderBy('id').execute(),
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
