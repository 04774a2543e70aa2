/** A piece of RTF. Source: Rich Text Format Specification 1.9.1, "RTF Syntax". */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** `\par`, `\u8364`, and symbols such as `\~` by their sign. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** Characters as they stand. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** A character by its code, `\'e9`. */
  | { readonly kind: 'byte'; readonly byte: number }

const BACKSLASH = 92
const OPEN = 123
const CLOSE = 125

const OPENED: RtfToken = { kind: 'open' }
const CLOSED: RtfToken = { kind: 'close' }

/** Longer than any control word; a longer one is none. */
const LONGEST_WORD = 32

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The tokens of an RTF file, in order. `\bin` takes its bytes with it. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0
  while (at < bytes.length) {
    const code = bytes[at] ?? 0
    if (code === OPEN || code === CLOSE) {
      yield code === OPEN ? OPENED : CLOSED
      at++
    } else if (code === 10 || code === 13 || code === 0) at++
    else if (code === BACKSLASH) {
      const control = controlAt(bytes, at + 1)
      yield control.token
      at = control.to
    } else {
      const to = endOfText(bytes, at)
      yield { kind: 'text', from: at, to }
      at = to
    }
  }
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const code = bytes[at] ?? 0
    if (code === OPEN || code === CLOSE || code === BACKSLASH || code === 10 || code === 13) break
    at++
  }
  return at
}

type Control = { readonly token: RtfToken; readonly to: number }

function controlAt(bytes: Uint8Array, from: number): Control {
  const code = bytes[from] ?? 0
  if (code === 39) {
    const byte = Number.parseInt(String.fromCharCode(bytes[from + 1] ?? 0, bytes[from + 2] ?? 0), 16)
    return { token: { kind: 'byte', byte: Number.isNaN(byte) ? 63 : byte }, to: from + 3 }
  }
  if (!isLetter(code))
    return { token: { kind: 'word', word: String.fromCharCode(code), value: null }, to: from + 1 }
  let at = from
  while (at < from + LONGEST_WORD && isLetter(bytes[at] ?? 0)) at++
  const word = String.fromCharCode(...bytes.subarray(from, at))
  const numberFrom = at
  if (bytes[at] === 45) at++
  while (at < numberFrom + 11 && isDigit(bytes[at] ?? 0)) at++
  const number = Number.parseInt(String.fromCharCode(...bytes.subarray(numberFrom, at)), 10)
  const value = Number.isNaN(number) ? null : number
  if (bytes[at] === 32) at++
  if (word === 'bin' && value !== null && value > 0) at += value
  return { token: { kind: 'word', word, value }, to: at }
}
