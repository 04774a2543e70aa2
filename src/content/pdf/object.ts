import { lexerOf } from './lexer.ts'
import { isDictionary, isKeyword, type PdfStream, type PdfValue, type Resolve } from './values.ts'

/** An object of the file: `12 0 obj … endobj`. */
export type PdfObject = {
  readonly number: number
  readonly generation: number
  readonly value: PdfValue
  /** Where the value ends; a stream's data begins there. */
  readonly end: number
}

/** What a string of an object stands for, in an encrypted file. */
export type DecryptText = (text: string, number: number, generation: number) => string

/** The object that begins at a byte, or `null` where none begins. */
export function objectAt(bytes: Uint8Array, at: number, decrypt?: DecryptText): PdfObject | null {
  let number = 0
  let generation = 0
  const lexer = lexerOf(bytes, at, (text) =>
    decrypt === undefined ? text : decrypt(text, number, generation),
  )
  const first = lexer.next()
  const second = lexer.next()
  if (typeof first !== 'number' || typeof second !== 'number' || !isKeyword(lexer.next(), 'obj')) return null
  number = first
  generation = second
  const value = lexer.next()
  const end = lexer.at()
  if (!isDictionary(value) || !isKeyword(lexer.next(), 'stream')) return { number, generation, value, end }
  const from = dataStart(bytes, lexer.at())
  return {
    number,
    generation,
    value: { kind: 'stream', dictionary: value, from, number, generation },
    end: from,
  }
}

/** The data begins in the line after `stream`. Source: ISO 32000-1, §7.3.8.1. */
function dataStart(bytes: Uint8Array, at: number): number {
  let from = at
  while (bytes[from] === 0x20) from++
  if (bytes[from] === 13) return bytes[from + 1] === 10 ? from + 2 : from + 1
  return bytes[from] === 10 ? from + 1 : at
}

/** The bytes of a stream as they stand in the file: as many as it says, or up to `endstream` where that is wrong. */
export function rawStream(bytes: Uint8Array, stream: PdfStream, resolve: Resolve): Uint8Array {
  const length = resolve(stream.dictionary.entries.get('Length'))
  if (typeof length === 'number' && length >= 0) {
    const end = stream.from + length
    if (end <= bytes.length && isKeyword(lexerOf(bytes, end).next(), 'endstream'))
      return bytes.subarray(stream.from, end)
  }
  return bytes.subarray(stream.from, endOfStream(bytes, stream.from))
}

const END_OF_STREAM = [0x65, 0x6e, 0x64, 0x73, 0x74, 0x72, 0x65, 0x61, 0x6d]

/** Where `endstream` or `endobj` follows, or the bytes end. */
function endOfStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x65, from); at !== -1; at = bytes.indexOf(0x65, at + 1)) {
    if (!END_OF_STREAM.every((byte, place) => bytes[at + place] === byte)) continue
    if (bytes[at - 1] === 10) return bytes[at - 2] === 13 ? at - 2 : at - 1
    return bytes[at - 1] === 13 ? at - 1 : at
  }
  return bytes.length
}

/** Whether the stream was cut off: nothing says where it ends. */
export const isCutOff = (bytes: Uint8Array, stream: PdfStream, raw: Uint8Array): boolean =>
  stream.from + raw.length >= bytes.length
