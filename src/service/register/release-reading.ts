import type { Selectable, Transaction } from 'kysely'
import type { AccessEntry, DetailedRelease } from '../../release/release-details.ts'
import type { Database } from '../database/database.ts'
import type { AccessTable } from '../tables/access-table.ts'
import type { ReleaseTable } from '../tables/release-table.ts'
import type { Tables } from '../tables/tables.ts'
import { grouped } from './release-store.ts'

/** A release with all that is kept of it, and how often it was changed. */
export type RevisedRelease = { readonly release: DetailedRelease; readonly revision: number }

const entryOf = (row: Selectable<AccessTable>): AccessEntry => ({
  address: row.address,
  post: row.post,
  opensAt: row.opens_at.getTime(),
  expiresAt: row.expires_at?.getTime() ?? null,
  holder: row.holder,
  reason: row.reason,
  confirmedAt: row.confirmed_at.getTime(),
  confirmedBy: row.confirmed_by,
})

const releaseOf = (
  row: Selectable<ReleaseTable>,
  team: readonly string[],
  access: readonly AccessEntry[],
): RevisedRelease => ({
  revision: row.revision,
  release: {
    id: row.id,
    series: row.series,
    title: row.title,
    at: row.at.getTime(),
    london: row.london,
    state: row.state,
    team,
    access,
    producer: row.producer,
    contact: row.contact,
    summary: row.summary,
    notice: row.notice,
    source: row.source,
    months: row.months,
    lift: row.lift,
    changes: row.changes,
  },
})

/** These releases, or all, the earliest first. */
export async function readDetailed(
  database: Database | Transaction<Tables>,
  id: string | null = null,
): Promise<readonly RevisedRelease[]> {
  const releases = database.selectFrom('releases').selectAll().orderBy('at').orderBy('title').orderBy('id')
  const team = database.selectFrom('team').selectAll().orderBy('member')
  const access = database.selectFrom('access').selectAll().orderBy('address').orderBy('opens_at')
  const rows = await (id === null ? releases : releases.where('id', '=', id)).execute()
  const members = await (id === null ? team : team.where('release_id', '=', id)).execute()
  const entries = await (id === null ? access : access.where('release_id', '=', id)).execute()
  const teamOf = grouped(
    members,
    (row) => row.release_id,
    (row) => row.member,
  )
  const accessOf = grouped(entries, (row) => row.release_id, entryOf)
  return rows.map((row) => releaseOf(row, teamOf.get(row.id) ?? [], accessOf.get(row.id) ?? []))
}

/** One release, or `null`. */
export const readOne = async (
  database: Database | Transaction<Tables>,
  id: string,
): Promise<RevisedRelease | null> => (await readDetailed(database, id))[0] ?? null
