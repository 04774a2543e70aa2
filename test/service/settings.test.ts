import { beforeAll, describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../../src/release/bank-holidays.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import {
  ADMINISTRATOR,
  addedRelease,
  ask,
  enquiryWith,
  SECOND_ADMINISTRATOR,
  STAFF,
  sampleFile,
  startTestService,
} from './service-for-tests.ts'

const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
/** A change shows elsewhere within this time. Source: issue “The register and its administrators”. */
const SHOWS_WITHIN_MS = 2_000

const SETTINGS = {
  domains: ['statistics.example'],
  policy: DEFAULT_POLICY,
  usualTimes: [{ series: 'Public Sector Employment', time: '09:30' }],
  accessHours: 24,
  contactText: { en: 'Ring 01632 960001.', cy: 'Ffoniwch 01632 960001.' },
}

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

const tryOutOn = (databaseUrl: string): Promise<StartedService> =>
  startTestService({ databaseUrl, secret: 'ab'.repeat(32) })

const put = (service: StartedService, person: string, etag: string, settings: object) =>
  ask(service, person, 'PUT', '/api/settings', settings, { 'if-match': etag })

describe('the settings', () => {
  it('are the policy’s defaults until an administrator decides otherwise, and then what was decided', async () => {
    const service = await tryOutOn(await postgres.emptyDatabase())
    const before = await ask(service, STAFF, 'GET', '/api/settings')
    expect([before.headers.etag, before.body]).toEqual([
      '"0"',
      expect.objectContaining({ policy: DEFAULT_POLICY, neverCleared: [], accessHours: 24 }),
    ])
    const decided = { ...SETTINGS, neverCleared: ['embargoed-file'], bankHolidays: BANK_HOLIDAYS }
    const after = await put(service, ADMINISTRATOR, '"0"', decided)
    expect([after.status, after.headers.etag]).toEqual([200, '"1"'])
    const kept = await put(service, ADMINISTRATOR, '"1"', SETTINGS)
    expect(kept.body).toEqual(decided)
    expect((await ask(service, STAFF, 'GET', '/api/settings')).body).toEqual(kept.body)
  })

  it('show the second of two administrators what the first one left', async () => {
    const service = await tryOutOn(await postgres.emptyDatabase())
    const [one, other] = await Promise.all([
      put(service, ADMINISTRATOR, '"0"', { ...SETTINGS, accessHours: 1 }),
      put(service, SECOND_ADMINISTRATOR, '"0"', { ...SETTINGS, accessHours: 2 }),
    ])
    const [first, second] = one.status === 200 ? [one, other] : [other, one]
    expect([first.status, second.status]).toEqual([200, 412])
    expect(second.body).toMatchObject({ current: first.body })
    expect((await ask(service, ADMINISTRATOR, 'PUT', '/api/settings', SETTINGS)).status).toBe(428)
  })

  it.each([
    ['a verdict nobody knows', { policy: { ...DEFAULT_POLICY, unreadable: 'shrug' } }],
    ['a domain that is none', { domains: ['not a domain'] }],
    ['a time that is none', { usualTimes: [{ series: 'PSE', time: '25:00' }] }],
    ['bank holidays without Scotland', { bankHolidays: { ...BANK_HOLIDAYS, scotland: undefined } }],
    ['access a month before', { accessHours: 720 }],
  ])('are refused with %s', async (_, wrong) => {
    const service = await tryOutOn(await postgres.emptyDatabase())
    expect((await put(service, ADMINISTRATOR, '"0"', { ...SETTINGS, ...wrong })).status).toBe(400)
    expect((await put(service, STAFF, '"0"', SETTINGS)).status).toBe(403)
  })

  it('show in checks at another instance within two seconds', async () => {
    const url = await postgres.emptyDatabase()
    const [one, other] = [await tryOutOn(url), await tryOutOn(url)]
    const id = await addedRelease(one)
    await ask(one, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
    const verdict = async () =>
      (await ask(other, STAFF, 'POST', '/api/checks', enquiryWith('embargoed', { at: MONDAY_14_42 }))).body
    expect(await verdict()).toMatchObject({ verdict: 'block' })
    const policy = { ...DEFAULT_POLICY, withoutAccess: 'warn' }
    expect((await put(one, ADMINISTRATOR, '"0"', { ...SETTINGS, policy })).status).toBe(200)
    await expect.poll(verdict, { timeout: SHOWS_WITHIN_MS }).toMatchObject({ verdict: 'warn' })
  })
})

/** What an event stream says until enough is heard. */
async function heardFrom(
  origin: string,
  headers: Readonly<Record<string, string>>,
  isEnough: (heard: string) => boolean,
  opened: () => Promise<unknown>,
): Promise<string> {
  const stop = new AbortController()
  const reply = await fetch(`${origin}/api/changes?try-out-person=${STAFF}`, { headers, signal: stop.signal })
  const decoder = new TextDecoder()
  let heard = `${reply.headers.get('content-type')}\n`
  let isOpen = false
  for await (const piece of reply.body ?? []) {
    heard += decoder.decode(piece)
    if (!isOpen) await opened()
    isOpen = true
    if (isEnough(heard)) break
  }
  stop.abort()
  return heard
}

describe('changes of the register', () => {
  it('are told as they happen, whichever instance made them', async () => {
    const url = await postgres.emptyDatabase()
    const [one, other] = [await tryOutOn(url), await tryOutOn(url)]
    const origin = await other.app.listen({ port: 0, host: '127.0.0.1' })
    let id = ''
    let changedAt = 0
    const heard = await heardFrom(
      origin,
      {},
      (text) => text.includes('data:'),
      async () => {
        id = await addedRelease(one)
        changedAt = Date.now()
      },
    )
    expect(Date.now() - changedAt).toBeLessThan(SHOWS_WITHIN_MS)
    expect(heard).toContain('text/event-stream')
    expect(JSON.parse(/data: (.*)/.exec(heard)?.[1] ?? '')).toEqual({
      release: id,
      by: ADMINISTRATOR,
      at: expect.any(Number),
    })
  })

  it('are told to who comes again and missed some', async () => {
    const service = await tryOutOn(await postgres.emptyDatabase())
    await addedRelease(service)
    const origin = await service.app.listen({ port: 0, host: '127.0.0.1' })
    const heard = await heardFrom(
      origin,
      { 'last-event-id': '0' },
      (text) => text.includes('data:'),
      async () => undefined,
    )
    expect(heard).toContain('id: 1\ndata: {"release":null')
  })
})

describe('the journal', () => {
  it('is read by administrators, the newest first, each line with a sentence', async () => {
    const service = await tryOutOn(await postgres.emptyDatabase())
    const id = await addedRelease(service)
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
    await put(service, SECOND_ADMINISTRATOR, '"0"', SETTINGS)
    await ask(service, STAFF, 'POST', '/api/checks', enquiryWith('embargoed', { at: MONDAY_14_42 }))
    await ask(
      service,
      STAFF,
      'POST',
      '/api/checks',
      enquiryWith('published', { at: MONDAY_14_42, parts: [] }),
    )
    const { body } = await ask(service, ADMINISTRATOR, 'GET', '/api/journal')
    expect(body).toMatchObject({
      total: 5,
      page: 1,
      entries: [
        { seq: 5, what: expect.stringContaining('it may leave') },
        { seq: 4, what: expect.stringMatching(/ada@.* analyst@department.example: held\. pse-2020-03/) },
        { kind: 'settings-changed', who: SECOND_ADMINISTRATOR, release: null },
        { kind: 'file-added', release: id, what: expect.stringContaining('pse-2020-03-embargoed.xlsx') },
        { kind: 'release-added', release: id, what: expect.stringContaining('2020-03-17 09:30') },
      ],
    })
    const ofRelease = await ask(service, ADMINISTRATOR, 'GET', `/api/journal?release=${id}&size=1&page=2`)
    expect(ofRelease.body).toMatchObject({ total: 3, entries: [{ kind: 'file-added' }] })
    const ofKinds = await ask(service, ADMINISTRATOR, 'GET', '/api/journal?kind=release-added,file-added')
    expect(ofKinds.body).toMatchObject({ total: 2 })
    expect((await ask(service, STAFF, 'GET', '/api/journal')).status).toBe(403)
  })

  it('is verified from the first line to the last', async () => {
    const url = await postgres.emptyDatabase()
    const service = await tryOutOn(url)
    for (const title of ['one', 'two', 'three'])
      await addedRelease(service, { series: 'PSE', title, at: '2020-03-17 09:30' })
    const verification = async () =>
      (await ask(service, ADMINISTRATOR, 'GET', '/api/journal/verification')).body
    expect(await verification()).toEqual({ sound: true, entries: 3, brokenAt: null })
    await tell(url, 'alter table journal disable trigger all')
    await tell(url, `update journal set who = 'somebody@else.example' where seq = 2`)
    expect(await verification()).toEqual({ sound: false, entries: 1, brokenAt: 2 })
  })
})
