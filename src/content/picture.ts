/**
 * A picture smaller than this shows no table that anybody could read: logos and
 * signatures, which come with every message, are not worth a warning.
 *
 * Unit: pixels. Three columns of five rows at 8 by 12 pixels a character, six
 * characters a cell, take 144 by 60; a screenshot of a useful extract is larger.
 * Source: our judgement, from common signature logos (up to 300 by 100).
 */
export const READABLE_PIXELS = 36_000

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65_536 + u16(bytes, at + 2)
const u16Little = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

/** Whether a picture is known to be too small to show figures; one whose size is not known is not. */
export function isTooSmallForFigures(bytes: Uint8Array): boolean {
  const pixels = pixelsOf(bytes)
  return pixels !== null && pixels > 0 && pixels < READABLE_PIXELS
}

/** Width times height. Sources: PNG §11.2.2, GIF89a §18, JPEG (ITU-T T.81) §B.2.2. */
function pixelsOf(bytes: Uint8Array): number | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return u32(bytes, 16) * u32(bytes, 20)
  if (bytes[0] === 0x47 && bytes[1] === 0x49) return u16Little(bytes, 6) * u16Little(bytes, 8)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? pixelsOfJpeg(bytes) : null
}

function pixelsOfJpeg(bytes: Uint8Array): number | null {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return u16(bytes, at + 5) * u16(bytes, at + 7)
    at += 2 + u16(bytes, at + 2)
  }
  return null
}
