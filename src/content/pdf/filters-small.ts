import { hexadecimalValue, isSpace } from './bytes.ts'
import type { Decoded } from './filters.ts'

/** Bytes that grow as they come. */
function startBytes(within: number) {
  let bytes = new Uint8Array(1024)
  let length = 0
  return {
    add(byte: number) {
      if (length === bytes.length) {
        const larger = new Uint8Array(length * 2)
        larger.set(bytes)
        bytes = larger
      }
      bytes[length++] = byte
    },
    isFull: () => length >= within,
    whole: () => bytes.subarray(0, length),
  }
}

const EOD_ANGLE = 0x3e

/** Two hexadecimal digits a byte, up to `>`. Source: ISO 32000-1, §7.4.2. */
export function asciiHexadecimal(bytes: Uint8Array): Decoded {
  const out = startBytes(bytes.length)
  let half = -1
  for (const byte of bytes) {
    if (byte === EOD_ANGLE) break
    const digit = hexadecimalValue(byte)
    if (digit === -1) continue
    if (half === -1) half = digit
    else {
      out.add(half * 16 + digit)
      half = -1
    }
  }
  if (half !== -1) out.add(half * 16)
  return { bytes: out.whole(), end: 'whole' }
}

/** Five characters for four bytes, `z` for four zeros, up to `~>`. Source: ISO 32000-1, §7.4.3. */
export function ascii85(bytes: Uint8Array): Decoded {
  const out = startBytes(bytes.length * 4)
  let held = 0
  let count = 0
  const tell = (places: number) => {
    for (let place = 0; place < places; place++) out.add((held >>> (24 - 8 * place)) & 255)
    held = 0
    count = 0
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (byte === 0x7a && count === 0) {
      tell(4)
      continue
    }
    if (isSpace(byte) || byte < 0x21 || byte > 0x75) continue
    held = held * 85 + byte - 0x21
    if (++count === 5) tell(4)
  }
  if (count > 1) {
    const places = count - 1
    for (let rest = count; rest < 5; rest++) held = held * 85 + 84
    tell(places)
  }
  return { bytes: out.whole(), end: 'whole' }
}

/** Source: ISO 32000-1, §7.4.5. */
export function runLength(bytes: Uint8Array, within: number): Decoded {
  const out = startBytes(within)
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at++] ?? 128
    if (length === 128) break
    if (out.isFull()) return { bytes: out.whole(), end: 'too-large' }
    if (length < 128) for (const end = at + length + 1; at < end; at++) out.add(bytes[at] ?? 0)
    else {
      for (let times = 257 - length; times > 0; times--) out.add(bytes[at] ?? 0)
      at++
    }
  }
  return { bytes: out.whole(), end: 'whole' }
}

const CLEAR = 256
const LZW_END = 257
const LZW_CODES = 4096

/**
 * Codes of 9 to 12 bits for strings seen before. Source: ISO 32000-1, §7.4.4.
 *
 * @param early 1 where the width of codes grows one code earlier than it must
 */
export function lzw(bytes: Uint8Array, early: number, within: number): Decoded {
  const out = startBytes(within)
  const before = new Uint16Array(LZW_CODES)
  const last = new Uint8Array(LZW_CODES)
  const length = new Uint16Array(LZW_CODES)
  const text = new Uint8Array(LZW_CODES)
  for (let code = 0; code < 256; code++) {
    last[code] = code
    length[code] = 1
  }
  let next = LZW_END + 1
  let previous = -1
  let held = 0
  let bits = 0
  /** Tells the string of a code; its first byte. */
  const tell = (code: number): number => {
    const size = length[code] ?? 0
    for (let at = size - 1, from = code; at >= 0; at--, from = before[from] ?? 0) text[at] = last[from] ?? 0
    for (let at = 0; at < size; at++) out.add(text[at] ?? 0)
    return text[0] ?? 0
  }
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    const width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === LZW_END) break
    if (code === CLEAR) {
      next = LZW_END + 1
      previous = -1
      continue
    }
    if (out.isFull()) return { bytes: out.whole(), end: 'too-large' }
    if (code > next || (code === next && previous === -1)) return { bytes: out.whole(), end: 'damaged' }
    if (previous !== -1 && next < LZW_CODES) {
      before[next] = previous
      length[next] = (length[previous] ?? 0) + 1
      last[next] = code === next ? firstOf(previous, before) : firstOf(code, before)
      next++
    }
    tell(code)
    previous = code
  }
  return { bytes: out.whole(), end: 'whole' }
}

function firstOf(code: number, before: Uint16Array): number {
  let first = code
  while (first > LZW_END) first = before[first] ?? 0
  return first
}
