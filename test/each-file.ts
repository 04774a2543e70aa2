import { afterAll, vi } from 'vitest'
import { clearAway } from './when-done.ts'

/*
 * Vitest runs it before each file of tests. The files of a worker share what they
 * import: nothing that one of them started or pretended may be left for the next.
 */

async function beginAnew(): Promise<void> {
  // What was put in the place of fake timers goes before these do.
  vi.unstubAllGlobals()
  vi.useRealTimers()
  vi.restoreAllMocks()
  await clearAway()
}

// The file before may have failed before it came to its end.
await beginAnew()
afterAll(beginAnew)
