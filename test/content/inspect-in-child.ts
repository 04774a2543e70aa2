import { readFileSync } from 'node:fs'
import { type InspectedPart, inspectFile } from '../../src/fingerprint/inspect.ts'
import { quietMs } from './slowness.ts'

/*
 * A process that inspects files one after the other and tells what each cost:
 * time of the processor on a quiet machine, and the most memory held at any time so far.
 */

const usedMb = (): number => process.resourceUsage().maxRSS / 1024

type Asked = { readonly path: string; readonly name: string; readonly withinMs: number }

function inspected({ path, name, withinMs }: Asked): unknown {
  const bytes = new Uint8Array(readFileSync(path))
  let parts: readonly InspectedPart[] = []
  const cpuMs = quietMs(() => {
    const steps = inspectFile(name, bytes)
    let next = steps.next()
    while (!next.done) next = steps.next()
    parts = next.value
  }, withinMs)
  return {
    figures: parts.reduce((sum, part) => sum + part.figures, 0),
    unreadable: parts.flatMap((part) => (part.unreadable === null ? [] : [part.unreadable])),
    cpuMs,
    peakMb: usedMb(),
  }
}

process.on('message', (asked: Asked) => {
  process.send?.(inspected(asked))
})
process.send?.({ baselineMb: usedMb() })
