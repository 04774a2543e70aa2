import { createCipheriv, createHmac, hkdfSync } from 'node:crypto'
import { FEATURE_BYTES } from '../../fingerprint/feature-list.ts'
import type { Secret } from '../database/data-directory.ts'

/** Unit: bytes. */
const BLOCK_BYTES = 16
/** Blocks enciphered at once: 16 MB, so that a large workbook needs no buffer of its size twice over. */
const BLOCKS_AT_ONCE = 1 << 20

/**
 * Keys what is kept of files, so that a copy of the database alone confirms no guess.
 *
 * A feature is a hash of a few figures, and all short runs of figures can be
 * tried. So the database holds, instead of a feature, a pseudo-random function
 * of it under a secret that is not in the database.
 */
export type Keys = {
  /** The features, keyed, in the same order: 8 bytes each. */
  readonly features: (features: Uint8Array) => Buffer
  /** The SHA-256 of a file, keyed: 32 bytes. */
  readonly hash: (sha256: string) => Buffer
  /** By which a secret is known again. It tells nothing of the secret. */
  readonly mark: string
}

/** One secret, a key for each use. Source: HKDF, RFC 5869. */
const derived = (secret: Secret, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret.bytes, '', `embargo-guard ${use}`, 32))

/**
 * AES-256 over blocks that each hold one feature and zeros: a pseudo-random
 * function of the feature. ECB hides nothing but the blocks themselves, which
 * is what is wanted: equal features stay equal. Truncated to 8 bytes, two
 * features meet by accident as seldom as two 64-bit hashes.
 */
function keyedFeatures(key: Buffer, features: Uint8Array): Buffer {
  if (features.length % FEATURE_BYTES !== 0)
    throw new RangeError(`features: ${features.length} bytes are not whole features of ${FEATURE_BYTES}`)
  const count = features.length / FEATURE_BYTES
  const keyed = Buffer.allocUnsafe(features.length)
  for (let first = 0; first < count; first += BLOCKS_AT_ONCE) {
    const some = Math.min(BLOCKS_AT_ONCE, count - first)
    const blocks = Buffer.alloc(some * BLOCK_BYTES)
    for (let one = 0; one < some; one++)
      blocks.set(
        features.subarray((first + one) * FEATURE_BYTES, (first + one + 1) * FEATURE_BYTES),
        one * BLOCK_BYTES,
      )
    const enciphered = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(blocks)
    for (let one = 0; one < some; one++)
      enciphered.copy(
        keyed,
        (first + one) * FEATURE_BYTES,
        one * BLOCK_BYTES,
        one * BLOCK_BYTES + FEATURE_BYTES,
      )
  }
  return keyed
}

/** The keys that a secret gives. */
export function keysFrom(secret: Secret): Keys {
  const [forFeatures, forFiles, forMark] = [
    derived(secret, 'features'),
    derived(secret, 'files'),
    derived(secret, 'mark'),
  ]
  return {
    features: (features) => keyedFeatures(forFeatures, features),
    hash: (sha256) => createHmac('sha256', forFiles).update(Buffer.from(sha256, 'hex')).digest(),
    mark: forMark.toString('hex'),
  }
}
