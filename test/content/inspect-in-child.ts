import { readFileSync } from 'node:fs'
import { type InspectedPart, inspectFile } from '../../src/fingerprint/inspect.ts'

/*
 * A process that inspects files one after the other and tells what each cost:
 * time of the processor, and the most memory held at any time so far.
 *
 * Beside it, it does a piece of work that is always the same. What takes that longer,
 * a slower processor or others at work on it, takes a file longer too: times are told
 * as they are where the piece takes `QUIET_MS`.
 */

/** What the piece of work takes where SHA-256 (src/content/cryptography) does 180 MB a second. Unit: milliseconds. */
const QUIET_MS = 23

const STEPS = 15_000_000
const words = new Int32Array(2 ** 16)

const processorMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Numbers that follow each other by shifts (Marsaglia 2003), and memory that is written here and there. */
function pieceOfWork(): void {
  let state = 1
  for (let step = 0; step < STEPS; step++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    words[state & 0xffff] = (words[state & 0xffff] ?? 0) + state
  }
}

const usedMb = (): number => process.resourceUsage().maxRSS / 1024

function inspected(path: string, name: string): unknown {
  const bytes = new Uint8Array(readFileSync(path))
  let parts: readonly InspectedPart[] = []
  const before = processorMs(pieceOfWork)
  const ms = processorMs(() => {
    const steps = inspectFile(name, bytes)
    let next = steps.next()
    while (!next.done) next = steps.next()
    parts = next.value
  })
  const slowness = Math.max(1, (before + processorMs(pieceOfWork)) / 2 / QUIET_MS)
  return {
    figures: parts.reduce((sum, part) => sum + part.figures, 0),
    unreadable: parts.flatMap((part) => (part.unreadable === null ? [] : [part.unreadable])),
    cpuMs: ms / slowness,
    peakMb: usedMb(),
  }
}

process.on('message', (asked: { readonly path: string; readonly name: string }) => {
  process.send?.(inspected(asked.path, asked.name))
})
process.send?.({ baselineMb: usedMb() })
