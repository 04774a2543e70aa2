import { strToU8 } from 'fflate'
import { utf16Order } from '../content/text/text-encoding.ts'
import { utf8Decoder } from '../content/text/utf8.ts'

/**
 * Text as bytes in the encoding of a file whose text it replaces. Where that was
 * neither UTF-8 nor UTF-16 it becomes UTF-8 with its mark, which Excel needs to know it.
 *
 * @param like the bytes of the file, read by `textOf`
 */
export function bytesLike(text: string, like: Uint8Array): Uint8Array {
  if (utf16Order(like) !== null) return utf16Bytes(text)
  const hasMark = like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf
  const utf8 = utf8Decoder()
  utf8.text(like)
  return strToU8(hasMark || utf8.faulty() ? `\ufeff${text}` : text)
}

/** UTF-16, low byte first, with its mark: Excel's “Unicode text”. */
function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xff, 0xfe])
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    bytes[2 + at * 2] = unit & 255
    bytes[3 + at * 2] = unit >>> 8
  }
  return bytes
}
