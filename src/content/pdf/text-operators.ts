import { documentText } from './encodings.ts'
import type { PdfFont } from './font.ts'
import { followedBy, IDENTITY, type Matrix, matrixOf } from './matrix.ts'
import type { Baseline, Runs } from './runs.ts'
import { dictionaryOf, itemsOf, numberOf, type PdfValue } from './values.ts'

/** What `q` puts aside and `Q` takes up again. Source: ISO 32000-1, §8.4.1, §9.3.1. */
export type TextState = {
  matrix: Matrix
  font: PdfFont | null
  size: number
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
}

/** The pen that writes a page's text. */
export type Pen = {
  readonly runs: Runs
  state: TextState
  readonly saved: TextState[]
  /** Where the line began, and where the next letter goes. */
  line: Matrix
  text: Matrix
  /** Text objects begun, so that each has a number. */
  objects: number
  /** What a stretch of content says that it stands for. */
  meaning: string | null
  /** Whether one operator showed more than can be held, so that the rest was left out. */
  isCut: boolean
}

export const penOn = (runs: Runs, matrix: Matrix): Pen => ({
  runs,
  state: { matrix, font: null, size: 0, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 },
  saved: [],
  line: IDENTITY,
  text: IDENTITY,
  objects: 0,
  meaning: null,
  isCut: false,
})

/** Written out, as it is done as often as any letter is drawn and a spread is slow in ES2016. */
const copyOf = (state: TextState): TextState => ({
  matrix: state.matrix,
  font: state.font,
  size: state.size,
  letterSpace: state.letterSpace,
  wordSpace: state.wordSpace,
  stretch: state.stretch,
  leading: state.leading,
  rise: state.rise,
})

type Operator = (pen: Pen, operands: readonly PdfValue[]) => void

/** States put aside by `q`. Source: ISO 32000-1, annex C.2 asks for 28. */
const MAX_SAVED = 500

const number = (operands: readonly PdfValue[], at: number): number => numberOf(operands[at], 0)

/** What each operator does to the pen. Source: ISO 32000-1, §8.4.4, §9.3, §9.4. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  [
    'q',
    ({ saved, state }) => {
      if (saved.length < MAX_SAVED) saved.push(copyOf(state))
    },
  ],
  [
    'Q',
    (pen) => {
      pen.state = pen.saved.pop() ?? pen.state
    },
  ],
  [
    'cm',
    ({ state }, operands) => {
      state.matrix = followedBy(matrixOf(operands), state.matrix)
    },
  ],
  [
    'BT',
    (pen) => {
      pen.objects++
      pen.line = IDENTITY
      pen.text = IDENTITY
    },
  ],
  [
    'Tm',
    (pen, operands) => {
      pen.line = matrixOf(operands)
      pen.text = pen.line
    },
  ],
  ['Td', (pen, operands) => moveLine(pen, number(operands, 0), number(operands, 1))],
  [
    'TD',
    (pen, operands) => {
      pen.state.leading = -number(operands, 1)
      moveLine(pen, number(operands, 0), number(operands, 1))
    },
  ],
  ['T*', nextLine],
  [
    'Tc',
    ({ state }, operands) => {
      state.letterSpace = number(operands, 0)
    },
  ],
  [
    'Tw',
    ({ state }, operands) => {
      state.wordSpace = number(operands, 0)
    },
  ],
  [
    'Tz',
    ({ state }, operands) => {
      state.stretch = number(operands, 0) / 100
    },
  ],
  [
    'TL',
    ({ state }, operands) => {
      state.leading = number(operands, 0)
    },
  ],
  [
    'Ts',
    ({ state }, operands) => {
      state.rise = number(operands, 0)
    },
  ],
  [
    'BDC',
    (pen, operands) => {
      const meant = dictionaryOf(operands[1]).entries.get('ActualText')
      if (typeof meant === 'string') pen.meaning = documentText(meant)
    },
  ],
  [
    'EMC',
    (pen) => {
      pen.meaning = null
    },
  ],
  ['Tj', (pen, operands) => show(pen, operands[0])],
  ['TJ', (pen, operands) => showSpaced(pen, itemsOf(operands[0]))],
  [
    "'",
    (pen, operands) => {
      nextLine(pen)
      show(pen, operands[0])
    },
  ],
  [
    '"',
    (pen, operands) => {
      pen.state.wordSpace = number(operands, 0)
      pen.state.letterSpace = number(operands, 1)
      nextLine(pen)
      show(pen, operands[2])
    },
  ],
])

function moveLine(pen: Pen, x: number, y: number): void {
  pen.line = moved(pen.line, x, y)
  pen.text = pen.line
}

const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix => [
  a,
  b,
  c,
  d,
  x * a + y * c + e,
  x * b + y * d + f,
]

function nextLine(pen: Pen): void {
  moveLine(pen, 0, -pen.state.leading)
}

function showSpaced(pen: Pen, items: readonly PdfValue[]): void {
  const { size, stretch } = pen.state
  for (const item of items) {
    if (typeof item === 'number') pen.text = moved(pen.text, (-item / 1000) * size * stretch, 0)
    else show(pen, item)
  }
}

/** Letters set apart more than this are words. Unit: em. */
const MAX_TRACKING = 1

