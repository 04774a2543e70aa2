/* The beginnings of pictures, as far as to their sizes. Unit: pixels. */

export const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(33)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new Uint8Array(bytes)
}
export const gif = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(13)
  bytes.write('GIF89a', 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return new Uint8Array(bytes)
}
export const jpeg = (width: number, height: number): Uint8Array => {
  const frame = Buffer.from('ffc0001108', 'hex')
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  return new Uint8Array(
    Buffer.concat([Buffer.from('ffd8ffe00004abcd', 'hex'), frame, size, Buffer.alloc(12)]),
  )
}
export const bitmap = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(54)
  bytes.write('BM', 'latin1')
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(-height, 22)
  return new Uint8Array(bytes)
}
/** Windows’ drawings: as of today, with a box that need not begin at zero. */
export const drawing = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(44)
  bytes.writeInt32LE(1, 0)
  for (const [at, edge] of [-20, 30, width - 20, height + 30].entries()) bytes.writeInt32LE(edge, 8 + at * 4)
  bytes.write(' EMF', 40, 'latin1')
  return new Uint8Array(bytes)
}
/** … and as of 1990, in thousandths of an inch. */
export const oldDrawing = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x9ac6cdd7, 0)
  const edges = [-300, -200, Math.round((width * 1000) / 96) - 300, Math.round((height * 1000) / 96) - 200]
  for (const [at, edge] of edges.entries()) bytes.writeInt16LE(edge, 6 + at * 2)
  bytes.writeUInt16LE(1000, 14)
  return new Uint8Array(bytes)
}
