import { describe, expect, it } from 'vitest'
import { xlsxOf } from './office.ts'
import { cellsOf, faultsOf, latin1, partsOf, rowsOf } from './reading.ts'
import { joined } from './zip-file.ts'

const rtf = (content: string): Uint8Array =>
  latin1(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial 123;}}{\\info{\\title 99,999}}${content}}`)
const row = (...cells: readonly string[]): string =>
  `\\trowd\\cellx1000\\cellx2000\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row`

describe('Rich Text', () => {
  it('has lines, and tables between them', () => {
    const file = rtf(
      `\\pard Employment rose by 12,345\\par ${row('North', '36,127')}${row('South', '41,888')}\\pard End 9,999\\par`,
    )
    expect(rowsOf(file)).toEqual([
      ['Employment', 'rose', 'by', '12,345'],
      ['North', '36,127'],
      ['South', '41,888'],
      ['End', '9,999'],
    ])
    expect(faultsOf(file)).toEqual([])
  })
  it('has characters by code, by Unicode number, and by name', () => {
    expect(rowsOf(rtf("12\\'a0345 \\u8364?5 1\\~234 \\emdash 7 {\\uc2\\u8722 ab}8 \\{9\\}"))).toEqual([
      ['12\u00a0345', '€5', '1\u00a0234', '—7', '−8', '{9}'],
    ])
  })
  it('leaves out pictures, fonts, fields and what it does not know, and keeps the result of a field', () => {
    const file = rtf(
      'a {\\pict\\pngblip 89504e47 36127}{\\*\\unknown 41888}{\\field{\\*\\fldinst SUM 5}{\\fldrslt 36,250}} {\\*\\bkmkstart x}b',
    )
    expect(rowsOf(file)).toEqual([['a', '36,250', 'b']])
  })
  it('takes the bytes of a binary with it', () => {
    expect(rowsOf(rtf('a {\\pict\\bin7 }}}{{{\\}b 36,127'))).toEqual([['a', 'b', '36,127']])
  })
  it('has marks above the line, hidden text, and deleted text beside the rest', () => {
    expect(rowsOf(rtf('36,127{\\super 1} {\\v 41,888} {\\deleted 5}{\\revised 6} end\\par'))).toEqual([
      ['36,127¹', '41,888', '6', 'end'],
      ['36,127¹', '41,888', '5', 'end'],
    ])
  })
  it('has footnotes, headers and text boxes beside the text', () => {
    const file = rtf(
      '{\\header head 1,111\\par}text{\\footnote note 2,222} more{\\shp{\\*\\shpinst{\\sp{\\sn w}{\\sv 777}}{\\shptxt box 3,333\\par}}}\\par',
    )
    expect(rowsOf(file)).toEqual(
      expect.arrayContaining([
        ['head', '1,111'],
        ['text', 'more'],
        ['note', '2,222'],
        ['box', '3,333'],
      ]),
    )
    expect(rowsOf(file).flat()).not.toContain('777')
  })
  it('has tables in cells of tables', () => {
    const nested =
      '\\trowd\\cellx1000\\cellx2000\\pard\\intbl outer\\cell \\pard\\intbl\\itap2 11\\nestcell 12\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}{\\nonesttables\\par}\\pard\\intbl after\\cell\\row\\pard end\\par'
    expect(rowsOf(rtf(nested))).toEqual([['outer', 'after'], ['11', '12'], ['end']])
  })
  it('has cells of several paragraphs', () => {
    expect(cellsOf(rtf(`${row('North\\par South', '36,127\\par 41,888')}\\pard`))).toEqual([
      ['0:North', '1:36,127'],
      ['0:South', '1:41,888'],
    ])
  })
})

const u32 = (value: number): Uint8Array =>
  Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24)
const hexadecimal = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(.{64})/g, '$1\r\n')

describe('objects in Rich Text', () => {
  it('are read as files of their own', () => {
    const book = xlsxOf([[36127, 36250]])
    const name = latin1('Excel.Sheet.12\0')
    const object = joined(u32(0x501), u32(2), u32(name.length), name, u32(0), u32(0), u32(book.length), book)
    const file = rtf(
      `text {\\object\\objemb{\\*\\objclass Excel.Sheet.12}{\\*\\objdata ${hexadecimal(object)}}{\\result picture}}\\par`,
    )
    expect(rowsOf(file)).toContainEqual(['36127', '36250'])
    expect(partsOf(file)).toEqual(['file', 'file › Excel.Sheet.12'])
    expect(faultsOf(file)).toEqual([])
  })
  it('are said to be unknown where they are', () => {
    expect(faultsOf(rtf('{\\object{\\*\\objdata 01050000020000000000}}'))).toEqual(['unknown-format'])
  })
})

describe('Rich Text that is a trap', () => {
  it('has groups in groups by the hundred thousand', () => {
    expect(rowsOf(rtf(`${'{'.repeat(100_000)}36,127${'}'.repeat(100_000)} 41,888`))).toEqual([
      ['36,127', '41,888'],
    ])
  })
  it('breaks off, and says so', () => {
    const file = rtf('36,127\\par 41,888')
    expect(rowsOf(file.subarray(0, file.length - 1))).toEqual([['36,127'], ['41,888']])
    expect(faultsOf(file.subarray(0, file.length - 1))).toEqual(['damaged'])
  })
})
