import { binaryText } from './bytes.ts'
import { type CMap, readCMap } from './cmap.ts'
import type { PdfDocument } from './document.ts'
import { ADOBE, type Encoding, MACINTOSH, WINDOWS } from './encodings.ts'
import { characterNamed } from './glyph-names.ts'
import { rangesOf } from './ranges.ts'
import { standardWidths } from './standard-widths.ts'
import {
  dictionaryOf,
  isStream,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PdfDictionary,
  type PdfValue,
} from './values.ts'

/** Takes one glyph: its text ('' where nobody can tell), its width in em, whether word spacing follows it. */
export type TakeGlyph = (text: string, width: number, isWordSpace: boolean) => void

/** A font, as far as text needs it. */
export type PdfFont = {
  /** Tells the glyphs that a shown string is made of. */
  glyphs(shown: string, take: TakeGlyph): void
}

/** Widths are in thousandths of an em, but for Type 3, which brings a matrix. */
const EM = 1000

/** Reads a font dictionary. Source: ISO 32000-1, §9.5 to §9.10. */
export function fontOf(document: PdfDocument, font: PdfDictionary): PdfFont {
  const map = cmapOf(document, document.entry(font, 'ToUnicode'))
  const isComposite = nameOf(document.entry(font, 'Subtype')) === 'Type0'
  return isComposite ? compositeFont(document, font, map) : simpleFont(document, font, map)
}

function cmapOf(document: PdfDocument, value: PdfValue): CMap | null {
  return isStream(value) ? readCMap(document.contentOf(value).bytes) : null
}

/** One byte a glyph. */
function simpleFont(document: PdfDocument, font: PdfDictionary, map: CMap | null): PdfFont {
  const descriptor = dictionaryOf(document.entry(font, 'FontDescriptor'))
  const encoding = encodingOf(document, font, descriptor)
  const widths = simpleWidths(document, font, descriptor, encoding)
  const texts = encoding.map((text, code) => meaningful(map?.textOf(code)) ?? text)
  return {
    glyphs(shown, take) {
      for (let at = 0; at < shown.length; at++) {
        const code = shown.charCodeAt(at)
        take(texts[code] ?? '', widths[code] ?? 0, code === 32)
      }
    },
  }
}

/** A map may say "nothing" in several ways; then the encoding is asked. */
const meaningful = (text: string | undefined): string | undefined =>
  text === undefined || text === '' || text === '\0' || text === '\ufffd' ? undefined : text

function encodingOf(document: PdfDocument, font: PdfDictionary, descriptor: PdfDictionary): Encoding {
  const encoding = document.entry(font, 'Encoding')
  const named = dictionaryOf(encoding)
  const base = baseEncoding(nameOf(encoding) || nameOf(document.entry(named, 'BaseEncoding')))
  const codes = [...(base ?? ownEncoding(document, descriptor))]
  let code = 0
  for (const item of itemsOf(document.entry(named, 'Differences'))) {
    if (typeof item === 'number') code = item
    else if (code >= 0 && code < 256) {
      codes[code] = characterNamed(nameOf(item)) ?? numberedGlyph(nameOf(item))
      code++
    }
  }
  return codes
}

function baseEncoding(name: string): Encoding | null {
  if (name === 'WinAnsiEncoding') return WINDOWS
  if (name === 'MacRomanEncoding') return MACINTOSH
  return name === 'StandardEncoding' ? ADOBE : null
}

/** Names that say a code: `g31` (hexadecimal), `C65`, `a49`, as converters make them up. */
function numberedGlyph(name: string): string {
  const hexadecimal = /^[Gg]([0-9A-Fa-f]{2})$/.exec(name)?.[1]
  const decimal = /^[A-Za-z]{0,2}(\d{2,3})$/.exec(name)?.[1]
  const code = hexadecimal === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hexadecimal, 16)
  return code >= 32 && code < 127 ? String.fromCharCode(code) : ''
}

/** Bytes at the start of a Type 1 font in which its encoding stands in clear. */
const CLEAR_BYTES = 32_768
const TYPE1_CODE = /dup\s+(\d{1,3})\s*\/([^\s/]+)\s+put/g

