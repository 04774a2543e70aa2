import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import { ADMINISTRATOR, ask, RELEASE, STAFF, startTestService } from './service-for-tests.ts'

const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)

const CSV = `series,title,date,state,producer
Vacancies,Vacancies: April 2020,2020-04-21 07:00,confirmed,Labour Market
Vacancies,Vacancies: May 2020,2020-05-19 07:00,confirmed,Labour Market
Vacancies,Vacancies: June 2020,next summer,confirmed,Labour Market
Earnings,Earnings: May 2020,May 2020,provisional,Labour Market
`

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

async function mondayAfternoon(databaseUrl?: string): Promise<StartedService> {
  const service = await startTestService({ databaseUrl: databaseUrl ?? (await postgres.emptyDatabase()) })
  await ask(service, null, 'PUT', '/try-out/clock', { at: MONDAY_14_42 })
  return service
}

const take = (service: StartedService, text: string, more: object = {}) =>
  ask(service, ADMINISTRATOR, 'POST', '/api/imports', { name: 'calendar.csv', text, ...more })

const registered = async (service: StartedService): Promise<unknown> =>
  (await ask(service, STAFF, 'GET', '/api/releases')).body

describe('another calendar', () => {
  it('is shown with all it would change before anything is changed', async () => {
    const service = await mondayAfternoon()
    const { status, body } = await ask(service, ADMINISTRATOR, 'POST', '/api/imports/preview', {
      name: 'calendar.csv',
      text: CSV,
    })
    expect([status, body]).toEqual([
      200,
      {
        added: [
          { line: 2, title: 'Vacancies: April 2020', london: '2020-04-21 07:00' },
          { line: 3, title: 'Vacancies: May 2020', london: '2020-05-19 07:00' },
          { line: 5, title: 'Earnings: May 2020', london: '2020-05-31 23:59' },
        ],
        changed: [],
        unchanged: 0,
        refused: [],
        faults: [{ line: 4, field: 'date', because: expect.stringContaining('next summer') }],
      },
    ])
    expect(await registered(service)).toMatchObject({ total: 0 })
  })

  it('changes nothing when it is taken over twice, not even the journal', async () => {
    const url = await postgres.emptyDatabase()
    const service = await mondayAfternoon(url)
    expect((await take(service, CSV)).body).toMatchObject({ added: { length: 3 } })
    const before = [await registered(service), await tell(url, 'select count(*) from journal')]
    expect((await take(service, CSV)).body).toMatchObject({ added: [], changed: [], unchanged: 3 })
    expect([await registered(service), await tell(url, 'select count(*) from journal')]).toEqual(before)
  })

  it('moves a confirmed release only with a reason, which is kept, and nothing else for want of it', async () => {
    const service = await mondayAfternoon()
    const calendar = (date: string): string =>
      `source,series,title,date,state\n/vacancies,Vacancies,Vacancies: May 2020,${date},confirmed\n/other,Earnings,Earnings: ${date},2020-06-16 07:00,confirmed\n`
    await take(service, calendar('2020-05-19 07:00'))
    const moved = calendar('2020-05-20 07:00')
    expect((await take(service, moved)).body).toMatchObject({
      changed: [{ title: expect.stringContaining('Earnings') }],
      refused: [{ line: 2, because: expect.stringContaining('Say why') }],
    })
    expect((await take(service, moved, { reason: 'a holiday' })).body).toMatchObject({
      changed: [{ fields: [{ field: 'when', before: expect.stringContaining('19 May') }] }],
    })
    const { releases } = z
      .object({ releases: z.array(z.object({ id: z.string() })) })
      .parse(await registered(service))
    expect((await ask(service, STAFF, 'GET', `/api/releases/${releases[0]?.id}`)).body).toMatchObject({
      london: '2020-05-20 07:00',
      changes: [{ kind: 'moved', by: ADMINISTRATOR, reason: 'a holiday' }],
    })
    expect((await ask(service, STAFF, 'POST', '/api/imports', { name: '', text: '' })).status).toBe(403)
  })

  it.each(['csv', 'ics', 'json'])('that we write as .%s is read back by another register', async (end) => {
    const service = await mondayAfternoon()
    await take(service, CSV)
    await ask(service, ADMINISTRATOR, 'POST', '/api/releases', RELEASE)
    const { status, text, type } = await ask(service, STAFF, 'GET', `/api/exports/releases.${end}`)
    expect([status, type]).toEqual([200, expect.stringContaining('charset=utf-8')])
    expect((await take(service, text)).body).toMatchObject({ added: [], unchanged: 4, refused: [] })
    const other = await mondayAfternoon()
    expect((await take(other, text)).body).toMatchObject({ added: { length: 4 }, faults: [] })
  })
})
