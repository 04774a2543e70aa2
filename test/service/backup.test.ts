import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { BACKUP_OPTIONS, backup } from '../../src/command-line/backup.ts'
import { optionsFrom } from '../../src/command-line/options.ts'
import { RESTORE_OPTIONS, restore } from '../../src/command-line/restore.ts'
import { BACKED_UP } from '../../src/service/backup/backup-form.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import { ADMINISTRATOR, ask, enquiryWith, STAFF, startTestService } from './service-for-tests.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const SECRET = 'ab'.repeat(32)

let postgres: TestPostgres
/** The database of a register with something in every table. */
let original: string
let file: string
beforeAll(async () => {
  postgres = await startTestPostgres()
  original = await postgres.emptyDatabase()
  const service = await startTestService({ databaseUrl: original, secret: SECRET, samples: true })
  const held = await ask(
    service,
    STAFF,
    'POST',
    '/api/checks',
    enquiryWith('embargoed', { at: MONDAY_14_42 }),
  )
  const check = held.body !== null && typeof held.body === 'object' && 'check' in held.body && held.body.check
  await ask(service, STAFF, 'POST', '/api/clearances', { check, reason: 'agreed “by phone”\n¼ of it' })
  file = join(temporaryDirectory(), 'backup.gz')
  expect(await run(backup, BACKUP_OPTIONS, file, original)).toBe(0)
})

/** A data directory with this secret in it, or none. */
function dataWith(secret: string | null): string {
  const data = join(temporaryDirectory(), 'data')
  mkdirSync(data)
  if (secret !== null) writeFileSync(join(data, 'secret'), secret)
  return data
}

const run = async (
  command: typeof backup,
  known: typeof BACKUP_OPTIONS,
  path: string,
  database: string,
  secret: string | null = SECRET,
) => {
  const options = optionsFrom(['--file', path, '--database', database, '--data', dataWith(secret)], known)
  return options.kind === 'options' ? command(options) : options
}

const restoreTo = (database: string, path: string, secret: string | null = SECRET) =>
  run(restore, RESTORE_OPTIONS, path, database, secret)

/** Every row of every table, as the database shows it. */
const contentOf = (url: string) =>
  Promise.all(
    BACKED_UP.map((table) => tell(url, `select ${table}::text as line from ${table} order by line`)),
  )

/** The backup with something in its text changed. */
function tampered(change: (text: string) => string): string {
  const path = join(temporaryDirectory(), 'tampered.gz')
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))))
  return path
}

const refused = (sentence: string) => ({
  kind: 'failure',
  code: expect.any(Number),
  sentence: expect.stringContaining(sentence),
})

describe('a backup', () => {
  it('restored into an empty register is the register it was made of, to the last byte', async () => {
    const other = await postgres.emptyDatabase()
    expect(await restoreTo(other, file)).toBe(0)
    expect(await contentOf(other)).toEqual(await contentOf(original))
    const service = await startTestService({ databaseUrl: other, secret: SECRET })
    const enquiry = enquiryWith('embargoed', { at: MONDAY_14_42 })
    expect((await ask(service, STAFF, 'POST', '/api/checks', enquiry)).body).toMatchObject({
      verdict: 'block',
    })
    expect((await ask(service, ADMINISTRATOR, 'GET', '/api/journal/verification')).body).toMatchObject({
      sound: true,
    })
  })

  it('holds no secret, and is restored only beside the one it was made with', async () => {
    expect(gunzipSync(readFileSync(file)).toString('latin1')).not.toContain(SECRET)
    const other = await postgres.emptyDatabase()
    expect(await restoreTo(other, file, null)).toEqual(refused('not in a backup'))
    expect(await restoreTo(other, file, 'cd'.repeat(32))).toEqual(refused('not the one'))
    expect(await tell(other, 'select to_regclass($$releases$$) as it')).toEqual([{ it: null }])
  })

  it('of a register that was fingerprinted in another way is not restored: nothing in it would be recognised', async () => {
    const old = await postgres.emptyDatabase()
    expect(await restoreTo(old, file)).toBe(0)
    await tell(old, `update settings set value = '"0123456789abcdef"' where key = 'fingerprint-form'`)
    const path = join(temporaryDirectory(), 'old.gz')
    expect(await run(backup, BACKUP_OPTIONS, path, old)).toBe(0)
    const other = await postgres.emptyDatabase()
    expect(await restoreTo(other, path)).toEqual(refused('fingerprinted in another way'))
    expect(await tell(other, 'select * from files')).toEqual([])
  })

  it('goes into no register that holds anything', async () => {
    expect(await restoreTo(original, file)).toEqual(refused('not empty'))
  })

  it.each([
    ['with a letter changed', (text: string) => text.replace('Permanent Secretary', 'Permanent Secretory')],
    ['with a line left out', (text: string) => text.replace(/\{"table":"access".*\n/, '')],
    ['without its end', (text: string) => text.slice(0, -100)],
    ['that is empty', () => ''],
    ['of another program', () => '{"backup":"something else"}\n'],
  ])('%s is refused whole', async (_, change) => {
    const other = await postgres.emptyDatabase()
    expect(await restoreTo(other, tampered(change))).toEqual(refused('was not restored'))
  })

  it('cut off in the middle, or no archive at all, is refused with a sentence', async () => {
    const other = await postgres.emptyDatabase()
    for (const bytes of [readFileSync(file).subarray(0, 2_000), Buffer.from('hello')]) {
      const path = join(temporaryDirectory(), 'torn.gz')
      writeFileSync(path, bytes)
      expect(await restoreTo(other, path)).toEqual(refused('was not restored'))
    }
  })

  it('is never written over a file that is there', async () => {
    const path = join(temporaryDirectory(), 'mine')
    copyFileSync(file, path)
    expect(await run(backup, BACKUP_OPTIONS, path, original)).toEqual(refused('is there already'))
  })

  it('is not begun where there is no folder for it, nor left half where there is no room', async () => {
    const folder = join(temporaryDirectory(), 'nowhere')
    const nowhere = join(folder, 'backup.gz')
    expect(await run(backup, BACKUP_OPTIONS, nowhere, original)).toEqual(refused(`no folder ${folder}`))
    const inTheWay = join(temporaryDirectory(), 'backup.gz')
    mkdirSync(`${inTheWay}.partial`)
    expect(await run(backup, BACKUP_OPTIONS, inTheWay, original)).toEqual(refused('could not be written'))
    expect(existsSync(inTheWay)).toBe(false)
  })

  it('is not made of a journal that somebody changed', async () => {
    const other = await postgres.emptyDatabase()
    await restoreTo(other, file)
    await tell(other, 'alter table journal disable trigger all')
    await tell(other, `update journal set who = 'x' where seq = 2`)
    const path = join(temporaryDirectory(), 'backup.gz')
    expect(await run(backup, BACKUP_OPTIONS, path, other)).toEqual(refused('line 2'))
  })
})
