import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BookType, type CellObject, utils, type WorkBook, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../src/content/format-of.ts'
import { sheetsOf } from './sheets-of.ts'
import { type Difference, differencesFromSheetJs } from './spreadsheet-oracle.ts'

const REAL = '../shared/data'

/** What is known to be read differently, and why ours is right or it makes no difference. */
const EXPLAINED: readonly (readonly [why: string, file: RegExp, difference: (one: Difference) => boolean])[] =
  [
    [
      'SheetJS puts "_x000D_" and line ends of a text as one, we keep what the file says: a label',
      /as-shown-text\.xlsx$/,
      ({ kind, ours, theirs }) => kind === 'words' && ours.replace(/\r/g, '') === theirs,
    ],
    [
      'a format of fractions is shown by us as "General": a fraction has no digits of its own',
      /number_format\.xlsm$/,
      ({ kind, theirs }) => kind === 'display' && /\(.*\/(?:\?|\d).* of /.test(theirs),
    ],
    [
      'SheetJS rounds 123.45 down where Excel and we round halves of the decimal number up',
      /number_format\.xlsm$/,
      ({ kind, theirs }) => kind === 'display' && theirs.startsWith('123.4E+0'),
    ],
    [
      'a beta of Excel 2007 wrote sheet names in another layout; SheetJS takes the rest of the file for the name',
      /Simple\.xlsb$/,
      ({ kind }) => kind === 'missing',
    ],
  ]

const isExplained = (path: string) => (one: Difference) =>
  EXPLAINED.some(([, file, difference]) => file.test(path) && difference(one))

const realWorkbooks = (): string[] =>
  ['pairs', 'negatives', 'malformed/found-protected-readable']
    .flatMap((folder) =>
      readdirSync(join(REAL, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(REAL, folder, name),
      ),
    )
    .filter((path) => /\.(?:xls|xlsx|xlsm|xlsb)$/i.test(path) && statSync(path).isFile())
    .filter((path) => ['zip', 'compound'].includes(formatOf(new Uint8Array(readFileSync(path)))))

describe.runIf(existsSync(REAL))('a real workbook has the same cells for us as for SheetJS', () => {
  it.each(existsSync(REAL) ? realWorkbooks().map((path) => [basename(path), path]) : [])(
    '%s',
    (_name, path) => {
      const bytes = new Uint8Array(readFileSync(path))
      const ours = sheetsOf(bytes)
      expect(differencesFromSheetJs(bytes, ours).filter((one) => !isExplained(path)(one))).toEqual([])
      expect(ours.unreadable).toEqual([])
    },
  )
})

const FORMATS = ['General', '0', '0.0', '#,##0', '#,##0.00', '0%', '0.0%', '#,##0,', '@', '#,##0;(#,##0)']

/** Without ampersands: SheetJS reads `&amp;amp;` as one. */
const words = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(text) && text.indexOf('&') === -1),
  fc.constantFrom(
    '36,127',
    '£1.5m',
    'ÅÄÖ ß',
    '统计',
    ' padded ',
    'x'.repeat(9000),
    '统'.repeat(5000),
    '_x0041_',
    'R and D',
  ),
)
/** Without fives: on a half of the decimal number SheetJS rounds down where Excel and we round up. */
const withoutFives = (value: number) => !/5/.test(String(value))
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).filter(withoutFives),
  fc
    .integer({ min: -99_999_999, max: 99_999_999 })
    .map((whole) => whole / 1000)
    .filter(withoutFives),
  fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0),
)
const cell: fc.Arbitrary<CellObject> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(number, fc.constantFrom(...FORMATS)).map(([v, z]): CellObject => ({ t: 'n', v, z })),
  },
  { weight: 2, arbitrary: words.map((v): CellObject => ({ t: 's', v })) },
  { weight: 1, arbitrary: fc.boolean().map((v): CellObject => ({ t: 'b', v })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 100, max: 60_000 }).map((v): CellObject => ({ t: 'n', v, z: 'yyyy-mm-dd' })),
  },
  { weight: 1, arbitrary: number.map((v): CellObject => ({ t: 'n', v, f: 'SUM(A1:A2)' })) },
  { weight: 1, arbitrary: words.map((v): CellObject => ({ t: 's', v, f: 'A1&A2' })) },
)

