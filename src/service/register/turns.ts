/** Does one thing after the other. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>

/**
 * Does one thing after the other, in the order they were asked for.
 *
 * Changes of the register hold one connection and need another: were many to
 * wait for each other in the database, no connection would be left for the first.
 */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const mine = last.then(task)
    last = mine.catch(() => undefined)
    return mine
  }
}
