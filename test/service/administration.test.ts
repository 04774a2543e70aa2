import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import {
  ADMINISTRATOR,
  addedRelease,
  ask,
  enquiryWith,
  RELEASE,
  type Reply,
  SECOND_ADMINISTRATOR,
  STAFF,
  sampleFile,
  startTestService,
} from './service-for-tests.ts'

// London keeps GMT until 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)
const THURSDAY_09_30 = Date.UTC(2020, 2, 19, 9, 30)

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

/** A try-out on Monday at 14:42, without releases. */
async function mondayAfternoon(databaseUrl?: string): Promise<StartedService> {
  const url = databaseUrl ?? (await postgres.emptyDatabase())
  const service = await startTestService({ databaseUrl: url, secret: 'ab'.repeat(32) })
  await ask(service, null, 'PUT', '/try-out/clock', { at: MONDAY_14_42 })
  return service
}

const etagOf = ({ headers }: Reply): string => String(headers.etag)

const FILES = z.object({ files: z.array(z.object({ id: z.string(), novel: z.number() })) })

const change = async (
  service: StartedService,
  person: string,
  id: string,
  wish: object,
  etag?: string,
): Promise<Reply> => {
  const match = etag ?? etagOf(await ask(service, STAFF, 'GET', `/api/releases/${id}`))
  return ask(service, person, 'POST', `/api/releases/${id}/changes`, wish, { 'if-match': match })
}

