import { describe, expect, it } from 'vitest'
import { bytesOf, compoundFile, float, long, utf16, word } from './compound-writer.ts'
import { sheetsOf, shownIn } from './sheets-of.ts'

const record = (type: number, ...parts: readonly (number | string | Uint8Array)[]): Uint8Array => {
  const content = bytesOf(...parts)
  return bytesOf(word(type), word(content.length), content)
}
const BOF_GLOBALS = record(0x809, word(0x600), word(5), long(0), long(0), long(0))
const BOF_SHEET = record(0x809, word(0x600), word(0x10), long(0), long(0), long(0))
const EOF = record(10)
const xf = (format: number) => record(0xe0, word(0), word(format), long(0), long(0), long(0), long(0))
const number = (row: number, column: number, style: number, value: number) =>
  record(0x203, word(row), word(column), word(style), float(value))
const shared = (row: number, column: number, index: number) =>
  record(0xfd, word(row), word(column), word(0), long(index))

type Sheet = { readonly name: string; readonly hidden?: number; readonly cells: readonly Uint8Array[] }

/** A workbook stream: globals, then the sheets, whose places the globals name. */
function stream(globals: readonly Uint8Array[], sheets: readonly Sheet[]): Uint8Array {
  const boundSheets = (places: readonly number[]) =>
    sheets.map(({ name, hidden = 0 }, at) =>
      record(0x85, long(places[at] ?? 0), hidden, 0, name.length, 0, name),
    )
  const before = (places: readonly number[]) => bytesOf(BOF_GLOBALS, ...globals, ...boundSheets(places), EOF)
  const bodies = sheets.map(({ cells }) => bytesOf(BOF_SHEET, ...cells, EOF))
  let at = before([]).length
  const places = bodies.map((body) => {
    at += body.length
    return at - body.length
  })
  return bytesOf(before(places), ...bodies)
}

const book = (globals: readonly Uint8Array[], sheets: readonly Sheet[]) =>
  sheetsOf(compoundFile({ Workbook: stream(globals, sheets) }))

