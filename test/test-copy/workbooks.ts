import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { finished } from '../../src/guard.ts'
import { type TestCopy, testCopyOf } from '../../src/test-copy/test-copy.ts'

/** The copy of a file, which is expected to be possible. */
export function copied(name: string, bytes: Uint8Array): Extract<TestCopy, { kind: 'copy' }> {
  const copy = finished(testCopyOf(name, bytes))
  if (copy.kind !== 'copy') throw new RangeError(`${name}: no copy, because ${copy.because}`)
  return copy
}

/** The figure that must not be found anywhere in a copy. */
export const SECRET = 48271.63

/** The parts of a package as text, by name. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** A package with parts changed or added. */
export function patched(bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const parts = { ...partsOf(bytes) }
  change(parts)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** A workbook as statisticians make them: two sheets and a hidden one, with everything that Excel can attach. */
export async function bulletin(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Ada'
  book.lastModifiedBy = 'Grace'
  book.title = `Rose to ${SECRET}`
  book.company = 'Office'
  coverSheet(book.addWorksheet('Cover'))
  tableSheet(
    book.addWorksheet('Table 1', {
      properties: { tabColor: { argb: 'FF206095' } },
      views: [{ state: 'frozen', ySplit: 4 }],
    }),
  )
  const hidden = book.addWorksheet('Workings')
  hidden.state = 'veryHidden'
  hidden.addRow(['check', SECRET])
  book.definedNames.add("'Table 1'!$A$4:$C$6", 'employment')
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function coverSheet(sheet: ExcelJS.Worksheet): void {
  sheet.addRow(['Public sector employment, UK'])
  sheet.addRow([`Employment rose by 27,000 to ${SECRET} thousand in December 2019.`])
  sheet.addRow([
    'Published at 9:30am on Tuesday 17 March 2020. Contact: pse@office.example, table 1 and note 2.',
  ])
  sheet.addRow([{ text: 'Table 1', hyperlink: "#'Table 1'!A1" }])
  sheet.addRow([{ text: 'Website', hyperlink: `https://office.example/${SECRET}` }])
  sheet.headerFooter.oddHeader = `&L${SECRET}&RAda`
}

function tableSheet(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [{ width: 30 }, { width: 12 }, { width: 14 }, { width: 11 }]
  sheet.addRow(['Table 1: employment, aged 16 to 64, SIC 2007'])
  sheet.mergeCells('A1:D1')
  sheet.addRow(['', 2017, 2018, 2019])
  sheet.addRow(['Units', 'thousands', 'thousands', 'per cent'])
  sheet.addRow(['Central government', 3123.4, SECRET, 0.482716])
  sheet.addRow(['Local government', 2011.25, 1987, -0.0123])
  sheet.addRow(['Total', { formula: 'B4+B5', result: 5134.65 }, { formula: 'C4+C5', result: SECRET }, 0])
  sheet.addRow(['As text', '4,827.163', '(48,271.63)', '48.27163% [r]'])
  sheet.addRow([
    'Revised on',
    new Date(Date.UTC(2020, 2, 16)),
    { richText: [{ text: 'now 48' }, { font: { bold: true }, text: '271.63 thousand' }] },
  ])
  for (const address of ['B4', 'C4', 'B5', 'C5', 'B6', 'C6']) sheet.getCell(address).numFmt = '#,##0.0'
  for (const address of ['D4', 'D5', 'D6']) sheet.getCell(address).numFmt = '0.0%'
  sheet.getCell('B8').numFmt = 'd mmm yyyy'
  sheet.getCell('A4').font = { bold: true, name: 'Arial', size: 14 }
  sheet.getCell('C4').note = `was ${SECRET} last week`
  sheet.getCell('D8').dataValidation = { type: 'list', formulae: [`"${SECRET},1"`], allowBlank: true }
  sheet.addConditionalFormatting({
    ref: 'B4:C6',
    rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [SECRET], style: {} }],
  })
  sheet.protect('secret', {})
}
