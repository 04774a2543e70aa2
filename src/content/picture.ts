import { i32, u16 } from './little-endian.ts'

/**
 * A picture smaller than this shows no table that anybody could read: logos and
 * signatures, which come with every message, are not worth a warning.
 *
 * Unit: pixels. Three columns of five rows at 8 by 12 pixels a character, six
 * characters a cell, take 144 by 60; a screenshot of a useful extract is larger.
 * Source: our judgement, from common signature logos (up to 300 by 100).
 */
export const READABLE_PIXELS = 36_000

const u16Big = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const u32Big = (bytes: Uint8Array, at: number): number => u16Big(bytes, at) * 65_536 + u16Big(bytes, at + 2)

/** Points at which drawings of no pixels are shown on most screens. Unit: to an inch. */
const SCREEN_POINTS = 96

/** Whether a picture is known to be too small to show figures; one whose size is not known is not. */
export function isTooSmallForFigures(bytes: Uint8Array): boolean {
  const pixels = pixelsOf(bytes)
  return pixels !== null && pixels > 0 && pixels < READABLE_PIXELS
}

/**
 * Width times height. Sources: PNG §11.2.2, GIF89a §18, BITMAPINFOHEADER of Windows,
 * [MS-EMF] 2.2.9 (its bounds), [MS-WMF] 2.3.2.3, JPEG (ITU-T T.81) §B.2.2.
 */
function pixelsOf(bytes: Uint8Array): number | null {
  switch (bytes[0]) {
    case 0x89:
      return u32Big(bytes, 16) * u32Big(bytes, 20)
    case 0x47:
      return u16(bytes, 6) * u16(bytes, 8)
    case 0x42:
      return i32(bytes, 18) * Math.abs(i32(bytes, 22))
    case 0x01:
      if (bytes[2] !== 0) return null
      return (i32(bytes, 16) - i32(bytes, 8)) * (i32(bytes, 20) - i32(bytes, 12))
    case 0xd7:
      return pixelsOfMetafile(bytes)
    case 0xff:
      return pixelsOfJpeg(bytes)
    default:
      return null
  }
}

/** Its box in units of which it says how many are an inch; coordinates have a sign. */
function pixelsOfMetafile(bytes: Uint8Array): number {
  const across = ((u16(bytes, 10) - u16(bytes, 6)) << 16) >> 16
  const down = ((u16(bytes, 12) - u16(bytes, 8)) << 16) >> 16
  return across * down * (SCREEN_POINTS / u16(bytes, 14)) ** 2
}

function pixelsOfJpeg(bytes: Uint8Array): number | null {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return u16Big(bytes, at + 5) * u16Big(bytes, at + 7)
    at += 2 + u16Big(bytes, at + 2)
  }
  return null
}
