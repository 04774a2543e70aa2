import type { Unreadable } from './content.ts'
import type { Budget } from './limits.ts'
import type { PdfDocument } from './pdf-document.ts'
import { fontOf, type PdfFont } from './pdf-font.ts'
import { isSpace, lexerOf, type PdfLexer } from './pdf-lexer.ts'
import { followedBy, IDENTITY, type Matrix, matrixOf } from './pdf-matrix.ts'
import type { Baseline, Runs } from './pdf-runs.ts'
import {
  dictionaryOf,
  isReference,
  isStream,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './pdf-values.ts'

/** What is drawn on, and what there is to draw with. */
export type Drawing = {
  readonly document: PdfDocument
  readonly budget: Budget
  readonly runs: Runs
  readonly fonts: Map<PdfValue, PdfFont>
  /** Why something drawn did not come out whole. */
  readonly faults: Set<Unreadable>
  /** Pictures drawn, and curves, of which outlined letters are made. */
  images: number
  curves: number
  /** Text objects begun, so that each has a number. */
  objects: number
}

/** Forms in forms: nobody nests deeper by accident. */
const MAX_FORMS = 12
/** States put aside by `q`. Source: ISO 32000-1, annex C.2 asks for 28. */
const MAX_SAVED = 500
/** What drawing a form costs of the budget at least, so that forms that draw forms come to an end. Unit: bytes. */
const FORM_COST = 1024
/** Letters after which a page tells what it has so far: a dense one has 20,000. */
export const MAX_LETTERS_AT_ONCE = 200_000
/** Letters set apart more than this are words. Unit: em. */
const MAX_TRACKING = 1

type State = {
  readonly matrix: Matrix
  readonly font: PdfFont | null
  readonly size: number
  readonly letterSpace: number
  readonly wordSpace: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

const START: Omit<State, 'matrix'> = {
  font: null,
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

/**
 * Draws a page's content as far as it is text. Pauses where so much was drawn
 * that it has to be told. Source: ISO 32000-1, §8.4, §9.3, §9.4, annex A.
 */
export function* draw(
  drawing: Drawing,
  content: Uint8Array,
  resources: PdfDictionary,
  matrix: Matrix,
  depth = 0,
): Generator<void, void> {
  const lexer = lexerOf(content)
  const saved: State[] = []
  let state: State = { ...START, matrix }
  let line: Matrix = IDENTITY
  let text: Matrix = IDENTITY
  let operands: PdfValue[] = []

  const number = (at: number) => numberOf(operands[at], 0)
  const moveLine = (x: number, y: number) => {
    line = followedBy([1, 0, 0, 1, x, y], line)
    text = line
  }
  const show = (value: PdfValue | undefined) => {
    if (typeof value === 'string') text = shown(drawing, state, text, value)
  }

  for (;;) {
    const next = lexer.next()
    if (typeof next !== 'object' || next?.kind !== 'keyword') {
      if (operands.length < 64) operands.push(next)
      continue
    }
    switch (next.word) {
      case '':
        return
      case 'q':
        if (saved.length < MAX_SAVED) saved.push(state)
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'cm':
        state = { ...state, matrix: followedBy(matrixOf(numbers(operands)), state.matrix) }
        break
      case 'BT':
        drawing.objects++
        line = IDENTITY
        text = IDENTITY
        break
      case 'Tc':
        state = { ...state, letterSpace: number(0) }
        break
      case 'Tw':
        state = { ...state, wordSpace: number(0) }
        break
      case 'Tz':
        state = { ...state, stretch: number(0) / 100 }
        break
      case 'TL':
        state = { ...state, leading: number(0) }
        break
      case 'Ts':
        state = { ...state, rise: number(0) }
        break
      case 'Tf':
        state = { ...state, font: namedFont(drawing, resources, nameOf(operands[0])), size: number(1) }
        break
      case 'Td':
        moveLine(number(0), number(1))
        break
      case 'TD':
        state = { ...state, leading: -number(1) }
        moveLine(number(0), number(1))
        break
      case 'Tm':
        line = matrixOf(numbers(operands))
        text = line
        break
      case 'T*':
        moveLine(0, -state.leading)
        break
      case 'Tj':
        show(operands[0])
        break
      case "'":
        moveLine(0, -state.leading)
        show(operands[0])
        break
      case '"':
        state = { ...state, wordSpace: number(0), letterSpace: number(1) }
        moveLine(0, -state.leading)
        show(operands[2])
        break
      case 'TJ': {
        const items = itemsOf(operands[0])
        for (const item of items) {
          if (typeof item === 'number')
            text = followedBy([1, 0, 0, 1, (-item / 1000) * state.size * state.stretch, 0], text)
          else show(item)
        }
        break
      }
      case 'gs':
        state = withFontOf(drawing, state, resources, nameOf(operands[0]))
        break
      case 'Do':
        yield* drawObject(drawing, resources, nameOf(operands[0]), state.matrix, depth)
        break
      case 'BI':
        drawing.images++
        passInlineImage(lexer, content)
        break
      case 'c':
      case 'v':
      case 'y':
        drawing.curves++
    }
    operands = []
    if (drawing.runs.letters() > MAX_LETTERS_AT_ONCE) yield
  }
}

const numbers = (operands: readonly PdfValue[]): readonly number[] =>
  operands.filter((operand): operand is number => typeof operand === 'number')

/** Draws a string; where the next one begins. */
function shown({ runs, objects }: Drawing, state: State, text: Matrix, value: string): Matrix {
  if (state.font === null) return text
  const placed = followedBy(text, state.matrix)
  const sign = state.size * state.stretch < 0 ? -1 : 1
  const scale = Math.hypot(placed[0], placed[1]) * sign
  const baseline = baselineOf(placed, state, sign, objects)
  const apart = Math.min(Math.max(state.letterSpace * state.stretch, 0), MAX_TRACKING * Math.abs(state.size))
  let shift = 0
  state.font.glyphs(value, (letters, em, isWordSpace) => {
    const width = em * state.size * state.stretch
    runs.glyph(baseline, shift * scale, width * scale, letters, apart * Math.abs(scale))
    shift += width + (state.letterSpace + (isWordSpace ? state.wordSpace : 0)) * state.stretch
  })
  return followedBy([1, 0, 0, 1, shift, 0], text)
}

/** Where a string begins, in a page turned so that it reads from left to right. */
function baselineOf(placed: Matrix, { size, rise }: State, sign: number, object: number): Baseline {
  const [a, b, c, d, e, f] = placed
  const degrees = Math.round((Math.atan2(b * sign, a * sign) * 180) / Math.PI)
  const [along, across] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const x = e + rise * c
  const y = f + rise * d
  return {
    degrees,
    x: x * along + y * across,
    y: y * along - x * across,
    size: Math.abs(size) * Math.hypot(c, d),
    object,
  }
}

function namedFont(drawing: Drawing, resources: PdfDictionary, name: string): PdfFont | null {
  const { document } = drawing
  return fontAt(drawing, dictionaryOf(document.entry(resources, 'Font')).entries.get(name))
}

/** Fonts that are kept read. */
const MOST_FONTS = 300

function fontAt({ document, fonts }: Drawing, value: PdfValue | undefined): PdfFont | null {
  if (value === undefined) return null
  const key = isReference(value) ? value.number : value
  const known = fonts.get(key)
  if (known !== undefined) return known
  const made = fontOf(document, dictionaryOf(document.resolve(value)))
  if (fonts.size >= MOST_FONTS) fonts.clear()
  fonts.set(key, made)
  return made
}

/** A graphics state from the resources may bring a font. */
function withFontOf(drawing: Drawing, state: State, resources: PdfDictionary, name: string): State {
  const { document } = drawing
  const parameters = dictionaryOf(document.entry(dictionaryOf(document.entry(resources, 'ExtGState')), name))
  const [font, size] = itemsOf(document.entry(parameters, 'Font'))
  return font === undefined
    ? state
    : { ...state, font: fontAt(drawing, font), size: numberOf(size, state.size) }
}

function* drawObject(
  drawing: Drawing,
  resources: PdfDictionary,
  name: string,
  matrix: Matrix,
  depth: number,
): Generator<void, void> {
  const { document } = drawing
  const object = document.entry(dictionaryOf(document.entry(resources, 'XObject')), name)
  if (!isStream(object)) return
  if (nameOf(document.entry(object.dictionary, 'Subtype')) === 'Image') drawing.images++
  else yield* drawForm(drawing, object, resources, matrix, depth)
}

/** A form has its own content, matrix and mostly its own resources. Source: ISO 32000-1, §8.10. */
export function* drawForm(
  drawing: Drawing,
  form: PdfStream,
  resources: PdfDictionary,
  matrix: Matrix,
  depth: number,
): Generator<void, void> {
  const { document, budget } = drawing
  budget.expandedBytes -= FORM_COST
  if (depth >= MAX_FORMS || budget.expandedBytes < 0) return
  const own = document.entry(form.dictionary, 'Resources')
  const placed = followedBy(matrixOf(numbersOf(document.entry(form.dictionary, 'Matrix'))), matrix)
  const content = document.contentOf(form)
  if (content.end !== 'whole') drawing.faults.add(content.end === 'too-large' ? 'too-large' : 'damaged')
  yield* draw(drawing, content.bytes, own === null ? resources : dictionaryOf(own), placed, depth + 1)
}

/** Bytes after `EI` that must look like text before it counts as the end: pictures contain it by accident. */
const AFTER_IMAGE = 12

/** Passes over an image that stands in the content itself. Source: ISO 32000-1, §8.9.7. */
function passInlineImage(lexer: PdfLexer, content: Uint8Array): void {
  for (;;) {
    const next = lexer.next()
    if (typeof next !== 'object' || next?.kind !== 'keyword') continue
    if (next.word === 'ID') break
    if (next.word === '' || next.word === 'EI') return
  }
  for (let at = content.indexOf(0x45, lexer.at()); at !== -1; at = content.indexOf(0x45, at + 1)) {
    if (content[at + 1] !== 0x49 || !isSpace(content[at - 1]) || !isSpace(content[at + 2] ?? 32)) continue
    if (content.subarray(at + 2, at + 2 + AFTER_IMAGE).every(isPlain)) return lexer.moveTo(at + 2)
  }
  lexer.moveTo(content.length)
}

const isPlain = (byte: number): boolean => (isSpace(byte) ? byte !== 0 : byte > 32 && byte < 127)