/** Cells far apart and next to each other, in no order. */
const sheet = fc.uniqueArray(
  fc.tuple(fc.oneof(fc.nat(12), fc.nat(120)), fc.oneof(fc.nat(8), fc.nat(40)), cell),
  { selector: ([row, column]) => `${row},${column}`, minLength: 1, maxLength: 40 },
)

function bookOf(
  sheets: readonly (readonly (readonly [number, number, CellObject])[])[],
  date1904: boolean,
): WorkBook {
  const book = utils.book_new()
  sheets.forEach((cells, place) => {
    const rows = cells.map(([row]) => row)
    const columns = cells.map(([, column]) => column)
    const range = { s: { r: 0, c: 0 }, e: { r: Math.max(...rows), c: Math.max(...columns) } }
    const made = Object.fromEntries(cells.map(([r, c, value]) => [utils.encode_cell({ r, c }), { ...value }]))
    utils.book_append_sheet(book, { '!ref': utils.encode_range(range), ...made }, `Sheet ${place}`)
  })
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: sheets.map((_cells, place) => ({ Hidden: place === 1 ? 2 : 0 })),
  }
  return book
}

/** Shared texts only in two of them: on long ones SheetJS's writer of biff8 never ends (xls.test.ts has such). */
describe.each<[BookType, boolean]>([
  ['xlsx', true],
  ['xlsb', true],
  ['biff8', false],
])('a generated workbook of type %s', (bookType, mayShare) => {
  it('has the same cells for us as for SheetJS: types, words, dates, formulas, sparse and very hidden sheets', () => {
    fc.assert(
      fc.property(
        fc.array(sheet, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        (sheets, date1904, shares) => {
          const bookSST = shares && mayShare
          const bytes = new Uint8Array(
            write(bookOf(sheets, date1904), { type: 'buffer', bookType, bookSST, compression: true }),
          )
          const ours = sheetsOf(bytes)
          expect(differencesFromSheetJs(bytes, ours)).toEqual([])
          expect(ours.unreadable).toEqual([])
          expect([...ours.cells.keys()].filter((name) => name !== '')).toEqual(
            sheets.map((_cells, place) => `Sheet ${place}`),
          )
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a workbook made by exceljs', () => {
  it('has the cells that were put in, merged and rich ones too', async () => {
    const book = new ExcelJS.Workbook()
    book.properties.date1904 = true
    const made = book.addWorksheet('Table 1', { state: 'veryHidden' })
    made.getCell('A1').value = { richText: [{ text: 'All ' }, { font: { bold: true }, text: 'industries' }] }
    made.mergeCells('A2:C2')
    made.getCell('A2').value = 36126799.854
    made.getCell('A2').numFmt = '#,##0'
    made.getCell('B3').value = { formula: 'A2*2', result: 72253599.708 }
    made.getCell('C3').value = { formula: 'A1&"x"', result: 'All industriesx' }
    made.getCell('D3').value = { formula: 'NA()', result: { error: '#N/A' } }
    made.getCell('E3').value = { formula: 'TRUE()', result: true }
    made.getCell('F3').value = new Date(Date.UTC(2020, 2, 17))
    const ours = sheetsOf(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(Object.fromEntries(ours.cells.get('Table 1') ?? [])).toEqual({
      '0,0': { column: 0, stored: null, shown: 'All industries' },
      '1,0': { column: 0, stored: 36126799.854, shown: '36,126,800' },
      '2,1': { column: 1, stored: 72253599.708, shown: '72253599.71' },
      '2,2': { column: 2, stored: null, shown: 'All industriesx' },
      '2,3': { column: 3, stored: null, shown: '#N/A' },
      '2,4': { column: 4, stored: null, shown: 'TRUE' },
      '2,5': { column: 5, stored: null, shown: '2020-03-17' },
    })
  })
})
