import { type Budget, MAX_HELD_BYTES } from '../limits.ts'
import { ascii85, asciiHexadecimal, lzw, runLength } from './filters-small.ts'
import { inflatedWithin } from './inflate.ts'
import { withoutPredictor } from './predictor.ts'
import { dictionaryOf, itemsOf, nameOf, numberOf, type PdfDictionary, type Resolve } from './values.ts'

/** What came out of a stream, and whether that is all of it. */
export type Decoded = {
  readonly bytes: Uint8Array
  readonly end: 'whole' | 'damaged' | 'too-large' | 'picture' | 'unknown-filter'
}

/** Filters in a row; hostile files name a thousand. */
const MAX_FILTERS = 8

const NO_BYTES = new Uint8Array(0)

type Filter = { readonly name: string; readonly parameters: PdfDictionary }

/** The filters of a stream, in the order in which they are undone. */
function filtersOf(dictionary: PdfDictionary, resolve: Resolve): readonly Filter[] {
  const listed = resolve(dictionary.entries.get('Filter') ?? dictionary.entries.get('F'))
  const names = nameOf(listed) === '' ? itemsOf(listed).map(resolve) : [listed]
  const parameters = resolve(dictionary.entries.get('DecodeParms') ?? dictionary.entries.get('DP'))
  const each = itemsOf(parameters)
  return names.map((name, at) => ({
    name: nameOf(name),
    parameters: dictionaryOf(each.length > 0 ? resolve(each[at]) : at === 0 ? parameters : null),
  }))
}

/** Whether a stream says of itself that the file's encryption leaves it out. */
export const isLeftPlain = (dictionary: PdfDictionary, resolve: Resolve): boolean =>
  filtersOf(dictionary, resolve).some(
    ({ name, parameters }) =>
      name === 'Crypt' && (nameOf(parameters.entries.get('Name')) || 'Identity') === 'Identity',
  )

/**
 * Undoes a stream's filters. What comes out counts against the budget; a stream
 * that breaks off tells what came before. Source: ISO 32000-1, §7.4.
 */
export function decoded(
  raw: Uint8Array,
  dictionary: PdfDictionary,
  resolve: Resolve,
  budget: Budget,
): Decoded {
  const filters = filtersOf(dictionary, resolve)
  if (filters.length > MAX_FILTERS) return { bytes: NO_BYTES, end: 'unknown-filter' }
  let bytes = raw
  let end: Decoded['end'] = 'whole'
  for (const { name, parameters } of filters) {
    const parameter = (key: string, otherwise: number) =>
      numberOf(resolve(parameters.entries.get(key)), otherwise)
    const step = undone(name, bytes, parameter, Math.min(MAX_HELD_BYTES, budget.expandedBytes))
    budget.expandedBytes -= step.bytes.length
    if (step.end !== 'whole') end = step.end
    if (step.end === 'picture' || step.end === 'unknown-filter') return { bytes: NO_BYTES, end }
    bytes = step.bytes
  }
  return { bytes, end }
}

function undone(
  name: string,
  bytes: Uint8Array,
  parameter: (key: string, otherwise: number) => number,
  within: number,
): Decoded {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return withoutPredictor(inflatedWithin(bytes, within), parameter)
    case 'LZWDecode':
    case 'LZW':
      return withoutPredictor(lzw(bytes, parameter('EarlyChange', 1), within), parameter)
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes)
    case 'ASCIIHexDecode':
    case 'AHx':
      return asciiHexadecimal(bytes)
    case 'RunLengthDecode':
    case 'RL':
      return runLength(bytes, within)
    case 'Crypt':
      return { bytes, end: 'whole' }
    case 'DCTDecode':
    case 'DCT':
    case 'JPXDecode':
    case 'CCITTFaxDecode':
    case 'CCF':
    case 'JBIG2Decode':
      return { bytes: NO_BYTES, end: 'picture' }
  }
  return { bytes: NO_BYTES, end: 'unknown-filter' }
}
