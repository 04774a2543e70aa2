import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whenDone } from '../when-done.ts'

/** A directory of this test file's own, which only we can enter; gone when the file is done. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'embargo-guard-test-'))
  whenDone(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}
