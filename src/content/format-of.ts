import { utf16Order } from './text/text-encoding.ts'
import { textFormatOf } from './text/text-format.ts'

/** What a file is, told by its bytes and never by its name. */
export type Format =
  | 'zip'
  | 'compound'
  | 'excel-stream'
  | 'old-document'
  | 'protected'
  | 'pdf'
  | 'gzip'
  | 'archive'
  | 'picture'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'mail'
  | 'text'
  | 'nothing'
  | 'unknown'

/** First bytes, in hexadecimal, of what is known by them. Sources: the formats' own specifications. */
const SIGNATURES: readonly (readonly [string, Format])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'compound'],
  ['09081000', 'excel-stream'],
  ['09080800', 'excel-stream'],
  ['09040600', 'excel-stream'],
  ['09020600', 'excel-stream'],
  ['09000400', 'excel-stream'],
  ['dba52d00', 'old-document'],
  ['9ba52100', 'old-document'],
  ['76e80460c411e386', 'protected'],
  ['2e7066696c65', 'protected'],
  ['25504446', 'pdf'],
  ['1f8b08', 'gzip'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['fd377a585a00', 'archive'],
  ['4d53434600000000', 'archive'],
  ['28b52ffd', 'archive'],
  ['04224d18', 'archive'],
  ['1f9d', 'archive'],
  ['4c5a495001', 'archive'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['424d', 'picture'],
  ['d7cdc69a', 'picture'],
  ['010009000003', 'picture'],
  ['384250530001', 'picture'],
  ['00000100', 'picture'],
  ['0000000c6a502020', 'picture'],
  ['7b5c7274', 'rtf'],
]

/** A PDF's header may stand anywhere in the first 1,024 bytes. Source: ISO 32000-1, annex H.3.4.1. */
const PDF_HEADER_WITHIN = 1024

/** Bytes at the start by which text is told from binary. */
const SAMPLE_BYTES = 4096

/** What is known by letters that stand further on. */
const LETTERS: readonly (readonly [RegExp, Format])[] = [
  [/^RIFF[\s\S]{4}WEBP|^[\s\S]{4}ftyp(?:heic|avif|mif1)/, 'picture'],
  [
    /^BZh[1-9]1AY&SY|^[\s\S]{257}ustar|^[\s\S]{2}-l[hz][0-9s]-|^!<arch>\n|^07070[12][\da-fA-F]{104}/,
    'archive',
  ],
  [/^\s*-----BEGIN PGP MESSAGE-----|^age-encryption\.org\//, 'protected'],
]

/** S/MIME "enveloped data" names itself in its first bytes: 1.2.840.113549.1.7.3 (RFC 5652 §6). */
const ENVELOPED_DATA = /^30(?:..){1,8}06092a864886f70d010703/

export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'nothing'
  const start = hexadecimal(bytes.subarray(0, 12))
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (signed !== undefined && !(signed[1] === 'picture' && isBitmapWord(bytes))) return signed[1]
  const head = latin(bytes.subarray(0, SAMPLE_BYTES))
  const lettered = LETTERS.find(([letters]) => letters.test(head))
  if (lettered !== undefined) return lettered[1]
  if (start.startsWith('01000000') && head.slice(40, 44) === ' EMF') return 'picture'
  if (ENVELOPED_DATA.test(hexadecimal(bytes.subarray(0, 24)))) return 'protected'
  if (head.slice(0, PDF_HEADER_WITHIN).indexOf('%PDF-') !== -1) return 'pdf'
  if (isText(bytes))
    return textFormatOf(
      head
        .split('\0')
        .join('')
        .replace(/^(?:ï»¿|ÿþ|þÿ)/, ''),
    )
  return hasZipDirectory(bytes) ? 'zip' : 'unknown'
}

/** `BM` begins a bitmap and also words; a bitmap states its own length in the next four bytes. */
const isBitmapWord = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x42 && bytes[1] === 0x4d && bytes[6] !== 0 && bytes[7] !== 0

const hexadecimal = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16)
  return text
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Text has no control characters but white space; one in a thousand is forgiven, a zero is not. */
function isText(bytes: Uint8Array): boolean {
  const order = utf16Order(bytes)
  const step = order === null ? 1 : 2
  const length = Math.min(bytes.length, SAMPLE_BYTES)
  let controls = 0
  for (let at = 0; at + step <= length; at += step) {
    const one = bytes[at] ?? 0
    const other = bytes[at + 1] ?? 0
    const unit = order === null ? one : order === 'little' ? one | (other << 8) : (one << 8) | other
    if (unit === 0) return false
    if (unit < 32 && (unit < 8 || unit > 13) && unit !== 27 && unit !== 26) controls++
  }
  return controls <= length / step / 1000
}

/** A zip archive with something before it: its directory stands at the end. */
export function hasZipDirectory(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - 65_557)
  for (let at = bytes.length - 22; at >= from; at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
      return true
  return false
}
