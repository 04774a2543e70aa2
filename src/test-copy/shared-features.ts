import { FEATURE_BYTES, type FeatureList } from '../fingerprint/feature-list.ts'
import { inspectFile } from '../fingerprint/inspect.ts'

/** The features that a copy has in common with its original, as the guard reads both. */
export function* sharedFeatures(
  name: string,
  original: Uint8Array,
  copy: Uint8Array,
): Generator<void, ReadonlySet<string>> {
  const own = new Set<string>()
  for (const { features } of yield* inspectFile(name, copy))
    eachFeature(features, (feature) => own.add(feature))
  const shared = new Set<string>()
  if (own.size === 0) return shared
  for (const { features } of yield* inspectFile(name, original))
    eachFeature(features, (feature) => {
      if (own.has(feature)) shared.add(feature)
    })
  return shared
}

const GAP = '0,0'

function eachFeature({ bytes }: FeatureList, tell: (feature: string) => void): void {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; at += FEATURE_BYTES) {
    const feature = `${words.getUint32(at)},${words.getUint32(at + 4)}`
    if (feature !== GAP) tell(feature)
  }
}
