import { beforeAll, describe, expect, it } from 'vitest'
import { bytesOfBase64 } from '../../src/fingerprint/encoding.ts'
import type { NewRelease } from '../../src/register/contract.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import { ADMINISTRATOR, ask, enquiryWith, STAFF, sampleFile, startTestService } from './service-for-tests.ts'

// London keeps GMT until 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)
/** What stands between two lines of figures; no figures have it (src/fingerprint/feature-list.ts). */
const GAP = '0'.repeat(16)
const NOWHERE = '01234567-89ab-4def-8123-456789abcdef'

const RELEASE: NewRelease = {
  series: 'Public Sector Employment',
  title: 'Public sector employment, UK: December 2019',
  at: '2020-03-17 09:30',
}

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

const emptyTryOut = async (): Promise<StartedService> =>
  startTestService({ databaseUrl: await postgres.emptyDatabase() })

async function addedRelease(service: StartedService, release: NewRelease = RELEASE): Promise<string> {
  const { status, body } = await ask(service, ADMINISTRATOR, 'POST', '/api/releases', release)
  expect(status).toBe(201)
  if (typeof body !== 'object' || body === null || !('id' in body)) throw new Error('no id')
  return String(body.id)
}

async function withBothEditions(): Promise<StartedService> {
  const service = await emptyTryOut()
  const id = await addedRelease(service)
  for (const standing of ['published', 'embargoed'] as const) {
    const { status } = await ask(
      service,
      ADMINISTRATOR,
      'POST',
      `/api/releases/${id}/files`,
      sampleFile(standing),
    )
    expect(status).toBe(201)
  }
  return service
}

describe('a message asked about', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await withBothEditions()
  })
  const verdictOn = async (standing: 'embargoed' | 'published', at: number) =>
    (await ask(service, STAFF, 'POST', '/api/checks', enquiryWith(standing, { at }))).body

  it('is blocked on Monday at 14:42 with tomorrow’s workbook', async () => {
    expect(await verdictOn('embargoed', MONDAY_14_42)).toMatchObject({
      verdict: 'block',
      at: MONDAY_14_42,
      findings: [
        { kind: 'embargoed-file', reason: 'without-access', recipients: ['analyst@department.example'] },
      ],
    })
  })

  it('is blocked one millisecond before 09:30 and leaves at 09:30', async () => {
    expect(await verdictOn('embargoed', TUESDAY_09_30 - 1)).toMatchObject({ verdict: 'block' })
    expect(await verdictOn('embargoed', TUESDAY_09_30)).toMatchObject({ verdict: 'allow', findings: [] })
  })

  it('leaves with the edition that everybody has already', async () => {
    expect(await verdictOn('published', MONDAY_14_42)).toMatchObject({ verdict: 'allow', findings: [] })
  })

  it('is recognised by its figures when the file itself is another one', async () => {
    const { parts } = enquiryWith('embargoed')
    const resaved = parts.map((part) => ({ ...part, part: 'copy.xlsx', sha256: '0'.repeat(64) }))
    const { body } = await ask(
      service,
      STAFF,
      'POST',
      '/api/checks',
      enquiryWith('embargoed', { parts: resaved, at: MONDAY_14_42 }),
    )
    expect(body).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'embargoed-figures', part: 'copy.xlsx' }],
    })
  })

  it('is judged by the clock of the try-out when it names no instant', async () => {
    for (const [at, verdict] of [
      [TUESDAY_09_30 - 60_000, 'block'],
      [TUESDAY_09_30, 'allow'],
      [null, 'allow'],
    ] as const) {
      expect((await ask(service, null, 'PUT', '/try-out/clock', { at })).status).toBe(200)
      expect((await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('embargoed'))).body).toMatchObject(
        { verdict },
      )
    }
  })
})

describe('the record', () => {
  it('holds each check and its verdict by the time the answer is given', async () => {
    const url = await postgres.emptyDatabase()
    const service = await startTestService({ databaseUrl: url, samples: true })
    const { body } = await ask(
      service,
      STAFF,
      'POST',
      '/api/checks',
      enquiryWith('embargoed', { at: MONDAY_14_42 }),
    )
    const rows = await tell(
      url,
      `select who, entry->>'check' as "check", entry->>'verdict' as verdict, entry->'recipients'->0->>'address' as recipient from journal where kind = 'check'`,
    )
    expect(rows).toEqual([
      {
        who: STAFF,
        check: body !== null && typeof body === 'object' && 'check' in body && body.check,
        verdict: 'block',
        recipient: 'analyst@department.example',
      },
    ])
  })

  it('is made before the answer: where it cannot be made there is no answer', async () => {
    const url = await postgres.emptyDatabase()
    const service = await startTestService({ databaseUrl: url, samples: true })
    await tell(
      url,
      `create function no() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$`,
    )
    await tell(url, 'create trigger no before insert on journal for each statement execute function no()')
    const { status, type, body } = await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('published'))
    expect([status, type]).toEqual([503, 'application/problem+json; charset=utf-8'])
    expect(body).not.toHaveProperty('verdict')
  })

  it('holds no figures, no features and no plain hash: a copy of the database confirms no guess', async () => {
    const url = await postgres.emptyDatabase()
    const service = await startTestService({ databaseUrl: url, samples: true })
    const enquiry = enquiryWith('embargoed', { at: MONDAY_14_42 })
    await ask(service, STAFF, 'POST', '/api/checks', enquiry)
    const tables = await Promise.all(
      ['releases', 'access', 'team', 'files', 'journal', 'settings'].map((table) =>
        tell(url, `select ${table}::text as line from ${table}`),
      ),
    )
    const copy = JSON.stringify(tables)
    expect(copy).toContain('pse-2020-03-embargoed.xlsx')
    for (const { sha256, features } of enquiry.parts) {
      expect(copy).not.toContain(sha256)
      expect(copy).not.toContain(features.slice(0, 40))
      const bytes = Buffer.from(bytesOfBase64(features) ?? [])
      const present = Array.from({ length: bytes.length / 8 }, (_, n) =>
        bytes.toString('hex', n * 8, n * 8 + 8),
      )
        .filter((feature) => feature !== GAP)
        .filter((feature) => copy.includes(feature))
      expect(present).toEqual([])
    }
  })
})