describe('an Excel 97 to 2003 workbook is read', () => {
  it('with every kind of number, as its format shows it', () => {
    const rk = (value: number, hundredths: boolean) => long(((value << 2) | 2 | (hundredths ? 1 : 0)) >>> 0)
    const sheets = book(
      [record(0x41e, word(164), word(5), 0, '#,##0'), xf(0), xf(164), xf(10), xf(14)],
      [
        {
          name: 'Table 1',
          cells: [
            number(0, 0, 1, 36126799.854),
            record(0x27e, word(0), word(1), word(0), rk(-12345, true)),
            record(0xbd, word(1), word(2), word(1), rk(1204, false), word(2), rk(5, true), word(3)),
            record(0x205, word(2), word(0), word(0), 1, 0),
            record(0x205, word(2), word(1), word(0), 42, 1),
            number(2, 2, 3, 43907),
          ],
        },
      ],
    )
    expect(shownIn(sheets, 'Table 1')).toEqual([
      ['36,126,800', '-123.45'],
      ['1,204', '5.00%'],
      ['TRUE', '#N/A', '2020-03-17'],
    ])
    expect(sheets.cells.get('Table 1')?.get('0,0')?.stored).toBe(36126799.854)
    expect(sheets.cells.get('Table 1')?.get('2,2')?.stored).toBeNull()
    expect(sheets.unreadable).toEqual([])
  })
  it('with what its formulas came to: numbers, words, yes and no, errors, nothing', () => {
    const formula = (row: number, value: Uint8Array) =>
      record(6, word(row), word(0), word(0), value, word(0), long(0), word(0))
    const special = (kind: number, value: number) => bytesOf(kind, 0, value, 0, 0, 0, 255, 255)
    const sheets = book(
      [xf(0)],
      [
        {
          name: 'Table 1',
          cells: [
            formula(0, float(2.5)),
            formula(1, special(0, 0)),
            record(0x4bc, word(1)),
            record(0x207, word(6), 1, utf16('up 4 %')),
            formula(2, special(1, 1)),
            formula(3, special(2, 7)),
            formula(4, special(3, 0)),
          ],
        },
      ],
    )
    expect(shownIn(sheets, 'Table 1')).toEqual([['2.5'], ['up 4 %'], ['TRUE'], ['#DIV/0!']])
  })
  it('with shared words that go on in the next record, formatted or with phonetic text', () => {
    const sst = bytesOf(
      record(0xfc, long(4), long(4), word(10), 0, 'Agri'),
      // The rest of "Agriculture" comes as UTF-16: the first byte of what continues says so.
      record(0x3c, 1, utf16('cultur'), word(5), 8, word(1), 'Mi'),
      record(0x3c, 0, 'ned', long(0), word(4), 5, long(3), utf16('統計')),
      record(0x3c, 1, utf16('報告'), 'abc', word(3), 0, '1st'),
    )
    const sheets = book(
      [sst],
      [{ name: 'T', cells: [shared(0, 0, 0), shared(0, 1, 1), shared(0, 2, 2), shared(0, 3, 3)] }],
    )
    expect(shownIn(sheets, 'T')).toEqual([['Agricultur', 'Mined', '統計報告', '1st']])
    expect(sheets.unreadable).toEqual([])
  })
  it('with its hidden and very hidden sheets', () => {
    const sheets = book(
      [],
      [0, 1, 2].map((hidden) => ({ name: `S${hidden}`, hidden, cells: [number(0, 0, 0, hidden + 7)] })),
    )
    expect([0, 1, 2].map((place) => shownIn(sheets, `S${place}`))).toEqual([[['7']], [['8']], [['9']]])
  })
  it('with the rows of cells that stand in the wrong order from left to right', () => {
    const sheets = book(
      [],
      [{ name: 'T', cells: [number(0, 3, 0, 30), number(0, 1, 0, 10), number(0, 2, 0, 20)] }],
    )
    expect(shownIn(sheets, 'T')).toEqual([['10', '20', '30']])
  })
  it('with the sheet that is named but does not stand behind the others', () => {
    const whole = stream(
      [],
      [
        { name: 'A', cells: [number(0, 0, 0, 1)] },
        { name: 'B', cells: [number(0, 0, 0, 2)] },
      ],
    )
    // A record that is longer than the file stands between: whoever goes on from record to record stops there.
    const at = whole.lastIndexOf(0x09, whole.length - 40)
    const boundSheetB = whole.indexOf('B'.charCodeAt(0)) - 8
    const broken = bytesOf(whole.subarray(0, at), word(0x1ff), word(0xffff), whole.subarray(at))
    broken.set(long(at + 4), boundSheetB)
    const sheets = sheetsOf(compoundFile({ Workbook: broken }))
    expect(shownIn(sheets, 'B')).toEqual([['2']])
  })
  it('without the container that it usually is in', () => {
    const sheets = sheetsOf(stream([], [{ name: 'T', cells: [number(0, 0, 0, 4.5)] }]))
    expect(shownIn(sheets, 'T')).toEqual([['4.5']])
  })
})

describe('a workbook that is not read says why', () => {
  it('encrypted', () => {
    const sheets = book([record(0x2f, word(1), word(1))], [{ name: 'T', cells: [number(0, 0, 0, 1)] }])
    expect(sheets.unreadable).toEqual(['encrypted'])
    expect(sheets.cells.size).toBe(0)
  })
  it('from Excel 5 or 95', () => {
    const old = record(0x809, word(0x500), word(5), long(0))
    expect(sheetsOf(compoundFile({ Book: bytesOf(old, EOF) })).unreadable).toEqual(['old-format'])
    expect(sheetsOf(bytesOf(0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0, 0, 0)).unreadable).toEqual(['old-format'])
  })
  it('naming a shared text that is not there', () => {
    expect(book([], [{ name: 'T', cells: [shared(0, 0, 5)] }]).unreadable).toEqual(['damaged'])
  })
  it('cut off, but what was there counts', () => {
    const whole = stream([], [{ name: 'T', cells: [number(0, 0, 0, 8.25), number(1, 0, 0, 9.25)] }])
    const sheets = sheetsOf(compoundFile({ Workbook: whole.subarray(0, whole.length - 10) }))
    expect(shownIn(sheets, 'T')).toEqual([['8.25']])
    expect(sheets.unreadable).toEqual(['damaged'])
  })
})
