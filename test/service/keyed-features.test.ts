import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { secretFromHex } from '../../src/service/database/data-directory.ts'
import { keysFrom } from '../../src/service/register/keyed-features.ts'

const secretOf = (digits: string) => {
  const secret = secretFromHex(digits.repeat(32))
  if (secret === null) throw new Error('no secret')
  return secret
}
const OURS = keysFrom(secretOf('1f'))
const THEIRS = keysFrom(secretOf('2e'))

const featuresOf = (keyed: Buffer): string[] => keyed.toString('hex').match(/.{16}/g) ?? []

describe('fingerprints under a secret', () => {
  it('stay equal where the features are equal, in any order and any company', () => {
    const [one, two] = [randomBytes(8), randomBytes(8)]
    const [first] = featuresOf(OURS.features(one))
    expect(featuresOf(OURS.features(Buffer.concat([two, one, two])))).toEqual([
      ...featuresOf(OURS.features(two)),
      first,
      ...featuresOf(OURS.features(two)),
    ])
    expect(first).not.toBe(one.toString('hex'))
  })

  it('confirm no guess to somebody who has the database and not the secret', () => {
    // All runs of two figures below 100: a register of them must not betray which ones are in it.
    const guesses = Buffer.concat(
      Array.from({ length: 10_000 }, (_, n) => createHash('sha256').update(`${n}`).digest().subarray(0, 8)),
    )
    const stored = new Set(featuresOf(OURS.features(guesses)))
    expect(stored.size).toBe(10_000)
    expect(featuresOf(guesses).filter((guess) => stored.has(guess))).toEqual([])
    expect(featuresOf(THEIRS.features(guesses)).filter((guess) => stored.has(guess))).toEqual([])
  })

  it('still say where a line ends: eight zeros between two features stay zeros', () => {
    const [one, gap] = [randomBytes(8), Buffer.alloc(8)]
    const keyed = featuresOf(OURS.features(Buffer.concat([one, gap, one])))
    expect(keyed[1]).toBe('0'.repeat(16))
    expect(keyed[0]).toBe(keyed[2])
    expect(keyed[0]).not.toBe(one.toString('hex'))
  })

  it('say of a file as little as of its features', () => {
    const sha256 = createHash('sha256').update('the release').digest('hex')
    expect(OURS.hash(sha256)).toEqual(OURS.hash(sha256))
    expect(OURS.hash(sha256).toString('hex')).not.toBe(sha256)
    expect(OURS.hash(sha256)).not.toEqual(THEIRS.hash(sha256))
    expect(OURS.hash(sha256)).toHaveLength(32)
  })

  it('come out the same whether many are keyed at once or one by one', () => {
    const features = randomBytes(8 * ((1 << 20) + 3))
    const keyed = OURS.features(features)
    for (const at of [0, (1 << 20) - 1, 1 << 20, (1 << 20) + 2])
      expect(keyed.subarray(at * 8, at * 8 + 8)).toEqual(OURS.features(features.subarray(at * 8, at * 8 + 8)))
  })

  it('know their own secret again without telling it', () => {
    expect(OURS.mark).toBe(keysFrom(secretOf('1f')).mark)
    expect(OURS.mark).not.toBe(THEIRS.mark)
    expect(OURS.mark).not.toContain('1f'.repeat(4))
  })

  it('refuse features that are not whole', () => {
    expect(() => OURS.features(Buffer.alloc(9))).toThrow(RangeError)
  })
})
