import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtBundle } from './built-bundle.ts'

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

  it('is smaller than 250,000 bytes, because Outlook loads it before it starts to count five seconds', () => {
    console.log(`launch.js: ${bundle.length} bytes`)
    expect(bundle.length).toBeLessThan(250_000)
  })
})
