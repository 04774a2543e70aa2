import { describe, expect, it } from 'vitest'
import { isTooSmallForFigures } from '../../src/content/picture.ts'
import { bitmap, drawing, gif, jpeg, oldDrawing, png } from './picture-file.ts'

describe('a picture', () => {
  it.each([
    ['PNG', png],
    ['GIF', gif],
    ['JPEG', jpeg],
    ['BMP', bitmap],
    ['EMF', drawing],
    ['WMF', oldDrawing],
  ] as const)('as %s of a logo is passed over, of a screenshot it is not', (_kind, made) => {
    expect(isTooSmallForFigures(made(300, 100))).toBe(true)
    expect(isTooSmallForFigures(made(800, 600))).toBe(false)
  })
  it('whose size is not known is not passed over', () => {
    expect(isTooSmallForFigures(new Uint8Array([0x42, 0x4d, 1, 2]))).toBe(false)
    expect(isTooSmallForFigures(new Uint8Array([0xff, 0xd8, 0xff]))).toBe(false)
    expect(isTooSmallForFigures(png(300, 100).subarray(0, 12))).toBe(false)
    expect(isTooSmallForFigures(Uint8Array.of(1, 0, 9, 0, 0, 3, 90, 0, 0, 0, 0, 0))).toBe(false)
  })
})
