import { sql } from 'kysely'
import type { KeyedPart } from '../../guard.ts'
import type { Received } from '../../register/contract.ts'
import { isEmbargoed } from '../../release/embargo.ts'
import type { Database } from '../database/database.ts'
import type { Person } from '../identity.ts'
import type { Register } from '../register/live-register.ts'
import { markOf } from './check-marks.ts'
import { addressKey } from './check-store.ts'

/** What the register knows of releases and files. */
type Known = Pick<Register, 'releases' | 'files'>

const isThere = <T>(value: T | null): value is T => value !== null

/** The series in which files of these hashes are public at an instant, by hash. */
async function publishedSeries(
  database: Database,
  { releases, files }: Known,
  hashes: readonly string[],
  at: number,
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await database
    .selectFrom('files')
    .select(['id', 'hashes'])
    .where(sql<boolean>`hashes && ${hashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[]`)
    .execute()
  const series = new Map<string, string>()
  for (const row of rows) {
    const file = files.find(({ id }) => id === row.id)
    const release = releases.find(({ id }) => id === file?.release)
    if (!file || !release || (file.standing === 'embargoed' && isEmbargoed(release, at))) continue
    for (const hash of row.hashes) series.set(hash.toString('hex'), release.series)
  }
  return series
}

/** The last check with which somebody sent any of these parts, or `null`. */
async function sentIn(
  database: Database,
  sender: string,
  parts: readonly KeyedPart[],
): Promise<string | null> {
  const marks = parts.map(markOf).filter(isThere)
  if (marks.length === 0) return null
  const line = await database
    .selectFrom('journal')
    .select(sql<string>`entry->>'check'`.as('check'))
    .where('kind', '=', 'check')
    .where('who', '=', sender)
    .where(sql<boolean>`entry->>'moment' = 'send'`)
    .where(
      sql<boolean>`exists (select 1 from jsonb_array_elements(entry->'parts') part where part->>'mark' = any(${marks}))`,
    )
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return line?.check ?? null
}

/**
 * What is known of a received message beside what is under embargo.
 *
 * @param from the message’s own sender
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export async function receivedOf(
  database: Database,
  known: Known,
  asker: Person,
  from: string,
  parts: readonly KeyedPart[],
  at: number,
): Promise<Received> {
  const hashes = parts.map(({ hash }) => hash).filter(isThere)
  const series = await publishedSeries(database, known, hashes, at)
  const published = parts.flatMap(({ part, hash }) => {
    const name = hash === null ? undefined : series.get(hash)
    return name === undefined ? [] : [{ part: part.part, series: name }]
  })
  const isOwn = addressKey(from) === addressKey(asker.address)
  return { published, sentIn: isOwn ? await sentIn(database, asker.address, parts) : null }
}
