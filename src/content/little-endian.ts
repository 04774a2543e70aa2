/** Two bytes as a whole number; bytes beyond the end are zeros. */
export const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

/** Four bytes as a whole number without sign. */
export const u32 = (bytes: Uint8Array, at: number): number =>
  (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0

/** Four bytes as a whole number with sign. */
export const i32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) | (u16(bytes, at + 2) << 16)

const number = new DataView(new ArrayBuffer(8))

/** Eight bytes as a floating-point number. Source: IEEE 754, binary64. */
export function f64(bytes: Uint8Array, at: number): number {
  number.setInt32(0, i32(bytes, at), true)
  number.setInt32(4, i32(bytes, at + 4), true)
  return number.getFloat64(0, true)
}

/**
 * The four-byte number of Excel's binary formats: 30 bits of a whole number or
 * the upper 30 of a floating-point one, either in hundredths. Source: [MS-XLS] 2.5.217.
 */
export function rkNumber(bytes: Uint8Array, at: number): number {
  const rk = i32(bytes, at)
  number.setInt32(0, 0, true)
  number.setInt32(4, rk & ~3, true)
  const value = (rk & 2) !== 0 ? rk >> 2 : number.getFloat64(0, true)
  return (rk & 1) !== 0 ? value / 100 : value
}
