import { u16 } from '../little-endian.ts'
import { attributeOf, type XmlHandler } from '../xml/xml.ts'
import {
  BEGIN_CELL_FORMATS,
  CELL_FORMAT,
  END_CELL_FORMATS,
  NUMBER_FORMAT,
  type TakeRecord,
  wideString,
} from './biff12.ts'
import { builtInFormat, type Display, displayOf } from './number-format.ts'

/** The number formats of a workbook, as its styles list them. */
export type Styles = {
  /** Codes by their number, where the workbook has its own. */
  readonly codes: Map<number, string>
  /** The format of each style that cells name, by its number. */
  readonly formats: number[]
}

/** How each style of cells shows numbers. */
export function displaysOf({ codes, formats }: Styles, firstDay: number): readonly Display[] {
  const made = new Map<number, Display>()
  return formats.map((format) => {
    const display = made.get(format) ?? displayOf(codes.get(format) ?? builtInFormat(format), firstDay)
    made.set(format, display)
    return display
  })
}

/** Takes formats out of styles.xml. Source: ECMA-376 part 1, §18.8. */
export function stylesXml({ codes, formats }: Styles): XmlHandler {
  let inCells = false
  return {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attributes().numFmtId), attributeOf(attributes(), 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(Number(attributes().numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  }
}

/** Takes formats out of styles.bin. Source: [MS-XLSB] 2.4.657 for BrtFmt, 2.4.834 for BrtXF. */
export function stylesBin({ codes, formats }: Styles): TakeRecord {
  let inCells = false
  return (type, bytes, from, to) => {
    switch (type) {
      case NUMBER_FORMAT:
        codes.set(u16(bytes, from), wideString(bytes, from + 2, to))
        return
      case BEGIN_CELL_FORMATS:
        inCells = true
        return
      case END_CELL_FORMATS:
        inCells = false
        return
      case CELL_FORMAT:
        if (inCells) formats.push(u16(bytes, from + 2))
    }
  }
}
