import { Parser } from 'saxen'
import type { EntryEnd } from '../archive/zip.ts'
import { decodedEntities } from '../document/entities.ts'
import { streamDecoder } from '../text/text-encoding.ts'

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

/** An attribute's value by its name without prefix, decoded. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const found =
    attributes[name] ?? attributes[Object.keys(attributes).find((key) => withoutPrefix(key) === name) ?? '']
  return found === undefined ? undefined : decodedEntities(found)
}

/** All attributes by their names without prefix, decoded; the first of those that are named alike. */
export function localAttributes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const name of Object.keys(attributes)) {
    const local = withoutPrefix(name)
    if (!found.has(local)) found.set(local, decodedEntities(attributes[name] ?? ''))
  }
  return found
}

/**
 * Reads XML piece by piece and tells, after each piece, what the handler has
 * ready by then. The end is the entry's own, or `damaged` where the XML breaks
 * off or declares entities, which are not put in; what was read has been told. A
 * file of no bytes is no XML and no damage: packages have some.
 */
export function* readXml<T>(
  pieces: Generator<Uint8Array, EntryEnd>,
  handler: XmlHandler,
  takeReady: () => readonly T[],
): Generator<T, EntryEnd> {
  let broken = false
  let declaresEntities = false
  const parsing = startParsing(handler, {
    broken: () => {
      broken = true
    },
    declared: (declaration) => {
      if (/<!ENTITY/.test(declaration)) declaresEntities = true
    },
  })
  const decode = streamDecoder()
  let isEmpty = true
  let next = pieces.next()
  while (!next.done && !broken) {
    isEmpty = isEmpty && next.value.length === 0
    parsing.write(decode(next.value))
    yield* takeReady()
    next = pieces.next()
  }
  if (!next.done) return 'damaged'
  if (isEmpty) return next.value
  parsing.end()
  yield* takeReady()
  return broken || declaresEntities ? 'damaged' : next.value
}

type Parsing = { write(text: string): void; end(): void }
type Faults = { broken(): void; declared(declaration: string): void }

/**
 * saxen keeps what it could not finish, and begins it anew with each piece: for a
 * tag or text of many pieces that takes time by the square. So while nothing
 * comes of it, it is given twice as much each time.
 */
function startParsing(handler: XmlHandler, faults: Faults): Parsing {
  const parser = new Parser()
  let unfinished = 0
  let waiting: string[] = []
  let waitingLength = 0
  const moved =
    <A extends readonly unknown[]>(call: (...told: A) => void) =>
    (...told: A) => {
      unfinished = 0
      call(...told)
    }
  parser.on(
    'openTag',
    moved((name, attributes, _decode, isEmpty) => handler.open(withoutPrefix(name), attributes, isEmpty)),
  )
  parser.on(
    'closeTag',
    moved((name) => handler.close(withoutPrefix(name))),
  )
  parser.on(
    'text',
    moved((text) => handler.text(decodedEntities(text))),
  )
  parser.on(
    'cdata',
    moved((text) => handler.text(text)),
  )
  parser.on('attention', moved(faults.declared))
  parser.on('error', faults.broken)
  const flush = () => {
    const length = waitingLength
    unfinished += length
    const text = waiting.join('')
    waiting = []
    waitingLength = 0
    parser.write(text)
  }
  return {
    write(text) {
      waiting.push(text)
      waitingLength += text.length
      if (waitingLength >= unfinished) flush()
    },
    end() {
      flush()
      parser.end()
    },
  }
}
