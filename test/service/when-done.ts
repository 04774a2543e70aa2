import { afterAll } from 'vitest'

/** What a test file has to clear away, the latest first. */
const tasks: (() => unknown)[] = []

/**
 * Clears something away when the test file is done, before what was there earlier.
 * Vitest passes over an `afterAll` that is called in a hook or a test: what it was to
 * stop ran on, and the runner waited for it.
 */
export function whenDone(task: () => unknown): void {
  tasks.push(task)
}

afterAll(async () => {
  for (const task of tasks.splice(0).reverse()) await task()
})
