/** Takes back what `after` promised. */
export type Cancel = () => void

const nothing: Cancel = () => undefined

/**
 * Acts after a while, and says how to take it back.
 *
 * Classic Outlook's runtime promises no timers. Where there are none nothing is
 * awaited less long: the call in hand settles when Outlook settles it, and
 * Outlook itself ends a handler after about 300,000 ms.
 *
 * @param ms milliseconds
 */
export function after(ms: number, act: () => void): Cancel {
  if (typeof setTimeout !== 'function') return nothing
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/**
 * What comes first: the promise, or `late` when the time is up.
 *
 * @param withinMs milliseconds
 */
export function within<T>(promise: Promise<T>, withinMs: number, late: () => T): Promise<T> {
  return new Promise((settle, fail) => {
    const cancel = after(withinMs, () => settle(late()))
    promise.then(
      (value) => {
        cancel()
        settle(value)
      },
      (fault) => {
        cancel()
        fail(fault)
      },
    )
  })
}
