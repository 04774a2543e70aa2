import { u16 } from '../little-endian.ts'
import { utf8Decoder } from '../text/utf8.ts'

/** A file inside a zip archive, as its central directory has it. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly compressedSize: number
  /** What it says of itself; how long it is shows when it is read. */
  readonly size: number
  /** Where the local header stands. */
  readonly headerAt: number
}

/** What a file's own header begins with: PK\x03\x04. */
export const LOCAL_HEADER = 0x04034b50

/** Where an entry's own bytes begin. */
export const dataAt = (bytes: Uint8Array, headerAt: number): number =>
  headerAt + 30 + u16(bytes, headerAt + 26) + u16(bytes, headerAt + 28)

/** Characters of a name that are kept. */
const LONGEST_NAME = 1024

/** A name in UTF-8, or a character a byte where it is not: it is shown, and looked at for its ending. */
export function nameAt(bytes: Uint8Array, at: number, length: number): string {
  const named = bytes.subarray(at, at + Math.min(length, LONGEST_NAME))
  if (named.every((byte) => byte < 128)) return String.fromCharCode(...named)
  const utf8 = utf8Decoder()
  const text = utf8.text(named)
  return utf8.faulty() ? String.fromCharCode(...named) : text
}
