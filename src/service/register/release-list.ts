import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { ReleasePage, ReleaseQuery, ReleaseSummary } from '../../register/administration.ts'
import { searchable } from '../../release/search.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../tables/tables.ts'

/** Releases on a page unless somebody asks for more or fewer. */
const PAGE_SIZE = 50

type Of = ExpressionBuilder<Tables, 'releases'>

/** As src/release/embargo.ts has it: at the instant itself a confirmed release is public. */
const isEmbargoed = (at: Date) =>
  sql<boolean>`(releases.state in ('provisional', 'postponed', 'cancelled')
    or (releases.state = 'confirmed' and releases.at > ${at}))`

/** What `like` takes for itself. */
const literally = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

const wanted = (query: ReleaseQuery, at: Date) => (of: Of) => {
  const { series, state, embargoed, from, to } = query
  const conditions = searchable(query.search ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => of('searched', 'like', `%${literally(word)}%`))
  if (series !== undefined) conditions.push(of('series', '=', series))
  if (state !== undefined) conditions.push(of('state', '=', state))
  if (from !== undefined) conditions.push(of('at', '>=', new Date(from)))
  if (to !== undefined) conditions.push(of('at', '<', new Date(to)))
  const under: readonly ReturnType<typeof isEmbargoed>[] = embargoed === undefined ? [] : [isEmbargoed(at)]
  return of.and([...conditions, ...under.map((one) => (embargoed ? one : sql<SqlBool>`not ${one}`))])
}

/** Each ends with the id, so that a list never jumps. */
const ORDERS: Readonly<Record<NonNullable<ReleaseQuery['sort']>, ReturnType<typeof sql>>> = {
  due: sql`releases.at, releases.title, releases.id`,
  'due-last': sql`releases.at desc, releases.title, releases.id`,
  series: sql`lower(releases.series), releases.at, releases.id`,
  changed: sql`releases.changed_at desc, releases.id`,
}

const summaries = (database: Database, at: Date) =>
  database
    .selectFrom('releases')
    .select(['id', 'series', 'title', 'at', 'london', 'months', 'state', 'producer'])
    .select([
      isEmbargoed(at).as('embargoed'),
      sql<boolean>`releases.lift is not null`.as('liftAsked'),
      sql<number>`(select count(*) from files where files.release_id = releases.id)`.as('files'),
      sql<number>`(select coalesce(sum(files.novel), 0) from files
        where files.release_id = releases.id and files.standing = 'embargoed')`.as('novel'),
    ])

const summaryOf = <Row extends { readonly at: Date }>(row: Row) => ({ ...row, at: row.at.getTime() })

/**
 * One page of the register, searched, sorted and counted by the database.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z, by the service's clock
 */
export async function readPage(database: Database, query: ReleaseQuery, now: number): Promise<ReleasePage> {
  const at = new Date(now)
  const { page = 1, size = PAGE_SIZE, sort = 'due' } = query
  const [rows, total, embargoed, next] = await Promise.all([
    summaries(database, at)
      .where(wanted(query, at))
      .orderBy(ORDERS[sort])
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    countOf(database, wanted(query, at)),
    countOf(database, () => isEmbargoed(at)),
    summaries(database, at)
      .where('state', '=', 'confirmed')
      .where('at', '>', at)
      .orderBy(ORDERS.due)
      .limit(1)
      .executeTakeFirst(),
  ])
  const releases: readonly ReleaseSummary[] = rows.map(summaryOf)
  return { at: now, total, page, size, releases, next: next ? summaryOf(next) : null, embargoed }
}

async function countOf(
  database: Database,
  where: (of: Of) => ReturnType<ReturnType<typeof wanted>> | ReturnType<typeof isEmbargoed>,
): Promise<number> {
  const { count } = await database
    .selectFrom('releases')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow()
  return count
}
