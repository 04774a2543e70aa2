import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { inflatedStream } from '../../src/content/archive/inflate.ts'
import { openZip, readEntry } from '../../src/content/archive/zip.ts'
import { dataAt } from '../../src/content/archive/zip-entry.ts'
import { sha256 } from '../../src/content/cryptography/sha256.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { xmlScan } from '../../src/content/xml/scan.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { largePdf } from './large-pdf.ts'

/*
 * How long reading takes, and how much memory, beside other readers.
 *
 * npm run bench:reading [-- --json] [-- --rounds N]
 *
 * A table of 10,000 rows by 30 columns is written in each format of spreadsheets,
 * one of 5,000 by 10 as PDF. Each reading is in a process of its own that has loaded
 * the reader and the file before the clock starts; readers take turns, and of N
 * rounds the quickest counts, which is the one that other work on the machine
 * disturbed least. Ours reads *and fingerprints*; the others only read. The floor is
 * what the same bytes cost Node's own zlib and SHA-256, which are native code; our
 * steps on the way are told beside it, for no reader in JavaScript is faster than
 * its own inflating, hashing and one look at each byte. Processor time, which other
 * work disturbs less and the floor is compared in, counts the engine's own threads
 * too. Memory is the highest resident size above that before reading, with garbage
 * collected on the program's own thread: beside it, it comes when it comes.
 */

const ROWS = 10_000
const COLUMNS = 30
const FORMATS = ['xlsx', 'xls', 'xlsb', 'ods', 'pdf'] as const
const READERS = [
  'ours',
  'SheetJS',
  'exceljs',
  'pdf.js',
  'floor',
  'our inflate',
  '… and SHA-256',
  '… and scan',
] as const
type Format = (typeof FORMATS)[number]
type Reader = (typeof READERS)[number]
type Measured = { readonly ms: number; readonly processorMs: number; readonly peakMb: number }

/** Who is to be beaten, and who else reads it. */
const OTHERS: Readonly<Record<Format, readonly Reader[]>> = {
  xlsx: ['SheetJS', 'exceljs', 'floor', 'our inflate', '… and SHA-256', '… and scan'],
  xls: ['SheetJS', 'floor'],
  xlsb: ['SheetJS', 'floor', 'our inflate', '… and SHA-256'],
  ods: ['SheetJS', 'floor', 'our inflate', '… and SHA-256', '… and scan'],
  pdf: ['pdf.js', 'floor'],
}

/** Not `require`: webpack would load every reader at once, whatever is measured. */
const load = process.getBuiltinModule('node:module').createRequire(join(process.cwd(), 'package.json'))

function table(): (string | number | null)[][] {
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const cell = (row: number, column: number) => {
    if (column === 0) return `Region ${row % 400}, industry ${row % 21}`
    if (column === 1) return 1990 + (row % 35)
    if (column % 7 === 3) return Math.round(random() * 1e6)
    return Math.round(random() * 1e6) / 10 ** (column % 4)
  }
  return Array.from({ length: ROWS }, (_row, row) =>
    Array.from({ length: COLUMNS }, (_cell, at) => cell(row, at)),
  )
}

function write(folder: string): void {
  const xlsx = load('@e965/xlsx')
  const sheet = xlsx.utils.aoa_to_sheet(table())
  for (const [address, cell] of Object.entries(sheet as Record<string, { t?: string; z?: string }>))
    if (cell.t === 'n' && !/^[AB]\d/.test(address)) cell.z = /^[C-L]\d/.test(address) ? '#,##0.0' : '#,##0'
  const book = xlsx.utils.book_new(sheet, 'Table 1')
  for (const format of FORMATS)
    writeFileSync(
      join(folder, `table.${format}`),
      format === 'ods'
        ? openDocument()
        : format === 'pdf'
          ? largePdf()
          : xlsx.write(book, {
              type: 'buffer',
              bookType: format === 'xls' ? 'biff8' : format,
              compression: true,
              bookSST: true,
            }),
    )
}

