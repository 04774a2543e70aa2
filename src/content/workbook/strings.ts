import { cellTextOf } from '../xml/bytes.ts'
import { nameCode, type ScanHandler } from '../xml/scan.ts'
import { SHARED_STRING, type TakeRecord, wideString } from './biff12.ts'

const STRING = nameCode('si')
const TEXT = nameCode('t')
const PHONETIC = nameCode('rPh')

/** Takes shared strings out of sharedStrings.xml, phonetic text left out. Source: ECMA-376 part 1, §18.4. */
export function stringsXml(strings: string[]): ScanHandler {
  let text = ''
  let inText = false
  let inPhonetic = false
  return {
    open(name, _bytes, _from, _to, isEmpty) {
      if (name === TEXT) inText = !isEmpty && !inPhonetic
      else if (name === STRING) text = ''
      else if (name === PHONETIC) inPhonetic = true
    },
    close(name) {
      if (name === TEXT) inText = false
      else if (name === STRING) strings.push(text)
      else if (name === PHONETIC) inPhonetic = false
    },
    text(bytes, from, to) {
      if (inText) text += cellTextOf(bytes, from, to)
    },
    cdata(bytes, from, to) {
      if (inText) text += cellTextOf(bytes, from, to)
    },
  }
}

/** Takes shared strings out of sharedStrings.bin. Source: [MS-XLSB] 2.4.746, after a byte of flags. */
export const stringsBin =
  (strings: string[]): TakeRecord =>
  (type, bytes, from, to) => {
    if (type === SHARED_STRING) strings.push(wideString(bytes, from + 1, to))
  }
