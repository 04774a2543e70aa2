import { beforeAll, describe, expect, it } from 'vitest'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres } from './postgres-for-tests.ts'
import {
  ADMINISTRATOR,
  addedRelease,
  ask,
  enquiryWith,
  RELEASE,
  STAFF,
  sampleFile,
  startTestService,
} from './service-for-tests.ts'

const NOWHERE = '01234567-89ab-4def-8123-456789abcdef'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

const emptyTryOut = async (): Promise<StartedService> =>
  startTestService({ databaseUrl: await postgres.emptyDatabase() })

describe('a request that cannot be served', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await emptyTryOut()
  })

  it.each([
    [
      'a time that is none',
      { ...RELEASE, at: 'next Tuesday' },
      'unreadable-time',
      '“next Tuesday” is not a time',
    ],
    ['an hour that the clocks skip', { ...RELEASE, at: '2020-03-29 01:30' }, 'time-in-gap', 'skip'],
    ['an hour that the clocks show twice', { ...RELEASE, at: '2020-10-25 01:30' }, 'time-twice', 'twice'],
    ['a state nobody knows', { ...RELEASE, state: 'embargoed' }, 'not-understood', 'state: '],
    ['no title', { ...RELEASE, title: '  ' }, 'not-understood', 'title: '],
    [
      'access from no instant',
      { ...RELEASE, access: [{ address: 'a@b.example', post: '', opensAt: 'now', expiresAt: null }] },
      'not-understood',
      'access.0.opensAt: ',
    ],
    ['nothing at all', {}, 'not-understood', 'series: '],
  ])('is answered with a problem that names it: a release with %s', async (_, release, word, sentence) => {
    const { status, type, body } = await ask(service, ADMINISTRATOR, 'POST', '/api/releases', release)
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect(body).toMatchObject({
      type: `urn:embargo-guard:problem:${word}`,
      status: 400,
      detail: expect.stringContaining(sentence),
    })
    expect((await ask(service, STAFF, 'GET', '/api/releases')).body).toMatchObject({ releases: [] })
  })

  it('says who may ask when nobody says who they are, or a stranger does', async () => {
    for (const person of [null, 'eve@elsewhere.example', ''])
      for (const [method, url] of [
        ['GET', '/api/releases'],
        ['POST', '/api/checks'],
        ['POST', '/api/releases'],
      ] as const) {
        const { status, body } = await ask(service, person, method, url, method === 'POST' ? {} : undefined)
        expect(status).toBe(401)
        expect(body).toMatchObject({ detail: expect.stringContaining(STAFF) })
      }
  })

  it('tells staff that only an administrator keeps the register', async () => {
    for (const url of ['/api/releases', `/api/releases/${NOWHERE}/files`]) {
      const { status, body } = await ask(service, STAFF, 'POST', url, RELEASE)
      expect(status).toBe(403)
      expect(body).toMatchObject({ detail: expect.stringContaining('Ada Marsh') })
    }
  })

  it('does not take the word of a body for who asks', async () => {
    const { status } = await ask(
      service,
      null,
      'POST',
      '/api/checks',
      enquiryWith('published', { from: ADMINISTRATOR }),
    )
    expect(status).toBe(401)
  })

  it('says that there is no such release', async () => {
    for (const [method, url] of [
      ['GET', `/api/releases/${NOWHERE}`],
      ['POST', `/api/releases/${NOWHERE}/files`],
    ] as const) {
      const { status, body } = await ask(
        service,
        ADMINISTRATOR,
        method,
        url,
        method === 'POST' ? sampleFile('published') : undefined,
      )
      expect(status).toBe(404)
      expect(body).toMatchObject({ detail: expect.stringContaining(NOWHERE) })
    }
  })

  it('says so of an id that is none, an address that is none, JSON that is none', async () => {
    expect((await ask(service, STAFF, 'GET', '/api/releases/7')).status).toBe(400)
    expect((await ask(service, STAFF, 'GET', '/api/nothing')).body).toMatchObject({ status: 404 })
    const { app } = service
    const headers = { 'x-try-out-person': STAFF }
    const torn = await app.inject({
      method: 'POST',
      url: '/api/checks',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: '{"build":',
    })
    expect([torn.statusCode, torn.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ])
    const text = await app.inject({
      method: 'POST',
      url: '/api/checks',
      headers: { ...headers, 'content-type': 'text/plain' },
      payload: 'hello',
    })
    expect([text.statusCode, text.headers['content-type']]).toEqual([
      415,
      'application/problem+json; charset=utf-8',
    ])
  })

  it('refuses features that are torn, in a check and in a file, and keeps nothing of them', async () => {
    const id = await addedRelease(service)
    const torn = (part: object) => ({ ...part, features: 'AAAA' })
    const enquiry = enquiryWith('published')
    const check = await ask(service, STAFF, 'POST', '/api/checks', {
      ...enquiry,
      parts: enquiry.parts.map(torn),
    })
    expect(check.body).toMatchObject({
      status: 400,
      detail: expect.stringContaining('pse-2019-12-published.xlsx'),
    })
    const file = sampleFile('published')
    for (const parts of [
      file.parts.map(torn),
      ...['weights', 'rareFigures', 'madeOf'].map((field) =>
        file.parts.map((part) => ({ ...part, [field]: 'AAAA' })),
      ),
    ]) {
      const { status } = await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, {
        ...file,
        parts,
      })
      expect(status).toBe(400)
    }
    expect((await ask(service, STAFF, 'GET', `/api/releases/${id}`)).body).toMatchObject({ files: [] })
  })

  it('refuses what an add-in of another version read, in a check and in a file: nothing would be recognised in it', async () => {
    const id = await addedRelease(service)
    const old = (part: object) => ({ ...part, form: '0123456789abcdef' })
    const enquiry = enquiryWith('embargoed')
    const file = sampleFile('published')
    for (const [person, url, body] of [
      [STAFF, '/api/checks', { ...enquiry, parts: enquiry.parts.map(old) }],
      [ADMINISTRATOR, `/api/releases/${id}/files`, { ...file, parts: file.parts.map(old) }],
    ] as const) {
      const reply = await ask(service, person, 'POST', url, body)
      expect(reply.body).toMatchObject({
        type: 'urn:embargo-guard:problem:fingerprints-differ',
        status: 400,
        detail: expect.stringContaining('open it again'),
      })
    }
    expect((await ask(service, STAFF, 'GET', `/api/releases/${id}`)).body).toMatchObject({ files: [] })
  })

  it('says so of more than 64 MB', async () => {
    const { app } = service
    const reply = await app.inject({
      method: 'POST',
      url: '/api/checks',
      headers: { 'x-try-out-person': STAFF, 'content-type': 'application/json' },
      payload: Buffer.alloc(64 * 1024 * 1024 + 1, 32),
    })
    expect([reply.statusCode, reply.json().detail]).toEqual([413, expect.stringContaining('larger')])
  })

  it('takes names no database could keep, and goes on with the check', async () => {
    const enquiry = enquiryWith('published')
    const parts = enquiry.parts.map((part) => ({ ...part, part: 'a\u0000b\ud800.xlsx' }))
    const { status } = await ask(service, STAFF, 'POST', '/api/checks', { ...enquiry, parts })
    expect(status).toBe(200)
  })
})