/** SheetJS writes this one too, but in a minute and five gigabytes. */
function openDocument(): Uint8Array {
  const cell = (value: string | number | null) =>
    typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value.toLocaleString('en')}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
  const rows = table().map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
  const names = ['office', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const content = `<?xml version="1.0"?><office:document-content ${names.join(' ')}><office:body><office:spreadsheet><table:table table:name="Table 1">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    ),
    'styles.xml': strToU8(`<?xml version="1.0"?><office:document-styles ${names.join(' ')}/>`),
    'content.xml': strToU8(content),
  })
}

async function readBy(reader: Reader, bytes: Buffer): Promise<number> {
  switch (reader) {
    case 'ours':
      return finished(inspectFile('table', viewOf(bytes))).reduce((sum, part) => sum + part.figures, 0)
    case 'SheetJS':
      return Object.keys(load('@e965/xlsx').read(bytes).Sheets).length
    case 'exceljs': {
      const book = new (load('exceljs').Workbook)()
      await book.xlsx.load(bytes)
      return book.worksheets.length
    }
    case 'pdf.js':
      return readByPdfJs(viewOf(bytes))
    case 'floor':
      return floorOf(bytes)
    case 'our inflate':
      return inflatedBytes(viewOf(bytes))
    case '… and SHA-256':
      return inflatedBytes(viewOf(bytes)) + sha256(viewOf(bytes)).length
    case '… and scan':
      return scannedNames(viewOf(bytes)) + sha256(viewOf(bytes)).length
  }
}

const viewOf = (bytes: Buffer): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)

async function readByPdfJs(bytes: Uint8Array): Promise<number> {
  const { getDocumentProxy } = await import(/* webpackIgnore: true */ 'unpdf')
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  let items = 0
  for (let page = 1; page <= document.numPages; page++)
    items += (await (await document.getPage(page)).getTextContent()).items.length
  await document.destroy()
  return items
}

function floorOf(bytes: Buffer): number {
  const inflated = bytes.subarray(0, 4).toString() === '%PDF' ? streamsInPdf(bytes) : filesInZip(bytes)
  return createHash('sha256').update(bytes).digest().length + inflated
}

function filesInZip(bytes: Buffer): number {
  let length = 0
  for (const { headerAt, compressedSize, method } of openZip(viewOf(bytes)).entries) {
    const from = dataAt(bytes, headerAt)
    const data = bytes.subarray(from, from + compressedSize)
    length += method === 8 ? inflateRawSync(data).length : data.length
  }
  return length
}

/** Every stream of a PDF that we wrote ourselves. */
function streamsInPdf(bytes: Buffer): number {
  let length = 0
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('\nstream\n', at + 8)) {
    const from = bytes.indexOf('\n', at + 1) + 1
    length += inflateSync(bytes.subarray(from, bytes.indexOf('\nendstream', from))).length
  }
  return length
}

function inflatedBytes(bytes: Uint8Array): number {
  let length = 0
  for (const { headerAt, compressedSize } of openZip(bytes).entries) {
    const from = dataAt(bytes, headerAt)
    for (const piece of inflatedStream(bytes.subarray(from, from + compressedSize))) length += piece.length
  }
  return length
}

/** The files of the archive inflated, checked by their CRC-32, and their tags found; nothing is done with them. */
function scannedNames(bytes: Uint8Array): number {
  let names = 0
  const count = () => {
    names++
  }
  const nothing = () => undefined
  for (const entry of openZip(bytes).entries) {
    const scan = xmlScan({ open: count, close: nothing, text: nothing, cdata: nothing })
    for (const piece of readEntry(bytes, entry, fullBudget())) scan.push(piece)
  }
  return names
}

async function measure(reader: Reader, path: string): Promise<void> {
  if (reader === 'SheetJS') load('@e965/xlsx')
  if (reader === 'exceljs') load('exceljs')
  if (reader === 'pdf.js') await import(/* webpackIgnore: true */ 'unpdf')
  const bytes = readFileSync(path)
  const before = process.memoryUsage().rss
  const processor = process.cpuUsage()
  const from = performance.now()
  const count = await readBy(reader, bytes)
  const ms = performance.now() - from
  const { user, system } = process.cpuUsage(processor)
  const peakMb = (highestResidentBytes() - before) / 2 ** 20
  console.log(JSON.stringify({ ms, processorMs: (user + system) / 1000, peakMb, count }))
}

/** Linux's own high-water mark of this program; `maxRSS` begins with that of the parent. */
function highestResidentBytes(): number {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
  return Number(found?.[1] ?? 0) * 1024
}

function inOwnProcess(reader: Reader, path: string, flags: readonly string[]): Measured {
  const [, program = ''] = process.argv
  return JSON.parse(execFileSync(process.execPath, [...flags, program, reader, path], { encoding: 'utf8' }))
}

/** Every reader once a round, so that all meet the same disturbances. */
function measureAll(format: Format, path: string, rounds: number): Record<string, Measured> {
  const readers: readonly Reader[] = ['ours', ...OTHERS[format]]
  const measured = new Map(
    readers.map((reader) => [reader, inOwnProcess(reader, path, ['--single-threaded'])] as const),
  )
  for (let round = 0; round < rounds; round++)
    for (const [reader, best] of measured) {
      const { ms, processorMs } = inOwnProcess(reader, path, [])
      const quickest = (now: number, before: number) => (round === 0 ? now : Math.min(now, before))
      measured.set(reader, {
        ms: quickest(ms, best.ms),
        processorMs: quickest(processorMs, best.processorMs),
        peakMb: best.peakMb,
      })
    }
  return Object.fromEntries(measured)
}

function compare(rounds: number, asJson: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'))
  try {
    write(folder)
    const lines = FORMATS.map((format) => {
      const line = { format, ...measureAll(format, join(folder, `table.${format}`), rounds) }
      if (!asJson) tell(line)
      return line
    })
    if (asJson) console.log(JSON.stringify(lines, null, 2))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell({ format, ...measured }: { format: Format } & Partial<Record<Reader, Measured>>): void {
  const [rivalName = 'SheetJS'] = OTHERS[format]
  const { ours, floor, [rivalName]: rival } = measured
  if (ours === undefined || rival === undefined || floor === undefined) return
  for (const reader of READERS) {
    const one = measured[reader]
    if (one !== undefined)
      console.log(
        `${format.padEnd(5)} ${reader.padEnd(13)} ${one.ms.toFixed(0).padStart(6)} ms ${one.processorMs.toFixed(0).padStart(6)} ms of processors ${one.peakMb.toFixed(0).padStart(6)} MB ${(one.processorMs / floor.processorMs).toFixed(1).padStart(6)} × floor`,
      )
  }
  const wanted = (ratio: string) => (format === 'xlsx' ? ` (wanted ${ratio})` : '')
  const beside = (of: Measured, what: 'ms' | 'processorMs' | 'peakMb') => (ours[what] / of[what]).toFixed(2)
  console.log(
    `${format.padEnd(5)} ours is ${beside(rival, 'ms')} of ${rivalName}'s time${wanted('0.50')}, ${beside(rival, 'processorMs')} of its processor time, ${beside(rival, 'peakMb')} of its memory${wanted('0.50')}, ${(ours.processorMs / floor.processorMs).toFixed(1)} times the floor${wanted('5.0')}\n`,
  )
}

const [first = '', path = ''] = process.argv.slice(2)
const reader = READERS.find((name) => name === first)
if (reader !== undefined) await measure(reader, path)
else compare(Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 5, process.argv.includes('--json'))