describe('a release', () => {
  it('is kept with producer, contact, summary and months, and who listed access', async () => {
    const service = await mondayAfternoon()
    const contact = { name: 'Ben Okafor', email: 'ben@statistics.example', telephone: '01632 960001' }
    const reply = await ask(service, ADMINISTRATOR, 'POST', '/api/releases', {
      ...RELEASE,
      at: 'May 2020 to June 2020',
      state: 'provisional',
      producer: 'Labour Market',
      contact,
      summary: 'Employment by sector.',
      access: [
        {
          address: 'press@department.example',
          post: 'Head of News',
          opensAt: TUESDAY_09_30,
          expiresAt: null,
          holder: 'team-inbox',
          reason: 'briefing',
        },
      ],
    })
    expect([reply.status, etagOf(reply)]).toEqual([201, '"1"'])
    const { body } = await ask(service, STAFF, 'GET', String(reply.headers.location))
    expect(body).toEqual(reply.body)
    expect(body).toMatchObject({
      producer: 'Labour Market',
      contact,
      months: { from: { year: 2020, month: 5 }, to: { year: 2020, month: 6 } },
      london: '2020-06-30 23:59',
      lift: null,
      changes: [],
      access: [{ holder: 'team-inbox', confirmedAt: MONDAY_14_42, confirmedBy: ADMINISTRATOR }],
    })
  })

  it('is edited by the administrator who knows how it stands, and gets a new ETag', async () => {
    const service = await mondayAfternoon()
    const id = await addedRelease(service)
    const url = `/api/releases/${id}`
    const reply = await ask(
      service,
      ADMINISTRATOR,
      'PATCH',
      url,
      { producer: 'Labour Market', team: ['@pse.example'] },
      { 'if-match': '"1"' },
    )
    expect(reply).toMatchObject({ status: 200, body: { producer: 'Labour Market', team: ['@pse.example'] } })
    expect(etagOf(reply)).toBe('"2"')
    expect((await ask(service, STAFF, 'GET', url)).body).toEqual(reply.body)
  })

  it('is not edited by who does not say what they know of it', async () => {
    const service = await mondayAfternoon()
    const url = `/api/releases/${await addedRelease(service)}`
    const { status, body } = await ask(service, ADMINISTRATOR, 'PATCH', url, { title: 'Other' })
    expect([status, body]).toEqual([
      428,
      expect.objectContaining({ detail: expect.stringContaining('If-Match') }),
    ])
    expect((await ask(service, STAFF, 'GET', url)).body).toMatchObject({ title: RELEASE.title })
  })

  it('shows the second of two administrators what the first one left', async () => {
    const service = await mondayAfternoon()
    const url = `/api/releases/${await addedRelease(service)}`
    const [one, other] = await Promise.all([
      ask(service, ADMINISTRATOR, 'PATCH', url, { producer: 'One' }, { 'if-match': '"1"' }),
      ask(service, SECOND_ADMINISTRATOR, 'PATCH', url, { producer: 'Other' }, { 'if-match': '"1"' }),
    ])
    const [first, second] = one.status === 200 ? [one, other] : [other, one]
    expect([first.status, second.status]).toEqual([200, 412])
    expect(second.type).toBe('application/problem+json; charset=utf-8')
    expect(second.body).toMatchObject({ current: first.body })
    expect(etagOf(second)).toBe('"2"')
  })

  it('moves only with a reason, which is kept, and its access opens as long before it as before', async () => {
    const service = await mondayAfternoon()
    const opensAt = TUESDAY_09_30 - 86_400_000
    const access = [{ address: 'm@department.example', post: 'Minister', opensAt, expiresAt: null }]
    const id = await addedRelease(service, { ...RELEASE, access })
    const to = { kind: 'instant', at: THURSDAY_09_30 }
    const without = await change(service, ADMINISTRATOR, id, { kind: 'move', to, reason: ' ' })
    expect(without).toMatchObject({ status: 422, body: { detail: expect.stringContaining('Say why') } })
    const moved = await change(service, ADMINISTRATOR, id, {
      kind: 'move',
      to,
      reason: 'an error in table 4',
    })
    expect(moved.body).toMatchObject({
      at: THURSDAY_09_30,
      london: '2020-03-19 09:30',
      access: [{ opensAt: opensAt + 2 * 86_400_000 }],
      changes: [{ kind: 'moved', by: ADMINISTRATOR, changedAt: MONDAY_14_42, reason: 'an error in table 4' }],
    })
    const back = await change(service, ADMINISTRATOR, id, { kind: 'publish' })
    expect(back).toMatchObject({ status: 409, body: { detail: expect.stringContaining('under embargo') } })
  })

  it('is lifted early by two administrators and not by one', async () => {
    const service = await mondayAfternoon()
    const id = await addedRelease(service)
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
    await change(service, ADMINISTRATOR, id, { kind: 'ask-to-lift', reason: 'it is in the newspapers' })
    expect(await change(service, ADMINISTRATOR, id, { kind: 'lift' })).toMatchObject({ status: 409 })
    const enquiry = enquiryWith('embargoed')
    expect((await ask(service, STAFF, 'POST', '/api/checks', enquiry)).body).toMatchObject({
      verdict: 'block',
    })
    const lifted = await change(service, SECOND_ADMINISTRATOR, id, { kind: 'lift' })
    expect(lifted.body).toMatchObject({ state: 'published', embargoed: false })
    expect((await ask(service, STAFF, 'POST', '/api/checks', enquiry)).body).toMatchObject({
      verdict: 'allow',
    })
  })

  it('gets its access list as a whole, confirmed by who sends it, and checks go by it', async () => {
    const service = await mondayAfternoon()
    const id = await addedRelease(service)
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
    const entry = {
      address: 'analyst@department.example',
      post: 'Analyst',
      opensAt: MONDAY_14_42,
      expiresAt: null,
      holder: 'person',
      reason: 'briefs the minister',
    }
    const { status, body } = await ask(service, ADMINISTRATOR, 'PUT', `/api/releases/${id}/access`, [entry], {
      'if-match': '"1"',
    })
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        access: [{ ...entry, confirmedAt: MONDAY_14_42, confirmedBy: ADMINISTRATOR }],
      }),
    ])
    expect((await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('embargoed'))).body).toMatchObject({
      verdict: 'warn',
      findings: [{ reason: 'pre-release-access' }],
    })
  })

  it('leaves every change in the journal, with before and after', async () => {
    const url = await postgres.emptyDatabase()
    const service = await mondayAfternoon(url)
    const id = await addedRelease(service)
    await ask(service, ADMINISTRATOR, 'PATCH', `/api/releases/${id}`, { title: 'B' }, { 'if-match': '"1"' })
    await change(service, SECOND_ADMINISTRATOR, id, { kind: 'cancel', reason: 'no data' })
    const rows = await tell(
      url,
      `select kind, who, entry->'before' as before, entry->'after' as after from journal where release_id = '${id}' and kind <> 'release-added' order by seq`,
    )
    expect(rows).toEqual([
      { kind: 'release-edited', who: ADMINISTRATOR, before: { title: RELEASE.title }, after: { title: 'B' } },
      {
        kind: 'release-changed',
        who: SECOND_ADMINISTRATOR,
        before: { state: 'confirmed', notice: '' },
        after: { state: 'cancelled', notice: 'no data' },
      },
    ])
  })
})

