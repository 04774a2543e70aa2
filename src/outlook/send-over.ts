import type { Packed } from './packing.ts'

/** What came back over HTTP, or that nothing did. */
export type Sent =
  | { readonly kind: 'came-back'; readonly status: number; readonly text: string }
  | { readonly kind: 'network-failure'; readonly message: string }

/** One POST of JSON. Always settles, never rejects; may take for ever. */
export type SendOver = (url: string, headers: Readonly<Record<string, string>>, body: Packed) => Promise<Sent>

const failure = (fault: unknown): Sent => ({ kind: 'network-failure', message: String(fault) })

const byFetch: SendOver = (url, headers, body) =>
  fetch(url, { method: 'POST', headers: Object.assign({}, headers), body })
    .then((response) =>
      response.text().then((text): Sent => ({ kind: 'came-back', status: response.status, text })),
    )
    .catch(failure)

const byXmlHttpRequest: SendOver = (url, headers, body) =>
  new Promise((settle) => {
    const request = new XMLHttpRequest()
    request.onload = () => settle({ kind: 'came-back', status: request.status, text: request.responseText })
    request.onerror = () => settle(failure('the request failed'))
    request.open('POST', url)
    Object.keys(headers).forEach((name) => {
      request.setRequestHeader(name, headers[name] ?? '')
    })
    request.send(body)
  })

/** A way that throws at once is a way that failed. */
const guarded =
  (way: SendOver): SendOver =>
  (url, headers, body) => {
    try {
      return way(url, headers, body)
    } catch (fault) {
      return Promise.resolve(failure(fault))
    }
  }

/** The ways this runtime has. In some classic Outlooks `fetch` fails where XMLHttpRequest does not (issue 6719). */
export function waysToSend(): readonly SendOver[] {
  const ways: SendOver[] = []
  if (typeof fetch === 'function') ways.push(guarded(byFetch))
  if (typeof XMLHttpRequest === 'function') ways.push(guarded(byXmlHttpRequest))
  return ways
}
