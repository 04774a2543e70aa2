import { useSyncExternalStore } from 'react'
import type { Kept } from './kept.ts'

/** A kept value as it is now; the component is drawn anew when it changes. */
export function useKept<T>(value: Kept<T>): T {
  return useSyncExternalStore(value.watch, value.now)
}
