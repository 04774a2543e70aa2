import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Names the folder where what is made once a run of the tests lies. Processes of the run inherit it. */
const RUN_FOLDER = 'EMBARGO_GUARD_TEST_RUN'

/** Vitest calls it before the first test, and what it gives after the last. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'embargo-guard-run-'))
  process.env[RUN_FOLDER] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * What several files of tests begin with, made by the first that asks and copied by each;
 * `null` outside a run of the tests. Two that ask first at once both make it, and one counts.
 */
export async function prepared(
  name: string,
  make: (folder: string) => Promise<unknown>,
): Promise<string | null> {
  const folder = process.env[RUN_FOLDER]
  if (folder === undefined) return null
  const path = join(folder, name)
  if (existsSync(path)) return path
  const own = mkdtempSync(`${path}-`)
  await make(own)
  try {
    renameSync(own, path)
  } catch (fault) {
    rmSync(own, { recursive: true, force: true, maxRetries: 5 })
    if (!existsSync(path)) throw fault
  }
  return path
}
