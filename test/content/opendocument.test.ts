import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { flatOpenDocumentOf, openDocumentOf, openDocumentXml, xlsxOf } from './office.ts'
import { cellsOf, faultsOf, partsOf, readingsOf, rowsOf, tableNamesOf, utf8 } from './reading.ts'

const number = (value: number, shown: string, more = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${shown}</text:p></table:table-cell>`
const word = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`
const row = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`
const sheet = (rows: string, more = ''): string =>
  `<table:table table:name="Table 1"${more}>${rows}</table:table>`

const sheetOf = (rows: string): Uint8Array => openDocumentOf('spreadsheet', sheet(rows))

describe('an OpenDocument sheet', () => {
  it('has the number behind each cell and the text it shows', () => {
    const file = sheetOf(row(word('North') + number(36126.799, '36,127') + number(0.052, '5.2%')))
    expect(cellsOf(file)).toEqual([['0:North', '1:36,127 (36126.799)', '2:5.2% (0.052)']])
    expect(tableNamesOf(file)).toEqual(['Table 1'])
    expect(faultsOf(file)).toEqual([])
  })
  it('has dates as labels, whatever they are shown as', () => {
    const date =
      '<table:table-cell office:value-type="date" office:date-value="2020-03-17T00:00:00"><text:p>Mar 20</text:p></table:table-cell>'
    expect(cellsOf(sheetOf(row(date + number(1, '1'))))).toEqual([['0:2020-03-17', '1:1 (1)']])
  })
  it('has values without a text', () => {
    expect(
      cellsOf(sheetOf(row('<table:table-cell office:value-type="float" office:value="36127.5"/>'))),
    ).toEqual([['0:36127.5 (36127.5)']])
  })
  it('repeats cells and rows as often as it says', () => {
    const file = sheetOf(
      row(
        '<table:table-cell table:number-columns-repeated="3"/>' +
          number(7, '7', ' table:number-columns-repeated="2"') +
          number(8, '8'),
      ) +
        row(number(9, '9'), ' table:number-rows-repeated="3"') +
        row('<table:table-cell/>', ' table:number-rows-repeated="10"') +
        row(number(5, '5')),
    )
    const rows = readingsOf(file).flatMap((reading) =>
      reading.kind === 'row'
        ? [[reading.row, ...reading.cells.map((cell) => `${cell.column}:${cell.shown}`)]]
        : [],
    )
    expect(rows).toEqual([
      [0, '3:7', '4:7', '5:8'],
      [1, '0:9'],
      [2, '0:9'],
      [3, '0:9'],
      [14, '0:5'],
    ])
  })
  it('may end in a million empty rows, which are nothing', () => {
    const tail = row(
      '<table:table-cell table:number-columns-repeated="16384"/>',
      ' table:number-rows-repeated="1048000"',
    )
    expect(rowsOf(sheetOf(row(number(1, '1')) + tail))).toEqual([['1']])
    expect(faultsOf(sheetOf(row(number(1, '1')) + tail))).toEqual([])
  })
  it('is too large where it repeats a figure without end, and the rest is still read', () => {
    const bomb = row(
      number(7, '7', ' table:number-columns-repeated="16384"'),
      ' table:number-rows-repeated="1048576"',
    )
    const file = sheetOf(bomb + row(number(36127, '36,127')))
    expect(faultsOf(file)).toEqual(['too-large'])
    expect(rowsOf(file)).toContainEqual(['36,127'])
  })
  it('has comments beside its cells, hidden sheets, and covered cells in their columns', () => {
    const commented =
      '<table:table-cell office:value-type="float" office:value="1"><office:annotation><text:p>was 36,127</text:p></office:annotation><text:p>1</text:p></table:table-cell>'
    const file = openDocumentOf(
      'spreadsheet',
      sheet(row(`${commented + word('wide')}<table:covered-table-cell/>${number(4, '4')}`)) +
        sheet(row(number(41888, '41,888')), ' table:display="false"'),
    )
    expect(cellsOf(file)).toEqual(
      expect.arrayContaining([['0:1 (1)', '1:wide', '3:4 (4)'], ['0:was', '1:36,127'], ['0:41,888 (41888)']]),
    )
  })
  it('has charts and workbooks embedded', () => {
    const file = openDocumentOf('spreadsheet', sheet(row(number(1, '1'))), {
      'Object 1/content.xml': openDocumentXml(
        'text',
        sheet(row(number(36127, '36,127') + number(36250, '36,250'))),
      ),
      'Object 2': xlsxOf([[41888, 42001]]),
      'ObjectReplacements/Object 1': Uint8Array.of(1, 2, 3, 0, 5),
      'Pictures/1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    })
    expect(rowsOf(file)).toContainEqual(['36,127', '36,250'])
    expect(rowsOf(file)).toContainEqual(['41888', '42001'])
    expect(partsOf(file)).toEqual(['file', 'file › Object 2'])
    expect(faultsOf(file)).toEqual([])
  })
  it('may be one XML document', () => {
    expect(cellsOf(utf8(flatOpenDocumentOf('spreadsheet', sheet(row(number(36126.8, '36,127'))))))).toEqual([
      ['0:36,127 (36126.8)'],
    ])
  })
})

describe('an OpenDocument text', () => {
  it('has lines, tables, notes, and text that was deleted', () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted 7,777</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:h>Release</text:h><text:p>rose<text:s text:c="2"/>by<text:tab/>12,345<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note 8,888</text:p></text:note-body></text:note></text:p>' +
      sheet(
        row(word('North') + word('36,127')) +
          row(
            word('South') +
              '<table:table-cell><text:p>41,888</text:p><text:p>42,001</text:p></table:table-cell>',
          ),
      ) +
      '<text:p>a<text:line-break/>b</text:p>'
    expect(rowsOf(openDocumentOf('text', body))).toEqual([
      ['deleted', '7,777'],
      ['Release'],
      ['rose', 'by', '12,345¹'],
      ['note', '8,888'],
      ['North', '36,127'],
      ['South', '41,888'],
      ['42,001'],
      ['a'],
      ['b'],
    ])
  })
  it('sets text apart that stands above the line', () => {
    const styled = openDocumentXml(
      'text',
      '<text:p>36,127<text:span text:style-name="T1">2</text:span></text:p>',
      '<office:automatic-styles><style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>',
    )
    expect(rowsOf(openDocumentOf('text', '', { 'content.xml': styled }))).toEqual([['36,127²']])
  })
})

describe('an OpenDocument file that cannot be read', () => {
  it('is encrypted', () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="x"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const file = openDocumentOf('text', '', {
      'META-INF/manifest.xml': manifest,
      'content.xml': Uint8Array.from({ length: 400 }, (_one, at) => (at * 7919) % 256),
    })
    expect(faultsOf(file)).toEqual(['encrypted'])
    expect(faultsOf(openDocumentOf('text', '', { 'encrypted-package': 'x' }))).toEqual(['encrypted'])
  })
  it('breaks off', () => {
    const file = openDocumentOf('spreadsheet', '', {
      'content.xml': openDocumentXml('spreadsheet', sheet(row(number(36127, '36,127')))).slice(0, -60),
    })
    expect(rowsOf(file)).toEqual([['36,127']])
    expect(faultsOf(file)).toEqual(['damaged'])
  })
})

/** The numbers of every sheet, by sheet and row, as SheetJS has them. */
function numbersBySheetJs(bytes: Uint8Array): readonly string[] {
  const book = XLSX.read(bytes, { type: 'array', cellDates: true, sheetStubs: false })
  return book.SheetNames.flatMap((name) => {
    const cells = book.Sheets[name] ?? {}
    return Object.keys(cells)
      .filter((key) => key[0] !== '!' && cells[key]?.t === 'n')
      .map((key) => {
        const { r, c } = XLSX.utils.decode_cell(key)
        return `${name} ${r} ${c} ${Number(cells[key]?.v)}`
      })
  })
}

const numbersHere = (bytes: Uint8Array): readonly string[] => {
  let name = ''
  return readingsOf(bytes).flatMap((reading) => {
    if (reading.kind === 'table') name = reading.name
    return reading.kind === 'row'
      ? reading.cells.flatMap(({ column, stored }) =>
          stored === null ? [] : [`${name} ${reading.row} ${column} ${stored}`],
        )
      : []
  })
}

describe('the same numbers as SheetJS reads', () => {
  it('from sheets that SheetJS wrote', () => {
    const rows = Array.from({ length: 60 }, (_row, r) =>
      Array.from({ length: 8 }, (_cell, c) => ((r + 1) * 7919 * (c + 3)) / 16),
    )
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'First')
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([[], ['x', null, 5], [null, null, 7.25]]),
      'Second',
    )
    for (const bookType of ['ods', 'fods'] as const) {
      const bytes = new Uint8Array(XLSX.write(book, { bookType, type: 'buffer' }))
      expect([...numbersHere(bytes)].sort()).toEqual([...numbersBySheetJs(bytes)].sort())
    }
  })
  const pairs = '../shared/data/pairs'
  const samples = existsSync(pairs)
    ? readdirSync(pairs, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ods'))
    : []
  // SheetJS leaves out the table that a chart keeps of its figures.
  const isChart = (line: string): boolean => line.startsWith('local-table ')
  it.runIf(samples.length > 0)('from published sheets, but for what charts keep', () => {
    for (const name of samples) {
      const bytes = new Uint8Array(readFileSync(join(pairs, name)))
      const sheets = numbersHere(bytes).filter((line) => !isChart(line))
      expect(sheets.sort(), name).toEqual([...numbersBySheetJs(bytes)].sort())
    }
  })
})
