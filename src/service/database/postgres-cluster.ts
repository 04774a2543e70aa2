import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileFailure, type StartFailure } from '../start-failure.ts'
import type { DataDirectory, Password } from './data-directory.ts'
import { isDiskFull } from './disk-full.ts'
import { giveTo } from './postgres-account.ts'
import { endOf, type Programs, reasonIn, startProgram } from './postgres-program.ts'

/** The name we enter our own database under. */
export const DATABASE_USER = 'embargo_guard'

const UNFINISHED = /^postgres\.\w+\.new(?:\.password)?$/

/** What an interrupted first start left: a cluster half made, and the file its password was handed over in. */
function clearUnfinished(data: DataDirectory): void {
  for (const name of readdirSync(data.path))
    if (UNFINISHED.test(name))
      rmSync(join(data.path, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** What `initdb` is told. */
const command = (cluster = '', passwordFile = ''): readonly string[] => [
  `--pgdata=${cluster}`,
  `--pwfile=${passwordFile}`,
  `--username=${DATABASE_USER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--no-instructions',
]

async function make(
  data: DataDirectory,
  password: Password,
  programs: Programs,
  unfinished: string,
): Promise<StartFailure | null> {
  const paths = [unfinished, `${unfinished}.password`] as const
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    writeFileSync(paths[1], password.text, { mode: 0o600, flag: 'wx' })
    if (programs.account) for (const path of paths) giveTo(programs.account, path)
    const { code, said } = await endOf(startProgram(programs, 'initdb', paths, command, 'pipe'))
    if (code !== 0) return whyNotMade(data, said)
    renameSync(unfinished, data.cluster)
    return null
  } catch (fault) {
    return fileFailure(data.cluster, fault)
  } finally {
    for (const path of paths) rmSync(path, { recursive: true, force: true })
  }
}

function whyNotMade(data: DataDirectory, said: string): StartFailure {
  writeFileSync(data.log, said, { mode: 0o600 })
  if (isDiskFull(data.path, said)) return { kind: 'disk-full', path: data.path }
  return { kind: 'database-did-not-start', because: reasonIn(said) ?? 'initdb was ended', log: data.log }
}

function checkVersion(data: DataDirectory, { binaries }: Programs): StartFailure | null {
  const found = readFileSync(join(data.cluster, 'PG_VERSION'), 'latin1').trim()
  return found === binaries.major ? null : { kind: 'cluster-of-other-version', found, needed: binaries.major }
}

/** A cluster that was copied as root, as by `cp -r`, becomes the account's. */
function takeOver(data: DataDirectory, { account }: Programs): void {
  if (account !== null && statSync(data.cluster).uid !== account.uid) giveTo(account, data.cluster)
}

/**
 * Makes sure there is a cluster in the data directory, made at the first start.
 *
 * It is made under a name of its own and renamed when whole: an interrupted
 * first start leaves nothing that a later one would take for a cluster.
 *
 * @returns `null` when it is there
 */
export async function ensureCluster(
  data: DataDirectory,
  password: Password,
  programs: Programs,
): Promise<StartFailure | null> {
  try {
    clearUnfinished(data)
    if (existsSync(data.cluster)) {
      takeOver(data, programs)
      return checkVersion(data, programs)
    }
  } catch (fault) {
    return fileFailure(data.cluster, fault)
  }
  const unfinished = join(dirname(data.cluster), `postgres.${randomBytes(6).toString('hex')}.new`)
  return make(data, password, programs, unfinished)
}
