/** Share of a text's commas that must belong to its sentences and numbers for none to part fields. */
const COMMAS_OF_TEXT = 0.5

/** A number with its thousands parted by commas that stands among words, not a line by itself. */
const NUMBER_AMONG_WORDS =
  /(?:^|[ \t\u00a0])[-−+(£$€]*[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?[)%.;:!?]*(?=[ \t\u00a0]|$)/gm

/** Numbers of any kind that spaces part: `1,234 5,678`, `1,5 2,7`. */
const NUMBERS_IN_A_LINE = /\d,\d+(?=[ \u00a0]+[-−(]?\d)/g

/**
 * Whether commas are those of sentences ("text, and more") and of numbers ("rose by
 * 12,345 to", "1,234 5,678") rather than delimiters.
 */
export function isPunctuation(lines: readonly string[]): boolean {
  if (lines.every((line) => line.split(', ').length >= line.split(',').length)) return true
  if (hasHeading(lines)) return false
  const text = lines.join('\n')
  /** `12,345,678` alone on a line may be one number or three. */
  const alone = new Set(lines.map((line) => line.trim()))
  const ofNumbers = Math.max(
    commasIn((text.match(NUMBER_AMONG_WORDS) ?? []).filter((number) => !alone.has(number.trim()))),
    (text.match(NUMBERS_IN_A_LINE) ?? []).length,
  )
  const ofSentences = text.split(', ').length - 1
  return ofNumbers > 0 && ofNumbers + ofSentences >= COMMAS_OF_TEXT * commasIn([text])
}

/** Share of the lines that must have as many commas as a heading. */
const LIKE_HEADING = 0.5

/**
 * Whether a line has as many commas as most others, and none that could be one of a
 * sentence or of a number: `Week,Wales,Scotland,London` above `Week 12,512,733,881`.
 */
function hasHeading(lines: readonly string[]): boolean {
  const heading = lines.find((line) => {
    const words = line.replace(YEAR, 'y')
    return words.indexOf(',') !== -1 && !/, |,\s*$|\d,\d/.test(words)
  })
  if (heading === undefined) return false
  const alike = lines.filter((line) => commasIn([line]) === commasIn([heading])).length
  return alike > 1 && alike >= LIKE_HEADING * lines.length
}

const YEAR = /\b(?:19|20)\d\d\b/g

const commasIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.split(',').length - 1, 0)
