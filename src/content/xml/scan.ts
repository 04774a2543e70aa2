import { startCarry } from '../carry.ts'

/**
 * What is told of XML that is looked at as bytes: hardly anything of a sheet is
 * ever needed as text. Places are in the bytes given with them, valid during the call.
 */
export type ScanHandler = {
  /** @param name see `nameCode`; the attributes stand between `from` and `to` */
  open(name: number, bytes: Uint8Array, from: number, to: number, isEmpty: boolean): void
  close(name: number): void
  text(bytes: Uint8Array, from: number, to: number): void
  cdata(bytes: Uint8Array, from: number, to: number): void
}

export type XmlScan = {
  /** False where the XML breaks off; nothing is told after that. */
  push(piece: Uint8Array): boolean
  /** Whether all that was opened is closed. */
  ended(): boolean
}

/**
 * The name of an element as a number: its bytes behind any prefix, the last four
 * of them. Names of up to three letters are told apart from all others so.
 */
export const nameCode = (name: string): number => {
  let code = 0
  for (let at = 0; at < name.length; at++) code = (code << 8) | name.charCodeAt(at)
  return code
}

const LESS = 60
const GREATER = 62
const SLASH = 47
const BANG = 33
const QUESTION = 63
const COLON = 58
const QUOTE = 34
const APOSTROPHE = 39

/**
 * The longest tag or text: a cell's 32,767 characters are at most 196,602 bytes.
 * Unit: bytes.
 */
const LONGEST_TOKEN = 1 << 20

/** A sheet may be deep in nothing; elements of it are at most this deep by their sense. */
const COMMENT = '<!--'
const CDATA = '<![CDATA['

/** Scans UTF-8 that comes in pieces. A document with declarations of its own counts as broken: entities are not put in. */
export function xmlScan(handler: ScanHandler): XmlScan {
  const carry = startCarry()
  let depth = 0
  let sawElement = false
  let broken = false

  const closing = (bytes: Uint8Array, from: number, to: number) => {
    depth--
    if (depth < 0) broken = true
    handler.close(codeOf(bytes, from, nameEnd(bytes, from, to)))
  }
  const opening = (bytes: Uint8Array, from: number, to: number) => {
    const isEmpty = bytes[to - 1] === SLASH
    const end = isEmpty ? to - 1 : to
    const nameTo = nameEnd(bytes, from, end)
    const name = codeOf(bytes, from, nameTo)
    sawElement = true
    handler.open(name, bytes, nameTo, end, isEmpty)
    if (isEmpty) handler.close(name)
    else depth++
  }
  /** Where the markup that begins at `from` ends; -1 where that is not there yet. */
  const markup = (bytes: Uint8Array, from: number): number => {
    const kind = bytes[from + 1]
    if (kind === BANG) return special(bytes, from)
    const to = tagEnd(bytes, from + 1)
    if (to === -1) return -1
    if (kind === SLASH) closing(bytes, from + 2, to)
    else if (kind !== QUESTION) opening(bytes, from + 1, to)
    return to + 1
  }
  const special = (bytes: Uint8Array, from: number): number => {
    if (startsWith(bytes, from, COMMENT)) return after(bytes, from + 4, '-->')
    if (startsWith(bytes, from, CDATA)) {
      const end = after(bytes, from + 9, ']]>')
      if (end !== -1) handler.cdata(bytes, from + 9, end - 3)
      return end
    }
    if (bytes.length - from < CDATA.length) return -1
    broken = true
    return -1
  }
  const scan = (bytes: Uint8Array): number => {
    let at = 0
    while (at < bytes.length && !broken) {
      if (bytes[at] === LESS) {
        const end = markup(bytes, at)
        if (end === -1) return at
        at = end
        continue
      }
      let to = at + 1
      while (to < bytes.length && bytes[to] !== LESS) to++
      if (to === bytes.length) return at
      handler.text(bytes, at, to)
      at = to
    }
    return at
  }
  return {
    push(piece) {
      if (broken) return false
      const bytes = carry.joined(piece)
      carry.keep(bytes, scan(bytes))
      if (carry.length() > LONGEST_TOKEN) broken = true
      return !broken
    },
    ended: () => !broken && depth === 0 && sawElement,
  }
}

/** The `>` that ends a tag: one inside quotes does not. */
function tagEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === GREATER) return at
    if (byte === QUOTE || byte === APOSTROPHE) {
      at++
      while (at < bytes.length && bytes[at] !== byte) at++
    }
  }
  return -1
}

function nameEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && (bytes[at] ?? 0) > 32) at++
  return at
}

function codeOf(bytes: Uint8Array, from: number, to: number): number {
  let code = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    code = byte === COLON ? 0 : (code << 8) | byte
  }
  return code
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

/** Where what begins with `text` goes on behind it; -1 where it is not there yet. */
function after(bytes: Uint8Array, from: number, text: string): number {
  const last = text.charCodeAt(text.length - 1)
  for (let at = from + text.length - 1; at < bytes.length; at++)
    if (bytes[at] === last && startsWith(bytes, at - text.length + 1, text)) return at + 1
  return -1
}
