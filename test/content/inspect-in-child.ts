import { readFileSync } from 'node:fs'
import { inspectFile } from '../../src/fingerprint/inspect.ts'

/*
 * A process that inspects files one after the other and tells what each cost:
 * time of the processor, and the most memory held at any time so far.
 */

const usedMb = (): number => process.resourceUsage().maxRSS / 1024

function inspected(path: string, name: string): unknown {
  const bytes = new Uint8Array(readFileSync(path))
  const before = process.cpuUsage()
  const steps = inspectFile(name, bytes)
  let next = steps.next()
  while (!next.done) next = steps.next()
  const { user, system } = process.cpuUsage(before)
  return {
    figures: next.value.reduce((sum, part) => sum + part.figures, 0),
    unreadable: next.value.flatMap((part) => (part.unreadable === null ? [] : [part.unreadable])),
    cpuMs: (user + system) / 1000,
    peakMb: usedMb(),
  }
}

process.on('message', (asked: { readonly path: string; readonly name: string }) => {
  process.send?.(inspected(asked.path, asked.name))
})
process.send?.({ baselineMb: usedMb() })
