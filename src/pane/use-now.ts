import { useEffect, useState } from 'react'

/** This machine’s clock, once a second. Unit: milliseconds since 1970-01-01T00:00:00Z. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
