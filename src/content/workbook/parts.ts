import { u32 } from '../little-endian.ts'
import { attributeOf, type XmlHandler } from '../xml/xml.ts'
import { SHEET_NAME, type TakeRecord, WORKBOOK_PROPERTIES, wideString } from './biff12.ts'
import { FIRST_DAY_1904 } from './number-format.ts'

/** What the workbook part and its relationships say. */
export type WorkbookParts = {
  /** Where each relationship leads, by its id; only such as lead to sheets are in `sheetTargets`. */
  readonly targets: Map<string, string>
  readonly sheetTargets: Set<string>
  /** Sheet names by relationship. */
  readonly names: Map<string, string>
  firstDay: number
}

/** Relationships that lead to something with cells. Source: ECMA-376 part 1, §12.3; [MS-OFFMACRO2] for macro sheets. */
const SHEET_TYPE = /\/(?:worksheet|dialogsheet|xl(?:Intl)?Macrosheet)$/i

/** @param folder where the workbook part stands: `xl/` */
export const relationshipsXml = (parts: WorkbookParts, folder: string): XmlHandler => ({
  open(name, attributes) {
    if (name !== 'Relationship') return
    const found = attributes()
    const target = resolved(folder, attributeOf(found, 'Target') ?? '')
    parts.targets.set(found.Id ?? '', target)
    if (SHEET_TYPE.test(found.Type ?? '')) parts.sheetTargets.add(target)
  },
  close: () => undefined,
  text: () => undefined,
})

/** The name of a part that stands relative to a folder; lower case, as names of parts are compared. */
function resolved(folder: string, target: string): string {
  const path = target[0] === '/' ? target.slice(1) : folder + target
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.') names.push(name)
  }
  return names.join('/').toLowerCase()
}

/** Takes sheet names and the calendar out of workbook.xml. Source: ECMA-376 part 1, §18.2.19 and §18.2.28. */
export const workbookXml = (parts: WorkbookParts): XmlHandler => ({
  open(name, attributes) {
    if (name === 'workbookPr' && /^(?:1|true|on)$/.test(attributes().date1904 ?? ''))
      parts.firstDay = FIRST_DAY_1904
    if (name !== 'sheet') return
    const found = attributes()
    const id = Object.keys(found).find((key) => /:id$/.test(key))
    if (id !== undefined) parts.names.set(found[id] ?? '', attributeOf(found, 'name') ?? '')
  },
  close: () => undefined,
  text: () => undefined,
})

/** The same out of workbook.bin. Source: [MS-XLSB] 2.4.304, BrtBundleSh; 2.4.829, BrtWbProp. */
export const workbookBin =
  (parts: WorkbookParts): TakeRecord =>
  (type, bytes, from, to) => {
    if (type === WORKBOOK_PROPERTIES && (u32(bytes, from) & 1) === 1) parts.firstDay = FIRST_DAY_1904
    if (type !== SHEET_NAME) return
    const idAt = from + 8
    const idLength = u32(bytes, idAt)
    const hasId = idLength !== 0xffffffff
    if (hasId) parts.names.set(wideString(bytes, idAt, to), wideString(bytes, idAt + 4 + idLength * 2, to))
  }
