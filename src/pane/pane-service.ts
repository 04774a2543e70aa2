import { headersFor, type Service } from '../outlook/ask-service.ts'
import { problemIn } from '../outlook/understand-answer.ts'

/** What became of one request of the pane. */
export type Got<T> =
  | { readonly kind: 'got'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly because: string }
  | { readonly kind: 'unreachable' }

/** How long the service may take. Unit: milliseconds. */
const ANSWER_MS = 10_000

/**
 * Asks the own service, which speaks by the contract (src/register/clearance.ts).
 * Always settles, never rejects.
 */
export async function askPane<T>(
  service: Service,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<Got<T>> {
  try {
    const response = await fetch(`${service.origin}${path}`, {
      method,
      headers: headersFor(service),
      signal: AbortSignal.timeout(ANSWER_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok)
      return {
        kind: 'refused',
        status: response.status,
        because: problemIn(text) ?? `HTTP ${response.status}`,
      }
    return { kind: 'got', value: JSON.parse(text === '' ? 'null' : text) }
  } catch {
    return { kind: 'unreachable' }
  }
}
