import { charactersOf } from '../text/characters.ts'
import { utf16Text } from '../text/text-encoding.ts'

/** Bits of a string's flags. Source: [MS-XLS] 2.5.293, XLUnicodeRichExtendedString. */
const WIDE = 1
const PHONETIC = 4
const RICH = 8

const CHARACTERS_AT_ONCE = 8192

/**
 * Reads the strings of BIFF8, which may run on from one record into those that
 * continue it. Where characters are parted, the next record begins with a byte
 * that says how wide they go on; nothing else that is parted has such a byte.
 */
export type BiffStrings = {
  /** The next string with its formatting and phonetic text left out; `null` where it is not all there. */
  next(): string | null
  /** The same with a length of one byte, as number formats of BIFF8 do not have but sheet names do. */
  nextShort(): string | null
}

/** @param places starts and ends of the record's pieces in turn */
export function biffStrings(bytes: Uint8Array, places: readonly number[]): BiffStrings {
  let piece = 0
  let at = places[0] ?? 0
  let end = places[1] ?? 0

  const nextPiece = (): boolean => {
    if (piece + 2 >= places.length) return false
    piece += 2
    at = places[piece] ?? 0
    end = places[piece + 1] ?? 0
    return true
  }
  const byte = (): number => {
    while (at >= end) if (!nextPiece()) return -1
    return bytes[at++] ?? 0
  }
  const word = (): number => {
    const low = byte()
    const high = byte()
    return high < 0 ? -1 : low | (high << 8)
  }
  const skip = (length: number) => {
    let left = length
    while (left > end - at) {
      left -= end - at
      if (!nextPiece()) {
        at = end
        return
      }
    }
    at += left
  }
  const characters = (count: number, wideAtFirst: boolean): string | null => {
    let text = ''
    let left = count
    let wide = wideAtFirst
    while (left > 0) {
      if (at >= end) {
        if (!nextPiece()) return null
        wide = ((bytes[at++] ?? 0) & WIDE) !== 0
      }
      const here = Math.min(left, wide ? (end - at) >> 1 : end - at)
      text += wide ? utf16Text(bytes.subarray(at, at + here * 2), 'little') : narrowText(bytes, at, here)
      at += wide ? here * 2 : here
      left -= here
      if (here === 0) at = end
    }
    return text
  }
  const rest = (count: number): string | null => {
    const flags = byte()
    if (count < 0 || flags < 0) return null
    const runs = (flags & RICH) !== 0 ? word() : 0
    const phonetic = (flags & PHONETIC) !== 0 ? word() + word() * 65536 : 0
    const text = characters(count, (flags & WIDE) !== 0)
    if (runs < 0 || phonetic < 0) return null
    if (text !== null) skip(runs * 4 + phonetic)
    return text
  }
  return { next: () => rest(word()), nextShort: () => rest(byte()) }
}

/** Characters of one byte each, the upper of which is zero. */
function narrowText(bytes: Uint8Array, from: number, count: number): string {
  let text = ''
  for (let at = from; at < from + count; at += CHARACTERS_AT_ONCE)
    text += charactersOf(bytes.subarray(at, Math.min(at + CHARACTERS_AT_ONCE, from + count)))
  return text
}

/** The shared strings of a workbook, as many as there really are. Source: [MS-XLS] 2.4.265. */
export function sharedStrings(bytes: Uint8Array, places: readonly number[]): readonly string[] {
  const [first = 0, ...others] = places
  const reader = biffStrings(bytes, [first + 8, ...others])
  const strings: string[] = []
  for (let text = reader.next(); text !== null; text = reader.next()) strings.push(text)
  return strings
}
