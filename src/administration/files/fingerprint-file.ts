import { type InspectedPart, inspectFile } from '../../fingerprint/inspect.ts'
import { bytesToRegister, partOf } from '../../guard.ts'
import { jsonPieces, type Packed, packing } from '../../outlook/packing.ts'
import { unhurried } from '../../outlook/unhurried.ts'
import type { PartFeatures } from '../../register/contract.ts'

/** A file that was read here: what is registered of it, and what the page tells of it. */
export type ReadFile = {
  /** Its parts, ready to be sent: a list in JSON (`RegisteredPart`). */
  readonly packed: Packed
  readonly parts: readonly Omit<PartFeatures, 'features'>[]
  readonly features: number
  /** Sheets or tables that have figures. */
  readonly tables: number
}

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

/** Steps that end early, with nothing, once somebody has given them up. */
function* unlessStopped<T>(steps: Generator<unknown, T>, signal: AbortSignal): Generator<unknown, T | null> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value
    if (signal.aborted) return null
    yield next.value
  }
}

/**
 * Reads and fingerprints a file here, slice by slice. The file goes nowhere; what
 * comes out is features. `null` where it was stopped.
 */
export const fingerprintFile = (
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ReadFile | null> => unhurried(unlessStopped(reading(name, bytes), signal))
