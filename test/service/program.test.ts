import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { postmasterFile } from '../../src/service/database/postmaster-file.ts'
import { identityOf } from '../../src/service/database/process-identity.ts'
import { migrations } from '../../src/service/migrations/migrations.ts'
import { startedBefore } from '../running-service.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const PROGRAM = resolve('dist/service.js')

/** The program as a person starts it, in a process of its own. */
type Program = {
  readonly process: ChildProcess
  readonly said: () => string
  /** Settles with the address once it listens, or with the exit code if it ends before. */
  readonly up: Promise<string | number | null>
  readonly ended: Promise<number | NodeJS.Signals | null>
}

const programs: Program[] = []

/** Data that a try-out has been started on before. */
async function usedData(): Promise<string> {
  const data = join(temporaryDirectory(), 'data')
  await startedBefore(data)
  return data
}

function start(data: string, environment: Record<string, string> = {}, ...words: readonly string[]): Program {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: { PATH: process.env.PATH, PORT: '0', EMBARGO_GUARD_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | NodeJS.Signals | null>((settle) =>
    child.once('close', (code, signal) => settle(signal ?? code)),
  )
  const up = new Promise<string | number | null>((settle) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      const address = /(http:\/\/[^/]+)\/api\/openapi\.json\n(?:.*\n)*.*Ctrl-C/.exec(said)?.[1]
      if (address) settle(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', (code) => settle(code))
  })
  const program = { process: child, said: () => said, up, ended }
  programs.push(program)
  return program
}

/** The number of the database at work on the data. */
function databasePid(data: string): number {
  const file = postmasterFile(join(data, 'postgres'))
  // Nothing would become 0, which is our own process group to `process.kill`.
  if (file === null) throw new Error(`no database is at work in ${data}`)
  return file.pid
}

const isAtWork = (data: string): boolean => postmasterFile(join(data, 'postgres')) !== null

const until = (isSo: () => boolean): Promise<void> =>
  vi.waitUntil(isSo, { timeout: 50_000, interval: 20 }).then(() => undefined)

afterEach(async () => {
  for (const { process: child, ended } of programs.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
})

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error('dist/service.js is missing: run npm run build first')
})

