import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  associatedIn,
  builtBundle,
  builtPageBundle,
  builtPane,
  builtPdfReader,
  loadingMs,
} from './built-bundle.ts'

/** What a sender’s Outlook may have to load for an event, the reader of PDF left out. Unit: bytes, gzipped. */
const MOST_ZIPPED = 60_000
/** The same for the reader of PDF. */
const MOST_READER_ZIPPED = 25_000
/** A word that only the reader of PDF has: an operator of character maps. */
const PDF_WORD = 'endbfrange'

const zipped = (code: string): number => gzipSync(code, { level: 9 }).length

let bundle = ''
beforeAll(() => {
  bundle = builtBundle().code
})

/** What es-check holds against a file; nothing where it is ES2016. */
function esCheck(file: string): readonly string[] {
  const program = resolve(import.meta.dirname, '../../node_modules/es-check/lib/cli/index.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'es2016', file, '--checkFeatures'],
    {
      encoding: 'utf8',
    },
  )
  return status === 0 ? [] : [stdout, stderr]
}

describe('the event bundle as a file', () => {
  it('is ES2016 in syntax and in built-ins', () => {
    expect(esCheck(builtBundle().path)).toEqual([])
  })

  it('would be caught with one call of a later built-in, or one word of later syntax', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'later.js')
    writeFileSync(file, `${bundle}\nObject.entries({})`)
    expect(esCheck(file).join()).toContain('ObjectEntries')
    writeFileSync(file, `${bundle}\n;(a=>a?.b)()`)
    expect(esCheck(file)).not.toEqual([])
  })

  it.each([
    'react',
    'fluentui',
    'kysely',
    'fastify',
    'select * from',
    'localStorage',
    'document.',
    'import(',
  ])('holds no %s, which would mean that it carries what it must not', (word) => {
    expect(bundle.toLowerCase()).not.toContain(word.toLowerCase())
  })

  it.each(['(?<', '\\p{', '(?s'])('holds no regular expression with %s, which ES2016 cannot read', (word) => {
    expect(bundle).not.toContain(word)
  })

  it('is small, and smaller without the reader of PDF', () => {
    const [whole, reader] = [zipped(bundle), zipped(builtPdfReader().code)]
    // Only told: no test fails for slowness.
    const ms = loadingMs(builtBundle()).toFixed(1)
    console.log(`launch.js: ${whole} bytes gzipped, ${reader} of them the reader of PDF; loaded in ${ms} ms`)
    expect(whole - reader).toBeLessThan(MOST_ZIPPED)
    expect(whole).toBeLessThan(MOST_ZIPPED + MOST_READER_ZIPPED)
  })
})

describe('the event bundle that runs in a page', () => {
  it('makes the same handlers known', () => {
    expect(associatedIn(builtPageBundle().code)).toEqual(associatedIn(bundle))
  })

  it('is small, and leaves the reader of PDF to a file of its own, as the pane does', () => {
    const bundles = [builtPageBundle().code, builtPane().code]
    console.log(`launch-page.js: ${zipped(builtPageBundle().code)} bytes gzipped`)
    expect(zipped(builtPageBundle().code)).toBeLessThan(MOST_ZIPPED)
    for (const code of [bundle, builtPdfReader().code]) expect(code).toContain(PDF_WORD)
    for (const code of bundles) expect(code).not.toContain(PDF_WORD)
  })
})
