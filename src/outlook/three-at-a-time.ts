/** Runs a task when there is room for it, and hands on what it gives. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>

/**
 * How many item calls Outlook takes at the same time on the web, in new Outlook
 * and on phones. Source: learn.microsoft.com, “Limits for activation and
 * JavaScript API for Outlook add-ins”.
 */
export const CALLS_AT_ONCE = 3

/** A queue of its own: whatever passes through it runs at most three at a time, in the order it came. */
export function threeAtATime(): InTurn {
  const waiting: (() => void)[] = []
  let running = 0

  const leave = (): void => {
    running -= 1
    const next = waiting.shift()
    if (next) next()
  }

  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((settle, fail) => {
      const start = (): void => {
        running += 1
        task().then(settle, fail).then(leave)
      }
      if (running < CALLS_AT_ONCE) start()
      else waiting.push(start)
    })
}

const queues = new WeakMap<object, InTurn>()

/** The one queue of an item: an early check, the check at Send and a look at the draft share the three calls. */
export function turnsOf(item: object): InTurn {
  const known = queues.get(item)
  if (known) return known
  const queue = threeAtATime()
  queues.set(item, queue)
  return queue
}
