import type { Decoded } from './filters.ts'

const TIFF = 2
const PNG = 10

/**
 * Undoes what was done to bytes so that they compress better: each byte told as
 * the difference to those left of and above it. Source: ISO 32000-1, §7.4.4.4;
 * PNG, §9.
 */
export function withoutPredictor(
  { bytes, end }: Decoded,
  parameter: (key: string, otherwise: number) => number,
): Decoded {
  const predictor = parameter('Predictor', 1)
  if (predictor < TIFF) return { bytes, end }
  const bits = parameter('BitsPerComponent', 8) * parameter('Colors', 1)
  const rowBytes = Math.ceil((parameter('Columns', 1) * bits) / 8)
  const pixelBytes = Math.max(1, bits >> 3)
  if (!(rowBytes >= 1 && pixelBytes >= 1)) return { bytes, end: 'damaged' }
  if (predictor >= PNG) return { bytes: fromPng(bytes, rowBytes, pixelBytes), end }
  return { bytes: fromTiff(bytes, rowBytes, pixelBytes), end }
}

function fromTiff(bytes: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const plain = new Uint8Array(bytes)
  for (let row = 0; row < plain.length; row += rowBytes)
    for (let at = row + pixelBytes; at < Math.min(row + rowBytes, plain.length); at++)
      plain[at] = (plain[at] ?? 0) + (plain[at - pixelBytes] ?? 0)
  return plain
}

/** Each row begins with a byte that says how its differences were made. */
function fromPng(bytes: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (rowBytes + 1))
  const plain = new Uint8Array(Math.max(0, bytes.length - rows))
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1)
    const to = row * rowBytes
    const length = Math.min(rowBytes, bytes.length - from - 1)
    for (let at = 0; at < length; at++) {
      const left = at >= pixelBytes ? (plain[to + at - pixelBytes] ?? 0) : 0
      const above = row > 0 ? (plain[to + at - rowBytes] ?? 0) : 0
      const corner = row > 0 && at >= pixelBytes ? (plain[to + at - rowBytes - pixelBytes] ?? 0) : 0
      plain[to + at] = (bytes[from + 1 + at] ?? 0) + predicted(bytes[from] ?? 0, left, above, corner)
    }
  }
  return plain
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return nearest(left, above, corner)
  }
  return 0
}

/** Paeth's predictor: the neighbour nearest to left + above - corner. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const toLeft = Math.abs(guess - left)
  const toAbove = Math.abs(guess - above)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
