import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cost, type Died, MOST_MB, MOST_MS, startInspecting } from './child.ts'
import { compileReaders, filesBelow } from './compiled.ts'
import { HOSTILE } from './hostile.ts'

const COLLECTED = '../shared/data/malformed'

let inspecting: ReturnType<typeof startInspecting>
let folder = ''
beforeAll(() => {
  inspecting = startInspecting(compileReaders('malformed'))
  folder = mkdtempSync(join(tmpdir(), 'malformed-'))
})
afterAll(() => {
  inspecting.stop()
  rmSync(folder, { recursive: true, force: true })
})

function expectBounded(cost: Cost | Died): Cost {
  if ('died' in cost) throw new Error(cost.died)
  expect(cost.cpuMs).toBeLessThan(MOST_MS)
  expect(cost.peakMb).toBeLessThan(MOST_MB)
  return cost
}

describe('files made to be traps', () => {
  it.each(HOSTILE)('$name is $expected within 5 s and 300 MB', async ({ name, bytes, expected }) => {
    const path = join(folder, name)
    writeFileSync(path, bytes())
    const { unreadable } = expectBounded(await inspecting.inspect(path, name))
    rmSync(path)
    if (expected === 'read') expect(unreadable).toEqual([])
    else expect(unreadable).toContain(expected)
  })
})

/** What the collection says must come of a file, by its name; the rest may end in any stated way. */
function expectations(): ReadonlyMap<string, string> {
  const tables = ['INDEX.tsv', 'generated/GENERATED.tsv']
    .map((name) => join(COLLECTED, name))
    .filter(existsSync)
  const rows = tables.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n').slice(1))
  return new Map(
    rows
      .map((row) => row.split('\t'))
      .map((cells) => [basename(cells[0] ?? ''), cells[cells.length - 1] ?? '']),
  )
}

/**
 * Files of the collection that are read although it expects less: their encryption
 * has no secret, so what is in them is told.
 */
const READ_ALL_THE_SAME = /^encrypted_no_password\.xls$/

describe.runIf(existsSync(COLLECTED))('files collected from fuzzers, test suites and by hand', () => {
  const expected = existsSync(COLLECTED) ? expectations() : new Map<string, string>()
  const files = existsSync(COLLECTED) ? filesBelow(COLLECTED).filter((path) => !path.endsWith('.tsv')) : []
  it.each(files.map((path) => [path.slice(COLLECTED.length + 1), path]))(
    '%s ends within 5 s and 300 MB, and as it should',
    async (_shown, path) => {
      const name = basename(path)
      const { unreadable } = expectBounded(await inspecting.inspect(path, name))
      const must = expected.get(name) ?? ''
      if (/^CANNOT-INSPECT$/.test(must) && !READ_ALL_THE_SAME.test(name))
        expect(unreadable.length).toBeGreaterThan(0)
      if (/^should be read(?!.*else)/.test(must)) expect(unreadable).toEqual([])
      if (/limit$/.test(must)) expect(unreadable).toContain('too-large')
    },
  )
})
