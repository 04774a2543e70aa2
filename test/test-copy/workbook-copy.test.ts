import { read as readSheets, type WorkBook } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { wellFormed } from '../breach-report/well-formed.ts'
import { bulletin, copied, partsOf, patched, SECRET } from './workbooks.ts'

let original: Uint8Array
let copy: Uint8Array
let replaced: number
let sheetJs: WorkBook
let excelJs: ExcelJS.Workbook

beforeAll(async () => {
  original = await bulletin()
  const made = copied('PSE_tables.xlsx', original)
  copy = made.bytes
  replaced = made.replaced
  sheetJs = readSheets(copy, { cellStyles: true, cellNF: true, cellText: true, cellFormula: true })
  excelJs = new ExcelJS.Workbook()
  await excelJs.xlsx.load(Buffer.from(copy).buffer.slice(0))
})

const shown = (address: string, sheet = 'Table 1'): unknown => sheetJs.Sheets[sheet]?.[address]?.w
const stored = (address: string, sheet = 'Table 1'): unknown => sheetJs.Sheets[sheet]?.[address]?.v

describe('the copy of a workbook', () => {
  it('has the same sheets in the same order, the hidden one as hidden', () => {
    expect(sheetJs.SheetNames).toEqual(['Cover', 'Table 1', 'Workings'])
    expect(excelJs.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Cover', 'visible'],
      ['Table 1', 'visible'],
      ['Workings', 'veryHidden'],
    ])
  })
  it('shows every figure as a false one in the cell’s own format', () => {
    expect(['B4', 'C4', 'B5', 'C5'].map((address) => shown(address))).toEqual([
      '111.1',
      '111.1',
      '111.1',
      '111.1',
    ])
    expect(['D4', 'D5', 'D6'].map((address) => shown(address))).toEqual(['11.1%', '11.1%', '11.1%'])
    expect(stored('D4')).toBe(0.111)
  })
  it('tells neither sign nor size nor whether something was nothing', () => {
    expect([stored('D5'), stored('D6')]).toEqual([stored('D4'), stored('D4')])
  })
  it('replaces figures that are text, and keeps their marks', () => {
    expect(['B7', 'C7', 'D7'].map((address) => shown(address))).toEqual([
      '111.111',
      '111.11',
      '11.11111% [r]',
    ])
  })
  it('replaces a figure that is split between runs of different looks', () => {
    expect(shown('C8')).toBe('now 111.11 thousand')
  })
  it('keeps headings, labels, dates and the years above the columns', () => {
    expect(shown('A1')).toBe('Table 1: employment, aged 16 to 64, SIC 2007')
    expect(['B2', 'C2', 'D2'].map((address) => stored(address))).toEqual([2017, 2018, 2019])
    expect(shown('B8')).toBe('16 Mar 2020')
    expect(stored('A3', 'Cover')).toContain('9:30am on Tuesday 17 March 2020')
  })
  it('replaces a sentence that says where figures went', () => {
    expect(stored('A2', 'Cover')).toBe('Test sentence 111.')
  })
  it('has no formula: what it showed is replaced', () => {
    expect(sheetJs.Sheets['Table 1']?.C6).toMatchObject({ t: 'n', v: 111.1 })
    expect(JSON.stringify(sheetJs.Sheets)).not.toContain('"f":')
    expect(partsOf(copy)['xl/worksheets/sheet2.xml']).not.toContain('<f')
  })
  it('keeps widths, merged cells, frozen rows, the colour of the tab and fonts', () => {
    const sheet = excelJs.getWorksheet('Table 1')
    expect([1, 2, 3, 4].map((column) => sheet?.getColumn(column).width)).toEqual([30, 12, 14, 11])
    expect(sheet?.getCell('B1').isMerged).toBe(true)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    expect(sheet?.properties.tabColor).toEqual({ argb: 'FF206095' })
    expect(sheet?.getCell('A4').font).toMatchObject({ bold: true, name: 'Arial', size: 14 })
    expect(sheet?.getCell('C4').numFmt).toBe('#,##0.0')
  })
  it('keeps names of places and links inside the workbook, and no link to elsewhere', () => {
    expect(excelJs.definedNames.getRanges('employment').ranges).toEqual(["'Table 1'!$A$4:$C$6"])
    const [link] = /<hyperlink [^>]*>/.exec(partsOf(copy)['xl/worksheets/sheet1.xml'] ?? '') ?? []
    expect(link).toBe('<hyperlink ref="A4" location="#&apos;Table 1&apos;!A1"/>')
    expect(partsOf(copy)['xl/worksheets/sheet1.xml']?.match(/<hyperlink /g)).toHaveLength(1)
  })
  it('says how many figures were replaced', () => expect(replaced).toBe(15))
  it('is made of these parts and no others', () => {
    expect(Object.keys(partsOf(copy)).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/theme/theme1.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
    ])
  })
  it('is well-formed throughout', () => {
    for (const [name, part] of Object.entries(partsOf(copy)))
      expect([name, wellFormed(part)]).toEqual([name, true])
  })
  it('has nobody’s name, no comment, no header, no protection and the secret figure nowhere', () => {
    for (const [name, part] of Object.entries(partsOf(copy)))
      expect([
        name,
        /48,?271|482716|27,?163|Ada|Grace|oddHeader|sheetProtection|conditionalFormatting|dataValidation/.exec(
          part,
        ),
      ]).toEqual([name, null])
  })
  it('does have all that in the original', () => {
    const text = Object.values(partsOf(original)).join('')
    for (const word of [
      String(SECRET),
      'Ada',
      'Grace',
      'oddHeader',
      'sheetProtection',
      'conditionalFormatting',
      'dataValidation',
    ])
      expect(text).toContain(word)
  })
})

