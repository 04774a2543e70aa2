import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { RECORD_BYTES } from '../../src/register/records.ts'
import type { Database } from '../../src/service/database/database.ts'
import { openDatabase, versionFailure } from '../../src/service/database/database.ts'
import { append, verifyJournal } from '../../src/service/journal/journal.ts'
import { migrations } from '../../src/service/migrations/migrations.ts'
import { addFile, readFiles, readMarks } from '../../src/service/register/file-store.ts'
import { readDetailed } from '../../src/service/register/release-reading.ts'
import { readReleases, registerVersion } from '../../src/service/register/release-store.ts'
import { addRelease } from '../../src/service/register/release-writing.ts'
import { startFailureSentence } from '../../src/service/start-failure.ts'
import { startTestPostgres, systemPostgres15, type TestPostgres, tell } from './postgres-for-tests.ts'

// Tuesday 17 March 2020, 09:30 in London, which is still on GMT.
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

const RELEASE = {
  series: 'Public Sector Employment',
  title: 'Public sector employment, UK: December 2019',
  at: TUESDAY_09_30 + 1,
  london: '2020-03-17 09:30',
  state: 'confirmed',
  team: ['ada@statistics.example', '@pse.example', 'ada@statistics.example'],
  access: [
    { address: 'minister@department.example', post: 'Minister', opensAt: TUESDAY_09_30 - 1, expiresAt: null },
    {
      address: 'aide@department.example',
      post: 'Aide',
      opensAt: TUESDAY_09_30,
      expiresAt: TUESDAY_09_30 + 1,
    },
  ],
} as const

const CHANGE = { who: 'carys@statistics.example', at: Date.UTC(2020, 2, 2, 12) }

const addReleaseTo = (database: Database) =>
  database.transaction().execute((transaction) => addRelease(transaction, RELEASE, CHANGE))

/** How many steps there are from an empty database to this program’s. */
const stepCount = async (): Promise<number> => Object.keys(await migrations.getMigrations()).length

const note = (database: Database, entry: object) =>
  database
    .transaction()
    .execute((transaction) => append(transaction, { kind: 'check', who: 'ada@x', at: 5, entry }))

const SERVERS = [
  ['that comes with the program', () => null, true],
  [
    '15 of this system (on Debian: apt-get install postgresql-15)',
    systemPostgres15,
    systemPostgres15() !== null,
  ],
] as const

for (const [name, find, isThere] of SERVERS)
  describe.skipIf(!isThere)(`the store on the PostgreSQL ${name}`, () => {
    let postgres: TestPostgres
    beforeAll(async () => {
      postgres = await startTestPostgres(find())
    })

    it('gives back a release as it was put in, to the millisecond', async () => {
      const database = await postgres.database()
      const added = await addReleaseTo(database)
      const [read] = await readDetailed(database)
      expect(read?.release).toEqual({
        ...added,
        team: ['@pse.example', 'ada@statistics.example'],
        access: [added.access[1], added.access[0]],
      })
    })

    it('gives back a file byte for byte', async () => {
      const database = await postgres.database()
      const release = await addReleaseTo(database)
      const told = {
        id: randomUUID(),
        release: release.id,
        name: 'PSE “tables”.xlsx',
        standing: 'embargoed',
        figures: 7,
        novel: 3,
        unreadable: [{ part: 'logo.png', because: 'picture' }],
      } as const
      const records = {
        runs: randomBytes(RECORD_BYTES * 5),
        rareFigures: randomBytes(24),
        madeOf: randomBytes(8),
      }
      const marks = { hashes: [randomBytes(32), randomBytes(32)], records }
      const file = await database
        .transaction()
        .execute((transaction) => addFile(transaction, told, marks, CHANGE))
      expect(await readFiles(database)).toEqual([{ ...told, features: 5 }])
      expect(file.features).toBe(5)
      expect(await readMarks(database, [file.id])).toEqual([[file.id, marks]])
    })

    it('counts every change of the register', async () => {
      const database = await postgres.database()
      expect(await registerVersion(database)).toBe(0)
      await addReleaseTo(database)
      await addReleaseTo(database)
      expect(await registerVersion(database)).toBe(2)
    })

    it('keeps nothing of a change that fails half way', async () => {
      const database = await postgres.database()
      const failing = database.transaction().execute(async (transaction) => {
        await addRelease(transaction, RELEASE, CHANGE)
        throw new Error('half way')
      })
      await expect(failing).rejects.toThrow('half way')
      expect(await readReleases(database)).toEqual([])
      expect(await registerVersion(database)).toBe(0)
    })

    it('writes a journal without gaps while many write at once', async () => {
      const database = await postgres.database()
      await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          note(database, { n, name: 'ä “ü” 😀', nested: { b: [1, null], a: 0.1 } }),
        ),
      )
      expect(await verifyJournal(database)).toMatchObject({ kind: 'intact', entries: 40 })
    })

    it.each([
      ['changes', sql`update journal set who = 'nobody' where seq = 2`],
      ['removes', sql`delete from journal where seq = 2`],
      ['empties', sql`truncate journal`],
    ])('refuses whoever %s the journal', async (_, statement) => {
      const database = await postgres.database()
      for (const n of [1, 2, 3]) await note(database, { n })
      await expect(statement.execute(database)).rejects.toThrow('append-only')
      expect(await verifyJournal(database)).toMatchObject({ kind: 'intact', entries: 3 })
    })

    it.each([
      ['a changed entry', sql`update journal set entry = '{"n":7}' where seq = 2`, 2, 'not what was written'],
      ['another person', sql`update journal set who = 'eve' where seq = 2`, 2, 'not what was written'],
      [
        'another time',
        sql`update journal set at = at + interval '1 millisecond' where seq = 2`,
        2,
        'not what was written',
      ],
      ['another kind', sql`update journal set kind = 'file-added' where seq = 2`, 2, 'not what was written'],
      ['a missing line', sql`delete from journal where seq = 2`, 2, 'missing'],
      [
        'two lines that changed places',
        sql`update journal set entry = case seq when 1 then '{"n":2}'::jsonb else '{"n":1}' end where seq < 3`,
        1,
        'not what was written',
      ],
    ])('sees %s although somebody took the lock off the journal', async (_, statement, seq, because) => {
      const database = await postgres.database()
      for (const n of [1, 2, 3]) await note(database, { n })
      await sql`alter table journal disable trigger all`.execute(database)
      await statement.execute(database)
      expect(await verifyJournal(database)).toMatchObject({
        kind: 'broken',
        seq,
        because: expect.stringContaining(because),
      })
    })

    it('is brought up to date once by three that open it at the same instant', async () => {
      const url = await postgres.emptyDatabase()
      const opened = await Promise.all([openDatabase(url), openDatabase(url), openDatabase(url)])
      for (const one of opened) if (one.kind === 'opened') await one.database.destroy()
      expect(opened.map(({ kind }) => kind)).toEqual(['opened', 'opened', 'opened'])
      expect(await tell(url, 'select count(*)::int as steps from kysely_migration')).toEqual([
        { steps: await stepCount() },
      ])
    })
  })