describe('the files of an edition', () => {
  async function withFiles(service: StartedService) {
    const id = await addedRelease(service)
    for (const standing of ['published', 'embargoed'] as const)
      await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile(standing))
    const { body } = await ask(service, STAFF, 'GET', `/api/releases/${id}`)
    const [published, embargoed] = FILES.parse(body).files
    if (published === undefined || embargoed === undefined) throw new Error('no files')
    return { id, published, embargoed }
  }

  it('are taken away with a reason: what everybody had counts as new again', async () => {
    const service = await mondayAfternoon()
    const { id, published, embargoed } = await withFiles(service)
    const url = `/api/releases/${id}/files/${published.id}`
    expect(await ask(service, ADMINISTRATOR, 'DELETE', url, { reason: ' ' })).toMatchObject({ status: 400 })
    expect(await ask(service, ADMINISTRATOR, 'DELETE', url, { reason: 'wrong file' })).toMatchObject({
      status: 200,
      body: { id: published.id },
    })
    const [left] = FILES.parse((await ask(service, STAFF, 'GET', `/api/releases/${id}`)).body).files
    expect(left?.novel).toBeGreaterThan(embargoed.novel * 5)
    expect((await ask(service, ADMINISTRATOR, 'DELETE', url, { reason: 'again' })).status).toBe(404)
  })

  it('are replaced: checks know the new one and no longer the old one', async () => {
    const service = await mondayAfternoon()
    const { id, embargoed } = await withFiles(service)
    const { parts } = sampleFile('published')
    const url = `/api/releases/${id}/files/${embargoed.id}`
    const replaced = { name: 'second.xlsx', parts, reason: 'a correction' }
    expect(await ask(service, ADMINISTRATOR, 'PUT', url, replaced)).toMatchObject({
      status: 200,
      body: { name: 'second.xlsx', standing: 'embargoed', advice: [expect.stringContaining('right file')] },
    })
    expect((await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('embargoed'))).body).toMatchObject({
      verdict: 'allow',
    })
  })
})

describe('the list of releases', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await mondayAfternoon()
    const add = (title: string, at: string, more: object = {}) =>
      addedRelease(service, { series: 'Vacancies', title, at, ...more })
    await add('Vacancies: February', '2020-02-18 09:30', { producer: 'Ystadegau Caerdydd' })
    await add('Vacancies: March', '2020-03-17 07:00')
    await add('Vacancies: April 100%', '2020-04-21 07:00')
    await add('Vacancies: May', 'May 2020', { state: 'provisional' })
    await addedRelease(service)
  })
  const titles = async (query: string): Promise<unknown> => {
    const { body } = await ask(service, STAFF, 'GET', `/api/releases${query}`)
    return z
      .object({ releases: z.array(z.object({ title: z.string() })) })
      .parse(body)
      .releases.map(({ title }) => title.replace('Vacancies: ', ''))
  }

  it.each([
    ['?search=vacancies%20april', ['April 100%']],
    ['?search=100%25', ['April 100%']],
    ['?search=%25', ['April 100%']],
    ['?search=YSTADEGAU', ['February']],
    ['?series=Vacancies&embargoed=true', ['March', 'April 100%', 'May']],
    ['?series=Vacancies&embargoed=false', ['February']],
    ['?state=provisional', ['May']],
    [`?from=${TUESDAY_09_30}&to=${Date.UTC(2020, 3, 21, 6)}`, [RELEASE.title]],
    ['?series=Vacancies&sort=due-last', ['May', 'April 100%', 'March', 'February']],
    ['?sort=series&size=1', [RELEASE.title]],
    ['?sort=changed&size=2', [RELEASE.title, 'May']],
    ['?series=Vacancies&size=3&page=2', ['May']],
    ['?search=nothing', []],
  ])('finds by %s', async (query, found) => {
    expect(await titles(query)).toEqual(found)
  })

  it('says what lifts next and how much is under embargo, whatever is searched', async () => {
    const { body } = await ask(service, STAFF, 'GET', '/api/releases?search=nothing')
    expect(body).toMatchObject({
      at: MONDAY_14_42,
      total: 0,
      embargoed: 4,
      next: { title: 'Vacancies: March', embargoed: true, files: 0 },
    })
  })

  it.each(['?size=201', '?page=0', '?state=secret', '?from=soon', '?embargoed=maybe'])(
    'refuses %s',
    async (query) => {
      expect((await ask(service, STAFF, 'GET', `/api/releases${query}`)).status).toBe(400)
    },
  )
})

describe('who asks', () => {
  it('is told who they are', async () => {
    const service = await mondayAfternoon()
    expect((await ask(service, ADMINISTRATOR, 'GET', '/api/me')).body).toEqual({
      address: ADMINISTRATOR,
      name: 'Carys Lewis',
      role: 'administrator',
    })
  })
})