describe('what a workbook may carry beside its sheets', () => {
  const withExtras = () =>
    patched(original, (parts) => {
      const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
      const add = (name: string, text: string) => {
        parts[name] = text
      }
      add('xl/externalLinks/externalLink1.xml', `<externalLink><v>${SECRET}</v></externalLink>`)
      add('xl/pivotCache/pivotCacheRecords1.xml', `<pivotCacheRecords><n v="${SECRET}"/></pivotCacheRecords>`)
      add('xl/charts/chart1.xml', `<chartSpace><v>${SECRET}</v></chartSpace>`)
      add('xl/embeddings/workbook1.xlsx', `${SECRET}`)
      add('xl/printerSettings/printerSettings1.bin', 'Ada’s printer')
      add('docProps/custom.xml', `<Properties><property name="x">${SECRET}</property></Properties>`)
      add('docProps/thumbnail.jpeg', `${SECRET}`)
      add('customXml/item1.xml', `<a>${SECRET}</a>`)
      const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
      add(
        'xl/worksheets/sheet2.xml',
        sheet.replace(
          '</worksheet>',
          `<drawing xmlns:r="${relations}" r:id="rId9"/><extLst><ext uri="x"><sparkline>${SECRET}</sparkline></ext></extLst></worksheet>`,
        ),
      )
      add(
        'xl/worksheets/sheet2.xml',
        (parts['xl/worksheets/sheet2.xml'] ?? '').replace(
          '</sheetViews>',
          `<extLst><ext uri="y">${SECRET}</ext></extLst></sheetViews>`,
        ),
      )
      const book = parts['xl/workbook.xml'] ?? ''
      add(
        'xl/workbook.xml',
        book.replace(
          '</definedNames>',
          `<definedName name="secret">${SECRET}</definedName><definedName name="elsewhere">[1]Sheet1!$A$1</definedName></definedNames>`,
        ),
      )
      const styles = parts['xl/styles.xml'] ?? ''
      add('xl/styles.xml', styles.replace(/formatCode="0\.0%"/, `formatCode="&quot;to ${SECRET}&quot; 0.0%"`))
    })

  it('stays behind, every part and every word of it', () => {
    const bytes = withExtras()
    expect(Object.values(partsOf(bytes)).join('').match(/48271/g)?.length).toBeGreaterThan(12)
    const parts = partsOf(copied('PSE_tables.xlsx', bytes).bytes)
    expect(Object.keys(parts)).toHaveLength(10)
    expect(Object.values(parts).join('')).not.toMatch(/48,?271|printer|elsewhere|secret/)
  })
  it('leaves a workbook behind that both oracles open', async () => {
    const { bytes } = copied('PSE_tables.xlsx', withExtras())
    expect(readSheets(bytes).SheetNames).toHaveLength(3)
    await expect(new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes).buffer.slice(0))).resolves.toBeDefined()
  })
  it('opens with the sheet that was open, or with the first where that one is not copied', () => {
    const opening = (tab: number) => {
      const bytes = patched(original, (parts) => {
        const book = (parts['xl/workbook.xml'] ?? '').replace(/<bookViews>.*<\/bookViews>/, '')
        const view = `<bookViews><workbookView activeTab="${tab}"/></bookViews>`
        parts['xl/workbook.xml'] = book.replace('<sheets>', `${view}<sheets>`)
      })
      return /activeTab="(\d+)"/.exec(partsOf(copied('a.xlsx', bytes).bytes)['xl/workbook.xml'] ?? '')?.[1]
    }
    expect([opening(1), opening(7)]).toEqual(['1', '0'])
  })
})

describe('a workbook with macros', () => {
  it('is copied without them, as .xlsx', () => {
    const withMacros = patched(original, (parts) => {
      parts['xl/vbaProject.bin'] = `Sub Secret ${SECRET}`
      parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      )
    })
    const { name, bytes } = copied('PSE.xlsm', withMacros)
    expect(name).toBe('PSE TEST.xlsx')
    expect(Object.keys(partsOf(bytes))).not.toContain('xl/vbaProject.bin')
    expect(partsOf(bytes)['[Content_Types].xml']).not.toContain('macroEnabled')
  })
})

describe('a workbook with a table in it', () => {
  const withTable = async (headings: readonly string[]) => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Data')
    sheet.addTable({
      name: 'Employment',
      ref: 'A1',
      headerRow: true,
      style: { theme: 'TableStyleLight9', showRowStripes: true },
      columns: headings.map((name) => ({ name, filterButton: true })),
      rows: [
        ['UK', SECRET, 5],
        ['Wales', 301.5, 7],
      ],
    })
    return copied('table.xlsx', new Uint8Array(await book.xlsx.writeBuffer())).bytes
  }
  it('has the same table, its headings and its stripes', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(await withTable(['Area', 'Level', 'Rank'])).buffer.slice(0))
    const table = book.getWorksheet('Data')?.getTable('Employment')
    expect(table).toBeDefined()
    const xml = partsOf(await withTable(['Area', 'Level', 'Rank']))['xl/tables/table1.xml']
    expect(xml).toContain('ref="A1:C3"')
    expect(xml).toContain('<tableColumn id="2" name="Level"/>')
    expect(xml).toContain('name="TableStyleLight9"')
    expect(xml).toContain('<autoFilter ref="A1:C3"/>')
  })
  it('has its cells without the table where false headings would be alike', async () => {
    const parts = partsOf(await withTable(['Area', '48,271.63', '48,271.64']))
    expect(Object.keys(parts).filter((name) => name.includes('table'))).toEqual([])
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('tablePart')
  })
})
