import { inspectFile } from '../../fingerprint/inspect.ts'
import { registeredFeaturesOf } from '../../guard.ts'
import type { RegisteredPart } from '../../register/contract.ts'

/** How long the page may stand still for a file. Unit: milliseconds. A frame at 60 a second is 16.7. */
const SLICE_MS = 12

/** Lets the page paint and take clicks before it goes on. */
const pause = (): Promise<void> => new Promise((goOn) => setTimeout(goOn, 0))

/**
 * Reads and fingerprints a file here, slice by slice. The file goes nowhere; what
 * comes out is features. `null` where it was stopped.
 */
export async function fingerprintFile(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<readonly RegisteredPart[] | null> {
  const steps = inspectFile(name, bytes)
  let next = steps.next()
  let until = performance.now() + SLICE_MS
  while (!next.done) {
    if (next.value !== undefined) await next.value
    if (performance.now() > until) {
      await pause()
      if (signal.aborted) return null
      until = performance.now() + SLICE_MS
    }
    next = steps.next()
  }
  return next.value.map(registeredFeaturesOf)
}
