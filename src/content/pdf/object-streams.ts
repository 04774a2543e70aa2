import { lexerOf } from './lexer.ts'
import { isKeyword, numberOf, type PdfStream, type PdfValue, type Resolve } from './values.ts'

/** Objects that are packed together in a stream. Source: ISO 32000-1, §7.5.7. */
export type PackedObjects = {
  /** The numbers of the objects in a stream. */
  numbersIn(container: PdfStream): readonly number[]
  valueOf(container: PdfStream, number: number): PdfValue
}

type Unpacked = { readonly content: Uint8Array; readonly starts: ReadonlyMap<number, number> }

/** Bytes of object streams that are kept unpacked; each holds some hundred objects in about 50 KB. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024

/** @param spend takes the bytes gone through out of the budget */
export function packedObjects(
  resolve: Resolve,
  contentOf: (stream: PdfStream) => Uint8Array,
  spend: (bytes: number) => void,
): PackedObjects {
  const kept = new Map<number, Unpacked>()
  let keptBytes = 0

  const unpacked = (container: PdfStream): Unpacked => {
    const known = kept.get(container.number)
    if (known !== undefined) return known
    const content = contentOf(container)
    const { entries } = container.dictionary
    const made = {
      content,
      starts: startsIn(content, resolve(entries.get('N')), resolve(entries.get('First'))),
    }
    if (keptBytes > MOST_KEPT_BYTES) {
      kept.clear()
      keptBytes = 0
    }
    kept.set(container.number, made)
    keptBytes += content.length
    return made
  }

  return {
    numbersIn: (container) => [...unpacked(container).starts.keys()],
    valueOf(container, number) {
      const { content, starts } = unpacked(container)
      const start = starts.get(number)
      if (start === undefined) return null
      const lexer = lexerOf(content, start)
      const value = lexer.next()
      spend(lexer.at() - start)
      return isKeyword(value, '') ? null : value
    },
  }
}

/** The head of an object stream: number and start of each, starts counted from `First`. */
function startsIn(content: Uint8Array, count: PdfValue, first: PdfValue): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  const lexer = lexerOf(content)
  const from = numberOf(first, 0)
  for (let index = 0; index < numberOf(count, 0); index++) {
    const number = lexer.next()
    const start = lexer.next()
    if (typeof number !== 'number' || typeof start !== 'number') break
    starts.set(number, from + start)
  }
  return starts
}
