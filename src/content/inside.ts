import type { Reading, Unreadable } from './content.ts'
import { type Budget, MAX_HELD_BYTES } from './limits.ts'

/** What stands between the name of an archive and that of a file inside it. */
export const INSIDE = ' › '

/** How a file inside another is read: `read` of read.ts, which stands downstream of its readers. */
export type ReadInside = (
  path: string,
  bytes: Uint8Array,
  budget: Budget,
  depth: number,
) => Generator<Reading, void>

/** A file that holds others and is being read. */
export type Opened = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly budget: Budget
  /** How many files it is inside of. */
  readonly depth: number
  readonly read: ReadInside
}

/** One reader: the file as it was opened, told one thing at a time. */
export type ReadFile = (opened: Opened) => Generator<Reading, void>

export const unreadable = (path: string, because: Unreadable): Reading => ({
  kind: 'unreadable',
  path,
  because,
})

/** Nothing to tell yet, after as much work as is done at once. */
export const PAUSE: Reading = { kind: 'pause' }

/** Work in steps as part of a reading, which pauses where they do. */
export function* pausing<T>(steps: Generator<unknown, T>): Generator<Reading, T> {
  let next = steps.next()
  while (!next.done) {
    yield PAUSE
    next = steps.next()
  }
  return next.value
}

/** The bytes of an inner file as far as they may be held, and how taking them ended. */
export type Held<End> = { readonly bytes: Uint8Array; readonly end: End | 'too-large' }

/** Bytes put together between two pauses: inflating them takes about 5 ms. */
const BYTES_AT_ONCE = 512 * 1024

/**
 * Puts the pieces of an inner file together, pausing now and then.
 *
 * @param expected how long it says it is: a hint for the first allocation, never believed
 */
export function* held<End>(
  pieces: Generator<Uint8Array, End>,
  expected: number,
): Generator<Reading, Held<End>> {
  let bytes = new Uint8Array(Math.min(Math.max(expected, 1024), FIRST_BYTES))
  let length = 0
  let next = pieces.next()
  while (!next.done) {
    const piece = next.value
    const room = MAX_HELD_BYTES - length
    if (length + piece.length > bytes.length) bytes = larger(bytes, length + piece.length, expected)
    bytes.set(piece.subarray(0, room), length)
    length += Math.min(piece.length, room)
    if (piece.length > room) return { bytes: bytes.subarray(0, length), end: 'too-large' }
    if (length % BYTES_AT_ONCE < piece.length) yield PAUSE
    next = pieces.next()
  }
  return { bytes: bytes.subarray(0, length), end: next.value }
}

/** No size that a file claims of itself is allocated at once beyond this. */
const FIRST_BYTES = 1024 * 1024

function larger(bytes: Uint8Array, needed: number, expected: number): Uint8Array<ArrayBuffer> {
  const likely = needed <= expected && expected <= needed * 64 ? expected : Math.max(needed, bytes.length * 2)
  const grown = new Uint8Array(Math.min(Math.max(likely, needed), MAX_HELD_BYTES))
  grown.set(bytes.subarray(0, Math.min(bytes.length, grown.length)))
  return grown
}

/** Tells readings as far as the budget goes, counting their cells; false where it went no further. */
export function* withinBudget(
  readings: Iterable<Reading>,
  path: string,
  budget: Budget,
): Generator<Reading, boolean> {
  for (const reading of readings) {
    if (reading.kind === 'row') budget.cells -= reading.cells.length
    if (budget.cells < 0) {
      yield unreadable(path, 'too-large')
      return false
    }
    yield reading
  }
  return true
}