/** The encoding inside a Type 1 font; without one, what viewers take: Adobe's, or Windows' for TrueType. */
function ownEncoding(document: PdfDocument, descriptor: PdfDictionary): Encoding {
  const file = document.entry(descriptor, 'FontFile')
  if (!isStream(file)) return descriptor.entries.has('FontFile2') ? WINDOWS : ADOBE
  const { bytes } = document.contentOf(file)
  const head = binaryText(bytes, 0, Math.min(bytes.length, CLEAR_BYTES)).split('eexec')[0] ?? ''
  if (/\/Encoding\s+StandardEncoding/.test(head)) return ADOBE
  const codes = ADOBE.map(() => '')
  const entry = new RegExp(TYPE1_CODE)
  for (let found = entry.exec(head); found !== null; found = entry.exec(head))
    codes[Number(found[1])] = characterNamed(found[2] ?? '') ?? ''
  return codes.some((text) => text !== '') ? codes.slice(0, 256) : ADOBE
}

function simpleWidths(
  document: PdfDocument,
  font: PdfDictionary,
  descriptor: PdfDictionary,
  encoding: Encoding,
): readonly number[] {
  const [scale = 1 / EM] = numbersOf(document.entry(font, 'FontMatrix'))
  const first = numberOf(document.entry(font, 'FirstChar'), 0)
  const listed = itemsOf(document.entry(font, 'Widths')).map(document.resolve)
  const missing = document.entry(descriptor, 'MissingWidth')
  const standard = standardWidths(nameOf(document.entry(font, 'BaseFont')))
  return encoding.map((character, code) => {
    const width = listed[code - first]
    if (typeof width === 'number') return width * scale
    if (typeof missing === 'number' || listed.length > 0) return numberOf(missing, 0) * scale
    return standard(character) / EM
  })
}

/** Several bytes a glyph, as the font's own map says. */
function compositeFont(document: PdfDocument, font: PdfDictionary, map: CMap | null): PdfFont {
  const encoding = document.entry(font, 'Encoding')
  const codes = cmapOf(document, encoding)
  const name = nameOf(encoding)
  const [descendant] = itemsOf(document.entry(font, 'DescendantFonts')).map(document.resolve)
  const width = compositeWidths(document, dictionaryOf(descendant))
  const isUnicode = /^Uni.*(?:UCS2|UTF16)/.test(name) || nameOf(document.entry(font, 'ToUnicode')) !== ''
  const isMixed = /RKSJ|EUC|GBK|GBpc|B5pc|ETen|HKscs|KSC/.test(name)
  const lengthAt = (shown: string, at: number) => {
    if (codes !== null) return codes.lengthAt(shown, at)
    return isMixed && shown.charCodeAt(at) < 0x80 ? 1 : 2
  }
  return {
    glyphs(shown, take) {
      for (let at = 0, length = 1; at < shown.length; at += length) {
        length = Math.max(1, lengthAt(shown, at))
        const code = codeAt(shown, at, length)
        const known = meaningful(map?.textOf(code))
        const plain = isUnicode || (isMixed && length === 1) ? String.fromCharCode(code) : ''
        take(known ?? plain, width(codes?.cidOf(code) ?? code) / EM, length === 1 && code === 32)
      }
    },
  }
}

function codeAt(shown: string, at: number, length: number): number {
  let code = 0
  for (let place = at; place < Math.min(at + length, shown.length); place++)
    code = code * 256 + shown.charCodeAt(place)
  return code
}

/** `[ 3 [500 600] 10 20 550 ]`: from code 3 on these two, from 10 to 20 all the same. */
function compositeWidths(document: PdfDocument, descendant: PdfDictionary): (cid: number) => number {
  const otherwise = numberOf(document.entry(descendant, 'DW'), EM)
  const widths = rangesOf<number | readonly PdfValue[]>()
  const items = itemsOf(document.entry(descendant, 'W')).map(document.resolve)
  for (let at = 0; at + 1 < items.length; ) {
    const first = numberOf(items[at], 0)
    const second = items[at + 1]
    if (typeof second === 'number') {
      widths.add(first, second, numberOf(items[at + 2], otherwise))
      at += 3
    } else {
      const each = itemsOf(second)
      widths.add(first, first + each.length - 1, each)
      at += 2
    }
  }
  return (cid) => {
    const range = widths.find(cid)
    if (range === undefined) return otherwise
    return typeof range.value === 'number' ? range.value : numberOf(range.value[cid - range.from], otherwise)
  }
}
