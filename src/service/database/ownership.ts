import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileFailure, type StartFailure } from '../start-failure.ts'
import { identityOf, type ProcessIdentity, stillRuns } from './process-identity.ts'

/** Leave to use a data directory, until it is given up. */
export type Ownership = { readonly kind: 'owned'; readonly giveUp: () => void }

const MARK = /^in-use-by-(\d+)-([\w.]*)$/

/** How often two that start at the same instant try again before both are refused. */
const TRIES = 4
/** The longest pause between two tries, in milliseconds. */
const PAUSE_MS = 150

const markOf = ({ pid, startedAs }: ProcessIdentity): string => `in-use-by-${pid}-${startedAs}`

/** Who else is marked as using the directory and still runs; marks of the dead are cleared away. */
function otherOwner(directory: string, own: string): number | null {
  for (const name of readdirSync(directory)) {
    const found = MARK.exec(name)
    if (found === null || name === own) continue
    const pid = Number(found[1])
    if (stillRuns({ pid, startedAs: found[2] ?? '' })) return pid
    rmSync(join(directory, name), { force: true })
  }
  return null
}

function tryToOwn(directory: string, own: string): Ownership | number {
  const mark = join(directory, own)
  try {
    writeFileSync(mark, '', { flag: 'wx', mode: 0o600 })
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return process.pid
    throw fault
  }
  const other = otherOwner(directory, own)
  if (other === null) return { kind: 'owned', giveUp: () => rmSync(mark, { force: true }) }
  rmSync(mark, { force: true })
  return other
}

/**
 * Makes this process the only user of a data directory.
 *
 * Each process sets a mark with a name no other ever has (its number and the
 * instant of its start) and then looks for others: of two, the later one sees
 * the earlier. A mark whose process is gone, or whose number belongs to another
 * process by now, is nobody's and is cleared away.
 */
export async function own(directory: string): Promise<Ownership | StartFailure> {
  const identity = identityOf(process.pid) ?? { pid: process.pid, startedAs: '' }
  let pid = 0
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) await wait(Math.random() * PAUSE_MS)
      const tried = tryToOwn(directory, markOf(identity))
      if (typeof tried !== 'number') return tried
      pid = tried
    }
  } catch (fault) {
    return fileFailure(directory, fault)
  }
  return { kind: 'data-in-use', directory, pid }
}
