/*
 * How slow the machine is, so that a bound on time is one on the program and not on
 * the machine: a piece of work that is always the same is done beside what is timed.
 * What takes that longer, a slower processor or others at work on it, takes the rest
 * longer too.
 */

/** What the piece of work takes where SHA-256 (src/content/cryptography) does 180 MB a second. Unit: milliseconds. */
const QUIET_MS = 23

const STEPS = 15_000_000
const words = new Int32Array(2 ** 16)

/** How long the processor was busy with some work of this process. Unit: milliseconds. */
function processorMs(work: () => void): number {
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

/** How many times longer this machine takes just now than a quiet one: 1 or more. */
export const slowness = (): number => Math.max(1, processorMs(pieceOfWork) / QUIET_MS)

/**
 * How long the processor would be busy with some work where the machine is quiet, at most:
 * work that is done in a given time even so is not compared. Unit: milliseconds.
 */
export function quietMs(work: () => void, withinMs: number): number {
  const ms = processorMs(work)
  return ms < withinMs ? ms : ms / slowness()
}
