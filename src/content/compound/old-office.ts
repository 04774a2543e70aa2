import { inflated } from '../archive/zip.ts'
import type { Budget } from '../limits.ts'
import { u16, u32 } from '../little-endian.ts'
import { joined } from '../pieces.ts'

/** Whether the text of a .doc is encrypted. Source: [MS-DOC] 2.5.2, FibBase.fEncrypted. */
export const isEncryptedWord = (document: Uint8Array): boolean => (u16(document, 10) & 0x0100) !== 0

/** What `Current User` says of a presentation that is encrypted. Source: [MS-PPT] 2.3.2. */
const ENCRYPTED_TOKEN = 0xf3d1c4df

/** Whether a .ppt is encrypted. */
export const isEncryptedPowerPoint = (currentUser: Uint8Array): boolean =>
  u32(currentUser, 12) === ENCRYPTED_TOKEN

/** The record of an embedded object. Source: [MS-PPT] 2.10.34, ExOleObjStg. */
const OBJECT_STORAGE = 0x1011
const COMPRESSED = 1

/** Compound files inside a .ppt: embedded workbooks and documents. Source: [MS-PPT] 2.3.1 for the record header. */
export function* objectsInPowerPoint(document: Uint8Array, budget: Budget): Generator<Uint8Array, void> {
  let at = 0
  while (at + 8 <= document.length) {
    const from = at + 8
    const to = Math.min(from + u32(document, at + 4), document.length)
    if (u16(document, at + 2) === OBJECT_STORAGE) {
      const compressed = u16(document, at) >> 4 === COMPRESSED
      yield compressed ? expanded(document.subarray(from + 6, to), budget) : document.subarray(from, to)
    }
    at = to
  }
}

/** zlib without its two bytes of header; the checksum behind it is left to the reader inside. */
function expanded(deflated: Uint8Array, budget: Budget): Uint8Array {
  const pieces: Uint8Array[] = []
  for (const piece of inflated(deflated)) {
    budget.expandedBytes -= piece.length
    if (budget.expandedBytes < 0) break
    pieces.push(piece.slice())
  }
  return joined(pieces)
}
