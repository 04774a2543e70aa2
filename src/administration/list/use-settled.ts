import { useEffect, useState } from 'react'

/**
 * A value once it has stayed the same for a while.
 *
 * @param afterMs milliseconds
 */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
