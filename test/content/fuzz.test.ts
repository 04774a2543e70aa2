import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Reading, Unreadable } from '../../src/content/content.ts'
import { type Budget, fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { SAMPLES, type Sample } from './fuzz-samples.ts'
import { slowness } from './slowness.ts'
import { archiveOf } from './zip-file.ts'

/*
 * Every reader is given files that were sound once. FUZZ_SECONDS says how long,
 * FUZZ_SEED begins the same way again. An input that breaks a law is kept.
 *
 * Where a change is judged it begins the same way each time: what an older reader
 * gets wrong is found on demand, and is not for whoever changes something else.
 */

const SECONDS = Number(process.env.FUZZ_SECONDS ?? (process.env.CI ? 60 : 5))
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.CI ? 20200316 : Date.now() % 2 ** 32))

/** A small file is read in milliseconds. Unit: milliseconds of the processor. */
const MOST_MS = 2_000

/** Much less than a real message may use: a small file that needs more has found a trap. */
const budget = (): Budget => Object.assign(fullBudget(), { expandedBytes: 64 * 1024 * 1024, cells: 400_000 })

const REASONS: readonly Unreadable[] = [
  'encrypted',
  'damaged',
  'too-large',
  'picture',
  'archive-not-opened',
  'old-format',
  'unknown-format',
]

/** Numbers from 0 to 1 that a seed determines. Source: mulberry32 (Tommy Ettinger, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
const below = (random: Random, limit: number): number => Math.floor(random() * limit)
const oneOf = <T>(random: Random, all: readonly T[]): T => {
  const one = all[below(random, all.length)]
  if (one === undefined) throw new RangeError('nothing to choose from')
  return one
}

const TELLING_BYTES = [0, 1, 0x7f, 0x80, 0xfe, 0xff, 0x22, 0x3c, 0x3e, 0x5c, 0x7b, 0x7d, 0x0a]

/** What happens to files: bits flip, bytes are lost, doubled, moved, overwritten, cut off, taken from others. */
const MUTATIONS: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => changed(bytes, below(random, bytes.length), (byte) => byte ^ (1 << below(random, 8))),
  (bytes, random) => changed(bytes, below(random, bytes.length), () => oneOf(random, TELLING_BYTES)),
  (bytes, random) => {
    const copy = bytes.slice()
    const at = below(random, bytes.length)
    for (let next = at; next < Math.min(at + 4, copy.length); next++)
      copy[next] = oneOf(random, TELLING_BYTES)
    return copy
  },
  (bytes, random) => spliced(bytes, below(random, bytes.length), below(random, 40), new Uint8Array(0)),
  (bytes, random) => {
    const from = below(random, bytes.length)
    return spliced(bytes, below(random, bytes.length), 0, bytes.subarray(from, from + below(random, 200)))
  },
  (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  (bytes, random) => {
    const { bytes: other } = oneOf(random, SAMPLES)
    const from = below(random, other.length)
    return spliced(
      bytes,
      below(random, bytes.length),
      below(random, 60),
      other.subarray(from, from + below(random, 400)),
    )
  },
  (bytes, random) =>
    spliced(
      bytes,
      below(random, bytes.length),
      0,
      new Uint8Array(below(random, 64)).fill(oneOf(random, TELLING_BYTES)),
    ),
]

function changed(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = change(copy[at] ?? 0)
  return copy
}

function spliced(bytes: Uint8Array, at: number, taken: number, put: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(at + taken, bytes.length))
  const whole = new Uint8Array(at + put.length + rest.length)
  whole.set(bytes.subarray(0, at))
  whole.set(put, at)
  whole.set(rest, at + put.length)
  return whole
}

function mutated(sample: Sample, random: Random): Uint8Array {
  const { bytes } = sample
  if (bytes[0] === 0x50 && random() < 0.6) return repacked(bytes, random)
  return mutatedBytes(bytes, random)
}

/** An archive that is sound itself, with one of its files mutated: what is in it is reached. */
function repacked(archive: Uint8Array, random: Random): Uint8Array {
  const files = unzipSync(archive)
  const name = oneOf(random, Object.keys(files))
  return archiveOf(Object.assign(files, { [name]: mutatedBytes(files[name] ?? new Uint8Array(1), random) }))
}

function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes
  for (let times = 1 + below(random, 4); times > 0 && result.length > 0; times--)
    result = oneOf(random, MUTATIONS)(result, random)
  return result
}