describe('a real service', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await startTestService({
      databaseUrl: await postgres.emptyDatabase(),
      mode: 'service',
      samples: true,
    })
  })

  it('has no clock that can be set, no people to choose from and no samples', async () => {
    for (const [method, url] of [
      ['PUT', '/try-out/clock'],
      ['GET', '/try-out/clock'],
      ['GET', '/try-out/people'],
      ['GET', '/try-out/samples'],
      ['GET', '/outlook'],
      ['GET', '/'],
    ] as const)
      expect(
        (await ask(service, ADMINISTRATOR, method, url, method === 'PUT' ? { at: 0 } : undefined)).status,
      ).toBe(404)
  })

  it('knows nobody until it has an identity provider, whatever a header says', async () => {
    for (const [method, url] of [
      ['GET', '/api/releases'],
      ['POST', '/api/checks'],
      ['POST', '/api/releases'],
    ] as const) {
      const { status, body } = await ask(
        service,
        ADMINISTRATOR,
        method,
        url,
        method === 'POST' ? {} : undefined,
      )
      expect(status).toBe(401)
      expect(body).toMatchObject({ detail: expect.stringContaining('no identity provider') })
    }
  })

  it('says that it lives and is ready', async () => {
    expect((await ask(service, null, 'GET', '/healthz')).body).toEqual({ status: 'ok' })
    expect((await ask(service, null, 'GET', '/readyz')).body).toEqual({ status: 'ok' })
  })
})
