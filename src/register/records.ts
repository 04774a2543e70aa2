import { RECORD_BYTES, type Records } from './feature-table.ts'

const FEATURE_BYTES = 8
const WEIGHT_BYTES = 3

/**
 * Records of a file: its features sorted, each once with its weight, gaps left out.
 *
 * @param features 8 bytes each, in any order
 * @param weights 3 bytes each, in the same order
 * @throws RangeError where the two do not belong together
 */
export function recordsOf(features: Uint8Array, weights: Uint8Array): Records {
  const count = features.length / FEATURE_BYTES
  if (!Number.isInteger(count)) throw new RangeError('features: length is not a multiple of 8 bytes')
  if (weights.length !== count * WEIGHT_BYTES) throw new RangeError('weights: not 3 bytes for each feature')
  const order = sortedOrder(features, count)
  const records = new Uint8Array(count * RECORD_BYTES)
  let length = 0
  for (const index of order) {
    // A gap weighs nothing (src/fingerprint/feature-list.ts).
    if (weights[index * WEIGHT_BYTES] === 0) continue
    const from = index * FEATURE_BYTES
    const last = length - RECORD_BYTES
    if (last >= 0 && isSame(records, last, features, from)) {
      continue
    }
    for (let byte = 0; byte < FEATURE_BYTES; byte++) records[length + byte] = features[from + byte] ?? 0
    for (let byte = 0; byte < WEIGHT_BYTES; byte++)
      records[length + FEATURE_BYTES + byte] = weights[index * WEIGHT_BYTES + byte] ?? 0
    length += RECORD_BYTES
  }
  return records.slice(0, length)
}

function isSame(records: Uint8Array, at: number, features: Uint8Array, from: number): boolean {
  for (let byte = 0; byte < FEATURE_BYTES; byte++)
    if (records[at + byte] !== features[from + byte]) return false
  return true
}

/** The order of the features by their bytes: a radix sort, last byte first, eight passes of counting. */
function sortedOrder(features: Uint8Array, count: number): Uint32Array {
  let order = new Uint32Array(count)
  for (let index = 0; index < count; index++) order[index] = index
  let next = new Uint32Array(count)
  for (let byte = FEATURE_BYTES - 1; byte >= 0; byte--) {
    const starts = new Uint32Array(257)
    for (let index = 0; index < count; index++) {
      const bucket = (features[index * FEATURE_BYTES + byte] ?? 0) + 1
      starts[bucket] = (starts[bucket] ?? 0) + 1
    }
    for (let bucket = 1; bucket < 257; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
    for (const index of order) {
      const bucket = features[index * FEATURE_BYTES + byte] ?? 0
      const at = starts[bucket] ?? 0
      next[at] = index
      starts[bucket] = at + 1
    }
    ;[order, next] = [next, order]
  }
  return order
}
