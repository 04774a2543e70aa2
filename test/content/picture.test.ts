import { describe, expect, it } from 'vitest'
import { isTooSmallForFigures } from '../../src/content/picture.ts'

const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(33)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new Uint8Array(bytes)
}
const gif = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(13)
  bytes.write('GIF89a', 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return new Uint8Array(bytes)
}
const jpeg = (width: number, height: number): Uint8Array => {
  const frame = Buffer.from('ffc0001108', 'hex')
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  return new Uint8Array(
    Buffer.concat([Buffer.from('ffd8ffe00004abcd', 'hex'), frame, size, Buffer.alloc(12)]),
  )
}

describe('a picture', () => {
  it.each([
    ['PNG', png],
    ['GIF', gif],
    ['JPEG', jpeg],
  ] as const)('as %s of a logo is passed over, of a screenshot it is not', (_kind, made) => {
    expect(isTooSmallForFigures(made(300, 100))).toBe(true)
    expect(isTooSmallForFigures(made(800, 600))).toBe(false)
  })
  it('whose size is not known is not passed over', () => {
    expect(isTooSmallForFigures(new Uint8Array([0x42, 0x4d, 1, 2]))).toBe(false)
    expect(isTooSmallForFigures(new Uint8Array([0xff, 0xd8, 0xff]))).toBe(false)
    expect(isTooSmallForFigures(png(300, 100).subarray(0, 12))).toBe(false)
  })
})
