const OTHER = 0
const SPACE = 1
const DELIMITER = 2

/** What each byte is. Source: ISO 32000-1, §7.2.2, tables 1 and 2. */
const CLASSES = new Uint8Array(256)
for (const space of [0, 9, 10, 12, 13, 32]) CLASSES[space] = SPACE
for (const delimiter of '()<>[]{}/%') CLASSES[delimiter.charCodeAt(0)] = DELIMITER

/** False behind the end of the bytes and before their beginning. */
export const isSpace = (byte: number | undefined): boolean => byte !== undefined && CLASSES[byte] === SPACE
/** Whether a byte is part of a word: neither space nor delimiter. */
export const isOther = (byte: number | undefined): boolean => byte !== undefined && CLASSES[byte] === OTHER
export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57

/** The value of a hexadecimal digit, or -1. */
export function hexadecimalValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 0x20
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const CHARACTERS: readonly string[] = Array.from({ length: 256 }, (_nothing, byte) =>
  String.fromCharCode(byte),
)

/** Bytes from which putting them together at once is faster than one by one. */
const MANY_BYTES = 64

/** A text of bytes, a character each. */
export function binaryText(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  if (to - from < MANY_BYTES) {
    for (let at = from; at < to; at++) text += CHARACTERS[bytes[at] ?? 0] ?? ''
    return text
  }
  for (let at = from; at < to; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, to)))
  return text
}

/** The bytes of a text of which every character is one byte. */
export const bytesOfBinary = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
