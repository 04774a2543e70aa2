import { base64Pieces } from '../fingerprint/encoding.ts'

/** What a request carries: a text, or bytes that the browser has taken over. */
export type Packed = string | Blob

/** Characters made and handed over between two pauses: about 5 ms. */
const CHARACTERS_AT_ONCE = 2 ** 19

/**
 * Texts as one body of a request. A browser that is given megabytes of text turns
 * them into bytes all at once, 10 ms for each; handed over piece by piece, as they
 * are made, they are taken in between. Classic Outlook has no blobs, and no page
 * that could stand still.
 */
export function* packing(texts: Iterable<string>): Generator<undefined, Packed> {
  const inBlobs = typeof Blob === 'function'
  const blobs: Blob[] = []
  const pieces: string[] = []
  let length = 0
  for (const text of texts) {
    pieces.push(text)
    length += text.length
    if (length < CHARACTERS_AT_ONCE) continue
    length = 0
    if (inBlobs) blobs.push(new Blob(pieces.splice(0)))
    yield
  }
  return blobs.length === 0 ? pieces.join('') : new Blob([...blobs, ...pieces])
}

/**
 * An object as JSON, in pieces: some fields, and beside them bytes. Those may be
 * megabytes of base64, in which nothing has to be escaped: their pieces are pieces of
 * it as they are.
 *
 * @param fields one or more
 */
export function* jsonPieces(
  fields: object,
  bytes: Readonly<Record<string, Uint8Array>>,
): Generator<string, void> {
  yield JSON.stringify(fields).slice(0, -1)
  for (const name of Object.keys(bytes)) {
    yield `,"${name}":"`
    yield* base64Pieces(bytes[name] ?? new Uint8Array(0))
    yield '"'
  }
  yield '}'
}

/** How long a slow line may take for a body. Unit: milliseconds, at 1,000 characters each: 8 Mbit/s. */
export const onTheWayMs = (body: Packed): number => Math.floor(lengthOf(body) / 1_000)

/** How long a body is, in bytes, or in characters where it is a text. */
const lengthOf = (body: Packed): number => (typeof body === 'string' ? body.length : body.size)
