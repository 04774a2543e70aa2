/** A value that changes as a whole, and tells those who watch it. */
export type Kept<T> = {
  now(): T
  change(by: (now: T) => T): void
  /** Returns what ends the watching. */
  watch(listener: () => void): () => void
}

/** Keeps a value, at first this one. */
export function kept<T>(first: T): Kept<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    now: () => value,
    change: (by) => {
      const next = by(value)
      if (next === value) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
