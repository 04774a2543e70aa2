import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { sheetPart, xlsxOf } from './office.ts'
import { cellsOf, faultsOf, utf8 } from './reading.ts'

const cell = (reference: string, value: number) => `<c r="${reference}"><v>${value}</v></c>`
const sheetWith = (cells: string) =>
  xlsxOf([], {
    'xl/worksheets/sheet1.xml': sheetPart('worksheet', `<sheetData><row>${cells}</row></sheetData>`),
  })

describe('a cell beyond the last column of a sheet', () => {
  it('is read like the rest, in a column behind the last', () => {
    const sheet = sheetWith(cell('XFD1', 36127) + cell('XFE1', 36250) + cell('ZZZZZZZ1', 1204.5))
    expect(cellsOf(sheet)).toEqual([['16383:36127 (36127)', '16384:36250 (36250)', '16384:1204.5 (1204.5)']])
    expect(faultsOf(sheet)).toEqual([])
  })
  it('is fingerprinted as the same figures elsewhere are', () => {
    const featuresOf = (cells: string) => {
      const [part] = finished(inspectFile('table.xlsx', sheetWith(cells)))
      return Buffer.from(part?.features.bytes ?? []).toString('hex')
    }
    const far = featuresOf(cell('XFE1', 36127.4) + cell('XFF1', 36250.9) + cell('XFG1', 1204.5))
    expect(far.slice(0, 16)).toBe(
      featuresOf(cell('A1', 36127.4) + cell('B1', 36250.9) + cell('C1', 1204.5)).slice(0, 16),
    )
    expect(far.slice(0, 16)).not.toBe('')
  })
  it('is read in Excel’s XML of 2003', () => {
    const xml =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
      '<Worksheet ss:Name="Table 1"><Table><Row><Cell ss:MergeAcross="16383"><Data ss:Type="Number">36127</Data></Cell>' +
      '<Cell><Data ss:Type="Number">36250</Data></Cell></Row></Table></Worksheet></Workbook>'
    expect(cellsOf(utf8(xml))).toEqual([['0:36127 (36127)', '16384:36250 (36250)']])
  })
})
