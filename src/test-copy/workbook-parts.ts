import { decodedEntities } from '../content/document/entities.ts'
import { prefixedAttribute } from './package-in.ts'
import { attributesText, escapedText, XML_HEAD } from './xml-out.ts'
import type { XmlWalker } from './xml-walk.ts'

/** A sheet as the workbook lists it. */
export type SheetListed = { readonly name: string; readonly relation: string; readonly state: string | null }

/** A name for a place in the workbook. */
type DefinedName = {
  readonly name: string
  readonly sheet: number | null
  readonly hidden: boolean
  readonly place: string
}

/** What a copy takes over of the workbook's own part. Source: ECMA-376 part 1, §18.2. */
export type WorkbookFound = {
  readonly sheets: readonly SheetListed[]
  readonly names: readonly DefinedName[]
  readonly starts1904: boolean
  readonly activeTab: number
  readonly strict: boolean
}

/** A place: cells, whole rows or columns, several of them. Constants and links to other workbooks are none. */
const PLACES =
  /^(?:(?:'(?:[^'[\]]|'')+'|[\w.]+)!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?\d+:\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?:,|$))+$/i

export function takeWorkbook(): { readonly walker: XmlWalker; readonly taken: () => WorkbookFound } {
  const sheets: SheetListed[] = []
  const names: DefinedName[] = []
  let [starts1904, strict] = [false, false]
  let activeTab = 0
  let name: Omit<DefinedName, 'place'> | null = null
  let place = ''
  const walker: XmlWalker = {
    open({ name: written, local, attributes }) {
      const found = attributes()
      if (local === 'workbook') strict = namespaceOf(written, found).indexOf('purl.oclc.org') !== -1
      if (local === 'workbookPr') starts1904 = /^(?:1|true|on)$/.test(found.date1904 ?? '')
      if (local === 'workbookView') activeTab = Number(found.activeTab ?? 0)
      if (local === 'sheet')
        sheets.push({
          name: found.name ?? '',
          relation: prefixedAttribute(found, 'id'),
          state: found.state ?? null,
        })
      if (local !== 'definedName') return
      const sheet = found.localSheetId === undefined ? null : Number(found.localSheetId)
      name = { name: found.name ?? '', sheet, hidden: found.hidden === '1' }
      place = ''
    },
    close(_written, local) {
      if (local !== 'definedName' || name === null) return
      names.push({ ...name, place })
      name = null
    },
    text(text) {
      if (name !== null) place += text
    },
  }
  return { walker, taken: () => ({ sheets, names, starts1904, activeTab, strict }) }
}

const namespaceOf = (name: string, attributes: Readonly<Record<string, string>>): string => {
  const colon = name.indexOf(':')
  return attributes[colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`] ?? ''
}

/** Namespaces of SpreadsheetML and of relationships, transitional and strict. Source: ECMA-376 part 1, annex A; part 4. */
export const namespacesOf = (strict: boolean): { readonly main: string; readonly relations: string } =>
  strict
    ? {
        main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
        relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      }
    : {
        main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      }

/** The workbook's part in the copy, with those of its sheets that were copied, by their place in the original. */
export function workbookXml(found: WorkbookFound, copied: readonly number[]): string {
  const { main, relations } = namespacesOf(found.strict)
  const active = Math.max(0, copied.indexOf(found.activeTab))
  const sheets = copied.map((index, place) => sheetXml(found.sheets[index], place))
  const properties = found.starts1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
  return `${XML_HEAD}<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${sheets.join('')}</sheets>${namesXml(found, copied)}</workbook>`
}

function sheetXml(sheet: SheetListed | undefined, place: number): string {
  if (sheet === undefined) return ''
  const state = sheet.state === null ? {} : { state: sheet.state }
  return `<sheet${attributesText({ name: sheet.name, sheetId: String(place + 1), ...state, 'r:id': `rId${place + 1}` })}/>`
}

function namesXml(found: WorkbookFound, copied: readonly number[]): string {
  const kept = found.names.filter(
    (name) =>
      PLACES.test(name.place) &&
      (name.sheet === null || copied.indexOf(name.sheet) !== -1) &&
      name.name !== '_xlnm._FilterDatabase' &&
      placesExist(name.place, found, copied),
  )
  if (kept.length === 0) return ''
  const written = kept.map(({ name, sheet, hidden, place }) => {
    const local = sheet === null ? {} : { localSheetId: String(copied.indexOf(sheet)) }
    const attributes = attributesText({ name, ...local, ...(hidden ? { hidden: '1' } : {}) })
    return `<definedName${attributes}>${escapedText(place)}</definedName>`
  })
  return `<definedNames>${written.join('')}</definedNames>`
}

/** Whether all sheets that a place names are there. */
function placesExist(place: string, found: WorkbookFound, copied: readonly number[]): boolean {
  const there = copied.map((index) => decodedEntities(found.sheets[index]?.name ?? '').toLowerCase())
  const named = place.match(/(?:'(?:[^']|'')+'|[\w.]+)!/g) ?? []
  return named.every((sheet) => {
    const bare = sheet.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'")
    return there.indexOf(bare.toLowerCase()) !== -1
  })
}
