import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Access, Release } from '../../release/release.ts'
import {
  type AccessEntry,
  type DetailedRelease,
  NO_DETAILS,
  type ReleaseDetails,
} from '../../release/release-details.ts'
import { searchable } from '../../release/search.ts'
import type { Tables } from '../tables/tables.ts'
import { type Change, growVersion } from './release-store.ts'

/** A release that is not in the register yet. Who confirmed its access list is whoever adds it. */
export type ReleaseToAdd = Omit<Release, 'id' | 'access'> &
  Partial<ReleaseDetails> & { readonly access: readonly (Access & Partial<AccessEntry>)[] }

const unique = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
]

/** Members are written as they were typed, but once. */
const sameMember = (member: string): string => member.trim().toLowerCase()

/** By what a release is found in the list, as src/release/search.ts does in memory. */
const searchedOf = ({ title, series, producer }: DetailedRelease): string =>
  searchable(`${title} ${series} ${producer}`)

const columnsOf = (release: DetailedRelease) => ({
  series: release.series,
  title: release.title,
  at: new Date(release.at),
  london: release.london,
  state: release.state,
  producer: release.producer,
  contact: JSON.stringify(release.contact),
  summary: release.summary,
  notice: release.notice,
  source: release.source,
  months: release.months && JSON.stringify(release.months),
  lift: release.lift && JSON.stringify(release.lift),
  changes: JSON.stringify(release.changes),
  searched: searchedOf(release),
})

/** The release with everything that is kept of it, as it will be written. */
export const completed = (toAdd: ReleaseToAdd, id: string, change: Change): DetailedRelease => ({
  ...NO_DETAILS,
  ...toAdd,
  id,
  access: toAdd.access.map((entry) => ({
    holder: 'person',
    reason: '',
    confirmedAt: change.at,
    confirmedBy: change.who,
    ...entry,
  })),
})

/** Writes a release with its team and access list. */
export async function addRelease(
  transaction: Transaction<Tables>,
  toAdd: ReleaseToAdd,
  change: Change,
): Promise<DetailedRelease> {
  const release = completed(toAdd, randomUUID(), change)
  await writeNew(transaction, [{ release, change }])
  return release
}

/** Writes many releases at once, in their order. */
export async function addReleases(
  transaction: Transaction<Tables>,
  all: readonly { readonly toAdd: ReleaseToAdd; readonly change: Change }[],
): Promise<readonly DetailedRelease[]> {
  const added = all.map(({ toAdd, change }) => ({ release: completed(toAdd, randomUUID(), change), change }))
  await writeNew(transaction, added)
  return added.map(({ release }) => release)
}

async function writeNew(
  transaction: Transaction<Tables>,
  added: readonly { readonly release: DetailedRelease; readonly change: Change }[],
): Promise<void> {
  await growVersion(transaction)
  const rows = added.map(({ release, change }) => ({
    ...columnsOf(release),
    id: release.id,
    added_at: new Date(change.at),
    added_by: change.who,
    changed_at: new Date(change.at),
  }))
  if (rows.length > 0) await transaction.insertInto('releases').values(rows).execute()
  const releases = added.map(({ release }) => release)
  await addTeams(transaction, releases)
  await addAccess(transaction, releases)
}

/** Writes a release anew as it is after a change. */
export async function rewriteRelease(
  transaction: Transaction<Tables>,
  release: DetailedRelease,
  change: Change,
): Promise<void> {
  await growVersion(transaction)
  await transaction
    .updateTable('releases')
    .set((now) => ({
      ...columnsOf(release),
      changed_at: new Date(change.at),
      revision: now('revision', '+', 1),
    }))
    .where('id', '=', release.id)
    .execute()
  await transaction.deleteFrom('team').where('release_id', '=', release.id).execute()
  await transaction.deleteFrom('access').where('release_id', '=', release.id).execute()
  await addTeams(transaction, [release])
  await addAccess(transaction, [release])
}

async function addTeams(
  transaction: Transaction<Tables>,
  releases: readonly DetailedRelease[],
): Promise<void> {
  const members = releases.flatMap(({ id, team }) =>
    unique(team, sameMember).map((member) => ({ release_id: id, member })),
  )
  if (members.length > 0) await transaction.insertInto('team').values(members).execute()
}

const entryKey = ({ address, post, opensAt }: AccessEntry): string => JSON.stringify([address, post, opensAt])

const entryRow = (release: string, entry: AccessEntry) => ({
  release_id: release,
  address: entry.address,
  post: entry.post,
  opens_at: new Date(entry.opensAt),
  expires_at: entry.expiresAt === null ? null : new Date(entry.expiresAt),
  holder: entry.holder,
  reason: entry.reason,
  confirmed_at: new Date(entry.confirmedAt),
  confirmed_by: entry.confirmedBy,
})

async function addAccess(
  transaction: Transaction<Tables>,
  releases: readonly DetailedRelease[],
): Promise<void> {
  const entries = releases.flatMap(({ id, access }) =>
    unique(access, entryKey).map((entry) => entryRow(id, entry)),
  )
  if (entries.length > 0) await transaction.insertInto('access').values(entries).execute()
}
