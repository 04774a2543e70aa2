import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { type DataDirectory, openDataDirectory } from '../../src/service/database/data-directory.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/service/database/embedded-postgres.ts'
import { identityOf } from '../../src/service/database/process-identity.ts'
import { startFailureSentence } from '../../src/service/start-failure.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const running: EmbeddedPostgres[] = []

function dataIn(path: string): DataDirectory {
  const data = openDataDirectory(path)
  if (data.kind !== 'data-directory') throw new Error(startFailureSentence(data))
  return data
}

async function started(data: DataDirectory): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres(data)
  if (postgres.kind !== 'embedded') throw new Error(startFailureSentence(postgres))
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
})

describe('the database that comes with the program', () => {
  it('keeps its data over a stop and a start, in the data directory', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    const first = await started(data)
    await ask(first.url, 'create table kept as select 41 + 1 as answer')
    await first.stop()
    const second = await started(data)
    expect(await ask(second.url, 'select answer from kept')).toEqual([[42]])
    expect(readFileSync(join(data.path, 'postgres', 'PG_VERSION'), 'utf8')).toBe('18\n')
  })

  it('lets in only who knows the password, which only the owner can read', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    const { url } = await started(data)
    await expect(ask(url.replace(/:[0-9a-f]{64}@/, ':guess@'), 'select 1')).rejects.toThrow('password')
    expect(modeOf(data.password)).toBe('600')
    expect(modeOf(data.path)).toBe('700')
    expect(modeOf(data.cluster)).toBe('700')
    expect(modeOf(data.log)).toBe('600')
  })

  it('listens on the loopback only, writes through to the disk and asks for scram', async () => {
    const { url } = await started(dataIn(join(temporaryDirectory(), 'data')))
    const settings = [
      'listen_addresses',
      'fsync',
      'password_encryption',
      'data_checksums',
      'unix_socket_directories',
    ]
    const told = await ask(url, `select ${settings.map((name) => `current_setting('${name}')`).join(', ')}`)
    expect(told).toEqual([['127.0.0.1', 'on', 'scram-sha-256', 'on', '']])
    expect(await ask(url, 'select distinct auth_method from pg_hba_file_rules')).toEqual([['scram-sha-256']])
  })

  it('works in a directory that nobody else can enter', async () => {
    const closed = join(temporaryDirectory(), 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const { url } = await started(dataIn(join(closed, 'clone', 'data')))
    expect(await ask(url, 'select 1')).toEqual([[1]])
  })

  it('is refused to a second owner, who is told who has it', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    await started(data)
    const second = await startEmbeddedPostgres(data)
    expect(second).toEqual({ kind: 'data-in-use', directory: data.path, pid: process.pid })
  })

  it('goes to one of four that start at the same instant', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    const all = await Promise.all([1, 2, 3, 4].map(() => startEmbeddedPostgres(data)))
    const owners = all.filter((one) => one.kind === 'embedded')
    running.push(...owners)
    expect(owners).toHaveLength(1)
  })

  it('takes over from an owner whose number belongs to another process by now', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    writeFileSync(join(data.path, `in-use-by-${process.ppid}-00000000.1`), '')
    const { url } = await started(data)
    expect(await ask(url, 'select 1')).toEqual([[1]])
    expect(readdirSync(data.path).filter((name) => name.startsWith('in-use-by-'))).toHaveLength(1)
  })

  it('leaves alone an innocent process that has the number of a database long gone', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    await (await started(data)).stop()
    const innocent = spawn('sleep', ['600'], { stdio: 'ignore' })
    try {
      writeFileSync(
        join(data.cluster, 'postmaster.pid'),
        `${innocent.pid}\n${data.cluster}\n1\n5432\n\n\n\nready\n`,
      )
      const { url } = await started(data)
      expect(await ask(url, 'select 1')).toEqual([[1]])
      expect(identityOf(innocent.pid ?? 0)).not.toBeNull()
    } finally {
      innocent.kill()
    }
  })

  it('stops the database that a killed owner left behind, and starts its own', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    const left = await started(data)
    await ask(left.url, 'create table acknowledged as select 1')
    running.length = 0
    // What kill -9 leaves: the database at work, and a mark whose process is gone.
    for (const name of readdirSync(data.path).filter((entry) => entry.startsWith('in-use-by-'))) {
      renameSync(join(data.path, name), join(data.path, 'in-use-by-4194303-00000000.1'))
    }
    const next = await started(data)
    await left.ended
    expect(next.pid).not.toBe(left.pid)
    expect(identityOf(left.pid)).toBeNull()
    expect(await ask(next.url, 'select count(*)::int from acknowledged')).toEqual([[1]])
  })

  it('is made anew when the first start was interrupted half way', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    const half = join(data.path, 'postgres.0123456789ab.new')
    mkdirSync(join(half, 'base'), { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    const { url } = await started(data)
    expect(await ask(url, 'select 1')).toEqual([[1]])
    expect(readdirSync(data.path).filter((name) => name.includes('.new'))).toEqual([])
  })

  it('says that a cluster of another version needs the release that made it', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    await (await started(data)).stop()
    writeFileSync(join(data.cluster, 'PG_VERSION'), '17\n')
    const failure = await startEmbeddedPostgres(data)
    expect(failure).toEqual({ kind: 'cluster-of-other-version', found: '17', needed: '18' })
    expect(readdirSync(data.path).filter((name) => name.startsWith('in-use-by-'))).toEqual([])
  })

  it('says that the password is missing rather than making another that does not fit', async () => {
    const data = dataIn(join(temporaryDirectory(), 'data'))
    await (await started(data)).stop()
    rmSync(data.password)
    expect(await startEmbeddedPostgres(data)).toEqual({ kind: 'password-missing', path: data.password })
  })

  it('says so when the data directory is a file', () => {
    const path = join(temporaryDirectory(), 'data')
    writeFileSync(path, '')
    expect(openDataDirectory(path)).toEqual({ kind: 'data-not-writable', path, because: 'EEXIST' })
  })

  it('ends what waits for it when somebody else stops it', async () => {
    const postgres = await started(dataIn(join(temporaryDirectory(), 'data')))
    process.kill(postgres.pid, 'SIGINT')
    await postgres.ended
    await postgres.stop()
    expect(identityOf(postgres.pid)).toBeNull()
  })
})
