import type { Budget } from '../limits.ts'
import { u16, u32 } from '../little-endian.ts'

/** What every compressed body may refer to before it has said anything. Source: [MS-OXRTFCP] 2.1.3.1.2. */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'

const DICTIONARY_BYTES = 4096
const HEADER_BYTES = 16
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d

/** The body of a message in RTF, or `null` where it does not expand to what it says. Source: [MS-OXRTFCP]. */
export function expandedRtf(bytes: Uint8Array, budget: Budget): Uint8Array | null {
  const size = u32(bytes, 4)
  if (u32(bytes, 8) === UNCOMPRESSED) return bytes.subarray(HEADER_BYTES, HEADER_BYTES + size)
  if (u32(bytes, 8) !== COMPRESSED || size > budget.expandedBytes) return null
  budget.expandedBytes -= size
  const out = expanded(bytes, Math.min(size, (bytes.length - HEADER_BYTES) * 9))
  return out.length === size ? out : null
}

/** Each flag byte says of eight tokens whether they are a byte or a place in the dictionary and a length. */
function expanded(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size)
  const dictionary = new Uint8Array(DICTIONARY_BYTES)
  for (let at = 0; at < DICTIONARY.length; at++) dictionary[at] = DICTIONARY.charCodeAt(at)
  let written = 0
  let write = DICTIONARY.length
  const put = (byte: number) => {
    if (written < size) out[written++] = byte
    dictionary[write] = byte
    write = (write + 1) % DICTIONARY_BYTES
  }
  let at = HEADER_BYTES
  while (at < bytes.length) {
    const flags = bytes[at++] ?? 0
    for (let token = 0; token < 8 && at < bytes.length; token++) {
      if ((flags & (1 << token)) === 0) {
        put(bytes[at++] ?? 0)
        continue
      }
      const reference = (u16(bytes, at) >> 8) | ((u16(bytes, at) & 0xff) << 8)
      at += 2
      const from = reference >> 4
      if (from === write) return out.subarray(0, written)
      const length = (reference & 15) + 2
      for (let step = 0; step < length; step++) put(dictionary[(from + step) % DICTIONARY_BYTES] ?? 0)
    }
  }
  return out.subarray(0, written)
}
