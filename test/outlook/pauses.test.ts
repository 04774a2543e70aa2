import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/content/content.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { decoding } from '../../src/content/text/text-encoding.ts'
import { base64Pieces, decodingBase64 } from '../../src/fingerprint/encoding.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { packing } from '../../src/outlook/packing.ts'
import { encodingUtf8 } from '../../src/outlook/utf8.ts'
import { at, onePage } from '../content/pdf-file.ts'
import { utf8 } from '../content/reading.ts'
import { archiveOf } from '../content/zip-file.ts'

/*
 * That a person can go on typing while a large file is read: whatever takes long
 * is cut into steps by its size. How long a step takes is in bench:tasks.
 */

/** What work comes to, and how often it pauses on the way. */
function driven<T>(steps: Generator<unknown, T>): { readonly pauses: number; readonly end: T } {
  let next = steps.next()
  let pauses = 0
  for (; !next.done; next = steps.next()) pauses++
  return { pauses, end: next.value }
}

/** What is told up to where the test looks, and how often it pauses until then. */
function pausesBefore(bytes: Uint8Array, isThere: (reading: Reading) => boolean): number {
  let pauses = 0
  for (const reading of read('file', bytes, fullBudget())) {
    if (reading.kind === 'pause') pauses++
    if (isThere(reading)) return pauses
  }
  throw new Error('it was never told')
}

const MEGABYTE = 2 ** 20
const bytes = Uint8Array.from({ length: 2 * MEGABYTE + 1 }, (_, place) => (place * 7) & 255)
const base64 = Buffer.from(bytes).toString('base64')
const figure = (place: number): string => String(10_000 + ((place * 7919) % 89_989))

describe('what takes long pauses by its size', () => {
  it('when an attachment comes as base64', () => {
    const { pauses, end } = driven(decodingBase64(base64))
    expect(Buffer.from(end ?? []).equals(Buffer.from(bytes))).toBe(true)
    expect(pauses).toBeGreaterThan(10)
  })
  it('when features go as base64', () => {
    const pieces = Array.from(base64Pieces(bytes))
    expect(pieces.join('') === base64).toBe(true)
    expect(pieces.length).toBeGreaterThan(10)
  })
  it('when an attached message comes as text', () => {
    const text = 'ŷ€😀'.repeat(MEGABYTE / 4)
    const { pauses, end } = driven(encodingUtf8(text))
    expect(Buffer.from(end).equals(Buffer.from(text))).toBe(true)
    expect(pauses).toBeGreaterThan(6)
  })
  it('when a request of megabytes is handed to the browser', async () => {
    const { pauses, end } = driven(packing(['{"features":"', ...base64Pieces(bytes), '"}']))
    expect(pauses).toBeGreaterThan(2)
    expect((await new Response(end).text()) === `{"features":"${base64}"}`).toBe(true)
    expect(driven(packing(['{', '}']))).toEqual({ pauses: 0, end: '{}' })
  })
  it.each([
    ['UTF-8', Buffer.from('£€ 12,345\n'.repeat(200_000))],
    ['UTF-16', Buffer.from('\ufeff£€ 12,345\n'.repeat(100_000), 'utf16le')],
    ['Windows-1252', Buffer.from('\xa3 12,345\n'.repeat(200_000), 'latin1')],
  ])('when a text in %s is decoded, and no character is lost between two steps', (_encoding, encoded) => {
    const { pauses, end } = driven(decoding(encoded))
    expect(pauses).toBeGreaterThan(5)
    expect(new Set(end.split('\n').map((line) => line.replace('\ufeff', ''))).size).toBe(2)
  })
  it('when a column is long, whose runs stay neighbours all the same', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `Area,${figure(row)}`)
    const { pauses, end } = driven(inspectFile('column.csv', utf8(rows.join('\n'))))
    expect(pauses).toBeGreaterThan(62)
    const words = new BigUint64Array(end[0]?.features.bytes.slice().buffer ?? new ArrayBuffer(0))
    expect(words.length).toBeGreaterThan(19_000)
    // One before the rows as they are told with their labels, one before the same rounded.
    expect(words.filter((word) => word === 0n)).toHaveLength(2)
  })
  it('when rows are wide', () => {
    const row = Array.from({ length: 2_000 }, (_, column) => figure(column)).join(',')
    const { pauses } = driven(inspectFile('wide.csv', utf8(Array.from({ length: 50 }, () => row).join('\n'))))
    expect(pauses).toBeGreaterThan(49)
  })
  it('when a workbook has many strings, which stand before its first row', () => {
    const strings = Array.from({ length: 60_000 }, (_, place) => `<si><t>Area ${place}</t></si>`).join('')
    const book = archiveOf({
      'xl/workbook.xml': utf8('<workbook><sheets/></workbook>'),
      'xl/sharedStrings.xml': utf8(`<sst>${strings}</sst>`),
      'xl/worksheets/sheet1.xml': utf8(
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      ),
    })
    expect(pausesBefore(book, ({ kind }) => kind === 'row')).toBeGreaterThan(15)
  })
  it('when a file inside an archive is taken out', () => {
    const archive = archiveOf({ 'a.csv': utf8(`${figure(1)},${figure(2)}\n`.repeat(400_000)) })
    const inner = (reading: Reading): boolean => reading.kind === 'part' && reading.path === 'file › a.csv'
    expect(pausesBefore(archive, inner)).toBeGreaterThan(7)
  })
  it('when a page of a PDF is drawn of many lines before its text', () => {
    const page = onePage(`${'0 0 m 9 9 l S\n'.repeat(20_000)}${at(50, 700, '1,234')}`)
    expect(pausesBefore(page, ({ kind }) => kind === 'row')).toBeGreaterThan(10)
  })
})
