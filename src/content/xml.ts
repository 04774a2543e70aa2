import { Parser } from 'saxen'
import { utf16Text } from './text-encoding.ts'
import { utf8Decoder } from './utf8.ts'
import type { EntryEnd } from './zip.ts'

/** What is told of an XML document. Names come without their prefix, attributes undecoded. */
export type XmlHandler = {
  open(name: string, attributes: () => Readonly<Record<string, string>>, isEmpty: boolean): void
  close(name: string): void
  text(text: string): void
}

const withoutPrefix = (name: string): string => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/**
 * Reads XML piece by piece and tells, after each piece, what the handler has
 * ready by then. The end is the entry's own, or `damaged` where the XML breaks
 * off; what was read before that has been told.
 */
export function* readXml<T>(
  pieces: Generator<Uint8Array, EntryEnd>,
  handler: XmlHandler,
  takeReady: () => readonly T[],
): Generator<T, EntryEnd> {
  let broken = false
  const parser = new Parser()
  parser.on('openTag', (name, attributes, _decode, isEmpty) => {
    handler.open(withoutPrefix(name), attributes, isEmpty)
  })
  parser.on('closeTag', (name) => handler.close(withoutPrefix(name)))
  parser.on('text', (text, decode) => handler.text(text.indexOf('&') === -1 ? text : decode(text)))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('error', () => {
    broken = true
  })
  const decode = decoderFor()
  let next = pieces.next()
  while (!next.done && !broken) {
    parser.write(decode(next.value))
    yield* takeReady()
    next = pieces.next()
  }
  if (!next.done) return 'damaged'
  parser.end()
  yield* takeReady()
  return broken ? 'damaged' : next.value
}

/** UTF-8, or UTF-16 where the first bytes say so. Excel writes the first, accepts both. */
function decoderFor(): (piece: Uint8Array) => string {
  const utf8 = utf8Decoder()
  let decode: ((piece: Uint8Array) => string) | null = null
  return (piece) => {
    if (decode === null) {
      const wide = piece[0] === 0xff || piece[0] === 0xfe || piece[1] === 0
      const order = piece[0] === 0xfe || piece[0] === 0 ? 'big' : 'little'
      decode = wide ? (more) => utf16Text(more, order) : utf8.text
    }
    return decode(piece)
  }
}
