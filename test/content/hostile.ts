import { deflateRawSync, gzipSync } from 'node:zlib'
import { docxOf, openDocumentOf, paragraph, sheetPart, xlsxOf } from './office.ts'
import { latin1, utf8 } from './reading.ts'
import { archiveOf, joined, zipOf } from './zip-file.ts'

/** A file made to be a trap, and what must be said of it. */
export type Hostile = {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** A reason that must be among those told; `read` where it must come through without one. */
  readonly expected: 'read' | 'damaged' | 'too-large' | 'encrypted' | 'archive-not-opened' | 'unknown-format'
}

const MIB = 1024 * 1024

const letters = (mebibytes: number): Uint8Array => new Uint8Array(mebibytes * MIB).fill(65)

/** Archives of archives that share nothing, four levels of ten. */
function nestedBomb(): Uint8Array {
  let archive = archiveOf({ 'letters.txt': letters(16) })
  for (let level = 0; level < 4; level++)
    archive = archiveOf(Object.fromEntries(Array.from({ length: 10 }, (_one, at) => [`${at}.zip`, archive])))
  return archive
}

/** Files that share one stretch of bytes (Fifield 2019, "full overlap"). */
function overlapBomb(): Uint8Array {
  const data = letters(2)
  return zipOf(Array.from({ length: 400 }, (_one, at) => ({ name: `${at}.txt`, data, sharesBytes: at > 0 })))
}

const rows = (count: number): string =>
  Array.from(
    { length: 2000 },
    (_row, at) => `<row><c><v>${at * 7919 + 10_000}</v></c><c><v>${at * 104_729}</v></c></row>`,
  )
    .join('')
    .repeat(Math.ceil(count / 2000))

const odsRepeating = (columns: number, rowsRepeated: number): Uint8Array =>
  openDocumentOf(
    'spreadsheet',
    `<table:table><table:table-row table:number-rows-repeated="${rowsRepeated}"><table:table-cell office:value-type="float" office:value="36127" table:number-columns-repeated="${columns}"/></table:table-row></table:table>`,
  )

export const HOSTILE: readonly Hostile[] = [
  {
    name: 'letters-100MiB.zip',
    bytes: () => archiveOf({ 'letters.txt': letters(100) }),
    expected: 'too-large',
  },
  { name: 'four-levels.zip', bytes: nestedBomb, expected: 'too-large' },
  { name: 'shared-bytes.zip', bytes: overlapBomb, expected: 'damaged' },
  { name: 'letters-100MiB.gz', bytes: () => new Uint8Array(gzipSync(letters(100))), expected: 'too-large' },
  {
    name: 'slack-behind-deflate.zip',
    bytes: () => {
      const data = utf8('a,b\n1,2\n')
      const slack = joined(new Uint8Array(deflateRawSync(data)), new Uint8Array(8 * MIB).fill(7))
      return zipOf([{ name: 'a.csv', data, stored: false, compressedSize: slack.length }], { between: slack })
    },
    expected: 'damaged',
  },
  {
    name: 'sheet-of-millions.xlsx',
    bytes: () =>
      xlsxOf([[1]], {
        'xl/worksheets/sheet1.xml': sheetPart('worksheet', `<sheetData>${rows(2_600_000)}</sheetData>`),
      }),
    expected: 'too-large',
  },
  {
    name: 'far-away-cells.xlsx',
    bytes: () =>
      xlsxOf([[1]], {
        'xl/worksheets/sheet1.xml': sheetPart(
          'worksheet',
          '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>36127</v></c></row></sheetData>',
        ),
      }),
    expected: 'read',
  },
  { name: 'repeated-cells.ods', bytes: () => odsRepeating(16_384, 1_048_576), expected: 'too-large' },
  {
    name: 'deep.docx',
    bytes: () =>
      docxOf(
        `${'<w:p><w:r><w:txbxContent>'.repeat(50_000)}${'</w:txbxContent></w:r></w:p>'.repeat(50_000)}${paragraph('36,127')}`,
      ),
    expected: 'read',
  },
  {
    name: 'comment-without-end.docx',
    bytes: () => docxOf('', { 'word/document.xml': `<w:document><!-- ${'x'.repeat(20 * MIB)}` }),
    expected: 'damaged',
  },
  { name: 'quotes.csv', bytes: () => utf8('a,"b\n'.repeat(200_000)), expected: 'read' },
  { name: 'one-line.txt', bytes: () => utf8('36,127'.repeat(1_000_000)), expected: 'read' },
  { name: 'tags.html', bytes: () => utf8(`<html>${'<a b="'.repeat(500_000)}`), expected: 'read' },
  { name: 'tables.html', bytes: () => utf8('<table><tr><td>'.repeat(200_000)), expected: 'read' },
  {
    name: 'groups.rtf',
    bytes: () => latin1(`{\\rtf1 ${'{\\footnote '.repeat(300_000)}36,127`),
    expected: 'damaged',
  },
  {
    name: 'borders.eml',
    bytes: () =>
      latin1(
        `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(300_000)}`,
      ),
    expected: 'too-large',
  },
  {
    name: 'brackets.json',
    bytes: () => utf8(`[${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}]`),
    expected: 'read',
  },
  {
    name: 'nested-elements.xml',
    bytes: () => utf8(`<?xml version="1.0"?>${'<a b="36127">'.repeat(300_000)}`),
    expected: 'damaged',
  },
]
