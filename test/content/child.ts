import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** What a file did to a process that read it. */
export type Cost = {
  readonly figures: number
  readonly unreadable: readonly string[]
  /** Unit: milliseconds of the processor, of a quiet machine where it is over the bound (slowness.ts). */
  readonly cpuMs: number
  /** Unit: MB over what the process held before it read anything. */
  readonly peakMb: number
}

export type Died = { readonly died: string }

/** What a file may cost at most, whatever it is. */
export const MOST_MS = 5_000
export const MOST_MB = 300

/** A file is given up after this long: the processor may be shared with many. */
const GIVEN_UP_MS = 60_000

/** So often is a file inspected that costs too much, and the least counts: whatever disturbs only adds. */
const TRIES = 3

/** Inspects files in a process of its own, which is started anew when it dies or has grown. */
export function startInspecting(compiled: string): {
  inspect(path: string, name: string): Promise<Cost | Died>
  stop(): void
} {
  let child: ChildProcess | null = null
  let baselineMb = 0
  const next = <T extends object>(from: ChildProcess): Promise<T | Died> =>
    new Promise((settle) => {
      const end = (answer: T | Died) => {
        clearTimeout(timer)
        from.removeAllListeners()
        settle(answer)
      }
      const timer = setTimeout(() => {
        from.kill('SIGKILL')
        end({ died: `no answer within ${GIVEN_UP_MS} ms` })
      }, GIVEN_UP_MS)
      from.once('message', (message: T) => end(message))
      from.once('exit', (code, signal) => end({ died: `ended with ${code ?? signal}` }))
    })
  const start = async (): Promise<ChildProcess | Died> => {
    const started = fork(join(compiled, 'inspect-in-child.js'), [], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const ready = await next<{ baselineMb: number }>(started)
    if ('died' in ready) return ready
    baselineMb = ready.baselineMb
    child = started
    return started
  }
  const stop = () => {
    child?.kill('SIGKILL')
    child = null
  }
  const inspectOnce = async (path: string, name: string): Promise<Cost | Died> => {
    const asked = child ?? (await start())
    if ('died' in asked) return asked
    const answer = next<Cost>(asked)
    asked.send({ path, name, withinMs: MOST_MS })
    const cost = await answer
    if ('died' in cost || cost.peakMb - baselineMb > STARTED_ANEW_MB) stop()
    return 'died' in cost ? cost : Object.assign({}, cost, { peakMb: cost.peakMb - baselineMb })
  }
  return {
    async inspect(path, name) {
      let least = await inspectOnce(path, name)
      for (let tries = 1; tries < TRIES && 'cpuMs' in least && least.cpuMs >= MOST_MS; tries++) {
        const again = await inspectOnce(path, name)
        if (!('cpuMs' in again) || again.cpuMs < least.cpuMs) least = again
      }
      return least
    },
    stop,
  }
}

/** A process that has held so much is not used again: its peak would be taken for the next file's. */
const STARTED_ANEW_MB = 60
