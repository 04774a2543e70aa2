import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflatedStream } from '../../src/content/archive/inflate.ts'

function inflated(data: Uint8Array): { bytes: Buffer; whole: boolean; taken: number; largest: number } {
  const pieces: Uint8Array[] = []
  const reading = inflatedStream(data)
  let next = reading.next()
  for (; !next.done; next = reading.next()) pieces.push(next.value.slice())
  const largest = Math.max(0, ...pieces.map((piece) => piece.length))
  return { bytes: Buffer.concat(pieces), largest, ...next.value }
}

/** Bytes that repeat near and far, and some that do not. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(3000)).map(([bytes, times]) => {
        const many = new Uint8Array(bytes.length * times)
        return many.map((_zero, at) => bytes[at % bytes.length] ?? 0)
      }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => Buffer.concat(pieces))

describe('a deflate stream', () => {
  it('gives back what zlib put in, at any level and strategy, and takes what is its own', () => {
    fc.assert(
      fc.property(
        content,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(
          constants.Z_DEFAULT_STRATEGY,
          constants.Z_FIXED,
          constants.Z_HUFFMAN_ONLY,
          constants.Z_RLE,
        ),
        fc.uint8Array({ maxLength: 40 }),
        (bytes, level, strategy, behind) => {
          const stream = deflateRawSync(bytes, { level, strategy })
          const got = inflated(Buffer.concat([stream, behind]))
          expect(got.whole).toBe(true)
          expect(got.taken).toBe(stream.length)
          expect(got.bytes.equals(bytes)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
  it('that is cut off gives what came before, and is not whole', () => {
    fc.assert(
      fc.property(content, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) => {
        const stream = deflateRawSync(bytes)
        const got = inflated(stream.subarray(0, Math.floor((stream.length - 1) * share)))
        expect(got.whole).toBe(false)
        expect(got.bytes.equals(bytes.subarray(0, got.bytes.length))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('of any bytes at all comes to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        expect(inflated(bytes).taken).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 2000 },
    )
  })
  it('that expands a thousand times is told in small pieces', () => {
    const got = inflated(deflateRawSync(new Uint8Array(20_000_000)))
    expect(got.bytes.length).toBe(20_000_000)
    expect(got.largest).toBeLessThan(100_000)
  })
  it('may not repeat what was not there', () => {
    // A fixed block whose first symbol is a repetition of length 3 at distance 1.
    expect(inflated(Uint8Array.of(0x03, 0x02, 0x00, 0x00)).whole).toBe(false)
  })
})