/** Which law a reading breaks, or `null`. */
function brokenBy(reading: Reading, path: string): string | null {
  switch (reading.kind) {
    case 'part':
      return reading.path.startsWith(path) ? null : 'a part is called after another file'
    case 'table':
      return typeof reading.name === 'string' ? null : 'a table has no name'
    case 'unreadable':
      if (!REASONS.includes(reading.because)) return `a reason that no reader has: ${reading.because}`
      return reading.path.startsWith(path) ? null : 'what is unreadable is called after another file'
    case 'cloud-link':
      return reading.url === '' ? 'a link leads nowhere' : null
    case 'pause':
      return null
    case 'row':
      if (!Number.isInteger(reading.row) || reading.row < 0) return `row ${reading.row}`
      if (reading.cells.length === 0) return 'a row without cells'
      for (const { column, stored, shown } of reading.cells) {
        if (!Number.isInteger(column) || column < 0) return `column ${column}`
        if (stored !== null && Number.isNaN(stored)) return 'a number that is none'
        if (typeof shown !== 'string') return 'a cell that shows nothing'
      }
      return null
  }
}

/** Reads a file and says which law it breaks, or `null`. */
function faultOf(name: string, bytes: Uint8Array): string | null {
  const before = process.cpuUsage()
  const left = budget()
  let cells = 0
  let first = true
  for (const reading of read(name, bytes, left)) {
    const broken = brokenBy(reading, name)
    if (broken !== null) return broken
    if (first && (reading.kind !== 'part' || reading.path !== name))
      return 'the file itself is not told first'
    first = false
    if (reading.kind === 'row') cells += reading.cells.length
    if (cells > 500_000) return 'more cells than the budget has'
  }
  const { user, system } = process.cpuUsage(before)
  const ms = (user + system) / 1000
  return ms < MOST_MS || ms / slowness() < MOST_MS ? null : `takes ${ms} ms`
}

const kept = (name: string, bytes: Uint8Array): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'fuzz-')), name)
  writeFileSync(path, bytes)
  return path
}

function tried(
  name: string,
  bytes: Uint8Array,
  check: (name: string, bytes: Uint8Array) => string | null,
): void {
  let fault: string | null
  try {
    fault = check(name, bytes)
  } catch (thrown) {
    fault = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  if (fault !== null) throw new Error(`seed ${SEED}: ${kept(name, bytes)}: ${fault}`)
}

const rowsIn = (name: string, bytes: Uint8Array): string =>
  JSON.stringify(
    [...read(name, bytes, budget())].filter((reading) => reading.kind === 'row').map((reading) => reading),
  )

const isSilent = (name: string, bytes: Uint8Array): boolean =>
  ![...read(name, bytes, budget())].some((reading) => reading.kind === 'unreadable')

describe(`files that were sound once, for ${SECONDS} s from seed ${SEED}`, () => {
  it('are sound to begin with', () => {
    for (const { name, bytes } of SAMPLES) {
      expect(faultOf(name, bytes), name).toBeNull()
      expect(isSilent(name, bytes) || name === 'text.rtf', name).toBe(true)
      expect(rowsIn(name, bytes).length, name).toBeGreaterThan(30)
    }
  })

  it(
    'keep the laws of readers: nothing is thrown, all ends, all is told in order',
    async () => {
      const random = randomFrom(SEED)
      const end = Date.now() + SECONDS * 1000
      let inputs = 0
      while (Date.now() < end) {
        const sample = oneOf(random, SAMPLES)
        tried(sample.name, mutated(sample, random), faultOf)
        if (++inputs % 50 === 0) await new Promise((go) => setImmediate(go))
      }
      console.log(`${inputs} inputs from FUZZ_SEED=${SEED}`)
      expect(inputs).toBeGreaterThan(SECONDS)
    },
    SECONDS * 1000 + 60_000,
  )

  it('of archives never lose a row in silence to a single byte', async () => {
    const random = randomFrom(SEED + 1)
    const archives = SAMPLES.filter(({ bytes }) => bytes[0] === 0x50 || bytes[0] === 0x1f)
    const whole = new Map(archives.map(({ name, bytes }) => [name, rowsIn(name, bytes)]))
    for (let round = 0; round < 40 * Math.max(SECONDS, 5); round++) {
      const { name, bytes } = oneOf(random, archives)
      const flipped = changed(bytes, below(random, bytes.length), (byte) => byte ^ (1 << below(random, 8)))
      tried(name, flipped, (path, input) =>
        rowsIn(path, input) === whole.get(path) || !isSilent(path, input)
          ? null
          : 'rows changed, and nothing was said',
      )
      if (round % 20 === 0) await new Promise((go) => setImmediate(go))
    }
  }, 180_000)

  it('tell the same twice', () => {
    const random = randomFrom(SEED + 2)
    for (let round = 0; round < 40; round++) {
      const sample = oneOf(random, SAMPLES)
      const input = mutated(sample, random)
      expect(rowsIn(sample.name, input)).toBe(rowsIn(sample.name, input))
    }
  })
})
