/**
 * The values that a PDF is made of. Source: ISO 32000-1, §7.3.
 *
 * A text string is a JavaScript string of which every character is one byte.
 */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfName
  | PdfReference
  | PdfKeyword
  | PdfArray
  | PdfDictionary
  | PdfStream

export type PdfName = { readonly kind: 'name'; readonly name: string }
export type PdfReference = {
  readonly kind: 'reference'
  readonly number: number
  readonly generation: number
}
/** A word that is no value: an operator of a page, `obj`, `endobj`, or the end of the bytes. */
export type PdfKeyword = { readonly kind: 'keyword'; readonly word: string }
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export type PdfDictionary = { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }

/** A dictionary with bytes behind it, not looked at yet. */
export type PdfStream = {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  /** Where its bytes begin in the file. */
  readonly from: number
  /** Object number and generation, which its encryption key is made of. */
  readonly number: number
  readonly generation: number
}

/** Follows references; whatever is not there is `null`. */
export type Resolve = (value: PdfValue | undefined) => PdfValue

/** The end of the bytes, as a word. */
export const END: PdfKeyword = { kind: 'keyword', word: '' }

export const NO_ENTRIES: PdfDictionary = { kind: 'dictionary', entries: new Map() }

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === 'object' && value?.kind === 'dictionary'

export const isStream = (value: PdfValue | undefined): value is PdfStream =>
  typeof value === 'object' && value?.kind === 'stream'

export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value?.kind === 'reference'

export const isKeyword = (value: PdfValue | undefined, word: string): boolean =>
  typeof value === 'object' && value?.kind === 'keyword' && value.word === word

/** The dictionary that a value is or has, else one without entries. */
export function dictionaryOf(value: PdfValue | undefined): PdfDictionary {
  if (isDictionary(value)) return value
  return isStream(value) ? value.dictionary : NO_ENTRIES
}

export const itemsOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  typeof value === 'object' && value?.kind === 'array' ? value.items : []

export const nameOf = (value: PdfValue | undefined): string =>
  typeof value === 'object' && value?.kind === 'name' ? value.name : ''

export const numberOf = (value: PdfValue | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

/** Numbers of an array, other things left out. */
export const numbersOf = (value: PdfValue | undefined): readonly number[] =>
  itemsOf(value).filter((item): item is number => typeof item === 'number')
