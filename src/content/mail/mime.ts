import { bytesOfBase64 } from '../base64.ts'
import { fieldOf, type Header, headerAt, type Parameters, parametersOf } from './mime-header.ts'

/** A part of a mail that has no parts of its own. */
export type MimePart = {
  readonly header: Header
  readonly type: Parameters
  /** In lower case: `base64`, `quoted-printable`, …; empty where nothing is said. */
  readonly encoding: string
  /** Its bytes as they stand in the mail, still encoded. */
  readonly raw: Uint8Array
}

/** A mail taken apart. */
export type MimeTree = {
  readonly parts: readonly MimePart[]
  /** Text before the first part and behind the last, which mail programs do not show. */
  readonly loose: readonly Uint8Array[]
  /** False where parts stand in parts deeper than is looked at. */
  readonly whole: boolean
}

/** Mail programs nest four or five deep: alternative in related in mixed in signed. */
const DEEPEST = 20
/** Parts of one mail that are looked for. */
const MOST_PARTS = 5_000

type Range = { readonly from: number; readonly to: number }
type Growing = { readonly parts: MimePart[]; readonly loose: Uint8Array[]; whole: boolean }

/** Takes a mail apart, whose header has been read. Source: RFC 2046, §5.1. */
export function mimeTreeOf(bytes: Uint8Array, header: Header, to: number): MimeTree {
  const tree: Growing = { parts: [], loose: [], whole: true }
  takeEntity(bytes, header, to, 'text/plain', 0, tree)
  return tree
}

function takeEntity(
  bytes: Uint8Array,
  header: Header,
  to: number,
  otherwise: string,
  depth: number,
  tree: Growing,
): void {
  const type = parametersOf(fieldOf(header, 'content-type') ?? otherwise)
  const boundary = type.named.get('boundary') ?? ''
  if (tree.parts.length >= MOST_PARTS || depth > DEEPEST) {
    tree.whole = false
    return
  }
  if (!type.value.startsWith('multipart/') || boundary === '') {
    tree.parts.push(partOf(bytes, header, type, to))
    return
  }
  const { parts, loose } = splitAt(bytes, header.bodyAt, to, boundary)
  for (const { from, to: end } of loose) tree.loose.push(bytes.subarray(from, end))
  const childType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  for (const part of parts)
    takeEntity(bytes, headerAt(bytes, part.from, part.to), part.to, childType, depth + 1, tree)
}

const partOf = (bytes: Uint8Array, header: Header, type: Parameters, to: number): MimePart => ({
  header,
  type,
  encoding: (fieldOf(header, 'content-transfer-encoding') ?? '')
    .replace(/\([^)]*\)/g, '')
    .trim()
    .toLowerCase(),
  raw: bytes.subarray(header.bodyAt, to),
})

type Split = { readonly parts: readonly Range[]; readonly loose: readonly Range[] }

/** The parts between lines `--boundary`; the last may lack the one that ends it. */
function splitAt(bytes: Uint8Array, from: number, to: number, boundary: string): Split {
  const parts: Range[] = []
  const loose: Range[] = []
  let partFrom = -1
  let at = from
  for (;;) {
    const line = delimiterAfter(bytes, at, to, boundary)
    const end = line === null ? to : line.from
    if (partFrom === -1) loose.push({ from: at, to: end })
    else parts.push({ from: partFrom, to: withoutLineEnd(bytes, partFrom, end) })
    if (line === null) return { parts, loose }
    partFrom = line.last ? -1 : line.to
    at = line.to
  }
}

type Delimiter = Range & { readonly last: boolean }

const DASH = 45

function delimiterAfter(bytes: Uint8Array, from: number, to: number, boundary: string): Delimiter | null {
  for (let at = bytes.indexOf(DASH, from); at !== -1 && at < to; at = bytes.indexOf(DASH, at + 1)) {
    if (bytes[at + 1] !== DASH || (at > from && bytes[at - 1] !== 10 && bytes[at - 1] !== 13)) continue
    let next = at + 2
    for (
      let letter = 0;
      letter < boundary.length && bytes[next] === (boundary.charCodeAt(letter) & 255);
      letter++
    )
      next++
    if (next !== at + 2 + boundary.length) continue
    const last = bytes[next] === DASH && bytes[next + 1] === DASH
    if (last) next += 2
    while (bytes[next] === 32 || bytes[next] === 9 || bytes[next] === 13) next++
    if (next < to && bytes[next] !== 10 && bytes[next - 1] !== 13) continue
    return { from: at, to: Math.min(bytes[next] === 10 ? next + 1 : next, to), last }
  }
  return null
}

/** The line end before a delimiter belongs to the delimiter. */
function withoutLineEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to
  if (end > from && bytes[end - 1] === 10) end--
  if (end > from && bytes[end - 1] === 13) end--
  return end
}

/** The bytes of a part, or `null` where their encoding is none that is read. */
export function decodedPart({ encoding, raw }: MimePart): Uint8Array | null {
  if (/uuencode|uue|yenc|binhex/.test(encoding)) return null
  if (encoding.startsWith('base64')) return bytesOfBase64(raw)
  return encoding.startsWith('quoted-printable') ? bytesOfQuotedPrintable(raw) : raw
}

const EQUALS = 61

/** Source: RFC 2045, §6.7. What is wrongly encoded stays as it stands. */
function bytesOfQuotedPrintable(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0
    const value = byte === EQUALS ? hexadecimalAt(raw, at + 1) : -1
    const lineEnd = byte === EQUALS && value === -1 ? softLineEnd(raw, at + 1) : -1
    if (lineEnd !== -1) at = lineEnd
    else {
      bytes[length++] = value === -1 ? byte : value
      if (value !== -1) at += 2
    }
  }
  return bytes.subarray(0, length)
}

function hexadecimalAt(raw: Uint8Array, at: number): number {
  const high = digitOf(raw[at] ?? 0)
  const low = digitOf(raw[at + 1] ?? 0)
  return high === -1 || low === -1 ? -1 : high * 16 + low
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code & 0xdf
  return letter >= 65 && letter <= 70 ? letter - 55 : -1
}

/** The last character of a line end that an equals sign takes away, blanks before it included; -1 where there is none. */
function softLineEnd(raw: Uint8Array, from: number): number {
  let at = from
  while (raw[at] === 32 || raw[at] === 9) at++
  if (raw[at] === 13 && raw[at + 1] === 10) return at + 1
  return raw[at] === 10 || raw[at] === 13 ? at : -1
}
