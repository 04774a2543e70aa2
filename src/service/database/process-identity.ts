import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * One process and no other that later gets the same number.
 *
 * `startedAs` is the boot and the clock tick of its start on Linux, the second
 * of its start on macOS and the BSDs, and empty on Windows, where a number that
 * was used again cannot be told apart.
 */
export type ProcessIdentity = { readonly pid: number; readonly startedAs: string }

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

/** The fields of `/proc/PID/stat` behind the name, which may itself hold spaces and brackets (proc(5)). */
function statFields(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function startedOnLinux(pid: number): string | null {
  const fields = statFields(pid)
  // Fields 3 (state) and 22 (start time) of proc(5); what is before them is cut off.
  if (fields === null || fields[0] === 'Z' || fields[0] === 'X') return null
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
  return `${boot}.${fields[19]}`
}

function startedElsewhere(pid: number): string | null {
  if (!isRunning(pid)) return null
  if (process.platform === 'win32') return ''
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return String(Math.round(Date.parse(text) / 1000))
  } catch {
    return null
  }
}

/** Who the process of this number is now, or `null` where none runs. */
export function identityOf(pid: number): ProcessIdentity | null {
  const startedAs = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid)
  return startedAs === null ? null : { pid, startedAs }
}

/** Whether that very process still runs. */
export function stillRuns(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.startedAs === identity.startedAs
}
