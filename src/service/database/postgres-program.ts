import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './postgres-account.ts'
import type { Binaries } from './postgres-binaries.ts'
import { environment } from './postgres-environment.ts'

/** What is needed to run one of PostgreSQL's programs on a cluster. */
export type Programs = {
  readonly binaries: Binaries
  /** As whom, or `null`: as ourselves. */
  readonly account: Account | null
}

/** The first handle behind input, output and errors. */
const FIRST_HANDLE = 3

/**
 * Starts one of PostgreSQL's programs on files it need not find by their path.
 *
 * Another account cannot enter the directories above the data when they are
 * closed to it (a clone in /root). So on Linux, as root, we open the files
 * ourselves and hand the handles over; the program gets `/proc/self/fd/3`, a
 * link that leads to the file itself (proc(5)) and that its children inherit.
 *
 * @param paths the files that `command` names, in its order
 * @param output where the program's output and errors go: `pipe`, or an open file
 */
export function startProgram(
  { binaries, account }: Programs,
  name: 'initdb' | 'pg_ctl' | 'postgres',
  paths: readonly string[],
  command: (...names: readonly string[]) => readonly string[],
  output: 'pipe' | number,
): ChildProcess {
  const byHandle = account !== null && process.platform === 'linux'
  const handles = byHandle ? paths.map((path) => openSync(path, 'r')) : []
  try {
    const names = byHandle ? handles.map((_, index) => `/proc/self/fd/${FIRST_HANDLE + index}`) : paths
    return spawn(join(binaries.bin, name), [...command(...names)], {
      ...(account ?? {}),
      cwd: '/',
      env: environment(),
      // In a session of its own, Ctrl-C reaches us and not the database: the order of stopping is ours.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', output, output, ...handles],
    })
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}

/** How a program ended: `code` is `null` where a signal or the system ended it. */
export type Ended = { readonly code: number | null; readonly said: string }

/** Waits for the end of a program and keeps what it said. */
export function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((settle) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', (fault) => settle({ code: null, said: fault.message }))
    child.once('close', (code) => settle({ code, said }))
  })
}

/** The line in which one of PostgreSQL’s programs says why it gave up. */
export const reasonIn = (said: string): string | null =>
  /(?:FATAL|PANIC|initdb: error): +(.*)/.exec(said)?.[1] ?? null
