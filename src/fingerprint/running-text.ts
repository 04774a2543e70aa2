import type { Cell } from '../content/content.ts'
import { MAX_LINE_CHARACTERS } from '../content/limits.ts'
import { cellsOfLine } from '../content/text/lines.ts'
import { type Figure, figureOfText } from './figure.ts'

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i

const LAST_DAY = 31
const isYear = ({ digits }: Figure, text: string): boolean =>
  digits >= 190 && digits < 2100 && /^\(?(?:19|20)\d\d\)?$/.test(text)

/**
 * The figures of running text, word by word, but for its dates: everybody writes
 * "released on 12 April 2024", and no figure is told by that.
 */
export function figuresInText(words: readonly Cell[]): readonly Figure[] {
  const figures: Figure[] = []
  words.forEach(({ shown }, at) => {
    const figure = figureOfText(shown)
    if (figure === null || isYear(figure, shown)) return
    const besideMonth = MONTH.test(words[at - 1]?.shown ?? '') || MONTH.test(words[at + 1]?.shown ?? '')
    if (besideMonth && figure.digits <= LAST_DAY) return
    figures.push(figure)
  })
  return figures
}

/** The words of a row whose cells are sentences: press lines in a cell, notes below a table. */
export const wordsOf = (cells: readonly Cell[]): readonly Cell[] => {
  const words: Cell[] = []
  for (const { shown } of cells)
    if (/\d/.test(shown.slice(0, MAX_LINE_CHARACTERS))) words.push(...cellsOfLine(shown))
  return words
}
