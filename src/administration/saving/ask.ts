import { isTryOut, ownOrigin } from '../../outlook/own-origin.ts'
import { onTheWayMs, type Packed } from '../../outlook/packing.ts'
import type { Language } from '../../outlook/wording.ts'

/** What became of a request to the service. */
export type Asked<T> =
  | { readonly kind: 'answered'; readonly value: T; readonly tag: string | null }
  /** Somebody else was first: what they left, and its tag. */
  | { readonly kind: 'conflict'; readonly theirs: T | null; readonly tag: string | null }
  | { readonly kind: 'refused'; readonly status: number; readonly because: string }
  | { readonly kind: 'unreachable'; readonly because: string }

/** What goes with a request. */
export type Sent = {
  readonly body?: unknown
  /** Instead of it, JSON that is there already: files may be tens of megabytes. */
  readonly packed?: Packed
  /** The ETag of what is changed. */
  readonly tag?: string | null
}

/** Asks the service one thing as one person. Always settles, never rejects. */
export type Ask = <T>(method: string, path: string, sent?: Sent) => Promise<Asked<T>>

/** How long the service may take, beside what is on the way to it. Unit: milliseconds. A hundred files are sent one by one, each with its own time. */
const ANSWER_MS = 20_000

/** The headers that say who asks, and in which language; who it is a real service finds out by itself. */
export const askerHeaders = (person: string, language: Language): Readonly<Record<string, string>> => ({
  'accept-language': language,
  ...(isTryOut(ownOrigin()) ? { 'x-try-out-person': person } : {}),
})

/** The sentence for a person in a problem (RFC 9457), or what the status says. */
function becauseOf(text: string, status: number): string {
  try {
    const problem: unknown = JSON.parse(text)
    if (typeof problem === 'object' && problem !== null && 'detail' in problem) return String(problem.detail)
  } catch {
    return `HTTP ${status}`
  }
  return `HTTP ${status}`
}

const parsed = (text: string) => (text === '' ? null : JSON.parse(text))

/** What of a 412 is the thing itself: a problem has no `id`, and settings have domains. */
function theirsIn(text: string) {
  const value = parsed(text)
  if (value?.current !== undefined) return value.current
  return value?.id !== undefined || value?.domains !== undefined ? value : null
}

async function understood<T>(response: Response): Promise<Asked<T>> {
  const text = await response.text()
  const tag = response.headers.get('etag')
  if (response.status === 412) return { kind: 'conflict', theirs: theirsIn(text), tag }
  if (!response.ok)
    return { kind: 'refused', status: response.status, because: becauseOf(text, response.status) }
  return { kind: 'answered', value: parsed(text), tag }
}

/** The way to ask the own service as a person, who reads a language. */
export const askAs =
  (person: string, language: Language): Ask =>
  async (
    method,
    path,
    { body, packed = body === undefined ? undefined : JSON.stringify(body), tag } = {},
  ) => {
    const headers = {
      accept: 'application/json',
      ...(packed === undefined ? {} : { 'content-type': 'application/json' }),
      ...(tag ? { 'if-match': tag } : {}),
      ...askerHeaders(person, language),
    }
    try {
      const response = await fetch(path, {
        method,
        headers,
        ...(packed === undefined ? {} : { body: packed }),
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_MS + (packed === undefined ? 0 : onTheWayMs(packed))),
      })
      return await understood(response)
    } catch (fault) {
      return { kind: 'unreachable', because: String(fault) }
    }
  }

/** `/api/releases?search=jobs&page=2`, without what is not asked. */
export function pathWith(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>>,
) {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`
}
