import { gzipSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import { bytesOf, compoundFile, long, utf16, word } from './compound-writer.ts'
import {
  chartXml,
  docxOf,
  flatOpenDocumentOf,
  openDocumentOf,
  paragraph,
  pptxOf,
  sheetPart,
  slideText,
  wordTable,
  xlsxOf,
} from './office.ts'
import { encryptedPdf } from './pdf-encrypted.ts'
import { at, onePage } from './pdf-file.ts'
import { latin1, utf8 } from './reading.ts'
import { archiveOf, zipOf } from './zip-file.ts'

/** A sound file of some format. */
export type Sample = { readonly name: string; readonly bytes: Uint8Array }

const ROWS = [
  ['Area', '2019', '2020'],
  ['North', '36,127', '36,250'],
  ['South', '41,888', '42,001'],
]
const CSV = ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')
const HTML = `<html><p>Employment 12,345</p><table>${ROWS.map((row) => `<tr><td rowspan=1>${row.join('<td colspan="1">')}`).join('')}</table><!--[if mso]>x<![endif]-->`
const NUMBERS = [
  [2019, 36127.25, 36250.5],
  [2020, 41888, 42001.125],
]

const DOCX = docxOf(paragraph('Employment 12,345') + wordTable(ROWS), {
  'word/charts/chart1.xml': chartXml(['Men', 'Women'], ['6666.25', '7777.5'], '#,##0.0'),
  'word/embeddings/book.xlsx': xlsxOf(NUMBERS),
})

const MAIL = [
  'From: a@b.example',
  'Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe_36=2C127?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="border"',
  '',
  '--border',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  HTML.replace(/=/g, '=3D'),
  '--border',
  "Content-Type: application/zip; name*=utf-8''t%C3%A4.zip",
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(archiveOf({ 'table.csv': CSV }))
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n'),
  '--border--',
  '',
].join('\r\n')

const RTF = `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}Employment 12,345{\\super 1}\\par ${ROWS.map((row) => `\\trowd\\cellx9\\intbl ${row.join('\\cell ')}\\cell\\row`).join('')}\\pard {\\object{\\*\\objdata 0105000002000000 04000000 61626300 00000000 00000000 04000000 31323334}}\\u8364?}`

const SPREADSHEET_2003 = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="a"><NumberFormat ss:Format="#,##0.0"/></Style></Styles><Worksheet ss:Name="T"><Table>${NUMBERS.map((row) => `<Row ss:Index="3">${row.map((value) => `<Cell ss:StyleID="a"><Data ss:Type="Number">${value}</Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet></Workbook>`

const ODS_ROWS = NUMBERS.map(
  (row) =>
    `<table:table-row table:number-rows-repeated="2">${row.map((value) => `<table:table-cell office:value-type="float" office:value="${value}" table:number-columns-repeated="2"><text:p>${value}</text:p></table:table-cell>`).join('')}</table:table-row>`,
).join('')
const ODS = `<table:table table:name="T">${ODS_ROWS}</table:table>`

function written(bookType: 'biff8' | 'xlsb' | 'xlsx' | 'ods'): Uint8Array {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Area', 'text'], ...NUMBERS]), 'Table 1')
  return new Uint8Array(XLSX.write(book, { bookType, type: 'buffer' }))
}

/** How an attachment is attached: as bytes. Source: [MS-OXCMSG] 2.2.2.9. */
const BY_VALUE = bytesOf(new Uint8Array(8), word(3), word(0x3705), long(6), long(1), long(0))

const MSG = compoundFile({
  '__properties_version1.0': new Uint8Array(32),
  '__substg1.0_0037001F': utf16('Employment 36,127'),
  '__substg1.0_1000001F': utf16('North 36,127\r\nSouth 41,888'),
  '__attach_version1.0_#00000000/__properties_version1.0': BY_VALUE,
  '__attach_version1.0_#00000000/__substg1.0_37010102': xlsxOf(NUMBERS),
  '__attach_version1.0_#00000000/__substg1.0_3707001F': utf16('table.xlsx'),
})

const PIVOT = xlsxOf(NUMBERS, {
  'xl/sharedStrings.xml': sheetPart('sst', '<si><t>North</t></si>'),
  'xl/styles.xml': sheetPart(
    'styleSheet',
    '<numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
  ),
  'xl/pivotCache/pivotCacheRecords1.xml': sheetPart('pivotCacheRecords', '<r><n v="36127.5"/></r>'),
  'xl/comments1.xml': sheetPart(
    'comments',
    '<commentList><comment><text><t>was 41,888</t></text></comment></commentList>',
  ),
})

/** One sound file of every format that is read, small enough to be read a thousand times a second. */
export const SAMPLES: readonly Sample[] = [
  { name: 'table.csv', bytes: utf8(CSV) },
  { name: 'wide.csv', bytes: utf16(`\ufeff${CSV.replace(/,/g, '\t')}`) },
  { name: 'text.txt', bytes: utf8('Employment rose by 12,345 to 32,345,678.\nNorth 36,127\n') },
  { name: 'data.json', bytes: utf8(JSON.stringify({ area: ['North', 'South'], value: NUMBERS })) },
  { name: 'page.html', bytes: utf8(HTML) },
  { name: 'mail.eml', bytes: latin1(MAIL) },
  {
    name: 'mails.mbox',
    bytes: latin1(`From a@b.example Mon\r\n${MAIL}\r\n\r\nFrom c@d.example Mon\r\n${MAIL}`),
  },
  { name: 'text.rtf', bytes: latin1(RTF) },
  { name: 'book.xml', bytes: utf8(SPREADSHEET_2003) },
  {
    name: 'data.xml',
    bytes: utf8(
      '<?xml version="1.0"?><data><Obs time="2020" value="36127"/><row><a>1,234</a><b>text of more words than four</b></row></data>',
    ),
  },
  { name: 'flat.fods', bytes: utf8(flatOpenDocumentOf('spreadsheet', ODS)) },
  { name: 'made.ods', bytes: openDocumentOf('spreadsheet', ODS) },
  { name: 'made.xlsx', bytes: PIVOT },
  { name: 'book.xlsx', bytes: written('xlsx') },
  { name: 'book.xls', bytes: written('biff8') },
  { name: 'book.xlsb', bytes: written('xlsb') },
  { name: 'text.docx', bytes: DOCX },
  { name: 'show.pptx', bytes: pptxOf([slideText('First 1,111'), slideText('Second 2,222')]) },
  { name: 'message.msg', bytes: MSG },
  { name: 'page.pdf', bytes: onePage(at(50, 700, 'North 36,127') + at(50, 680, 'South 41,888')) },
  { name: 'locked.pdf', bytes: encryptedPdf('aes-128', '') },
  {
    name: 'archive.zip',
    bytes: archiveOf({ 'table.csv': CSV, 'inner.zip': archiveOf({ 'page.html': HTML }) }),
  },
  {
    name: 'described.zip',
    bytes: zipOf([{ name: 'table.csv', data: utf8(CSV), described: true, stored: true }], { zip64: true }),
  },
  { name: 'table.csv.gz', bytes: new Uint8Array(gzipSync(utf8(CSV))) },
]
