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

// London keeps GMT until 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

const emptyTryOut = async (): Promise<StartedService> =>
  startTestService({ databaseUrl: await postgres.emptyDatabase() })

const novelIn = (body: unknown): number => {
  const files: unknown = typeof body === 'object' && body !== null && 'files' in body ? body.files : []
  const [first]: unknown[] = Array.isArray(files) ? files : []
  return typeof first === 'object' && first !== null && 'novel' in first ? Number(first.novel) : Number.NaN
}

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

  it('learns from a published file that comes later: what everybody has is let go from then on', async () => {
    const service = await emptyTryOut()
    const id = await addedRelease(service)
    const old = enquiryWith('published', { at: MONDAY_14_42 })
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
    expect((await ask(service, STAFF, 'POST', '/api/checks', old)).body).toMatchObject({ verdict: 'block' })
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('published'))
    expect((await ask(service, STAFF, 'POST', '/api/checks', old)).body).toMatchObject({ verdict: 'allow' })
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
