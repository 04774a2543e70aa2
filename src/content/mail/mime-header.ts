import { bytesOfBase64, bytesOfLatin } from '../base64.ts'
import { textOf, utf16Text, windows1252Text } from '../text/text-encoding.ts'

/** A line of a mail's header: its name in lower case, its value on one line. */
export type HeaderField = { readonly name: string; readonly value: string }

/** The header of a mail or of a part of one, and where what follows it begins. */
export type Header = { readonly fields: readonly HeaderField[]; readonly bodyAt: number }

const LINE_FEED = 10
const RETURN = 13

/** No header is longer: what goes on without an empty line is no header. */
const LONGEST_HEADER = 1024 * 1024

/** Reads a header up to the empty line behind it. Source: RFC 5322, §2.2. */
export function headerAt(bytes: Uint8Array, from: number, to: number): Header {
  const bodyAt = emptyLineAfter(bytes, from, Math.min(to, from + LONGEST_HEADER))
  const text = textOf(bytes.subarray(from, bodyAt)).replace(/\r\n|\r/g, '\n')
  const fields = text
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .map((line) => /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? ['', '', line])
    .map(([, name = '', value = '']) => ({ name: name.toLowerCase(), value: value.trim() }))
    .filter(({ value }) => value !== '')
  return { fields, bodyAt }
}

/** Where the first line after the first empty one begins. */
function emptyLineAfter(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    let end = bytes.indexOf(LINE_FEED, at)
    if (end === -1 || end >= to) return to
    if (end === at || (end === at + 1 && bytes[at] === RETURN)) return end + 1
    at = ++end
  }
  return to
}

export const fieldOf = ({ fields }: Header, name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value

/** A value with its parameters: `multipart/mixed; boundary="abc"`. */
export type Parameters = { readonly value: string; readonly named: ReadonlyMap<string, string> }

const PARAMETER = /;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g

/** Parameters, those in pieces and of other alphabets put together. Source: RFC 2045, §5.1; RFC 2231. */
export function parametersOf(text: string): Parameters {
  const plain = text.slice(0, LONGEST_VALUE)
  const pieces = new Map<string, string[]>()
  const parameter = new RegExp(PARAMETER)
  for (let found = parameter.exec(plain); found !== null; found = parameter.exec(plain)) {
    const [, name = '', piece = '0'] = /^([^*]+)(?:\*(\d{1,3}))?/.exec((found[1] ?? '').toLowerCase()) ?? []
    const told = found[2]?.replace(/\\(.)/g, '$1') ?? (found[3] ?? '').trim()
    const values = pieces.get(name) ?? []
    values[Number(piece)] = (found[1] ?? '').endsWith('*') ? fromPercents(told) : told
    pieces.set(name, values)
  }
  const named = new Map<string, string>()
  for (const [name, values] of pieces) named.set(name, decodedWords(extended(values.join(''))))
  return {
    value: (plain.split(';')[0] ?? '')
      .replace(/\([^)]*\)/g, '')
      .trim()
      .toLowerCase(),
    named,
  }
}

const LONGEST_VALUE = 16_384

const fromPercents = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** `utf-8'en'N%C3%A4he` after its percents are bytes. */
function extended(text: string): string {
  const found = /^([\w.:-]*)'[\w-]*'([\s\S]*)$/.exec(text)
  return found === null ? text : textIn(found[1] ?? '', bytesOfLatin(found[2] ?? ''))
}

const WORD = /=\?([^?\s]{1,64})\?([bq])\?([^?\s]*)\?=/gi

/** Text with its encoded words put as what they stand for. Source: RFC 2047. */
export function decodedWords(text: string): string {
  if (text.indexOf('=?') === -1) return text
  const joined = text.replace(/(\?=)\s+(?==\?)/g, '$1')
  return joined.replace(WORD, (_whole, charset: string, how: string, word: string) =>
    textIn(charset, how.toLowerCase() === 'b' ? bytesOfBase64(bytesOfLatin(word)) : bytesOfQ(word)),
  )
}

const bytesOfQ = (word: string): Uint8Array => bytesOfLatin(fromEquals(word.replace(/_/g, ' ')))

const fromEquals = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Text in an encoding that is named. Those of single bytes are taken as Windows-1252. */
function textIn(charset: string, bytes: Uint8Array): string {
  if (/^utf-?16le$/i.test(charset)) return utf16Text(bytes, 'little')
  if (/^utf-?16/i.test(charset)) return utf16Text(bytes, 'big')
  return /^(?:utf-?8|us-ascii)$/i.test(charset) ? textOf(bytes) : windows1252Text(bytes)
}
