import { beforeAll, describe, expect, it } from 'vitest'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import {
  ADMINISTRATOR,
  addedRelease,
  ask,
  enquiryWith,
  STAFF,
  sampleFile,
  startTestService,
} from './service-for-tests.ts'

// London keeps GMT until 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)
/** What stands between two lines of figures; no figures have it (src/fingerprint/feature-list.ts). */
const GAP = '0'.repeat(16)

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

const emptyTryOut = async (): Promise<StartedService> =>
  startTestService({ databaseUrl: await postgres.emptyDatabase() })

async function withBothEditions(): Promise<StartedService> {
  const service = await emptyTryOut()
  const id = await addedRelease(service)
  for (const standing of ['published', 'embargoed'] as const)
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile(standing))
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
    const presentOf = (features: string): readonly string[] => {
      const bytes = Buffer.from(features, 'base64')
      expect(bytes.length).toBeGreaterThan(0)
      return Array.from({ length: bytes.length / 8 }, (_, n) => bytes.toString('hex', n * 8, n * 8 + 8))
        .filter((feature) => feature !== GAP)
        .filter((feature) => copy.includes(feature))
    }
    for (const { sha256, features } of enquiry.parts) {
      expect(copy).not.toContain(sha256)
      expect(copy).not.toContain(features.slice(0, 40))
      expect(presentOf(features)).toEqual([])
    }
    for (const { rareFigures } of sampleFile('embargoed').parts) expect(presentOf(rareFigures)).toEqual([])
  })
})
