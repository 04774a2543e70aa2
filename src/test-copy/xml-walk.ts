import { Parser } from 'saxen'
import type { EntryEnd } from '../content/archive/zip.ts'
import { decodedEntities } from '../content/document/entities.ts'
import { utf16Text } from '../content/text/text-encoding.ts'
import { utf8Decoder } from '../content/text/utf8.ts'

/** An element as it is written: with its prefix, its attributes undecoded. */
export type Element = {
  readonly name: string
  /** The name without its prefix. */
  readonly local: string
  /** To be asked before the next is told. */
  readonly attributes: () => Readonly<Record<string, string>>
}

/** What is told of an XML document that is to be written again. Comments and instructions are not. */
export type XmlWalker = {
  open(element: Element): void
  /** Told of an empty element too. */
  close(name: string, local: string): void
  /** Text decoded. */
  text(text: string): void
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Walks through XML that comes in pieces, pausing between them; ends as the entry ends or `damaged`. */
export function* walkXml(
  pieces: Generator<Uint8Array, EntryEnd>,
  walker: XmlWalker,
): Generator<void, EntryEnd> {
  let broken = false
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => walker.open({ name, local: localName(name), attributes }))
  parser.on('closeTag', (name) => walker.close(name, localName(name)))
  parser.on('text', (text) => walker.text(decodedEntities(text)))
  parser.on('cdata', (text) => walker.text(text))
  parser.on('error', () => {
    broken = true
  })
  const decode = decoder()
  let next = pieces.next()
  while (!next.done && !broken) {
    parser.write(decode(next.value))
    yield
    next = pieces.next()
  }
  if (!next.done) return 'damaged'
  parser.end()
  return broken ? 'damaged' : next.value
}

/** UTF-8, or UTF-16 where the first bytes say so. */
function decoder(): (piece: Uint8Array) => string {
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
