import { after } from './deadline.ts'

/**
 * How long we work before Outlook gets its turn, with the next step, if that takes as
 * long as the longest of late. Unit: milliseconds.
 *
 * A person notices from 50 on (web.dev, RAIL), and a deadline can fall due only in a pause.
 */
export const WORK_MS = 20

/** How much of the longest step still counts a step later. */
const REMEMBERED = 0.9

const pause = (): Promise<void> =>
  typeof setTimeout === 'function'
    ? new Promise((settle) => {
        after(0, () => settle())
      })
    : Promise.resolve()

const isAwaited = (pause: unknown): pause is PromiseLike<unknown> =>
  typeof pause === 'object' && pause !== null && 'then' in pause

/**
 * Drives steps to their end, pausing so often that Outlook and our own deadlines
 * are never kept waiting. What a step gives to wait for is awaited.
 */
export async function unhurried<T>(steps: Generator<unknown, T>): Promise<T> {
  let since = Date.now()
  let before = since
  // What was done before in the same task, and how long the first steps take, nobody knows.
  let longest = WORK_MS
  let next = steps.next()
  while (!next.done) {
    const now = Date.now()
    longest = Math.max(now - before, longest * REMEMBERED)
    if (isAwaited(next.value)) await next.value
    if (now - since + longest >= WORK_MS) {
      await pause()
      since = Date.now()
    }
    before = Date.now()
    next = steps.next()
  }
  return next.value
}
