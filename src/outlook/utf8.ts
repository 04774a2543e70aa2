/** How many bytes a code point takes. Source: RFC 3629 §3. */
const lengthOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

/** Half a surrogate pair stands for nothing, so it becomes the replacement character, as `TextEncoder` does. */
const pointAt = (text: string, index: number): number => {
  const point = text.codePointAt(index) ?? 0xfffd
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
}

const LEADING = [0, 0x00, 0xc0, 0xe0, 0xf0] as const

function write(bytes: Uint8Array, offset: number, point: number): number {
  const length = lengthOf(point)
  let rest = point
  for (let index = length - 1; index > 0; index -= 1) {
    bytes[offset + index] = 0x80 | (rest & 0x3f)
    rest >>= 6
  }
  bytes[offset] = (LEADING[length] ?? 0) | rest
  return length
}

/** Characters between two pauses: about 2 ms. */
const CHARACTERS_AT_ONCE = 2 ** 17

/**
 * Text as UTF-8, with a pause now and then: an attached message comes as a text of megabytes.
 *
 * Classic Outlook’s runtime need not have `TextEncoder`.
 */
export function* encodingUtf8(text: string): Generator<undefined, Uint8Array> {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  let next = CHARACTERS_AT_ONCE
  for (let index = 0; index < text.length; index += 1) {
    if (index >= next) {
      next += CHARACTERS_AT_ONCE
      yield
    }
    const point = pointAt(text, index)
    length += write(bytes, length, point)
    if (point > 0xffff) index += 1
  }
  return bytes.subarray(0, length)
}
