import { lexerOf } from './lexer.ts'
import { rangesOf } from './ranges.ts'
import { isKeyword, itemsOf, type PdfValue } from './values.ts'

/** What the codes of a font stand for. Source: Adobe Technical Notes 5014 and 5411; ISO 32000-1, §9.7.5, §9.10.3. */
export type CMap = {
  /** The text of a code, or `undefined` where the map does not say. */
  textOf(code: number): string | undefined
  /** The number under which the font's widths know a code. */
  cidOf(code: number): number | undefined
  /** How many bytes the code has that begins here. */
  lengthAt(text: string, at: number): number
}

type CodeSpace = { readonly length: number; readonly low: number; readonly high: number }

/** Reads a map, for the codes of a font to text (`ToUnicode`) or to its glyphs. */
export function readCMap(bytes: Uint8Array): CMap {
  const texts = rangesOf<string | readonly PdfValue[]>()
  const cids = rangesOf<number>()
  const spaces: CodeSpace[] = []
  const add: Readonly<Record<string, (from: PdfValue, to: PdfValue, value: PdfValue) => void>> = {
    endbfchar: (from, to) => addText(codeOf(from), codeOf(from), to),
    endbfrange: (from, to, value) => addText(codeOf(from), codeOf(to), value),
    endcidchar: (from, to) => typeof to === 'number' && cids.add(codeOf(from), codeOf(from), to),
    endcidrange: (from, to, value) => typeof value === 'number' && cids.add(codeOf(from), codeOf(to), value),
    endcodespacerange: (from, to) =>
      typeof from === 'string' &&
      spaces.length < MAX_SPACES &&
      spaces.push({ length: from.length, low: codeOf(from), high: codeOf(to) }),
  }
  const addText = (from: number, to: number, value: PdfValue) => {
    if (typeof value === 'string') texts.add(from, to, utf16Text(value))
    else if (itemsOf(value).length > 0) texts.add(from, to, itemsOf(value))
  }
  readSections(bytes, add)
  spaces.sort((one, other) => one.length - other.length)
  return {
    textOf(code) {
      const range = texts.find(code)
      if (range === undefined) return undefined
      if (typeof range.value === 'string') return stepped(range.value, code - range.from)
      const item = range.value[code - range.from]
      return typeof item === 'string' ? utf16Text(item) : undefined
    },
    cidOf(code) {
      const range = cids.find(code)
      return range === undefined ? undefined : range.value + code - range.from
    },
    lengthAt(text, at) {
      const space = spaces.find(({ length, low, high }) => {
        const code = codeOf(text.slice(at, at + length))
        return code >= low && code <= high
      })
      return space?.length ?? spaces[0]?.length ?? 2
    },
  }
}

/** Ranges of codes of one length: maps of East Asian writing have five. */
const MAX_SPACES = 50

/** How many values each line of a section has. */
const VALUES: Readonly<Record<string, number>> = {
  endbfchar: 2,
  endbfrange: 3,
  endcidchar: 2,
  endcidrange: 3,
  endcodespacerange: 2,
}

function readSections(
  bytes: Uint8Array,
  add: Readonly<Record<string, (from: PdfValue, to: PdfValue, value: PdfValue) => void>>,
): void {
  const lexer = lexerOf(bytes)
  let values: PdfValue[] = []
  for (let next = lexer.next(); !isKeyword(next, ''); next = lexer.next()) {
    if (typeof next !== 'object' || next?.kind !== 'keyword') {
      values.push(next)
      continue
    }
    const step = VALUES[next.word] ?? 0
    const take = add[next.word]
    for (let at = 0; take !== undefined && at + step <= values.length; at += step)
      take(values[at] ?? null, values[at + 1] ?? null, values[at + 2] ?? null)
    values = []
  }
}

/** A code as a number, whatever its bytes. */
function codeOf(value: PdfValue): number {
  if (typeof value !== 'string') return typeof value === 'number' ? value : -1
  let code = 0
  for (let at = 0; at < value.length; at++) code = code * 256 + value.charCodeAt(at)
  return code
}

/** The text of UTF-16 bytes; a single byte is itself a character. */
export function utf16Text(bytes: string): string {
  if (bytes.length === 1) return bytes
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1))
  return text
}

/** A range's text counts up in its last unit. */
const stepped = (text: string, step: number): string =>
  step === 0 ? text : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + step)
