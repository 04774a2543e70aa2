import { charactersOf } from './characters.ts'

/** Characters put together at once: more are no faster. */
const CHARACTERS_AT_ONCE = 512

/** What stands for bytes that are not UTF-8. Source: Unicode 15, §3.9. */
const REPLACEMENT = 0xfffd

/** Decodes UTF-8 that arrives in pieces, which may split a character. */
export type Utf8Decoder = {
  /** Text of this piece and what the one before left over. */
  text(bytes: Uint8Array): string
  /** Whether anything so far was not UTF-8. */
  faulty(): boolean
}

/** Characters not put together yet, of the decoder at work: none keeps any between two pieces. */
const units: number[] = Array.from({ length: CHARACTERS_AT_ONCE }, () => 0)

/** A decoder for a runtime that may have no `TextDecoder`. A byte order mark is left out. */
export function utf8Decoder(): Utf8Decoder {
  let filled = 0
  let text = ''
  let needed = 0
  let point = 0
  let least = 0
  let faulty = false
  let first = true

  const flush = () => {
    text += charactersOf(filled < CHARACTERS_AT_ONCE ? units.slice(0, filled) : units)
    filled = 0
  }
  const put = (unit: number) => {
    units[filled++] = unit
    if (filled === CHARACTERS_AT_ONCE) flush()
  }
  const putPoint = (value: number) => {
    if (first && value === 0xfeff) {
      first = false
      return
    }
    first = false
    if (value < 0x10000) return put(value)
    put(0xd800 + ((value - 0x10000) >> 10))
    put(0xdc00 + ((value - 0x10000) & 0x3ff))
  }
  const broken = () => {
    faulty = true
    needed = 0
    putPoint(REPLACEMENT)
  }
  const begin = (byte: number) => {
    if (byte < 0x80) return putPoint(byte)
    if (byte >= 0xc2 && byte < 0xe0) [needed, point, least] = [1, byte & 0x1f, 0x80]
    else if (byte >= 0xe0 && byte < 0xf0) [needed, point, least] = [2, byte & 0x0f, 0x800]
    else if (byte >= 0xf0 && byte < 0xf5) [needed, point, least] = [3, byte & 0x07, 0x10000]
    else broken()
  }
  const go = (byte: number) => {
    if (needed === 0) return begin(byte)
    if ((byte & 0xc0) !== 0x80) {
      broken()
      return begin(byte)
    }
    point = (point << 6) | (byte & 0x3f)
    needed--
    if (needed > 0) return
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) broken()
    else putPoint(point)
  }

  return {
    text(bytes) {
      text = ''
      let at = 0
      while (at < bytes.length) {
        const byte = bytes[at] ?? 0
        if (needed === 0 && byte < 0x80) {
          first = false
          units[filled++] = byte
          if (filled === CHARACTERS_AT_ONCE) flush()
        } else go(byte)
        at++
      }
      flush()
      return text
    },
    faulty: () => faulty || needed > 0,
  }
}
