/** How far each step of a round turns. Source: RFC 1321, §3.4. */
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

/** The sines of 1 to 64, as 32-bit fractions. Source: as above. */
const SINES = Int32Array.from({ length: 64 }, (_nothing, at) => Math.abs(Math.sin(at + 1)) * 2 ** 32)

/** MD5, from which the keys of older encrypted documents are made. Source: RFC 1321. */
export function md5(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, bytes.length << 3, true)
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 2 ** 29), true)
  const sums = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  for (let at = 0; at < padded.length; at += 64) addBlock(sums, view, at)
  return new Uint8Array(sums.buffer)
}

function addBlock(sums: Int32Array, view: DataView, from: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = sums
  for (let step = 0; step < 64; step++) {
    const round = step >> 4
    const mixed =
      round === 0
        ? (b & c) | (~b & d)
        : round === 1
          ? (d & b) | (~d & c)
          : round === 2
            ? b ^ c ^ d
            : c ^ (b | ~d)
    const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0
    const sum = (a + mixed + (SINES[step] ?? 0) + view.getInt32(from + (word & 15) * 4, true)) | 0
    const turn = TURNS[round * 4 + (step & 3)] ?? 0
    a = d
    d = c
    c = b
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0
  }
  sums[0] = (sums[0] ?? 0) + a
  sums[1] = (sums[1] ?? 0) + b
  sums[2] = (sums[2] ?? 0) + c
  sums[3] = (sums[3] ?? 0) + d
}
