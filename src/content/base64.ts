const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Int8Array(256).fill(-1)
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value

const PAD = 61

/**
 * Bytes of base64 as mail programs take it: what is no base64 is passed over, and
 * padding in the middle ends a group, not the text. Source: RFC 2045, §6.8.
 */
export function bytesOfBase64(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let held = 0
  let bits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text[at] ?? 0
    const value = VALUES[code] ?? -1
    if (code === PAD) bits = 0
    if (value < 0) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = (held >> bits) & 0xff
  }
  return bytes.subarray(0, length)
}

/** The bytes of text whose characters are bytes; others count as their lowest eight bits. */
export function bytesOfLatin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