describe('the register', () => {
  it('says of each file how much of it is new, and what the administrator should know', async () => {
    const service = await emptyTryOut()
    const id = await addedRelease(service)
    const first = await ask(
      service,
      ADMINISTRATOR,
      'POST',
      `/api/releases/${id}/files`,
      sampleFile('embargoed'),
    )
    expect(first.body).toMatchObject({
      novel: expect.any(Number),
      advice: [expect.stringContaining('No published edition')],
    })
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('published'))
    const { body } = await ask(service, STAFF, 'GET', `/api/releases/${id}`)
    expect(body).toMatchObject({
      embargoed: false,
      london: '2020-03-17 09:30',
      files: [
        { standing: 'embargoed', advice: [] },
        { standing: 'published', novel: 0, advice: [] },
      ],
    })
    expect(novelIn(body)).toBeGreaterThan(50)
    expect(novelIn(body)).toBeLessThan(novelIn({ files: [first.body] }) / 5)
  })

  it('lists releases, the earliest first, and says what is under embargo by its own clock', async () => {
    const service = await emptyTryOut()
    await addedRelease(service, { ...RELEASE, title: 'later', at: '2020-06-16 07:00' })
    await addedRelease(service, { ...RELEASE, title: 'earlier', at: '2020-03-17T09:30:00Z' })
    await ask(service, null, 'PUT', '/try-out/clock', { at: TUESDAY_09_30 + 1_000 })
    const { body } = await ask(service, STAFF, 'GET', '/api/releases')
    expect(body).toMatchObject({
      releases: [
        { title: 'earlier', embargoed: false, at: TUESDAY_09_30 },
        { title: 'later', embargoed: true, at: Date.UTC(2020, 5, 16, 6), london: '2020-06-16 07:00' },
      ],
    })
  })

  it('keeps a release under embargo that is postponed, whatever its time', async () => {
    const service = await emptyTryOut()
    const id = await addedRelease(service, { ...RELEASE, state: 'postponed' })
    expect((await ask(service, STAFF, 'GET', `/api/releases/${id}`)).body).toMatchObject({
      state: 'postponed',
      embargoed: true,
    })
  })

  it('is the same at a second instance as soon as the first one changed it', async () => {
    const databaseUrl = await postgres.emptyDatabase()
    const secret = 'ab'.repeat(32)
    const [one, other] = [
      await startTestService({ databaseUrl, secret }),
      await startTestService({ databaseUrl, secret }),
    ]
    const enquiry = enquiryWith('embargoed', { at: MONDAY_14_42 })
    expect((await ask(other, STAFF, 'POST', '/api/checks', enquiry)).body).toMatchObject({ verdict: 'allow' })
    const id = await addedRelease(one)
    await ask(one, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
    expect((await ask(other, STAFF, 'POST', '/api/checks', enquiry)).body).toMatchObject({ verdict: 'block' })
  })

  it('takes many changes and checks at once', async () => {
    const service = await emptyTryOut()
    const id = await addedRelease(service)
    const file = sampleFile('published')
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async (_, n) =>
        n % 2 === 0
          ? (
              await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, {
                ...file,
                name: `${n}.xlsx`,
              })
            ).status
          : (await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('published'))).status,
      ),
    )
    expect(new Set(statuses)).toEqual(new Set([200, 201]))
  })
})

const novelIn = (body: unknown): number => {
  const files: unknown = typeof body === 'object' && body !== null && 'files' in body ? body.files : []
  const [first]: unknown[] = Array.isArray(files) ? files : []
  return typeof first === 'object' && first !== null && 'novel' in first ? Number(first.novel) : Number.NaN
}

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
    for (const parts of [file.parts.map(torn), file.parts.map((part) => ({ ...part, weights: 'AAAA' }))]) {
      const { status } = await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, {
        ...file,
        parts,
      })
      expect(status).toBe(400)
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
