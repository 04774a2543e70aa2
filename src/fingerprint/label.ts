import type { Cell } from '../content/content.ts'
import { isYear } from './figure.ts'
import { LANE_ONE, LANE_TWO, oneAfter, oneOf, twoAfter, twoOf } from './hash.ts'

/** The words of a row as one hash, whatever their order and whichever cells they stand in. */
export type Label = {
  readonly one: number
  readonly two: number
  /** How many there are. */
  readonly words: number
}

/** What the hash of a number among the words begins with. */
const NUMBER_MARK = 20

/** Characters of a cell that are looked at: what is longer is no label. */
const LABEL_CHARACTERS = 200

const MONTHS = monthsByHash()

function monthsByHash(): ReadonlyMap<number, number> {
  const names = 'january february march april may june july august september october november december sept'
  const months = new Map<number, number>()
  names.split(' ').forEach((name, at) => {
    const month = at === 12 ? 9 : at + 1
    for (const word of [name, name.slice(0, 3)]) months.set(hashOf(word), month)
  })
  return months
}

function hashOf(word: string): number {
  let one = LANE_ONE
  for (let at = 0; at < word.length; at++) one = oneAfter(one, word.charCodeAt(at))
  return one
}

/**
 * The label of a row: the words and numbers of its cells that are no figures, and its
 * years. Dates come to the same in every way of writing them that has the same parts:
 * 2020-03-17, 17/03/20, 17 March 2020.
 *
 * @param isFigure whether a cell is one
 */
export function labelOf(cells: readonly Cell[], isFigure: (cell: Cell) => boolean): Label {
  const label: Words = { one: 0, two: 0, words: 0 }
  for (const cell of cells) if (!isFigure(cell)) addWords(label, cell.shown)
  return label
}

type Words = { one: number; two: number; words: number }

const SMALL_A = 97
const SMALL_Z = 122

function addWords(label: Words, text: string): void {
  const end = Math.min(text.length, LABEL_CHARACTERS)
  let at = 0
  while (at < end) {
    const code = text.charCodeAt(at)
    const from = at
    if (isDigit(code)) {
      let value = 0
      for (; at < end && isDigit(text.charCodeAt(at)); at++)
        value = (value * 10 + text.charCodeAt(at) - 48) % 1e8
      addNumber(label, value)
    } else if (isLetter(code)) {
      let one = LANE_ONE
      let two = LANE_TWO
      for (; at < end && isLetter(text.charCodeAt(at)); at++) {
        one = oneAfter(one, text.charCodeAt(at) | 32)
        two = twoAfter(two, text.charCodeAt(at) | 32)
      }
      const month = MONTHS.get(one)
      if (month === undefined) addWord(label, one, two, at - from)
      else addNumber(label, month)
    } else at++
  }
}

const isDigit = (code: number): boolean => code >= 48 && code < 58
const isLetter = (code: number): boolean => (code | 32) >= SMALL_A && (code | 32) <= SMALL_Z

/** A year is written with two digits too; a time of 00:00 is none. */
function addNumber(label: Words, value: number): void {
  const plain = isYear(value) ? value % 100 : value
  if (value === 0) return
  const one = oneAfter(oneAfter(LANE_ONE, NUMBER_MARK), plain)
  addWord(label, one, twoAfter(twoAfter(LANE_TWO, NUMBER_MARK), plain), 1)
}

function addWord(label: Words, one: number, two: number, length: number): void {
  const half = oneOf(one, length)
  label.one = (label.one + half) | 0
  label.two = (label.two + twoOf(two, length, half)) | 0
  label.words++
}
