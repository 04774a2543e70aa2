import { type InspectedPart, inspectFile } from '../../fingerprint/inspect.ts'
import { registeredFeaturesOf } from '../../guard.ts'
import type { RegisteredPart } from '../../register/contract.ts'

/** How long the page may stand still for a file. Unit: milliseconds. A frame at 60 a second is 16.7. */
const SLICE_MS = 12

/** A part of a file as it is registered, and what only this page knows of it. */
export type ReadPart = {
  readonly registered: RegisteredPart
  /** Sheets or tables that have figures. */
  readonly tables: number
}

/** Lets the page paint and take clicks before it goes on. */
const pause = (): Promise<void> => new Promise((goOn) => setTimeout(goOn, 0))

/** The tables of a part that have figures. Features stand table by table. */
function tablesIn({ features }: InspectedPart): number {
  const tables = new Set<number>()
  for (let feature = 0; feature < features.length; feature++) tables.add(features.placeOf(feature).table)
  return tables.size
}

/**
 * Reads and fingerprints a file here, slice by slice. The file goes nowhere; what
 * comes out is features. `null` where it was stopped.
 */
export async function fingerprintFile(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<readonly ReadPart[] | null> {
  const steps = inspectFile(name, bytes, 'register')
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
  return next.value.map((part) => ({ registered: registeredFeaturesOf(part), tables: tablesIn(part) }))
}
