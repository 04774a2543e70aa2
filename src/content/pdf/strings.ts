import { binaryText, hexadecimalValue } from './bytes.ts'

/** A string, every character one byte, and where the file goes on behind it. */
export type FoundString = { readonly text: string; readonly end: number }

/** `(36,127)`: brackets in pairs belong to it, a backslash changes what follows. Source: ISO 32000-1, §7.3.4.2. */
export function literalString(bytes: Uint8Array, from: number): FoundString {
  let text = ''
  let open = 1
  let start = from + 1
  let at = start
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x28) open++
    else if (byte === 0x29) {
      if (--open === 0) break
    } else if (byte === 0x5c || byte === 13) {
      const meant = byte === 13 ? lineEnd(bytes, at) : escaped(bytes, at + 1)
      text += binaryText(bytes, start, at) + meant.text
      start = meant.end
      at = start - 1
    }
  }
  return { text: text + binaryText(bytes, start, at), end: at + 1 }
}

/** However a line ends inside a string, it stands for a line feed. */
const lineEnd = (bytes: Uint8Array, at: number): FoundString => ({
  text: '\n',
  end: bytes[at + 1] === 10 ? at + 2 : at + 1,
})

const isOctal = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 55

function escaped(bytes: Uint8Array, at: number): FoundString {
  const byte = bytes[at] ?? 0
  if (isOctal(byte)) return octal(bytes, at)
  if (byte === 13) return { text: '', end: lineEnd(bytes, at).end }
  if (byte === 10) return { text: '', end: at + 1 }
  const character = String.fromCharCode(byte)
  const meant = 'nrtbf'.indexOf(character)
  return { text: meant === -1 ? character : ('\n\r\t\b\f'[meant] ?? ''), end: at + 1 }
}

function octal(bytes: Uint8Array, at: number): FoundString {
  let code = 0
  let end = at
  for (; end < at + 3 && isOctal(bytes[end]); end++) code = code * 8 + (bytes[end] ?? 0) - 48
  return { text: String.fromCharCode(code & 255), end }
}

/** Digits put together at once: `fromCharCode` takes no more arguments than a stack holds. */
const CODES_AT_ONCE = 4096

/** `<0024>`; what is no digit is passed over. Source: ISO 32000-1, §7.3.4.3. */
export function hexadecimalString(bytes: Uint8Array, from: number): FoundString {
  const codes: number[] = []
  let text = ''
  let half = -1
  let at = from + 1
  for (; at < bytes.length && bytes[at] !== 0x3e; at++) {
    const digit = hexadecimalValue(bytes[at])
    if (digit === -1) continue
    if (half === -1) half = digit
    else {
      codes.push(half * 16 + digit)
      half = -1
    }
    if (codes.length === CODES_AT_ONCE) text += String.fromCharCode(...codes.splice(0))
  }
  if (half !== -1) codes.push(half * 16)
  return { text: text + String.fromCharCode(...codes), end: at + 1 }
}
