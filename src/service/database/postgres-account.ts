import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As whom the database runs. PostgreSQL refuses to run as root. */
export type Account = { readonly uid: number; readonly gid: number }

/** `nobody`, where /etc/passwd does not say otherwise. */
const NOBODY: Account = { uid: 65534, gid: 65534 }

/** Accounts without rights of their own, the better one first. */
const UNPRIVILEGED = ['postgres', 'nobody'] as const

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}

function accountNamed(name: string, lines: string): Account | null {
  const fields = lines
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':')
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])]
  return fields !== undefined && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0
    ? { uid, gid }
    : null
}

function ownerOf(path: string): Account | null {
  try {
    const { uid, gid } = lstatSync(path)
    return uid === 0 ? null : { uid, gid }
  } catch {
    return null
  }
}

/**
 * As whom the database of this cluster runs: `null` for whoever runs us, unless
 * that is root. Then the owner of the cluster, else `postgres`, else `nobody`.
 */
export function accountFor(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = passwd()
  const known = UNPRIVILEGED.map((name) => accountNamed(name, lines)).find((account) => account !== null)
  return ownerOf(cluster) ?? known ?? NOBODY
}

/** Gives a file, or a directory with all that is in it, to the account. Links are not followed. */
export function giveTo(account: Account, path: string): void {
  const found = lstatSync(path)
  if (!found.isSymbolicLink()) chownSync(path, account.uid, account.gid)
  if (!found.isDirectory()) return
  for (const name of readdirSync(path)) giveTo(account, join(path, name))
}
