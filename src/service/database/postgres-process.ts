import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileFailure, type StartFailure } from '../start-failure.ts'
import type { DataDirectory } from './data-directory.ts'
import { isDiskFull } from './disk-full.ts'
import { stopCluster } from './postgres-orphan.ts'
import { type Ended, endOf, type Programs, reasonIn, startProgram } from './postgres-program.ts'
import { postmasterFile } from './postmaster-file.ts'

/** A database of ours that answers. */
export type RunningPostgres = {
  readonly kind: 'running'
  readonly pid: number
  readonly port: number
  /** Settles when the database ends, whoever ended it. */
  readonly ended: Promise<unknown>
  readonly stop: () => Promise<void>
}

const LOOPBACK = '127.0.0.1'
/** How often another port is tried when somebody took the free one first. */
const PORT_TRIES = 5
/** How long recovery after a crash may take, in milliseconds. */
const START_MS = 300_000
const LOOK_EVERY_MS = 20

/** A port of the loopback that nobody uses at this moment. */
function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, LOOPBACK, () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** The database’s settings that are not PostgreSQL’s own defaults. fsync and scram are. */
const settings = (port: number): readonly string[] =>
  [`listen_addresses=${LOOPBACK}`, `port=${port}`, 'unix_socket_directories=', 'max_connections=60'].flatMap(
    (setting) => ['-c', setting],
  )

function spawnPostgres(data: DataDirectory, programs: Programs, port: number): ChildProcess {
  if (existsSync(data.log)) renameSync(data.log, `${data.log}.previous`)
  const log = openSync(data.log, 'a', 0o600)
  try {
    const command = (cluster = ''): readonly string[] => ['-D', cluster, ...settings(port)]
    return startProgram(programs, 'postgres', [data.cluster], command, log)
  } finally {
    closeSync(log)
  }
}

async function untilReady(
  data: DataDirectory,
  child: ChildProcess,
  end: Promise<Ended>,
): Promise<'ready' | 'late' | Ended> {
  let ended: Ended | null = null
  end.then((how) => {
    ended = how
  })
  for (let waited = 0; waited < START_MS; waited += LOOK_EVERY_MS) {
    if (ended !== null) return ended
    const file = postmasterFile(data.cluster)
    if (file?.pid === child.pid && file?.status === 'ready') return 'ready'
    await wait(LOOK_EVERY_MS)
  }
  return 'late'
}

function logOf(data: DataDirectory): string {
  try {
    return readFileSync(data.log, 'utf8')
  } catch {
    return ''
  }
}

function whyNot(data: DataDirectory, { said }: Ended): StartFailure {
  const log = logOf(data)
  if (isDiskFull(data.path, log)) return { kind: 'disk-full', path: data.path }
  return { kind: 'database-did-not-start', because: reasonIn(log) ?? (said || 'it was ended'), log: data.log }
}

const isPortTaken = (data: DataDirectory): boolean => logOf(data).includes('could not bind IPv4 address')

async function startOn(
  data: DataDirectory,
  programs: Programs,
  port: number,
): Promise<RunningPostgres | StartFailure> {
  const child = spawnPostgres(data, programs, port)
  const end = endOf(child)
  const state = await untilReady(data, child, end)
  if (state === 'late') {
    child.kill('SIGQUIT')
    return { kind: 'database-did-not-start', because: 'no answer in five minutes', log: data.log }
  }
  if (state !== 'ready') return whyNot(data, state)
  const stop = async (): Promise<void> => {
    const isAtWork = child.exitCode === null && child.signalCode === null
    // One that does not stop is ended at once; the next start recovers what was acknowledged.
    if (isAtWork && !(await stopCluster(data, programs))) child.kill('SIGQUIT')
    await end
  }
  return { kind: 'running', pid: child.pid ?? 0, port, ended: end, stop }
}

/** Starts the database of a cluster on a free port of the loopback and waits until it answers. */
export async function startPostgres(
  data: DataDirectory,
  programs: Programs,
): Promise<RunningPostgres | StartFailure> {
  let started: RunningPostgres | StartFailure = {
    kind: 'database-did-not-start',
    because: 'no free port',
    log: data.log,
  }
  try {
    for (let attempt = 0; attempt < PORT_TRIES; attempt++) {
      started = await startOn(data, programs, await freePort())
      if (started.kind === 'running' || !isPortTaken(data)) return started
    }
  } catch (fault) {
    return fileFailure(data.log, fault)
  }
  return started
}