describe('the program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops in order on %s: no database stays behind, and nothing is marked as in use',
    async (signal) => {
      const data = join(temporaryDirectory(), 'data')
      const program = start(data)
      expect(await program.up).toMatch(/^http:\/\/localhost:\d+$/)
      const database = databasePid(data)
      expect(identityOf(database)).not.toBeNull()
      program.process.kill(signal)
      expect(await program.ended).toBe(0)
      expect(identityOf(database)).toBeNull()
      expect(readFileSync(join(data, 'postgres.log'), 'utf8')).toContain('database system is shut down')
      expect(readdirSync(data).filter((name) => name.startsWith('in-use-by'))).toEqual([])
    },
  )

  it('stops in order when it is told while it is still starting', async () => {
    const data = join(temporaryDirectory(), 'data')
    const program = start(data)
    await until(() => existsSync(join(data, 'postgres.log')))
    program.process.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(isAtWork(data)).toBe(false)
  })

  it('starts again after kill -9, and stops the database that was left behind', async () => {
    const data = await usedData()
    const killed = start(data)
    await killed.up
    const orphan = databasePid(data)
    killed.process.kill('SIGKILL')
    await killed.ended
    expect(identityOf(orphan)).not.toBeNull()
    const next = start(data)
    expect(await next.up).toMatch(/^http/)
    expect(identityOf(orphan)).toBeNull()
    expect(databasePid(data)).not.toBe(orphan)
  })

  it('starts again after kill -9 in the middle of its very first start', async () => {
    const data = join(temporaryDirectory(), 'data')
    const killed = start(data)
    await until(() => existsSync(data) && readdirSync(data).some((name) => name.endsWith('.new')))
    killed.process.kill('SIGKILL')
    await killed.ended
    const next = start(data)
    expect(await next.up).toMatch(/^http/)
    expect(readdirSync(data).filter((name) => name.includes('.new'))).toEqual([])
  })

  it('is refused a second time on the same data, with a sentence that names the first', async () => {
    const data = await usedData()
    const first = start(data)
    await first.up
    const second = start(data)
    expect(await second.ended).toBe(70)
    expect(second.said()).toBe(
      `The register in ${data} is in use by process ${first.process.pid}: stop that one first, or work on other data.\n`,
    )
    expect(identityOf(databasePid(data))).not.toBeNull()
  })

  it('lets one of three in that start at the same instant', async () => {
    const data = join(temporaryDirectory(), 'data')
    const all = [start(data), start(data), start(data)]
    const ups = await Promise.all(all.map(({ up }) => up))
    expect(ups.filter((up) => typeof up === 'string').length).toBeLessThanOrEqual(1)
    for (const [index, up] of ups.entries())
      if (typeof up !== 'string')
        expect([up, all[index]?.said()]).toEqual([70, expect.stringContaining('is in use by process')])
    // Whoever is refused at the same instant may try again; somebody gets in.
    const next = ups.some((up) => typeof up === 'string') ? null : start(data)
    expect(next === null || typeof (await next.up) === 'string').toBe(true)
  })

  it('says that its port is in use, and leaves no database behind', async () => {
    const data = await usedData()
    const other = createServer()
    await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const program = start(data, { PORT: String(port) })
    expect(await program.ended).toBe(70)
    expect(program.said()).toBe(
      `Port ${port} on 127.0.0.1 is in use: stop the program that uses it, or choose another with PORT=${port + 1} npm start.\n`,
    )
    expect(isAtWork(data)).toBe(false)
    other.close()
  })

  it.each([
    [{ PORT: 'http' }, 'The setting PORT cannot be used: “http” is not a number from 0 to 65535.\n'],
    [
      { EMBARGO_GUARD_MODE: 'demo' },
      'The setting EMBARGO_GUARD_MODE cannot be used: “demo” is neither “try-out” nor “service”.\n',
    ],
    [
      { EMBARGO_GUARD_SECRET: '1234' },
      'The setting EMBARGO_GUARD_SECRET cannot be used: it is not 64 hexadecimal digits.\n',
    ],
    [
      { HOST: '0.0.0.0' },
      'A try-out listens on this machine only, and HOST is 0.0.0.0: leave HOST out, or set EMBARGO_GUARD_MODE=service for a real service.\n',
    ],
  ])('refuses the settings %j', async (settings, sentence) => {
    const program = start(join(temporaryDirectory(), 'data'), settings)
    expect(await program.ended).toBe(64)
    expect(program.said()).toBe(sentence)
  })

  it('takes no words, and tells its variables to who asks for help', async () => {
    const data = join(temporaryDirectory(), 'data')
    const [help, wrong] = [start(data, {}, '--help'), start(data, {}, '--port', '3000')]
    expect(await help.ended).toBe(0)
    expect(help.said()).toContain('EMBARGO_GUARD_DATA')
    expect(await wrong.ended).toBe(64)
    expect(wrong.said()).toContain('takes no words such as “--port”')
    expect(existsSync(data)).toBe(false)
  })

  it('ends when its database is ended by somebody else', async () => {
    const data = await usedData()
    const program = start(data)
    await program.up
    process.kill(databasePid(data), 'SIGQUIT')
    expect(await program.ended).toBe(70)
    expect(program.said()).toContain('The database ended while it was in use')
  })

  it('refuses a register whose secret is gone: it would recognise nothing', async () => {
    const data = await usedData()
    const program = start(data, { EMBARGO_GUARD_SECRET: 'ab'.repeat(32) })
    expect(await program.ended).toBe(70)
    expect(program.said()).toContain('The secret is not the one this register was made with')
    expect(isAtWork(data)).toBe(false)
  })
})

describe('the program on a server of its own', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startTestPostgres()
  })

  it('is up in three instances that start at the same instant on an empty database', async () => {
    const DATABASE_URL = await postgres.emptyDatabase()
    const EMBARGO_GUARD_SECRET = 'cd'.repeat(32)
    const all = [1, 2, 3].map(() =>
      start(join(temporaryDirectory(), 'data'), {
        DATABASE_URL,
        EMBARGO_GUARD_SECRET,
        EMBARGO_GUARD_MODE: 'service',
      }),
    )
    for (const up of await Promise.all(all.map((one) => one.up))) expect(up).toMatch(/^http/)
    expect(await tell(DATABASE_URL, 'select count(*)::int as steps from kysely_migration')).toEqual([
      { steps: Object.keys(await migrations.getMigrations()).length },
    ])
  })

  it('says that the server cannot be reached, without its password', async () => {
    const program = start(join(temporaryDirectory(), 'data'), {
      DATABASE_URL: 'postgres://me:very-secret@127.0.0.1:9/x',
    })
    expect(await program.ended).toBe(70)
    expect(program.said()).toBe(
      'The database at 127.0.0.1:9/x cannot be used (nobody answers there): check DATABASE_URL and that the server runs.\n',
    )
  })
})
