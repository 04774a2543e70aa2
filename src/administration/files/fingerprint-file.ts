import { type InspectedPart, inspectFile } from '../../fingerprint/inspect.ts'
import { bytesToRegister, partOf } from '../../guard.ts'
import { jsonPieces, type Packed, packing } from '../../outlook/packing.ts'
import type { PartFeatures } from '../../register/contract.ts'

/** How long the page may stand still for a file. Unit: milliseconds. A frame at 60 a second is 16.7. */
const SLICE_MS = 12

/** A file that was read here: what is registered of it, and what the page tells of it. */
export type ReadFile = {
  /** Its parts, ready to be sent: a list in JSON (`RegisteredPart`). */
  readonly packed: Packed
  readonly parts: readonly Omit<PartFeatures, 'features'>[]
  readonly features: number
  /** Sheets or tables that have figures. */
  readonly tables: number
}

/** Lets the page paint and take clicks before it goes on. */
const pause = (): Promise<void> => new Promise((goOn) => setTimeout(goOn, 0))

/** Features between two pauses: about 2 ms. */
const FEATURES_AT_ONCE = 16_384

/** The tables of a part that have figures. Features stand table by table. */
function* tablesIn({ features }: InspectedPart): Generator<undefined, number> {
  const tables = new Set<number>()
  for (let feature = 0; feature < features.length; feature++) {
    if (feature % FEATURES_AT_ONCE === 0) yield
    tables.add(features.placeOf(feature).table)
  }
  return tables.size
}

/** What is registered of some parts, as JSON in pieces. */
function* jsonOf(parts: readonly InspectedPart[]): Generator<string, void> {
  let between = '['
  for (const part of parts) {
    yield between
    yield* jsonPieces(partOf(part), bytesToRegister(part))
    between = ','
  }
  yield ']'
}

function* reading(name: string, bytes: Uint8Array): Generator<unknown, ReadFile> {
  const inspected = yield* inspectFile(name, bytes, 'register')
  let tables = 0
  for (const part of inspected) tables += yield* tablesIn(part)
  return {
    packed: yield* packing(jsonOf(inspected)),
    parts: inspected.map(partOf),
    features: inspected.reduce((sum, { features }) => sum + features.length, 0),
    tables,
  }
}

/**
 * Reads and fingerprints a file here, slice by slice. The file goes nowhere; what
 * comes out is features. `null` where it was stopped.
 */
export async function fingerprintFile(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ReadFile | null> {
  const steps = reading(name, bytes)
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
  return next.value
}
