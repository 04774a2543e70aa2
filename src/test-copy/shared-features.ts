import { FEATURE_BYTES, type FeatureList } from '../fingerprint/feature-list.ts'
import { inspectFile } from '../fingerprint/inspect.ts'

/** The features that a copy has in common with its original, as the guard reads both. */
export function* sharedFeatures(
  name: string,
  original: Uint8Array,
  copy: Uint8Array,
): Generator<unknown, ReadonlySet<string>> {
  const own = new Set<string>()
  for (const { features } of yield* inspectFile(name, copy))
    yield* eachFeature(features, (feature) => own.add(feature))
  const shared = new Set<string>()
  if (own.size === 0) return shared
  for (const { features } of yield* inspectFile(name, original))
    yield* eachFeature(features, (feature) => {
      if (own.has(feature)) shared.add(feature)
    })
  return shared
}

/** What stands between features that are no neighbours (src/fingerprint/feature-list.ts). */
const GAP = '0,0'

/** Features looked at between two pauses: about 10 ms. */
const FEATURES_AT_ONCE = 20_000

function* eachFeature({ bytes }: FeatureList, tell: (feature: string) => void): Generator<void, void> {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; at += FEATURE_BYTES) {
    const feature = `${words.getUint32(at)},${words.getUint32(at + 4)}`
    if (feature !== GAP) tell(feature)
    if (at % (FEATURES_AT_ONCE * FEATURE_BYTES) === 0) yield
  }
}
