import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openDataDirectory } from '../../src/service/database/data-directory.ts'
import { type Database, openDatabase } from '../../src/service/database/database.ts'
import { accountFor } from '../../src/service/database/postgres-account.ts'
import { type Binaries, findBinaries } from '../../src/service/database/postgres-binaries.ts'
import { DATABASE_USER, ensureCluster } from '../../src/service/database/postgres-cluster.ts'
import { startPostgres } from '../../src/service/database/postgres-process.ts'
import type { Programs } from '../../src/service/database/postgres-program.ts'
import { startFailureSentence } from '../../src/service/start-failure.ts'
import { prepared } from '../prepared.ts'
import { whenDone } from '../when-done.ts'
import { temporaryDirectory } from './temporary-directory.ts'

/** Where Debian and its kin keep the oldest PostgreSQL we support. */
const SYSTEM_15 = '/usr/lib/postgresql/15/bin'

/** The system’s PostgreSQL 15, or `null` where there is none. */
export const systemPostgres15 = (): Binaries | null =>
  existsSync(join(SYSTEM_15, 'initdb')) ? { kind: 'binaries', bin: SYSTEM_15, major: '15' } : null

/** A PostgreSQL of this test file’s own. */
export type TestPostgres = {
  /** The address of a new, empty database. */
  readonly emptyDatabase: () => Promise<string>
  /** A new database with our tables. It is closed when the file is done. */
  readonly database: () => Promise<Database>
}

/** One statement to a server. */
export async function tell(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** A cluster in a data directory, unless it is there. */
async function makeCluster(path: string, programs: Programs): Promise<void> {
  const data = openDataDirectory(path)
  if (data.kind !== 'data-directory') throw new Error(startFailureSentence(data))
  const failed = await ensureCluster(data, { kind: 'password', text: 'for-tests' }, programs)
  if (failed) throw new Error(startFailureSentence(failed))
}

/** Starts a PostgreSQL for one test file, the one that comes with the program unless other programs are given. */
export async function startTestPostgres(given: Binaries | null = null): Promise<TestPostgres> {
  const data = openDataDirectory(join(temporaryDirectory(), 'data'))
  if (data.kind !== 'data-directory') throw new Error(startFailureSentence(data))
  const account = accountFor(data.cluster)
  const binaries = given ?? (await findBinaries(account, data.path))
  if (binaries.kind !== 'binaries') throw new Error(startFailureSentence(binaries))
  const programs = { binaries, account }
  const ours = given === null ? await prepared('postgres', (folder) => makeCluster(folder, programs)) : null
  if (ours !== null) cpSync(ours, data.path, { recursive: true })
  await makeCluster(data.path, programs)
  const running = await startPostgres(data, programs)
  if (running.kind !== 'running') throw new Error(startFailureSentence(running))

  const address = (name: string): string =>
    `postgres://${DATABASE_USER}:for-tests@127.0.0.1:${running.port}/${name}`
  let made = 0
  whenDone(running.stop)
  const emptyDatabase = async (): Promise<string> => {
    const name = `test_${made++}`
    await tell(address('postgres'), `create database ${name}`)
    return address(name)
  }
  const database = async (): Promise<Database> => {
    const opened = await openDatabase(await emptyDatabase())
    if (opened.kind !== 'opened') throw new Error(startFailureSentence(opened))
    whenDone(() => opened.database.destroy())
    return opened.database
  }
  return { emptyDatabase, database }
}
