import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { REGISTER_KEY } from '../list/use-register.ts'
import { askerHeaders } from './ask.ts'
import { useDesk } from './desk.ts'

/** How soon a change shows where the service does not tell of it. Unit: milliseconds. */
const POLL_MS = 2_000

/**
 * Reads the service’s stream of changes until it ends. With `fetch` rather than
 * EventSource, which cannot say who asks.
 */
async function listen(person: string, changed: () => void, signal: AbortSignal): Promise<void> {
  const headers = { accept: 'text/event-stream', ...askerHeaders(person, 'en') }
  const response = await fetch('/api/changes', { headers, cache: 'no-store', signal })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (!response.ok || !isStream || response.body === null) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const events = (rest + value).split(/\r?\n\r?\n/)
    rest = events.pop() ?? ''
    if (events.some((event) => /^data:/m.test(event))) changed()
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Keeps what is on show right: at once where the service tells of changes, else every two seconds. */
export function useChanges(): void {
  const queries = useQueryClient()
  const { person } = useDesk()
  useEffect(() => {
    const stop = new AbortController()
    const changed = () => queries.invalidateQueries({ queryKey: [REGISTER_KEY] })
    const follow = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        await listen(person, changed, stop.signal).catch(() => undefined)
        if (stop.signal.aborted) return
        await pause(POLL_MS)
        if (!document.hidden) await changed()
      }
    }
    void follow()
    return () => stop.abort()
  }, [queries, person])
}
