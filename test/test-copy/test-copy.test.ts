import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { finished } from '../../src/guard.ts'
import { testCopyName } from '../../src/test-copy/copy-name.ts'
import { type NotPossible, notPossibleText } from '../../src/test-copy/not-possible.ts'
import { testCopyOf } from '../../src/test-copy/test-copy.ts'
import { textFile, workbookOf } from '../breach/office.ts'
import { copied, patched } from './workbooks.ts'

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const book = workbookOf({
  A: [
    ['a', 1234.5, 88, 917],
    ['b', 42.25, 73, 615],
  ],
})
const refusal = (bytes: Uint8Array) => finished(testCopyOf('x', bytes))

describe('the name of a test copy', () => {
  it.each([
    ['PSE_tables.xlsx', 'PSE_tables TEST.xlsx'],
    ['PSE.tables.v2.csv', 'PSE.tables.v2 TEST.csv'],
    ['model.XLSM', 'model TEST.xlsx'],
    ['report.docm', 'report TEST.docx'],
    ['tables', 'tables TEST'],
    ['.hidden', '.hidden TEST'],
  ])('of %s is %s', (name, expected) => expect(testCopyName(name)).toBe(expected))
})

describe('what a file is', () => {
  it('is told by its bytes, whatever it is called', () => {
    expect(copied('renamed.dat', book).name).toBe('renamed TEST.dat')
    expect(Buffer.from(copied('renamed.dat', book).bytes).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('a file of which there is no test copy', () => {
  const xls = new Uint8Array(
    write(sheetBook(), {
      type: 'buffer',
      bookType: 'biff8',
    }),
  )
  const xlsb = new Uint8Array(write(sheetBook(), { type: 'buffer', bookType: 'xlsb' }))
  const encrypted = patched(
    new Uint8Array(write(sheetBook(), { type: 'buffer', bookType: 'ods' })),
    (parts) => {
      parts['META-INF/manifest.xml'] = (parts['META-INF/manifest.xml'] ?? '').replace(
        '</manifest:manifest>',
        '<manifest:file-entry manifest:full-path="x"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      )
    },
  )
  it.each<[string, Uint8Array, NotPossible]>([
    ['.xls', xls, 'old-format'],
    ['.xlsb', xlsb, 'old-format'],
    ['a zip of files', zipSync({ 'a.csv': strToU8('a,b\n1,2\n') }), 'archive'],
    ['a 7z archive', bytesOf('377abcaf271c0004'), 'archive'],
    ['a PDF', textFile('%PDF-1.7\n%âãÏÓ\n'), 'not-a-kind-that-is-copied'],
    ['a picture', bytesOf('89504e470d0a1a0a0000000d49484452'), 'not-a-kind-that-is-copied'],
    [
      'a mail',
      textFile('From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n1,234\r\n'),
      'not-a-kind-that-is-copied',
    ],
    [
      'a web page',
      textFile('<!doctype html><html><body><table><tr><td>1</td></tr></table></body></html>'),
      'not-a-kind-that-is-copied',
    ],
    [
      'an OpenDocument text',
      patched(encrypted, (parts) => {
        for (const name of Object.keys(parts)) if (name !== 'content.xml') delete parts[name]
        parts['content.xml'] =
          '<office:document-content xmlns:office="o"><office:body><office:text/></office:body></office:document-content>'
      }),
      'not-a-kind-that-is-copied',
    ],
    ['an encrypted .ods', encrypted, 'encrypted'],
    ['a workbook cut off', book.subarray(0, book.length - 40), 'damaged'],
    [
      'a workbook whose sheet breaks off',
      patched(book, (parts) => {
        parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').slice(0, 400)
      }),
      'damaged',
    ],
    [
      'a workbook without its sheet',
      patched(book, (parts) => {
        delete parts['xl/worksheets/sheet1.xml']
        parts['xl/worksheets/other.xml'] = '<worksheet/>'
      }),
      'damaged',
    ],
    ['an empty file', new Uint8Array(), 'damaged'],
  ])('%s: says why', (_what, bytes, because) => {
    expect(refusal(bytes)).toEqual({ kind: 'not-possible', because })
  })
  it('has a sentence that says what to do, in both languages', () => {
    const reasons: readonly NotPossible[] = [
      'encrypted',
      'damaged',
      'too-large',
      'old-format',
      'archive',
      'not-a-kind-that-is-copied',
      'figures-would-stay',
    ]
    const sentences = reasons.flatMap((because) => [
      notPossibleText(because, 'en'),
      notPossibleText(because, 'cy'),
    ])
    expect(new Set(sentences).size).toBe(14)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})

function sheetBook() {
  const made = utils.book_new()
  utils.book_append_sheet(
    made,
    utils.aoa_to_sheet([
      ['a', 1234.5, 88],
      ['b', 42.25, 73],
    ]),
    'A',
  )
  return made
}
