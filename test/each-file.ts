import { afterAll, vi } from 'vitest'
import { clearAway } from './when-done.ts'

/*
 * Vitest runs it before each file of tests. The files of a worker share what they
 * import: nothing that one of them started or pretended may be left for the next.
 */

afterAll(async () => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  await clearAway()
})
