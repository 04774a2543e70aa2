import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running database says of itself in `postmaster.pid`. Source: PostgreSQL, src/include/utils/pidfile.h. */
export type PostmasterFile = {
  readonly pid: number
  /** The data directory as the database was told it: a path, or `/proc/self/fd/3`. */
  readonly directory: string
  readonly port: number
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | 'unknown'
}

const STATUSES = ['starting', 'stopping', 'ready', 'standby'] as const

/** The file of a cluster, or `null` where there is none: no database runs on it, or one has only begun. */
export function postmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return null
    const status = STATUSES.find((known) => known === lines[7]?.trim()) ?? 'unknown'
    return { pid, directory: lines[1] ?? '', port: Number(lines[3]), status }
  } catch {
    return null
  }
}
