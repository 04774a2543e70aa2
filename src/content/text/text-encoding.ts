import { charactersOf } from './characters.ts'
import { utf8Decoder } from './utf8.ts'

const CHARACTERS_AT_ONCE = 8192

/** Windows-1252 from 0x80 to 0x9F; the rest of it is Latin-1. Source: WHATWG Encoding, index-windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text of UTF-16 bytes; a byte order mark and a last odd byte are left out. */
export function utf16Text(bytes: Uint8Array, order: 'little' | 'big'): string {
  const low = order === 'little' ? 0 : 1
  const units = new Uint16Array(Math.min(bytes.length >> 1, CHARACTERS_AT_ONCE))
  let text = ''
  let filled = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8)
    if (unit === 0xfeff) continue
    units[filled++] = unit
    if (filled < CHARACTERS_AT_ONCE) continue
    text += charactersOf(units)
    filled = 0
  }
  return text + charactersOf(units.subarray(0, filled))
}

/** Text of Windows-1252 bytes: what Excel writes as "CSV" in the west of Europe. */
export function windows1252Text(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHARACTERS_AT_ONCE) {
    const codes = new Uint16Array(bytes.subarray(at, at + CHARACTERS_AT_ONCE))
    for (let next = 0; next < codes.length; next++) {
      const code = codes[next] ?? 0
      if (code >= 0x80 && code < 0xa0) codes[next] = WINDOWS_1252.charCodeAt(code - 0x80)
    }
    text += charactersOf(codes)
  }
  return text
}

/** Share of zero bytes above which text without a mark is UTF-16: half of ASCII text in UTF-16 is zeros. */
const UTF16_ZEROS = 0.2
/** Share of zero bytes in the other places that letters beyond Latin bring along. */
const STRAY_ZEROS = 0.02
/** Bytes at the start that are looked at. */
const SAMPLE_BYTES = 4096

/** The byte order of UTF-16, by its mark or by where its zeros are; `null` for text of single bytes. */
export function utf16Order(bytes: Uint8Array): 'little' | 'big' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big'
  const { even, odd } = zerosAt(bytes)
  if (odd > UTF16_ZEROS && even < STRAY_ZEROS) return 'little'
  return even > UTF16_ZEROS && odd < STRAY_ZEROS ? 'big' : null
}

function zerosAt(bytes: Uint8Array): { readonly odd: number; readonly even: number } {
  const length = Math.min(bytes.length, SAMPLE_BYTES)
  if (length < 4) return { odd: 0, even: 0 }
  const counts = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1
  return { even: (counts[0] ?? 0) / length, odd: (counts[1] ?? 0) / length }
}

/**
 * Share of the characters beyond ASCII that may be broken in text that is UTF-8
 * all the same: one bad byte in a long file must not turn its spaces between
 * thousands, two bytes each, into something that parts numbers.
 */
const BROKEN_CHARACTERS = 0.2

/**
 * Text of bytes whose encoding nobody wrote down: UTF-16 by its mark or zeros,
 * else UTF-8 where it is that, else Windows-1252. Other encodings of single bytes
 * have the same digits, signs and spaces as that. It pauses now and then.
 */
export function* decoding(bytes: Uint8Array): Generator<undefined, string> {
  const order = utf16Order(bytes)
  if (order !== null) return yield* inPieces(bytes, utf16Decoder(order))
  const utf8 = utf8Decoder()
  const text = yield* inPieces(bytes, utf8.text)
  const isUtf8 = !utf8.faulty() || (yield* brokenShare(text)) <= BROKEN_CHARACTERS
  return isUtf8 ? text : yield* inPieces(bytes, windows1252Text)
}

/** The same at once, for short texts. */
export function textOf(bytes: Uint8Array): string {
  const steps = decoding(bytes)
  let next = steps.next()
  while (!next.done) next = steps.next()
  return next.value
}

/** Bytes, or characters, between two pauses: about 2 ms. */
const BYTES_AT_ONCE = 256 * 1024

function* inPieces(bytes: Uint8Array, decode: (piece: Uint8Array) => string): Generator<undefined, string> {
  let text = ''
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    if (at > 0) yield
    text += decode(bytes.subarray(at, at + BYTES_AT_ONCE))
  }
  return text
}

function* brokenShare(text: string): Generator<undefined, number> {
  let beyond = 0
  let broken = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) beyond++
    if (code === 0xfffd) broken++
    if (at % BYTES_AT_ONCE === BYTES_AT_ONCE - 1) yield
  }
  return beyond === 0 ? 1 : broken / beyond
}

/** What an XML declaration says where it is neither UTF-8 nor UTF-16: a Latin encoding of single bytes. */
const LATIN_DECLARED = /^[\s\S]{0,100}?encoding\s*=\s*["'](?:iso-?8859|windows-?12|latin|cp12)/i

/** Decodes text that arrives in pieces: by its first bytes UTF-16, by its XML declaration Latin, else UTF-8. */
export function streamDecoder(): (piece: Uint8Array) => string {
  let decode: ((piece: Uint8Array) => string) | null = null
  return (piece) => {
    decode ??= decoderFor(piece)
    return decode(piece)
  }
}

function decoderFor(first: Uint8Array): (piece: Uint8Array) => string {
  const order = utf16Order(first)
  if (order !== null) return utf16Decoder(order)
  const declaration = windows1252Text(first.subarray(0, 200))
  return LATIN_DECLARED.test(declaration) ? windows1252Text : utf8Decoder().text
}

/** A piece may end between the two bytes of a character. */
function utf16Decoder(order: 'little' | 'big'): (piece: Uint8Array) => string {
  let left: number | undefined
  return (piece) => {
    const whole = new Uint8Array(piece.length + (left === undefined ? 0 : 1))
    if (left !== undefined) whole[0] = left
    whole.set(piece, whole.length - piece.length)
    left = whole.length % 2 === 1 ? whole[whole.length - 1] : undefined
    return utf16Text(whole, order)
  }
}
