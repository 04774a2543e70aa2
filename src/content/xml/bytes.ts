import { decodedEntities } from '../document/entities.ts'
import { charactersOf } from '../text/characters.ts'
import { utf16Text } from '../text/text-encoding.ts'
import { utf8Decoder } from '../text/utf8.ts'

/** Longer text is decoded in the general way: `fromCharCode` takes no more arguments than a stack holds. */
const SHORT = 1024

/** Text of UTF-8 bytes inside a document, its entities put as characters, its line ends as one. Source: XML 1.0, §2.11. */
export function textOfBytes(bytes: Uint8Array, from: number, to: number): string {
  let plain = to - from <= SHORT
  let entities = false
  let returns = false
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte > 127) plain = false
    else if (byte === AMPERSAND) entities = true
    else if (byte === RETURN) returns = true
  }
  const text = plain ? charactersOf(bytes.subarray(from, to)) : utf8Decoder().text(bytes.subarray(from, to))
  const lines = returns ? text.replace(/\r\n?/g, '\n') : text
  return entities ? decodedEntities(lines) : lines
}

const AMPERSAND = 38
const RETURN = 13

/** What XML cannot hold, and what would be taken for that. Source: ECMA-376 part 1, §22.9.2.19, ST_Xstring. */
const ESCAPED = /_x([0-9a-fA-F]{4})_/g

/** Text of a cell, in which `_x000D_` stands for the character of that number. */
export const cellTextOf = (bytes: Uint8Array, from: number, to: number): string => {
  const text = textOfBytes(bytes, from, to)
  return text.indexOf('_x') === -1
    ? text
    : text.replace(ESCAPED, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/**
 * The same pieces in UTF-8: an XML document in UTF-16 says so with its first
 * bytes (Unicode 15, §23.8; XML 1.0, appendix F).
 */
export function inUtf8(): (piece: Uint8Array) => Uint8Array {
  let order: 'little' | 'big' | null | undefined
  let left: Uint8Array | null = null
  return (piece) => {
    if (order === undefined) order = utf16OrderOf(piece)
    if (order === null) return piece
    const whole: Uint8Array = new Uint8Array((left?.length ?? 0) + piece.length)
    if (left !== null) whole.set(left)
    whole.set(piece, left?.length ?? 0)
    const even = whole.length - (whole.length % 2)
    left = whole.subarray(even)
    return utf8Of(utf16Text(whole.subarray(0, even), order))
  }
}

function utf16OrderOf(piece: Uint8Array): 'little' | 'big' | null {
  const [first, second] = piece
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'little'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'big' : null
}

/** Markup is ASCII; a character outside the first 65,536 comes out in two halves, which no figure has. */
function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) bytes[length++] = unit
    else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6)
      bytes[length++] = 0x80 | (unit & 63)
    } else {
      bytes[length++] = 0xe0 | (unit >> 12)
      bytes[length++] = 0x80 | ((unit >> 6) & 63)
      bytes[length++] = 0x80 | (unit & 63)
    }
  }
  return bytes.subarray(0, length)
}
