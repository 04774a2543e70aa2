import { execFileSync } from 'node:child_process'
import { readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { StartFailure } from '../start-failure.ts'
import type { DataDirectory } from './data-directory.ts'
import { endOf, type Programs, startProgram } from './postgres-program.ts'
import { type PostmasterFile, postmasterFile } from './postmaster-file.ts'
import { identityOf } from './process-identity.ts'

/** How long a database left behind is given to stop, in seconds. */
const STOP_SECONDS = 60

/** Whether the process is a PostgreSQL that works in this very directory: both are told by the kernel (proc(5)). */
function worksInOnLinux(pid: number, cluster: string): boolean {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '')
    const [its, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)]
    return program === 'postgres' && its.dev === ours.dev && its.ino === ours.ino
  } catch {
    return false
  }
}

/** The same elsewhere: its name, and the directory that it wrote down itself. */
function worksInElsewhere(file: PostmasterFile, cluster: string): boolean {
  try {
    if (realpathSync(file.directory) !== realpathSync(cluster)) return false
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/FI', `PID eq ${file.pid}`], { encoding: 'utf8' }).includes(
        'postgres',
      )
    return execFileSync('ps', ['-o', 'comm=', '-p', String(file.pid)], { encoding: 'utf8' }).includes(
      'postgres',
    )
  } catch {
    return false
  }
}

const isOurs = (file: PostmasterFile, cluster: string): boolean =>
  process.platform === 'linux' ? worksInOnLinux(file.pid, cluster) : worksInElsewhere(file, cluster)

/**
 * Stops the database that a killed service left behind, if there is one.
 *
 * Only the owner of the data directory may ask. The number in `postmaster.pid`
 * may by now belong to any other program: it is stopped only if it is a
 * PostgreSQL at work in our directory; otherwise the file is a relic and goes.
 *
 * @returns `null` when no database works on the cluster any more
 */
export async function stopOrphan(data: DataDirectory, programs: Programs): Promise<StartFailure | null> {
  const file = postmasterFile(data.cluster)
  if (file === null) return null
  if (!isOurs(file, data.cluster)) {
    // Where the process is gone PostgreSQL clears the file itself, and looks for its children first.
    if (identityOf(file.pid) !== null) rmSync(join(data.cluster, 'postmaster.pid'), { force: true })
    return null
  }
  return (await stopCluster(data, programs)) ? null : { kind: 'database-did-not-stop', pid: file.pid }
}

/** Stops the database of a cluster: connections end, what was acknowledged is on the disk. */
export async function stopCluster(data: DataDirectory, programs: Programs): Promise<boolean> {
  const command = (cluster = ''): readonly string[] => [
    'stop',
    `--pgdata=${cluster}`,
    '--mode=fast',
    '--wait',
    `--timeout=${STOP_SECONDS}`,
  ]
  const { code } = await endOf(startProgram(programs, 'pg_ctl', [data.cluster], command, 'pipe'))
  return code === 0 || postmasterFile(data.cluster) === null
}
