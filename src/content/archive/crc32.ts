/** CRC-32 of bytes that arrive in pieces. Source: ITU-T V.42, reflected polynomial 0xEDB88320. */
export type Crc32 = { add(bytes: Uint8Array): void; value(): number }

const POLYNOMIAL = 0xedb88320

/** Four tables, so that four bytes are taken at once ("slicing-by-4", Intel 2006). */
const TABLES = tables()

function tables(): readonly Int32Array[] {
  const first = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
    first[byte] = value
  }
  const all = [first]
  for (let slice = 1; slice < 4; slice++) {
    const before = all[slice - 1] ?? first
    all.push(before.map((value) => (value >>> 8) ^ (first[value & 255] ?? 0)))
  }
  return all
}

const [T0 = new Int32Array(256), T1 = T0, T2 = T0, T3 = T0] = TABLES

export function startCrc32(): Crc32 {
  let crc = -1
  return {
    add(bytes) {
      const whole = bytes.length - (bytes.length % 4)
      let at = 0
      for (; at < whole; at += 4) {
        crc ^=
          (bytes[at] ?? 0) |
          ((bytes[at + 1] ?? 0) << 8) |
          ((bytes[at + 2] ?? 0) << 16) |
          ((bytes[at + 3] ?? 0) << 24)
        crc =
          (T3[crc & 255] ?? 0) ^
          (T2[(crc >>> 8) & 255] ?? 0) ^
          (T1[(crc >>> 16) & 255] ?? 0) ^
          (T0[crc >>> 24] ?? 0)
      }
      for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (T0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0)
    },
    value: () => (crc ^ -1) >>> 0,
  }
}
