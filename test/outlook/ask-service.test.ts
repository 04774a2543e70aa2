import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import { type Asking, askService, SERVICE_MS, serviceAt } from '../../src/outlook/ask-service.ts'
import { isTryOut, ownOrigin } from '../../src/outlook/own-origin.ts'
import type { SendOver } from '../../src/outlook/send-over.ts'
import { waysToSend } from '../../src/outlook/send-over.ts'

const ENQUIRY: Asking = {
  build: 'test',
  moment: 'send',
  from: 'ada@statistics.example',
  recipients: [],
  deliverAt: null,
  parts: [],
}
const ANSWER = { check: 'c1', verdict: 'allow', at: 1, findings: [] }
const ADA = 'ada@statistics.example'

let server: Server
let origin = ''
let respond: (request: IncomingMessage, response: ServerResponse) => void = () => undefined

beforeAll(async () => {
  server = createServer((request, response) => respond(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  origin = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))
afterEach(() => {
  // Before the timers: what was put in their place would come back as it was then.
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const answerWith = (status: number, text: string) => {
  respond = (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(text)
  }
}
const ask = (asking: Asking = ENQUIRY) => askService(serviceAt(origin, ADA, 'cy-GB'), asking)

const partWith = (part: string, features: Uint8Array): Asking['parts'][number] => ({
  part,
  size: 1,
  sha256: null,
  unreadable: null,
  figures: 1,
  form: FINGERPRINT_FORM,
  features,
})

describe('a service that answers', () => {
  it('is asked with a POST of the enquiry at an absolute address', async () => {
    const asked: { method?: string | undefined; url?: string | undefined; body: string } = { body: '' }
    respond = (request, response) => {
      asked.method = request.method
      asked.url = request.url
      request.on('data', (bytes) => {
        asked.body += String(bytes)
      })
      request.on('end', () => response.end(JSON.stringify(ANSWER)))
    }
    expect(await ask()).toEqual({ kind: 'answered', answer: ANSWER })
    expect(asked).toMatchObject({ method: 'POST', url: '/api/checks' })
    expect(JSON.parse(asked.body)).toEqual(ENQUIRY)
  })

  it('is told features of megabytes, which are never one text here, as one JSON', async () => {
    let body = ''
    respond = (request, response) => {
      request.on('data', (bytes) => {
        body += String(bytes)
      })
      request.on('end', () => response.end(JSON.stringify(ANSWER)))
    }
    const many = Uint8Array.from({ length: 3_000_000 }, (_none, at) => (at * 31) & 255)
    const parts = [partWith('a “b”.xlsx', many), partWith('none', new Uint8Array(0))]
    expect(await ask({ ...ENQUIRY, parts })).toMatchObject({ kind: 'answered' })
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
    const told = parts.map((part) => ({ ...part, features: base64(part.features) }))
    expect(JSON.parse(body)).toEqual({ ...ENQUIRY, parts: told })
  })

  it('is told the chosen person in a try-out', async () => {
    let told: unknown
    respond = (request, response) => {
      told = request.headers['x-try-out-person']
      response.end(JSON.stringify(ANSWER))
    }
    await ask()
    expect(told).toBe(ADA)
  })

  it('is never told a person when it is not a try-out on this machine', async () => {
    let headers: Readonly<Record<string, string>> = {}
    const way: SendOver = (_url, given) => {
      headers = given
      return Promise.resolve({ kind: 'came-back', status: 200, text: JSON.stringify(ANSWER) })
    }
    await askService(
      { origin: 'https://guard.example', person: ADA, language: 'en-GB', ways: [way] },
      ENQUIRY,
    )
    expect(Object.keys(headers)).toEqual(['content-type', 'accept', 'accept-language'])
  })
})

describe('a service that does not take the enquiry', () => {
  it('is quoted with its own sentence', async () => {
    answerWith(400, JSON.stringify({ title: 'Bad Request', detail: 'This build is too old.' }))
    expect(await ask()).toEqual({ kind: 'refused', because: 'This build is too old.' })
  })

  it.each([
    ['a sign-in page with status 200', 200, '<html>Sign in</html>'],
    ['an empty answer', 200, ''],
    ['an answer without a verdict', 200, JSON.stringify({ ...ANSWER, verdict: undefined })],
    ['a verdict nobody knows', 200, JSON.stringify({ ...ANSWER, verdict: 'maybe' })],
    ['findings that are none', 200, JSON.stringify({ ...ANSWER, findings: [{}] })],
    ['an answer under an error status', 500, JSON.stringify(ANSWER)],
    ['a redirection page', 404, 'not here'],
  ])('is a refusal, not leave to send: %s', async (_what, status, text) => {
    answerWith(status, text)
    expect(await ask()).toMatchObject({ kind: 'refused' })
  })
})

describe('a service out of reach', () => {
  const failing: SendOver = () => Promise.resolve({ kind: 'network-failure', message: 'no route' })
  const working: SendOver = () =>
    Promise.resolve({ kind: 'came-back', status: 200, text: JSON.stringify(ANSWER) })
  const over = (...ways: SendOver[]) => overWith(ENQUIRY, ...ways)
  const overWith = (asking: Asking, ...ways: SendOver[]) =>
    askService({ origin, person: ADA, language: 'en-GB', ways }, asking)

  it('is unreachable after two tries that fail', async () => {
    const way = vi.fn(failing)
    expect(await over(way)).toEqual({ kind: 'unreachable', because: 'no route' })
    expect(way).toHaveBeenCalledTimes(2)
  })

  it('is reached at the second try, by the other way', async () => {
    expect(await over(failing, working)).toMatchObject({ kind: 'answered' })
  })

  it('is not asked twice when it refuses', async () => {
    const way = vi.fn<SendOver>(() => Promise.resolve({ kind: 'came-back', status: 503, text: '' }))
    expect(await over(way)).toEqual({ kind: 'refused', because: 'HTTP 503' })
    expect(way).toHaveBeenCalledTimes(1)
  })

  it('is unreachable where nobody listens', async () => {
    const gone = { ...serviceAt('http://127.0.0.1:9', ADA, 'en-GB') }
    expect(await askService(gone, ENQUIRY)).toMatchObject({ kind: 'unreachable' })
  })

  it('is unreachable in a runtime that gives no network', async () => {
    expect(await over()).toMatchObject({ kind: 'unreachable' })
  })

  it('is unreachable when a way breaks instead of failing', async () => {
    expect(await over(() => Promise.reject(new Error('broken')))).toMatchObject({ kind: 'unreachable' })
  })

  it('is given up when its time is over, and no earlier', async () => {
    vi.useFakeTimers()
    let settled = false
    const answer = over(() => new Promise(() => undefined)).then((given) => {
      settled = true
      return given
    })
    await vi.advanceTimersByTimeAsync(SERVICE_MS - 1)
    expect(settled).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject({ kind: 'unreachable' })
  })

  it('is given longer for what takes long to be sent: a second for each megabyte of features', async () => {
    const asking = { ...ENQUIRY, parts: [partWith('large.xlsx', new Uint8Array(750_000))] }
    const never = () => new Promise<never>(() => undefined)
    vi.useFakeTimers()
    const answer = overWith(asking, never)
    await vi.advanceTimersByTimeAsync(SERVICE_MS + 1_100)
    expect(await answer).toEqual({
      kind: 'unreachable',
      because: expect.stringMatching(/^no answer within 700\d ms$/),
    })
  })
})

describe('the ways a runtime has to send', () => {
  class Request {
    status = 200
    responseText = ''
    onload = (): void => undefined
    onerror = (): void => undefined
    headers: string[] = []
    open(_method: string, url: string): void {
      this.responseText = url
    }
    setRequestHeader(name: string, value: string): void {
      this.headers.push(`${name}: ${value}`)
    }
    send(json: string): void {
      this.responseText += ` ${this.headers.join()} ${json}`
      setTimeout(() => (json === '"fail"' ? this.onerror() : this.onload()), 0)
    }
  }

  it('are XMLHttpRequest alone where there is no fetch', async () => {
    vi.stubGlobal('fetch', undefined)
    vi.stubGlobal('XMLHttpRequest', Request)
    const [way, ...others] = waysToSend()
    expect(others).toEqual([])
    expect(await way?.('https://guard.example/api', { accept: 'a' }, '{}')).toEqual({
      kind: 'came-back',
      status: 200,
      text: 'https://guard.example/api accept: a {}',
    })
    expect(await way?.('https://guard.example/api', {}, '"fail"')).toMatchObject({ kind: 'network-failure' })
  })

  it('fail, and do not throw, where fetch throws at once', async () => {
    vi.stubGlobal('fetch', () => {
      throw new TypeError('relative URL')
    })
    const [way] = waysToSend()
    expect(await way?.('/x', {}, '{}')).toMatchObject({ kind: 'network-failure' })
  })

  it('are none in a runtime that has neither', () => {
    vi.stubGlobal('fetch', undefined)
    expect(waysToSend()).toEqual([])
  })
})

describe('where the add-in came from', () => {
  it('is the page’s own origin where there is a page', () => {
    vi.stubGlobal('location', { origin: 'https://guard.office.example' })
    expect(ownOrigin()).toBe('https://guard.office.example')
  })

  it('is the origin it was built for where there is no page, or one without an origin', () => {
    expect(ownOrigin()).toBe('https://embargo-guard.example')
    vi.stubGlobal('location', { origin: 'null' })
    expect(ownOrigin()).toBe('https://embargo-guard.example')
  })

  it.each([
    ['http://localhost:3000', true],
    ['https://127.0.0.1', true],
    ['http://[::1]:3000', true],
    ['https://localhost.example.com', false],
    ['https://guard.example', false],
    ['http://127.0.0.1.example:80', false],
  ])('%s is a try-out on this machine: %s', (given, tryOut) => {
    expect(isTryOut(given)).toBe(tryOut)
  })
})