const isConnected = async (database: Database, pid: number): Promise<boolean> => {
  const { rows } = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(database)
  return rows.length > 0
}

describe('a database that cannot be used', () => {
  it('is too old before version 15', () => {
    expect(versionFailure(150_000, '15.0')).toBeNull()
    const failure = versionFailure(140_099, '14.99')
    expect(failure && startFailureSentence(failure)).toBe(
      'The database is PostgreSQL 14.99: version 15 or later is needed.',
    )
  })

  it('is named without its password when nobody answers', async () => {
    const opened = await openDatabase('postgres://somebody:very-secret@127.0.0.1:9/register')
    expect(opened).toEqual({
      kind: 'database-unreachable',
      address: '127.0.0.1:9/register',
      because: 'ECONNREFUSED',
    })
  })

  it.each([
    ['http://127.0.0.1/register', 'an address begins with postgres://'],
    ['postgres://somebody:very-secret@127.0.0.1:9/register', 'nobody answers there'],
  ])('is told in words: %s', async (url, words) => {
    const failure = await openDatabase(url)
    const sentence = failure.kind === 'opened' ? '' : startFailureSentence(failure)
    expect(sentence).toContain(`(${words}): check DATABASE_URL`)
    expect(sentence).not.toContain('very-secret')
  })

  it('lets nobody in with a wrong password, and says that it is the password', async () => {
    const postgres = await startTestPostgres()
    const url = (await postgres.emptyDatabase()).replace('for-tests', 'wrong')
    const failure = await openDatabase(url)
    expect(failure.kind !== 'opened' && startFailureSentence(failure)).toContain(
      '(the user or the password is wrong): check DATABASE_URL',
    )
  })

  it('that ends between two questions of a transaction fails the second, and not the program', async () => {
    const postgres = await startTestPostgres()
    const opened = await openDatabase(await postgres.emptyDatabase())
    if (opened.kind !== 'opened') throw new Error(startFailureSentence(opened))
    const { database } = opened
    const torn = database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database)
      await vi.waitUntil(async () => !(await isConnected(database, rows[0]?.pid ?? 0)))
      // The end of the connection comes with the next turn of the event loop.
      await new Promise((settle) => setImmediate(settle))
      return registerVersion(transaction)
    })
    await expect(torn).rejects.toThrow()
    expect(await registerVersion(database)).toBe(0)
    await database.destroy()
  })

  it('is refused when its tables are not those of this program', async () => {
    const postgres = await startTestPostgres()
    const url = await postgres.emptyDatabase()
    await tell(url, 'create table releases (something_else int)')
    expect(await openDatabase(url)).toMatchObject({
      kind: 'migration-failed',
      name: '2026-11-22T15-00-releases',
    })
  })
})
