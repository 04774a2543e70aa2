/** Base64, for a runtime that may have neither `btoa` nor `Buffer`. Source: RFC 4648 §4. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** How many characters are put together at once: `apply` takes no more arguments than a stack holds. */
const CHARACTERS_AT_ONCE = 8190

const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0))
const VALUES = new Int16Array(256).fill(-1)
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value

const PAD = 61

/** Bytes of a piece, or characters between two pauses: 1 to 3 ms. A multiple of three, so that pieces need no padding. */
const AT_ONCE = 3 * 2 ** 16

/** Bytes as base64 with padding. */
export const base64Of = (bytes: Uint8Array): string => Array.from(base64Pieces(bytes)).join('')

/** The same in pieces of 256 KiB: as one text, megabytes of it would be put together in one go, however they came. */
export function* base64Pieces(bytes: Uint8Array): Generator<string, void> {
  for (let at = 0; at < bytes.length; at += AT_ONCE) yield base64OfPiece(bytes.subarray(at, at + AT_ONCE))
}

function base64OfPiece(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let written = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const one = bytes[at] ?? 0
    const two = bytes[at + 1] ?? 0
    const three = bytes[at + 2] ?? 0
    codes[written++] = CODES[one >> 2] ?? PAD
    codes[written++] = CODES[((one & 3) << 4) | (two >> 4)] ?? PAD
    codes[written++] = at + 1 < bytes.length ? (CODES[((two & 15) << 2) | (three >> 6)] ?? PAD) : PAD
    codes[written++] = at + 2 < bytes.length ? (CODES[three & 63] ?? PAD) : PAD
  }
  return asciiOf(codes)
}

function asciiOf(codes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < codes.length; at += CHARACTERS_AT_ONCE)
    // Not spread: that goes through an iterator and takes seven times as long.
    text += String(Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + CHARACTERS_AT_ONCE)))
  return text
}

/**
 * The bytes of base64 text, white space and padding passed over; `null` where it
 * is not base64. It pauses now and then.
 */
export function* decodingBase64(text: string): Generator<undefined, Uint8Array | null> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3)
  let length = 0
  let held = 0
  let heldBits = 0
  for (let at = 0; at < text.length; at++) {
    if (at % AT_ONCE === AT_ONCE - 1) yield
    const code = text.charCodeAt(at)
    if (code === PAD || code <= 32) continue
    const value = code < 256 ? (VALUES[code] ?? -1) : -1
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    heldBits += 6
    if (heldBits >= 8) {
      heldBits -= 8
      bytes[length++] = (held >> heldBits) & 0xff
    }
  }
  return heldBits === 6 ? null : bytes.subarray(0, length)
}
