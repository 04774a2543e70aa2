import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compared, pagesOfOracle, pagesOfOurs } from '../content/pdf-oracle.ts'

/*
 * How much of what pdf.js (as unpdf packs it) finds in PDFs we find too. What
 * reading costs beside it is in reading.ts.
 *
 * node dist/bench/pdf-oracle.js [FOLDER…]
 *
 * Every PDF below the folders is read by both, and the number tokens of each page
 * are compared as a bag; the share is told per producer.
 */

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

await compareFolders(process.argv.slice(2).filter((folder) => existsSync(folder)))
