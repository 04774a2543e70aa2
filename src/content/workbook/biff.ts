import { u16 } from '../little-endian.ts'

/**
 * Goes through the records of Excel's old binary format: a type, a length, and so
 * many bytes. Source: [MS-XLS] 2.1.4.
 */
export type BiffRecords = {
  readonly bytes: Uint8Array
  type: number
  /** Where the record's own content begins and ends. */
  from: number
  to: number
}

/** Record types. Source: [MS-XLS] 2.3.2. */
export const BOF = 0x0809
export const EOF = 0x000a
export const CONTINUE = 0x003c
export const FILEPASS = 0x002f
export const DATEMODE = 0x0022
export const BOUNDSHEET = 0x0085
export const FORMAT = 0x041e
export const XF = 0x00e0
export const SST = 0x00fc
export const LABELSST = 0x00fd
export const LABEL = 0x0204
export const RSTRING = 0x00d6
export const NUMBER = 0x0203
export const RK = 0x027e
export const MULRK = 0x00bd
export const FORMULA = 0x0006
export const STRING = 0x0207
export const BOOLERR = 0x0205

const HEADER_BYTES = 4

/** Records from a place in a stream on; `next` must be called for the first. */
export const recordsFrom = (bytes: Uint8Array, at: number): BiffRecords => ({
  bytes,
  type: 0,
  from: at,
  to: at,
})

/** Moves to the next record; false at the end, or where the record is longer than what is left. */
export function next(records: BiffRecords): boolean {
  const at = records.to
  const { bytes } = records
  if (at + HEADER_BYTES > bytes.length) return false
  const to = at + HEADER_BYTES + u16(bytes, at + 2)
  if (to > bytes.length) return false
  records.type = u16(bytes, at)
  records.from = at + HEADER_BYTES
  records.to = to
  return true
}

/** Where the record at hand and those that continue it stand: start and end in turn. */
export function continued(records: BiffRecords): readonly number[] {
  const places = [records.from, records.to]
  while (u16(records.bytes, records.to) === CONTINUE && next(records)) places.push(records.from, records.to)
  return places
}
