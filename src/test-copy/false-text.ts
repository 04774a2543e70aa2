import { figureOfText } from '../fingerprint/figure.ts'
import { type FalseDigit, falseDigits, falseFigureText, writingOf } from './false-figure.ts'
import { withKeptHidden } from './kept-numbers.ts'
import { type Edit, wholeEdit } from './text-piece.ts'

/** A zero is a figure too: that nothing changed is news. */
const ZERO = /^[\s([+\-−–£$€]*0(?:[.,]0+)?\s*[%‰)\]]*[a-z*]{0,2}\s*$/i

/** Whether a text is a figure and nothing else, as the guard reads cells. */
export const isFigureText = (text: string): boolean => figureOfText(text) !== null || ZERO.test(text)

/** A sentence has five words and a mark behind the last; headings, however long, have none. */
const SENTENCE_WORDS = 5
/** Longer than any heading: the longest of the published tables measured has 24 words. */
const PROSE_WORDS = 30

const ENDS_SENTENCE = /[^.][.!?]['’")]*$/
const BEGINS_SENTENCE = /^[A-Z“"‘'(]/

function isProse(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length >= PROSE_WORDS) return true
  return words.some((word, at) => {
    const next = words[at + 1]
    return (
      at >= SENTENCE_WORDS - 1 &&
      ENDS_SENTENCE.test(word.slice(-4)) &&
      (next === undefined || BEGINS_SENTENCE.test(next))
    )
  })
}

/** What a sentence says that told a figure or its direction. */
const falseSentence = (digit: FalseDigit): string => `Test sentence ${digit.repeat(3)}.`

/** Words that tell where figures went. Pre-release rules forbid these as they forbid the figures (Code of Practice, T3.4). */
const TELLING = new RegExp(
  '\\b(?:rose|rises?|risen|rising|fell|falls?|fallen|falling|grew|grows?|grown|growing|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|declin(?:ed|es|ing)' +
    '|(?:up|down)\\s(?:by\\s)?[£$€]?\\d+|dropped|drops|doubled|tripled|trebled|halved|shrank|shrunk|climbed|surged|slumped|jumped|plunged|soared|recovered|exceeded|unchanged' +
    '|record\\s(?:high|low)|cododd|gostyngodd|cynyddodd|disgynnodd|tyfodd)\\b',
  'i',
)

/** The same in sentences, with words that are labels elsewhere ("Higher education", "Change"). */
const TELLING_IN_PROSE =
  /\b(?:up|down|higher|lower|highest|lowest|more\sthan|fewer|less\sthan|increase|decrease|decline|drop|growth|stable|steady)\b/i

/** Numbers written as words. */
const NUMBER_WORDS =
  /\b(?:ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|per\scent|percent|percentage\spoints?|miliwn|biliwn|mil|y\scant)\b/i

/** Digits with their separators, or a decimal without its zero. */
const NUMBER = /\d{1,3}(?:[,'’ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*|[.,]\d+/g
/** Behind a number these make a figure of it however small it is. */
const UNIT =
  /^\s?(?:%|‰|per\s?cent|percent|percentage|pp\b|points?\b|thousand|million|billion|trillion|m\b|bn\b|tn\b|k\b|mil\b|miliwn|biliwn|y\scant)/i
const BEFORE = /[£$€<>~≤≥][\s]?$|(?:^|[\s(])[-+−–‑]$/
const SMALL = /^\d{1,2}$/

/** No cell holds more (Excel specifications and limits); more is not looked through but replaced whole. */
const MOST_CHARACTERS = 32_767

/** What becomes of a cell that holds nothing but a figure. */
export const figureEdits = (text: string, digit: FalseDigit): readonly Edit[] =>
  wholeEdit(text, falseFigureText(text, digit))

/**
 * What becomes of words in a table, or of a heading: figures in them become false
 * ones. In a table a whole number of one or two digits stays ("Aged 16 to 64", "10
 * largest"), unless a unit, a sign or a currency makes a figure of it. Sentences,
 * and headings that say where figures went, become test sentences.
 */
export function labelEdits(
  text: string,
  digit: FalseDigit,
  where: 'table' | 'text' = 'table',
): readonly Edit[] {
  if (text.length > MOST_CHARACTERS) return wholeEdit(text, falseSentence(digit))
  if (isProse(text) || TELLING.test(text)) return proseEdits(text, digit)
  if (!/\d/.test(text)) return []
  const masked = withKeptHidden(text, 'label')
  return numbersIn(masked)
    .filter(
      ({ from, to, text: number }) => where === 'text' || !SMALL.test(number) || isMeasured(masked, from, to),
    )
    .map(({ from, to, text: number }) => ({
      from: from - signBefore(masked, from),
      to,
      text: falseDigits({ ...writingOf(number), percent: isPercent(masked, to) }, digit),
    }))
}

const isMeasured = (text: string, from: number, to: number): boolean =>
  UNIT.test(text.slice(to)) || BEFORE.test(justBefore(text, from))

/** The three characters before a place: the longest that is looked at. */
const justBefore = (text: string, from: number): string => text.slice(Math.max(0, from - 3), from)

const signBefore = (text: string, from: number): number =>
  /(?:^|[\s(])[-+−–‑]$/.test(justBefore(text, from)) ? 1 : 0

const isPercent = (text: string, to: number): boolean => /^\s?[%‰]/.test(text.slice(to))

function numbersIn(text: string): readonly Edit[] {
  const found: Edit[] = []
  text.replace(NUMBER, (number: string, ...rest: readonly unknown[]) => {
    const from = Number(rest[rest.length - 2])
    found.push({ from, to: from + number.length, text: number })
    return number
  })
  return found
}

/** Sentences with what parts them: a mark before white space, or a line end. */
const SENTENCE = /(?:[^.!?\n]|[.!?](?=\S))+[.!?]*\s*|[.!?\n]+\s*/g

/**
 * What becomes of running text: a sentence with a figure, a number in words or a
 * word of movement becomes a test sentence, all others stay.
 */
function proseEdits(text: string, digit: FalseDigit): readonly Edit[] {
  const edits: Edit[] = []
  let from = 0
  for (const sentence of text.match(SENTENCE) ?? []) {
    const said = withoutEndSpace(sentence)
    const isTelling =
      /\d/.test(withKeptHidden(said, 'prose')) ||
      [TELLING, TELLING_IN_PROSE, NUMBER_WORDS].some((words) => words.test(said))
    if (isTelling) edits.push({ from, to: from + said.length, text: falseSentence(digit) })
    from += sentence.length
  }
  return edits
}

function withoutEndSpace(text: string): string {
  let end = text.length
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}
