import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { at, deflated, HELVETICA, pdfOf } from '../content/pdf-file.ts'
import { compared, pagesOfOracle, pagesOfOurs } from '../content/pdf-oracle.ts'

/*
 * How much of what pdf.js (as unpdf packs it) finds in PDFs we find too, and what
 * reading costs beside it.
 *
 * node dist/bench/pdf-oracle.js [FOLDER…]
 *
 * Every PDF below the folders is read by both, and the number tokens of each page
 * are compared as a bag; the share is told per producer. Then a PDF of 5,000 rows
 * by 10 figures is read by each in processes of their own: the median of three,
 * ours with fingerprinting, theirs without; memory is the highest resident size
 * above that before reading, time that of the processor.
 */

const READERS = ['ours', 'unpdf'] as const
type Reader = (typeof READERS)[number]
type Sums = { files: number; oracle: number; found: number; ours: number; readonly missed: string[] }

const pdfsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.pdf') && statSync(path).isFile())
    .filter((path) => readFileSync(path).subarray(0, 1024).includes('%PDF-'))

/** What the file says made it, without a version; else the name of its folder. */
function producerOf(path: string): string {
  const text = readFileSync(path, 'latin1')
  const said =
    /\/Producer\s*\(((?:[^\\)]|\\.)*)\)/.exec(text)?.[1] ??
    utf16(/\/Producer\s*<FEFF([0-9A-F]+)>/i.exec(text)?.[1])
  const name = said
    .replace(/[^A-Za-z ./-]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return name === '' ? `unnamed, in ${path.split('/').slice(-2, -1)}` : name.split(' ').slice(0, 2).join(' ')
}

const utf16 = (hexadecimal = ''): string =>
  (hexadecimal.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

async function compareFolders(folders: readonly string[]): Promise<void> {
  const byProducer = new Map<string, Sums>()
  for (const path of folders.flatMap(pdfsBelow)) {
    const bytes = new Uint8Array(readFileSync(path))
    const theirs = await pagesOfOracle(bytes).catch(() => null)
    if (theirs === null) {
      console.log(`pdf.js does not read ${path}`)
      continue
    }
    const { oracle, found, ours, missed } = compared(theirs, pagesOfOurs(bytes))
    const producer = producerOf(path)
    const sums = byProducer.get(producer) ?? { files: 0, oracle: 0, found: 0, ours: 0, missed: [] }
    byProducer.set(producer, sums)
    sums.files++
    sums.oracle += oracle
    sums.found += found
    sums.ours += ours
    sums.missed.push(...missed.map((token) => `${path} ${token}`))
  }
  for (const [producer, sums] of byProducer) tellProducer(producer, sums)
}

function tellProducer(producer: string, { files, oracle, found, ours, missed }: Sums): void {
  const share = oracle === 0 ? '' : `${((100 * found) / oracle).toFixed(3)} %`
  console.log(
    `${producer.padEnd(28)} ${String(files).padStart(4)} files ${String(oracle).padStart(7)} numbers by pdf.js, found ${share.padStart(9)}, ours ${ours}`,
  )
  for (const token of missed.slice(0, 10)) console.log(`    not found: ${token}`)
}

/** 72 pages of 70 rows by 10 figures. */
function largePdf(): Uint8Array {
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const row = (line: number) =>
    Array.from({ length: 10 }, (_one, column) => {
      const figure = Math.round(random() * 10 ** (1 + Math.floor(random() * 6))).toLocaleString('en-GB')
      return at(60 + column * 52 - 4.45 * figure.length, 820 - (line % 70) * 11.4, figure, 8)
    }).join('')
  const pages = Array.from({ length: 72 }, (_one, page) => {
    const lines = Array.from({ length: Math.min(70, 5000 - page * 70) }, (_row, line) => row(line))
    return [
      [10 + page * 2, `<< /Type /Page /Parent 2 0 R /Contents ${11 + page * 2} 0 R >>`],
      [11 + page * 2, deflated(lines.join(''))],
    ] as const
  })
  return pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Count 72 /Kids [${pages.map(([[number]]) => `${number} 0 R`).join(' ')}] /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> >>`,
    5: HELVETICA,
    ...Object.fromEntries(pages.flat()),
  })
}

async function measure(reader: Reader, path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path))
  if (reader === 'unpdf') await import('unpdf')
  const before = process.memoryUsage().rss
  const from = process.cpuUsage()
  const count =
    reader === 'ours'
      ? finished(inspectFile('large.pdf', bytes)).reduce((sum, part) => sum + part.figures, 0)
      : (await pagesOfOracle(bytes)).length
  const { user, system } = process.cpuUsage(from)
  const ms = (user + system) / 1000
  console.log(JSON.stringify({ ms, peakMb: (highestResidentBytes() - before) / 2 ** 20, count }))
}

/** Linux's own high-water mark of this program; `maxRSS` begins with that of the parent. */
function highestResidentBytes(): number {
  if (!existsSync('/proc/self/status')) return process.memoryUsage().rss
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0

function compareCosts(): void {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-oracle-'))
  const path = join(folder, 'large.pdf')
  writeFileSync(path, largePdf())
  const costs = READERS.map((reader) => {
    const rounds = [1, 2, 3].map((): { ms: number; peakMb: number } =>
      JSON.parse(execFileSync(process.execPath, [process.argv[1] ?? '', reader, path], { encoding: 'utf8' })),
    )
    return { ms: median(rounds.map(({ ms }) => ms)), peakMb: median(rounds.map(({ peakMb }) => peakMb)) }
  })
  const size = Math.round(statSync(path).size / 1024)
  rmSync(folder, { recursive: true, force: true })
  const [ours, theirs] = costs
  if (ours === undefined || theirs === undefined) return
  console.log(`\n5,000 rows, 50,000 figures, ${size} KB:`)
  READERS.forEach((reader, which) => {
    const { ms, peakMb } = costs[which] ?? ours
    console.log(`${reader.padEnd(6)} ${ms.toFixed(0).padStart(6)} ms ${peakMb.toFixed(0).padStart(6)} MB`)
  })
  console.log(
    `ours is ${(ours.ms / theirs.ms).toFixed(2)} of the time of unpdf and ${(ours.peakMb / theirs.peakMb).toFixed(2)} of its memory`,
  )
}

const [first = '', path = ''] = process.argv.slice(2)
const reader = READERS.find((name) => name === first)
if (reader !== undefined) await measure(reader, path)
else {
  await compareFolders(process.argv.slice(2).filter((folder) => existsSync(folder)))
  compareCosts()
}
