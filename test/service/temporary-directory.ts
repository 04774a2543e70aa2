import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A directory of this test file's own, which only we can enter; gone when the file is done. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'embargo-guard-test-'))
  made.push(path)
  return path
}

const made: string[] = []

afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
})
