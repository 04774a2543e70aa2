import { binaryText, isDigit, isOther, isSpace } from './bytes.ts'
import { type FoundString, hexadecimalString, literalString } from './strings.ts'
import { END, type PdfKeyword, type PdfName, type PdfReference, type PdfValue } from './values.ts'

/** Reads values one after the other. It never throws; at the end it tells `END` for ever. */
export type PdfLexer = {
  next(): PdfValue
  at(): number
  moveTo(at: number): void
}

/** Arrays in arrays in dictionaries: no file nests deeper in earnest. Deeper values are `null`. */
const MAX_NESTING = 60

/** Values of one array: a font of all of Unicode has 140,000 widths. */
const MAX_ITEMS = 500_000

const WORDS = new Map<string, PdfKeyword>()
const NAMES = new Map<string, PdfName>()
/** Words and names that are kept to be given out again. A hostile file has any number. */
const MOST_KEPT = 4096

/** Words of so few bytes, by their bytes as a number: nearly all operators. */
const SHORT = 3
const SHORT_WORDS = new Map<number, PdfKeyword>()

function keptIn<T>(kept: Map<string, T>, text: string, make: () => T): T {
  const known = kept.get(text)
  if (known !== undefined) return known
  const made = make()
  if (kept.size < MOST_KEPT) kept.set(text, made)
  return made
}

export const keyword = (word: string): PdfKeyword => keptIn(WORDS, word, () => ({ kind: 'keyword', word }))
const nameValue = (name: string): PdfName => keptIn(NAMES, name, () => ({ kind: 'name', name }))

/**
 * A lexer over bytes.
 *
 * @param decrypted what a string stands for, in an encrypted file
 */
export function lexerOf(bytes: Uint8Array, from = 0, decrypted = (text: string): string => text): PdfLexer {
  let at = from

  const skip = () => {
    for (; at < bytes.length; at++) {
      if (bytes[at] === 0x25) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
      }
      if (!isSpace(bytes[at])) return
    }
  }

  const value = (nesting: number): PdfValue => {
    skip()
    const byte = bytes[at]
    if (byte === undefined) return END
    if (isDigit(byte)) return numberOrReference()
    switch (byte) {
      case 0x2b: // +
      case 0x2d: // -
      case 0x2e: // .
        return number()
      case 0x2f: // /
        return name()
      case 0x28: // (
        return text(literalString(bytes, at))
      case 0x5b: // [
        at++
        if (nesting >= MAX_NESTING) return null
        return { kind: 'array', items: items(']', nesting) }
      case 0x3c: // <
        if (bytes[at + 1] !== 0x3c) return text(hexadecimalString(bytes, at))
        at += 2
        if (nesting >= MAX_NESTING) return null
        return dictionary(items('>>', nesting))
      case 0x3e: // >
        at += bytes[at + 1] === 0x3e ? 2 : 1
        return keyword('>>')
      case 0x5d: // ]
      case 0x7b: // {
      case 0x7d: // }
      case 0x29: // )
        at++
        return keyword(String.fromCharCode(byte))
    }
    return word()
  }

  const word = (): PdfValue => {
    const start = at
    let key = 0
    for (; isOther(bytes[at]); at++) key = (key << 8) | (bytes[at] ?? 0)
    const isShort = at - start <= SHORT
    const known = isShort ? SHORT_WORDS.get(key) : undefined
    if (known !== undefined) return known
    const text = binaryText(bytes, start, Math.min(at, start + 128))
    if (text === 'true' || text === 'false') return text === 'true'
    if (text === 'null') return null
    const made = keyword(text)
    if (isShort && SHORT_WORDS.size < MOST_KEPT) SHORT_WORDS.set(key, made)
    return made
  }

  /** Some write `--5`, `5-3` or `+.5`; the first sign and what a digit can be made of counts. */
  const number = (): PdfValue => {
    const start = at
    const negative = bytes[at] === 0x2d
    while (bytes[at] === 0x2d || bytes[at] === 0x2b) at++
    let whole = 0
    for (; isDigit(bytes[at]); at++) whole = whole * 10 + (bytes[at] ?? 0) - 48
    if (bytes[at] === 0x2e) {
      at++
      let scale = 1
      let digits = 0
      for (; isDigit(bytes[at]); at++) {
        if (scale >= 1e15) continue
        digits = digits * 10 + (bytes[at] ?? 0) - 48
        scale *= 10
      }
      whole += digits / scale
    }
    if (at === start) at++
    while (bytes[at] === 0x2d || isDigit(bytes[at])) at++
    return negative ? -whole : whole
  }

  const numberOrReference = (): PdfValue => {
    const first = number()
    if (typeof first !== 'number' || !isSpace(bytes[at]) || !Number.isInteger(first)) return first
    return referenceTo(first) ?? first
  }

  const referenceTo = (first: number): PdfReference | null => {
    let look = at
    while (isSpace(bytes[look])) look++
    const start = look
    let generation = 0
    for (; isDigit(bytes[look]) && look < start + 6; look++)
      generation = generation * 10 + (bytes[look] ?? 0) - 48
    if (look === start || !isSpace(bytes[look])) return null
    while (isSpace(bytes[look])) look++
    if (bytes[look] !== 0x52 || isOther(bytes[look + 1])) return null
    at = look + 1
    return { kind: 'reference', number: first, generation }
  }

  const name = (): PdfValue => {
    const start = ++at
    let hasCodes = false
    for (; isOther(bytes[at]); at++) if (bytes[at] === 0x23) hasCodes = true
    const text = binaryText(bytes, start, Math.min(at, start + 256))
    return nameValue(hasCodes ? unescapedName(text) : text)
  }

  const text = (found: FoundString): string => {
    at = found.end
    return decrypted(found.text)
  }

  const items = (end: string, nesting: number): PdfValue[] => {
    const found: PdfValue[] = []
    for (;;) {
      const next = value(nesting + 1)
      if (typeof next === 'object' && next?.kind === 'keyword') {
        if (next.word === end || next === END) return found
        if (END_OF_OBJECT.test(next.word)) {
          at -= next.word.length
          return found
        }
        continue
      }
      if (found.length < MAX_ITEMS) found.push(next)
    }
  }

  return {
    next: () => value(0),
    at: () => at,
    moveTo(to) {
      at = to
    },
  }
}

/** A bracket that is never closed ends with the object. */
const END_OF_OBJECT = /^(?:obj|endobj|endstream|stream|startxref|trailer)$/

function dictionary(items: readonly PdfValue[]): PdfValue {
  const entries = new Map<string, PdfValue>()
  let key: string | null = null
  for (const item of items) {
    if (key !== null) {
      entries.set(key, item)
      key = null
    } else if (typeof item === 'object' && item?.kind === 'name') key = item.name
  }
  return { kind: 'dictionary', entries }
}

const unescapedName = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
