/** What has to be cleared away, the latest first. */
const tasks: (() => unknown)[] = []

/**
 * Clears something away when the test file is done, before what was there earlier.
 * Vitest passes over an `afterAll` that is called in a hook or a test: what it was to
 * stop ran on, and the runner waited for it.
 */
export function whenDone(task: () => unknown): void {
  tasks.push(task)
}

/** Does it: after each file of tests (each-file.ts), or at the end of a benchmark. */
export async function clearAway(): Promise<void> {
  for (const task of tasks.splice(0).reverse()) await task()
}
