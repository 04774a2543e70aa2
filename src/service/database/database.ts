import { Kysely, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { migrations } from '../migrations/migrations.ts'
import { type StartFailure, systemReason } from '../start-failure.ts'
import type { Tables } from '../tables/tables.ts'

/** The service's way to its tables. */
export type Database = Kysely<Tables>

/** The oldest PostgreSQL we are tested on. */
const OLDEST_POSTGRES = 15

/** How long the first answer of a server may take, in milliseconds. */
const CONNECT_MS = 10_000
/** Connections that one instance holds at most. */
const CONNECTIONS = 12

const INT8 = pg.types.builtins.INT8

/** Whole numbers come as numbers: none of ours goes beyond 2⁵³. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
}

/** The address without the password, for sentences. */
export function addressOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || 5432}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

/** How an address begins. Source: PostgreSQL’s manual, libpq, “Connection URIs”. */
const ADDRESS = /^postgres(?:ql)?:\/\//i
const NO_ADDRESS = 'an address begins with postgres://'

/** A database that answers, is new enough and has our tables. */
export type Opened = { readonly kind: 'opened'; readonly database: Database }

/**
 * Whether a server is too old.
 *
 * @param number as the server counts: 150018 is 15.18
 */
export function versionFailure(number: number, text: string): StartFailure | null {
  if (number >= OLDEST_POSTGRES * 10_000) return null
  return { kind: 'database-too-old', version: text, needed: OLDEST_POSTGRES }
}

async function checkVersion(database: Database): Promise<StartFailure | null> {
  const { rows } = await sql<{ number: string; text: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as text
  `.execute(database)
  return versionFailure(Number(rows[0]?.number), rows[0]?.text ?? 'unknown')
}

/** Brings the tables up to date. Of several instances that start at once, one does it and the others wait. */
async function migrate(database: Database): Promise<StartFailure | null> {
  const { error, results } = await new Migrator({ db: database, provider: migrations }).migrateToLatest()
  if (error === undefined) return null
  const failed = results?.find((step) => step.status === 'Error')?.migrationName ?? 'migrations'
  return { kind: 'migration-failed', name: failed, because: systemReason(error) }
}

/** Opens the database, checks its version and brings its tables up to date. */
export async function openDatabase(url: string): Promise<Opened | StartFailure> {
  if (!ADDRESS.test(url))
    return { kind: 'database-unreachable', address: addressOf(url), because: NO_ADDRESS }
  let database: Database | null = null
  try {
    const pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      types: TYPES,
    })
    // A connection that breaks is replaced, and whoever uses it hears of it at the next question. Without
    // listeners, for idle ones and for those between two questions of a transaction, Node would end.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    const failure = (await checkVersion(database)) ?? (await migrate(database))
    if (failure === null) return { kind: 'opened', database }
    await database.destroy()
    return failure
  } catch (fault) {
    await database?.destroy()
    return { kind: 'database-unreachable', address: addressOf(url), because: reachReason(fault) }
  }
}

/** Node says `AggregateError` without a message when both ::1 and 127.0.0.1 refuse. */
const reachReason = (fault: unknown): string =>
  fault instanceof AggregateError ? systemReason(fault.errors[0]) : systemReason(fault)
