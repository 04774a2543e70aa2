import type { Unreadable } from '../content.ts'
import type { Budget } from '../limits.ts'
import { isSpace } from './bytes.ts'
import type { PdfDocument } from './document.ts'
import { fontOf, type PdfFont } from './font.ts'
import { lexerOf, type PdfLexer } from './lexer.ts'
import { followedBy, type Matrix, matrixOf } from './matrix.ts'
import type { Runs } from './runs.ts'
import { OPERATORS, type Pen, penOn } from './text-operators.ts'
import {
  dictionaryOf,
  isReference,
  isStream,
  itemsOf,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfKeyword,
  type PdfStream,
  type PdfValue,
} from './values.ts'

/** What is drawn on, and what there is to draw with. */
export type Drawing = {
  readonly document: PdfDocument
  readonly budget: Budget
  readonly runs: Runs
  readonly fonts: Map<PdfValue, PdfFont>
  /** Why something drawn did not come out whole. */
  readonly faults: Set<Unreadable>
  /** Pixels of the pictures drawn, and curves, of which outlined letters are made. */
  pixels: number
  curves: number
}

/** What drawing gives where it pauses: whether there is so much that it has to be told. */
export type DrawPause = 'full' | undefined

/** Forms in forms: nobody nests deeper by accident. */
const MAX_FORMS = 12
/** What drawing a form costs of the budget at least, so that forms that draw forms come to an end. Unit: bytes. */
const FORM_COST = 1024
/** Letters after which a page tells what it has so far: a dense one has 20,000. */
const MAX_LETTERS_AT_ONCE = 50_000
/** Operators between two pauses: about 1 ms, and 10 before the engine has compiled what draws them. */
const OPERATORS_AT_ONCE = 500
/** Operands of one operator. Source: ISO 32000-1, annex C.2 asks for 33. */
const MAX_OPERANDS = 64

/**
 * Draws a page's content as far as it is text. Gives `full` where so much was
 * drawn that it has to be told, else a pause now and then. Drawing costs as much of the budget as unpacking, as it
 * takes as long. Source: ISO 32000-1, §7.8.2, annex A.
 */
export function* draw(
  drawing: Drawing,
  content: Uint8Array,
  resources: PdfDictionary,
  matrix: Matrix,
  depth = 0,
): Generator<DrawPause, void> {
  const { runs, budget } = drawing
  budget.expandedBytes -= content.length
  if (budget.expandedBytes < 0) return
  const lexer = lexerOf(content)
  const pen = penOn(runs, matrix)
  let operands: PdfValue[] = []
  let operators = 0
  for (;;) {
    const next = lexer.next()
    if (!isOperator(next)) {
      if (operands.length < MAX_OPERANDS) operands.push(next)
      continue
    }
    const operator = OPERATORS.get(next.word)
    if (operator !== undefined) operator(pen, operands)
    else if (next.word === '') return
    else if (next.word === 'Do')
      yield* drawObject(drawing, resources, nameOf(operands[0]), pen.state.matrix, depth)
    else if (next.word === 'BI') passInlineImage(drawing, lexer, content)
    else if (takeOther(drawing, resources, pen, next.word, operands)) yield undefined
    if (operands.length > 0) operands = []
    if (pen.isCut) drawing.faults.add('too-large')
    if (budget.expandedBytes < 0) return
    if (runs.letters() > MAX_LETTERS_AT_ONCE) yield 'full'
    else if (++operators % OPERATORS_AT_ONCE === 0) yield undefined
  }
}

const isOperator = (value: PdfValue): value is PdfKeyword =>
  typeof value === 'object' && value?.kind === 'keyword'

/** Takes an operator that needs the page's resources, or a curve. Tells whether it read a font, which takes long. */
function takeOther(
  drawing: Drawing,
  resources: PdfDictionary,
  pen: Pen,
  word: string,
  operands: readonly PdfValue[],
): boolean {
  const { document: pdf } = drawing
  if (word === 'Tf') {
    const fonts = dictionaryOf(pdf.entry(resources, 'Font'))
    return setFont(drawing, pen, fonts.entries.get(nameOf(operands[0])), operands[1])
  }
  if (word === 'gs') {
    const states = dictionaryOf(pdf.entry(resources, 'ExtGState'))
    const state = dictionaryOf(pdf.entry(states, nameOf(operands[0])))
    const [font, size] = itemsOf(pdf.entry(state, 'Font'))
    return font !== undefined && setFont(drawing, pen, font, size)
  }
  if (word === 'c' || word === 'v' || word === 'y') drawing.curves++
  return false
}

/** Fonts that are kept read. */
const MOST_FONTS = 300

