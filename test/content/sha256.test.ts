import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashing, sha256 } from '../../src/content/cryptography/sha256.ts'

const ours = (bytes: Uint8Array): string => Buffer.from(sha256(bytes)).toString('hex')
const nodes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('SHA-256', () => {
  it('of nothing and of “abc” is what the standard’s examples say', () => {
    // Source: NIST, “SHA-256 example values”.
    expect(ours(new Uint8Array(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(ours(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is Node’s own for every length around the edges of a block', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 255)
      expect(ours(bytes)).toBe(nodes(bytes))
    }
  })

  it('is Node’s own for any bytes, wherever in a buffer they lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(20), (bytes, from) => {
        expect(ours(bytes.subarray(from))).toBe(nodes(bytes.subarray(from)))
      }),
    )
  })

  it('of a large file pauses every 256 KiB, and is Node’s own', () => {
    const bytes = Uint8Array.from({ length: 2 ** 19 + 65 }, (_, index) => Math.imul(index, 40_503) >>> 7)
    const steps = hashing(bytes)
    expect(steps.next().done).toBe(false)
    expect(steps.next().done).toBe(false)
    const last = steps.next()
    expect(last.done).toBe(true)
    expect(Buffer.from(last.value ?? []).toString('hex')).toBe(nodes(bytes))
  })
})
