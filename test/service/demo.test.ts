import { beforeAll, describe, expect, it } from 'vitest'
import { demoReleases } from '../../src/service/demo/demo-releases.ts'
import { RELEASE_PAGE } from '../../src/service/door/door-releases.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres } from './postgres-for-tests.ts'
import { ADMINISTRATOR, ask, enquiryWith, STAFF, startTestService } from './service-for-tests.ts'

const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

let service: StartedService
let databaseUrl: string
beforeAll(async () => {
  const postgres = await startTestPostgres()
  databaseUrl = await postgres.emptyDatabase()
  const options = { databaseUrl, secret: 'ab'.repeat(32), samples: true, demonstration: true }
  service = await startTestService(options)
})

const page = async (query: string) =>
  RELEASE_PAGE.parse((await ask(service, STAFF, 'GET', `/api/releases?size=200${query}`)).body)

describe('the demonstration', () => {
  it('has releases in each state, files under embargo and a request to lift', async () => {
    const { releases } = await page('')
    expect(new Set(releases.map(({ state }) => state))).toEqual(
      new Set(['provisional', 'confirmed', 'published', 'postponed', 'cancelled']),
    )
    expect(new Set(releases.map(({ series }) => series)).size).toBe(13)
    expect(releases.filter(({ liftAsked }) => liftAsked)).toHaveLength(1)
    expect(releases.filter(({ files, novel }) => files > 1 && novel > 0)).toHaveLength(7)
  })

  it('has a journal of a year, whole, each line with its sentence, and a clearance that waits', async () => {
    const { body } = await ask(service, ADMINISTRATOR, 'GET', '/api/journal?size=200')
    expect(body).toMatchObject({ total: expect.any(Number) })
    expect(JSON.stringify(body)).not.toMatch(/undefined|NaN|\[object/)
    expect((await ask(service, ADMINISTRATOR, 'GET', '/api/journal/verification')).body).toMatchObject({
      sound: true,
    })
    const clearances = await ask(service, ADMINISTRATOR, 'GET', '/api/clearances?state=asked')
    expect(clearances.body).toMatchObject([{ askedBy: 'ben@statistics.example' }])
  })

  it('leaves the story as it was: on Monday at 14:42 nothing lifts before Tuesday at 09:30', async () => {
    await ask(service, null, 'PUT', '/try-out/clock', { at: MONDAY_14_42 })
    expect((await page('')).next).toMatchObject({ series: 'Public Sector Employment', at: TUESDAY_09_30 })
    const { body } = await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('embargoed'))
    expect(body).toMatchObject({ verdict: 'block', findings: [{ kind: 'embargoed-file' }] })
    expect((await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('published'))).body).toMatchObject({
      verdict: 'allow',
      findings: [],
    })
    await ask(service, null, 'PUT', '/try-out/clock', { at: null })
  })

  it('is made once, however often a try-out starts', async () => {
    const { total } = await page('')
    const again = { databaseUrl, secret: 'ab'.repeat(32), samples: true, demonstration: true }
    await startTestService(again)
    expect((await page('')).total).toBe(total)
  })

  it('can be made on every day of a year', () => {
    for (let day = 0; day < 366; day++)
      expect(demoReleases(Date.UTC(2026, 6, 1, 12) + day * 86_400_000)).toHaveLength(101)
  })
})
