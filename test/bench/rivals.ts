import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '../../src/content/content.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { figureOfNumber, figureOfText } from '../../src/fingerprint/figure.ts'

/** An off-the-shelf way of telling that a file is like a registered one. */
export type Rival = {
  readonly name: string
  /** Whether its program is installed here. */
  isThere(): boolean
  /** Whether it would stop `path` for being like `registered`. */
  stops(registered: string, path: string): boolean
}

const run = (program: string, words: readonly string[]): string =>
  spawnSync(program, [...words], { encoding: 'utf8', timeout: 20_000 }).stdout ?? ''

const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0

/** Fuzzy hash of bytes: any score above 0 stops. Source: J. Kornblum 2006; ssdeep 2.14. */
const ssdeep: Rival = {
  name: 'ssdeep',
  isThere: () => isInstalled('ssdeep'),
  stops: (registered, path) => {
    const folder = mkdtempSync(join(tmpdir(), 'ssdeep-'))
    const signatures = join(folder, 'signatures')
    writeFileSync(signatures, run('ssdeep', ['-b', registered]))
    const matched = run('ssdeep', ['-b', '-m', signatures, path])
    rmSync(folder, { recursive: true })
    return / matches /.test(matched)
  },
}

/** TLSH stops below this distance. Source: Oliver, Cheng, Chen 2013: detects 94.5 % at 6.4 % false alarms. */
const TLSH_DISTANCE = 100

const tlsh: Rival = {
  name: 'tlsh',
  isThere: () => isInstalled('tlsh'),
  stops: (registered, path) => {
    const distance = Number.parseInt(run('tlsh', ['-c', registered, '-f', path]).trim(), 10)
    return Number.isInteger(distance) && distance < TLSH_DISTANCE
  },
}

/** Share of the registered file's shingles that stops, and how many numbers a shingle has: usual settings of DLP products. */
const CONTAINMENT = 0.3
const SHINGLE = 5

/** Containment of the registered file's shingles of five numbers, by our own readers: better input than products give it. */
const containment: Rival = {
  name: 'containment',
  isThere: () => true,
  stops: (registered, path) => {
    const [known, sent] = [shinglesOf(registered), shinglesOf(path)]
    const shared = [...known].filter((shingle) => sent.has(shingle)).length
    return known.size > 0 && shared / known.size >= CONTAINMENT
  },
}

const kept = new Map<string, ReadonlySet<string>>()

function shinglesOf(path: string): ReadonlySet<string> {
  const before = kept.get(path)
  if (before !== undefined) return before
  const figures: number[] = []
  for (const reading of read(path, new Uint8Array(readFileSync(path)), fullBudget()))
    figures.push(...digitsIn(reading))
  const shingles = new Set<string>()
  for (let at = 0; at + SHINGLE <= figures.length; at++)
    shingles.add(figures.slice(at, at + SHINGLE).join(' '))
  kept.set(path, shingles)
  return shingles
}

const digitsIn = (reading: Reading): number[] =>
  reading.kind === 'row'
    ? reading.cells.flatMap(
        ({ stored, shown }) => (stored === null ? figureOfText(shown) : figureOfNumber(stored))?.digits ?? [],
      )
    : []

export const RIVALS: readonly Rival[] = [ssdeep, tlsh, containment]
