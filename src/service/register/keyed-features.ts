import { createCipheriv, createHmac, hkdfSync } from 'node:crypto'
import { FEATURE_BYTES } from '../../fingerprint/feature-list.ts'
import type { Secret } from '../database/data-directory.ts'

/** Blocks of 16 bytes enciphered at once: 16 MB, so that a large workbook needs no buffer of its size twice over. */
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
  // Words instead of bytes, and no view per feature: a large workbook has millions of them.
  const words = new Uint32Array(features.length / Uint32Array.BYTES_PER_ELEMENT)
  new Uint8Array(words.buffer).set(features)
  for (let first = 0; first < count; first += BLOCKS_AT_ONCE)
    keyWords(key, words.subarray(2 * first, 2 * Math.min(first + BLOCKS_AT_ONCE, count)))
  return Buffer.from(words.buffer)
}

/** Enciphers features in place, each in a block of its own of which half is kept. A gap stays a gap (src/fingerprint/feature-list.ts). */
function keyWords(key: Buffer, words: Uint32Array): void {
  const blocks = new Uint32Array(2 * words.length)
  for (let one = 0; one < words.length; one += 2) {
    blocks[2 * one] = words[one] ?? 0
    blocks[2 * one + 1] = words[one + 1] ?? 0
  }
  const plain = new Uint8Array(blocks.buffer)
  const enciphered = new Uint8Array(plain.length)
  enciphered.set(createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(plain))
  const kept = new Uint32Array(enciphered.buffer)
  for (let one = 0; one < words.length; one += 2) {
    if (words[one] === 0 && words[one + 1] === 0) continue
    words[one] = kept[2 * one] ?? 0
    words[one + 1] = kept[2 * one + 1] ?? 0
  }
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
