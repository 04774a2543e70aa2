import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finished } from '../../src/guard.ts'
import { testCopyOf } from '../../src/test-copy/test-copy.ts'
import { slowness } from '../content/slowness.ts'

const DATA = join(import.meta.dirname, '../../../shared/data/malformed')

const files = () =>
  readdirSync(DATA, { recursive: true, encoding: 'utf8' })
    .map((name) => join(DATA, name))
    .filter((path) => statSync(path).isFile() && !/\.(?:tsv|md|txt)$/.test(path))

/** Seconds this process has computed: a loaded machine waits, but computes no more. */
function secondsComputed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

describe.runIf(existsSync(DATA))('broken, hostile and encrypted files', () => {
  it('each end in a copy or in a reason, within 20 seconds of computing where the machine is quiet', {
    timeout: 600_000,
  }, () => {
    const slow: string[] = []
    for (const path of files()) {
      const from = secondsComputed()
      const copy = finished(testCopyOf(basename(path), new Uint8Array(readFileSync(path))))
      expect(['copy', 'not-possible']).toContain(copy.kind)
      const seconds = secondsComputed() - from
      if (seconds > 2)
        console.log(
          `${basename(path)}: ${seconds.toFixed(1)} s, ${copy.kind === 'copy' ? copy.replaced : copy.because}`,
        )
      if (seconds > 20 && seconds > 20 * slowness()) slow.push(path)
    }
    expect(slow).toEqual([])
  })
})