/** Sets the font; whether it had to be read. One that is not there is taken for a standard one, as viewers do. */
function setFont(
  { document, fonts, budget }: Drawing,
  { state }: Pen,
  font: PdfValue | undefined,
  size: PdfValue | undefined,
): boolean {
  state.size = numberOf(size, state.size)
  const key = isReference(font) ? font.number : (font ?? null)
  const known = fonts.get(key)
  if (known !== undefined) {
    state.font = known
    return false
  }
  const dictionary = dictionaryOf(document.resolve(font))
  budget.expandedBytes -= costOf(document, dictionary)
  state.font = fontOf(document, dictionary)
  if (fonts.size >= MOST_FONTS) fonts.clear()
  fonts.set(key, state.font)
  return true
}

/** What reading a font costs of the budget: something, and a number for each of its widths. Unit: bytes. */
function costOf(document: PdfDocument, font: PdfDictionary): number {
  const [descendant] = itemsOf(document.entry(font, 'DescendantFonts'))
  const lists = [
    document.entry(font, 'Widths'),
    document.entry(dictionaryOf(document.entry(font, 'Encoding')), 'Differences'),
    document.entry(dictionaryOf(document.resolve(descendant)), 'W'),
  ]
  return lists.reduce((cost: number, list) => cost + 8 * itemsOf(list).length, 2048)
}

function* drawObject(
  drawing: Drawing,
  resources: PdfDictionary,
  name: string,
  matrix: Matrix,
  depth: number,
): Generator<DrawPause, void> {
  const { document } = drawing
  const object = document.entry(dictionaryOf(document.entry(resources, 'XObject')), name)
  if (!isStream(object)) return
  if (nameOf(document.entry(object.dictionary, 'Subtype')) === 'Image')
    drawing.pixels += pixelsOf(drawing, object)
  else yield* drawForm(drawing, object, resources, matrix, depth)
}

/** Pixels of a picture that does not say how many it has. */
const UNTOLD_PIXELS = 1_000_000

function pixelsOf({ document }: Drawing, { dictionary }: PdfStream): number {
  const [width, height] = ['Width', 'Height'].map((side) => document.entry(dictionary, side))
  return typeof width === 'number' && typeof height === 'number' ? width * height : UNTOLD_PIXELS
}

/** A form has its own content, matrix and mostly its own resources. Source: ISO 32000-1, §8.10. */
export function* drawForm(
  drawing: Drawing,
  form: PdfStream,
  resources: PdfDictionary,
  matrix: Matrix,
  depth: number,
): Generator<DrawPause, void> {
  const { document, budget } = drawing
  budget.expandedBytes -= FORM_COST
  if (depth >= MAX_FORMS || budget.expandedBytes < 0) return
  const own = document.entry(form.dictionary, 'Resources')
  const placed = followedBy(matrixOf(itemsOf(document.entry(form.dictionary, 'Matrix'))), matrix)
  const content = document.contentOf(form)
  if (content.end !== 'whole') drawing.faults.add(content.end === 'too-large' ? 'too-large' : 'damaged')
  yield* draw(drawing, content.bytes, own === null ? resources : dictionaryOf(own), placed, depth + 1)
}

/** Bytes after `EI` that must look like text before it counts as the end: pictures contain it by accident. */
const AFTER_IMAGE = 12

/** Passes over an image that stands in the content itself. Source: ISO 32000-1, §8.9.7. */
function passInlineImage(drawing: Drawing, lexer: PdfLexer, content: Uint8Array): void {
  const sides = new Map<string, number>()
  let key = ''
  for (let next = lexer.next(); !isOperator(next) || next.word !== 'ID'; next = lexer.next()) {
    if (isOperator(next) && (next.word === '' || next.word === 'EI')) return
    if (typeof next === 'number') sides.set(key, next)
    key = nameOf(next)
  }
  const [width, height] = ['W', 'H'].map(
    (side) => sides.get(side) ?? sides.get(side === 'W' ? 'Width' : 'Height'),
  )
  drawing.pixels += width !== undefined && height !== undefined ? width * height : UNTOLD_PIXELS
  for (let at = content.indexOf(0x45, lexer.at()); at !== -1; at = content.indexOf(0x45, at + 1)) {
    if (content[at + 1] !== 0x49 || !isSpace(content[at - 1]) || !isSpace(content[at + 2] ?? 32)) continue
    if (content.subarray(at + 2, at + 2 + AFTER_IMAGE).every(isPlain)) return lexer.moveTo(at + 2)
  }
  lexer.moveTo(content.length)
}

const isPlain = (byte: number): boolean => (isSpace(byte) ? byte !== 0 : byte > 32 && byte < 127)
