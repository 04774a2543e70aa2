import { inflatedStream } from '../archive/inflate.ts'
import { joined } from '../pieces.ts'
import type { Decoded } from './filters.ts'

/**
 * Inflates a zlib stream as far as it goes, to at most `within` bytes. Where it
 * breaks, all that came before is told. Source: RFC 1950.
 */
export function inflatedWithin(bytes: Uint8Array, within: number): Decoded {
  const from = headerOf(bytes)
  const data = bytes.subarray(from)
  const pieces: Uint8Array[] = []
  let room = within
  const take = (piece: Uint8Array) => {
    pieces.push(piece.slice(0, Math.max(0, room)))
    room -= piece.length
  }
  const stream = inflatedStream(data)
  let next = stream.next()
  for (; !next.done && room >= 0; next = stream.next()) take(next.value)
  if (!next.done || room < 0) return { bytes: joined(pieces), end: 'too-large' }
  const whole = joined(pieces)
  const isWhole = next.value.whole && isAsChecked(whole, data.subarray(next.value.taken))
  return { bytes: whole, end: isWhole ? 'whole' : 'damaged' }
}

/** The two bytes before deflate's own. Some writers leave them out. */
const headerOf = (bytes: Uint8Array): number => {
  const [method = 0, flags = 0] = bytes
  return (method & 15) === 8 && ((method * 256 + flags) % 31 === 0 || method < 0x80) ? 2 : 0
}

const ADLER_MODULUS = 65_521
/** Bytes whose sums stay within 32 bits. Source: zlib, adler32.c. */
const ADLER_AT_ONCE = 5_552

/** Whether the bytes have the checksum that follows the stream; one that was left out is not missed. */
function isAsChecked(bytes: Uint8Array, rest: Uint8Array): boolean {
  if (rest.length < 4) return true
  let one = 1
  let two = 0
  for (let at = 0; at < bytes.length; ) {
    for (const end = Math.min(at + ADLER_AT_ONCE, bytes.length); at < end; at++) {
      one += bytes[at] ?? 0
      two += one
    }
    one %= ADLER_MODULUS
    two %= ADLER_MODULUS
  }
  const [high = 0, next = 0, low = 0, last = 0] = rest
  return high * 256 + next === two && low * 256 + last === one
}
