import { startCarry } from '../carry.ts'
import { u32 } from '../little-endian.ts'
import { utf16Text } from '../text/text-encoding.ts'

/** Takes one record: its type and where in the bytes its content stands. The bytes are valid during the call only. */
export type TakeRecord = (type: number, bytes: Uint8Array, from: number, to: number) => void

/** Record types of .xlsb. Source: [MS-XLSB] 2.3.2. */
export const ROW_HEADER = 0
export const CELL_RK = 2
export const CELL_ERROR = 3
export const CELL_BOOLEAN = 4
export const CELL_REAL = 5
export const CELL_TEXT = 6
export const CELL_SHARED = 7
export const FORMULA_TEXT = 8
export const FORMULA_NUMBER = 9
export const FORMULA_BOOLEAN = 10
export const FORMULA_ERROR = 11
export const SHORT_BLANK = 12
export const SHORT_RK = 13
export const SHORT_ERROR = 14
export const SHORT_BOOLEAN = 15
export const SHORT_REAL = 16
export const SHORT_TEXT = 17
export const SHORT_SHARED = 18
export const SHARED_STRING = 19
export const NUMBER_FORMAT = 44
export const CELL_FORMAT = 47
export const CELL_RICH_TEXT = 62
export const WORKBOOK_PROPERTIES = 153
export const SHEET_NAME = 156
export const BEGIN_CELL_FORMATS = 617
export const END_CELL_FORMATS = 618

/**
 * No record that is read here is longer: a cell has at most 32,767 characters and
 * four bytes of formatting for each, a formula at most 16 KiB. Unit: bytes.
 */
const LONGEST_RECORD = 1 << 20

export type Biff12Reader = {
  push(piece: Uint8Array): void
  /** Whether all of it was records, the last one too. */
  sound(): boolean
}

/** Finds the records of .xlsb in bytes that come in pieces. Source: [MS-XLSB] 2.1.4. */
export function biff12Reader(take: TakeRecord): Biff12Reader {
  const carry = startCarry()
  let passing = 0
  let sound = true

  /** Where the next record begins; -1 where this one is not all there yet. */
  const record = (bytes: Uint8Array, at: number): number => {
    const first = bytes[at] ?? 0
    let from = at + (first > 127 ? 2 : 1)
    const type = first > 127 ? (first & 127) | (((bytes[at + 1] ?? 0) & 127) << 7) : first
    let length = 0
    for (let shift = 0; ; shift += 7) {
      if (from >= bytes.length) return -1
      const byte = bytes[from++] ?? 0
      length |= (byte & 127) << shift
      if (byte < 128 || shift === 21) break
    }
    if (length > LONGEST_RECORD) {
      sound = false
      passing = length
      return from
    }
    if (from + length > bytes.length) return -1
    take(type, bytes, from, from + length)
    return from + length
  }
  return {
    push(piece) {
      const bytes = carry.joined(piece)
      let at = 0
      while (at < bytes.length) {
        if (passing > 0) {
          const passed = Math.min(passing, bytes.length - at)
          passing -= passed
          at += passed
          continue
        }
        const after = record(bytes, at)
        if (after === -1) break
        at = after
      }
      carry.keep(bytes, at)
    },
    sound: () => sound && carry.length() === 0 && passing === 0,
  }
}

/** A string with its length before it, in units of UTF-16. Source: [MS-XLSB] 2.5.168, XLWideString. */
export const wideString = (bytes: Uint8Array, at: number, end: number): string =>
  utf16Text(bytes.subarray(at + 4, Math.min(at + 4 + u32(bytes, at) * 2, end)), 'little')
