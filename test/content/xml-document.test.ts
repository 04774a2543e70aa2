import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { readXml } from '../../src/content/xml/xml.ts'
import { cellsOf, faultsOf, latin1, readingsOf, rowsOf, rowsOfText, tableNamesOf, utf8 } from './reading.ts'

const workbook = (content: string): Uint8Array =>
  utf8(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${content}</Workbook>`,
  )
const worksheet = (rows: string, name = 'Table 1'): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table></Worksheet>`
const number = (value: string, more = ''): string =>
  `<Cell${more}><Data ss:Type="Number">${value}</Data></Cell>`
const word = (text: string, more = ''): string => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`

describe('an XML Spreadsheet of 2003', () => {
  it('has numbers as stored and as its styles show them', () => {
    const styles =
      '<Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="s1"><NumberFormat ss:Format="#,##0"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="s3" ss:Parent="s1"/></Styles>'
    const row = `<Row>${word('North')}${number('36126.8', ' ss:StyleID="s1"')}${number('0.052', ' ss:StyleID="s2"')}${number('41888.4', ' ss:StyleID="s3"')}${number('7.5')}</Row>`
    expect(cellsOf(workbook(styles + worksheet(row)))).toEqual([
      ['0:North', '1:36,127 (36126.8)', '2:5.20% (0.052)', '3:41,888 (41888.4)', '4:7.5 (7.5)'],
    ])
  })
  it('takes styles of rows and columns where a cell has none', () => {
    const styles =
      '<Styles><Style ss:ID="a"><NumberFormat ss:Format="0.0"/></Style><Style ss:ID="b"><NumberFormat ss:Format="0.00"/></Style></Styles>'
    const table = `<Column ss:Index="2" ss:StyleID="a" ss:Span="1"/><Row>${number('1.26')}${number('1.26')}${number('1.26')}</Row><Row ss:StyleID="b">${number('1.267')}</Row>`
    expect(rowsOf(workbook(styles + worksheet(table)))).toEqual([['1.26', '1.3', '1.3'], ['1.27']])
  })
  it('leaves out rows and cells, and joins cells', () => {
    const rows = `<Row ss:Index="3">${number('1', ' ss:Index="2"')}${word('wide', ' ss:MergeAcross="2"')}${number('5')}</Row><Row>${number('2')}</Row>`
    const told = readingsOf(workbook(worksheet(rows))).flatMap((reading) =>
      reading.kind === 'row'
        ? [[reading.row, ...reading.cells.map((cell) => `${cell.column}:${cell.shown}`)]]
        : [],
    )
    expect(told).toEqual([
      [2, '1:1', '2:wide', '5:5'],
      [3, '0:2'],
    ])
  })
  it('has a number that stands in a row outside any cell', () => {
    const row = '<Row><Data ss:Type="Number">36127</Data></Row>'
    expect(cellsOf(workbook(worksheet(row)))).toEqual([['0:36127 (36127)']])
  })
  it('has dates as labels, comments, and several sheets', () => {
    const date =
      '<Cell><Data ss:Type="DateTime">2020-03-17T00:00:00.000</Data><Comment><ss:Data>was 36,127</ss:Data></Comment></Cell>'
    const file = workbook(worksheet(`<Row>${date}</Row>`) + worksheet(`<Row>${number('5')}</Row>`, 'Hidden'))
    expect(rowsOf(file)).toEqual([['2020-03-17', 'was 36,127'], ['5']])
    expect(tableNamesOf(file)).toEqual(['Table 1', 'Hidden'])
  })
  it('has the cells that SheetJS put in', () => {
    const rows = Array.from({ length: 40 }, (_row, r) => [
      `row ${r}`,
      ...Array.from({ length: 6 }, (_cell, c) => ((r + 1) * 7919 * (c + 3)) / 16),
    ])
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'First')
    const bytes = new Uint8Array(XLSX.write(book, { bookType: 'xlml', type: 'buffer' }))
    const told = readingsOf(bytes).flatMap((reading) =>
      reading.kind === 'row' ? [reading.cells.map((cell) => cell.stored ?? cell.shown)] : [],
    )
    expect(told).toEqual(rows)
    expect(faultsOf(bytes)).toEqual([])
  })
})

describe('XML of any other kind', () => {
  it('has a row for each record', () => {
    expect(
      rowsOfText(
        '<?xml version="1.0"?><rows><row><area>North</area><n>36,127</n></row><row><area>South</area><n>41,888</n></row></rows>',
      ),
    ).toEqual([
      ['North', '36,127'],
      ['South', '41,888'],
    ])
  })
  it('has the observations of SDMX in either of its forms', () => {
    const generic =
      '<message:GenericData xmlns:message="m" xmlns:generic="g"><generic:Series><generic:Obs><generic:ObsDimension value="2020-Q1"/><generic:ObsValue value="36127.5"/></generic:Obs><generic:Obs><generic:ObsDimension value="2020-Q2"/><generic:ObsValue value="41888"/></generic:Obs></generic:Series></message:GenericData>'
    expect(rowsOfText(generic)).toEqual([
      ['2020-Q1', '36127.5'],
      ['2020-Q2', '41888'],
    ])
    const specific =
      '<?xml version="1.0"?><data><Series AREA="N"><Obs TIME_PERIOD="2020-Q1" OBS_VALUE="36127.5"/><Obs TIME_PERIOD="2020-Q2" OBS_VALUE="41888"/></Series></data>'
    expect(rowsOfText(specific).flat()).toEqual(expect.arrayContaining(['36127.5', '41888']))
  })
  it('has sentences as lines of words', () => {
    expect(rowsOfText('<?xml version="1.0"?><a><b>Employment rose by 12,345 to 32,345,678</b></a>')).toEqual([
      ['Employment', 'rose', 'by', '12,345', 'to', '32,345,678'],
    ])
  })
  it('may say that it is Latin, or be UTF-16', () => {
    const latin = latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a><b>36\u00a0127</b><c>5</c></a>')
    expect(rowsOf(latin)).toEqual([['36\u00a0127', '5']])
    const text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><a><b>36\u00a0127</b><c>5</c></a>'
    const wide = Uint8Array.from(
      [...text].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]),
    )
    expect(rowsOf(wide)).toEqual([['36\u00a0127', '5']])
  })
  it('is damaged where it breaks off or declares entities, and read as far as it goes', () => {
    expect(rowsOfText('<?xml version="1.0"?><a><r><b>36,127</b><c>5</c></r><r>')).toEqual([['36,127', '5']])
    expect(faultsOf(utf8('<?xml version="1.0"?><a><r><b>36,127</b></r><r>'))).toEqual(['damaged'])
    expect(
      faultsOf(utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "36,127">]><a><b>&e;</b></a>')),
    ).toEqual(['damaged'])
  })
})

describe('XML that is a trap', () => {
  it('has elements in elements by the hundred thousand', () => {
    const deep = `<?xml version="1.0"?>${'<a>'.repeat(200_000)}36,127${'</a>'.repeat(200_000)}`
    expect(rowsOfText(deep)).toEqual([['36,127']])
  })
  it('has one text of many megabytes', () => {
    const long = `<?xml version="1.0"?><a><b>${'36,127 '.repeat(1_500_000)}</b></a>`
    expect(rowsOfText(long).flat().length).toBe(1_500_000)
  }, 20_000)
  it('has a comment that comes in thousands of pieces, each taken once or twice', () => {
    const piece = utf8('x'.repeat(1024))
    function* pieces(): Generator<Uint8Array, 'whole'> {
      yield utf8('<a><!-- ')
      for (let at = 0; at < 12_000; at++) yield piece
      yield utf8(' --><b>5</b></a>')
      return 'whole'
    }
    const texts: string[] = []
    const before = process.cpuUsage()
    const reading = readXml(
      pieces(),
      { open: () => undefined, close: () => undefined, text: (text) => texts.push(text) },
      () => [],
    )
    let next = reading.next()
    while (!next.done) next = reading.next()
    const { user, system } = process.cpuUsage(before)
    expect({ end: next.value, texts }).toEqual({ end: 'whole', texts: ['5'] })
    expect((user + system) / 1000).toBeLessThan(2_000)
  })
  it('has more cells than are read', () => {
    const rows = `<Row>${number('1')}${number('2')}</Row>`.repeat(100)
    expect(faultsOf(workbook(worksheet(rows)), Object.assign(fullBudget(), { cells: 50 }))).toEqual([
      'too-large',
    ])
  })
})