/** Bytes of a string that are shown. Source: ISO 32000-1, annex C.2 allows 32,767. */
const MAX_STRING = 65_536
/** Letters that one operator may show. */
const MAX_LETTERS = 200_000

/** Draws a string and moves on to where the next one begins. */
function show(pen: Pen, value: PdfValue | undefined): void {
  const { runs, state } = pen
  if (typeof value !== 'string' || state.font === null) return
  if (value.length > MAX_STRING || runs.letters() > MAX_LETTERS) {
    pen.isCut = true
    return
  }
  const placed = followedBy(pen.text, state.matrix)
  const sign = state.size * state.stretch < 0 ? -1 : 1
  const scale = Math.hypot(placed[0], placed[1]) * sign
  const baseline = baselineOf(placed, pen, sign)
  const apart = Math.min(Math.max(state.letterSpace * state.stretch, 0), MAX_TRACKING * Math.abs(state.size))
  let shift = 0
  state.font.glyphs(value, (letters, em, isWordSpace) => {
    const width = em * state.size * state.stretch
    const seen = pen.meaning === null ? letters : meantBy(pen, letters)
    runs.glyph(baseline, shift * scale, width * scale, seen, apart * Math.abs(scale))
    shift += width + (state.letterSpace + (isWordSpace ? state.wordSpace : 0)) * state.stretch
  })
  pen.text = moved(pen.text, shift, 0)
}

/** Takes nothing away and adds nothing: a space without width. */
const NOTHING = '\u200b'

/**
 * What the content says of itself counts only for spaces (Chromium marks so those
 * that do not break) and for letters that nobody could tell: figures are what is seen.
 */
function meantBy(pen: Pen, letters: string): string {
  if (letters.trim() !== '') return letters
  const meaning = pen.meaning ?? letters
  pen.meaning = NOTHING
  return meaning
}

/** Where a string begins, in a page turned so that it reads from left to right. */
function baselineOf(placed: Matrix, { state, objects }: Pen, sign: number): Baseline {
  const [a, b, c, d, e, f] = placed
  const degrees = Math.round((Math.atan2(b * sign, a * sign) * 180) / Math.PI)
  const along = Math.cos((degrees * Math.PI) / 180)
  const across = Math.sin((degrees * Math.PI) / 180)
  const x = e + state.rise * c
  const y = f + state.rise * d
  return {
    degrees,
    x: x * along + y * across,
    y: y * along - x * across,
    size: Math.abs(state.size) * Math.hypot(c, d),
    object: objects,
  }
}
