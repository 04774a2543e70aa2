import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Of } from '../../src/fingerprint/sha256.ts'

const nodes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('SHA-256', () => {
  it('of nothing and of “abc” is what the standard’s examples say', () => {
    // Source: NIST, “SHA-256 example values”.
    expect(sha256Of(new Uint8Array(0))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(sha256Of(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('is Node’s own for every length around the edges of a block', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 255)
      expect(sha256Of(bytes)).toBe(nodes(bytes))
    }
  })

  it('is Node’s own for any bytes, wherever in a buffer they lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(20), (bytes, from) => {
        expect(sha256Of(bytes.subarray(from))).toBe(nodes(bytes.subarray(from)))
      }),
    )
  })
})
