import { utf8Decoder } from './utf8.ts'

const CHARACTERS_AT_ONCE = 8192

/** Windows-1252 from 0x80 to 0x9F; the rest of it is Latin-1. Source: WHATWG Encoding, index-windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text of UTF-16 bytes; a byte order mark and a last odd byte are left out. */
export function utf16Text(bytes: Uint8Array, order: 'little' | 'big'): string {
  const low = order === 'little' ? 0 : 1
  let text = ''
  let units: number[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8)
    if (unit === 0xfeff) continue
    units.push(unit)
    if (units.length === CHARACTERS_AT_ONCE) {
      text += String.fromCharCode(...units)
      units = []
    }
  }
  return text + String.fromCharCode(...units)
}

/** Text of Windows-1252 bytes: what Excel writes as "CSV" in the west of Europe. */
export function windows1252Text(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHARACTERS_AT_ONCE) {
    const codes: number[] = []
    for (let next = at; next < Math.min(at + CHARACTERS_AT_ONCE, bytes.length); next++) {
      const byte = bytes[next] ?? 0
      codes.push(byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte)
    }
    text += String.fromCharCode(...codes)
  }
  return text
}

/** Share of zero bytes above which text without a mark is UTF-16: half of ASCII text in UTF-16 is zeros. */
const UTF16_ZEROS = 0.2

/**
 * Text of bytes whose encoding nobody wrote down: by byte order mark, by its
 * zeros for UTF-16, else UTF-8 where it is valid, else Windows-1252.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16Text(bytes, 'little')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16Text(bytes, 'big')
  const zeros = zerosAt(bytes)
  if (zeros.odd > UTF16_ZEROS) return utf16Text(bytes, 'little')
  if (zeros.even > UTF16_ZEROS) return utf16Text(bytes, 'big')
  const utf8 = utf8Decoder()
  const text = utf8.text(bytes)
  return utf8.faulty() ? windows1252Text(bytes) : text
}

function zerosAt(bytes: Uint8Array): { odd: number; even: number } {
  const length = Math.min(bytes.length, 4096)
  if (length < 4) return { odd: 0, even: 0 }
  const counts = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1
  return { even: (counts[0] ?? 0) / length, odd: (counts[1] ?? 0) / length }
}
