import { after } from './deadline.ts'

/**
 * How long we work before Outlook gets its turn. Unit: milliseconds.
 *
 * A person notices from 50 on (web.dev, RAIL), and the last step before a pause may take as
 * long again; and a deadline can fall due only in a pause.
 */
export const WORK_MS = 20

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
  let next = steps.next()
  while (!next.done) {
    if (isAwaited(next.value)) await next.value
    if (Date.now() - since >= WORK_MS) {
      await pause()
      since = Date.now()
    }
    next = steps.next()
  }
  return next.value
}
