import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Enquiry } from '../../src/register/contract.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'
import { startTestPostgres, type TestPostgres } from './postgres-for-tests.ts'
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

// London keeps GMT until 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const HOUR_MS = 3_600_000
const OTHER_STAFF = 'ben@statistics.example'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

async function mondayAfternoon(databaseUrl?: string): Promise<StartedService> {
  const service = await startTestService({
    databaseUrl: databaseUrl ?? (await postgres.emptyDatabase()),
    secret: 'ab'.repeat(32),
  })
  await setClock(service, MONDAY_14_42)
  const id = await addedRelease(service)
  await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
  return service
}

const setClock = (service: StartedService, at: number) => ask(service, null, 'PUT', '/try-out/clock', { at })

const ID = z.object({ id: z.string() })
const CHECK = z.object({ check: z.string(), verdict: z.string() })

const send = async (service: StartedService, more: Partial<Enquiry> = {}, person = STAFF) =>
  CHECK.parse((await ask(service, person, 'POST', '/api/checks', enquiryWith('embargoed', more))).body)

async function askedFor(service: StartedService, check: string): Promise<string> {
  const { body } = await ask(service, STAFF, 'POST', '/api/clearances', { check, reason: 'agreed by phone' })
  return ID.parse(body).id
}

const decide = (service: StartedService, person: string, id: string, more: object = {}) =>
  ask(service, person, 'POST', `/api/clearances/${id}/decision`, { granted: true, reason: 'yes', ...more })

/** A service on Monday afternoon on which somebody has cleared the message that was held. */
async function withClearance(): Promise<{ service: StartedService; id: string }> {
  const service = await mondayAfternoon()
  const id = await askedFor(service, (await send(service)).check)
  expect((await decide(service, ADMINISTRATOR, id)).status).toBe(200)
  return { service, id }
}

const two = [
  { address: 'analyst@department.example', name: 'Analyst', kind: 'person' },
  { address: 'friend@elsewhere.example', name: '', kind: 'person' },
] as const

describe('a clearance', () => {
  it('is asked for by the sender, given by another person, and lets the message go once', async () => {
    const service = await mondayAfternoon()
    const held = await send(service)
    expect(held.verdict).toBe('block')
    const id = await askedFor(service, held.check)
    expect((await send(service)).verdict).toBe('block')
    expect(await decide(service, ADMINISTRATOR, id)).toMatchObject({
      status: 200,
      body: { state: 'granted', askedBy: STAFF, decidedBy: ADMINISTRATOR, decidedAt: MONDAY_14_42 },
    })
    expect((await send(service, { moment: 'compose' })).verdict).toBe('block')
    expect((await send(service)).verdict).toBe('allow')
    expect((await send(service)).verdict).toBe('block')
    expect((await ask(service, STAFF, 'GET', `/api/clearances/${id}`)).body).toMatchObject({
      state: 'used',
      usedAt: MONDAY_14_42,
    })
    const { body } = await ask(
      service,
      ADMINISTRATOR,
      'GET',
      '/api/journal?kind=clearance-asked,clearance-granted,clearance-used',
    )
    expect(body).toMatchObject({
      entries: [
        { kind: 'clearance-used', who: STAFF },
        { kind: 'clearance-granted', who: ADMINISTRATOR },
        { kind: 'clearance-asked', who: STAFF },
      ],
    })
  })

  it('lets one of two sends go that race for it, even at two instances', async () => {
    const url = await postgres.emptyDatabase()
    const one = await mondayAfternoon(url)
    const other = await startTestService({ databaseUrl: url, secret: 'ab'.repeat(32) })
    await setClock(other, MONDAY_14_42)
    const id = await askedFor(one, (await send(one)).check)
    await decide(one, ADMINISTRATOR, id)
    const sends = await Promise.all(
      [one, other, one, other, one, other].map(async (service) => (await send(service)).verdict),
    )
    expect(sends.filter((verdict) => verdict === 'allow')).toHaveLength(1)
  })

  it.each([
    ['another recipient', { recipients: two }],
    [
      'another file',
      {
        parts: enquiryWith('published').parts.concat(enquiryWith('embargoed').parts),
      },
    ],
  ] as const)('is not for %s', async (_, more) => {
    const { service } = await withClearance()
    expect((await send(service, more)).verdict).toBe('block')
    expect((await send(service)).verdict).toBe('allow')
  })

  it('is not for somebody else who sends the same', async () => {
    const { service } = await withClearance()
    expect((await send(service, {}, OTHER_STAFF)).verdict).toBe('block')
  })

  it('is for fewer recipients too, however they are written', async () => {
    const service = await mondayAfternoon()
    const id = await askedFor(service, (await send(service, { recipients: [...two] })).check)
    await decide(service, ADMINISTRATOR, id)
    const recipients = [{ ...two[0], address: ' Analyst@Department.example' }]
    expect((await send(service, { recipients })).verdict).toBe('allow')
  })

  it('ends at the instant until which it was given', async () => {
    const service = await mondayAfternoon()
    const id = await askedFor(service, (await send(service)).check)
    const until = MONDAY_14_42 + HOUR_MS
    await decide(service, ADMINISTRATOR, id, { until })
    await setClock(service, until)
    expect((await send(service)).verdict).toBe('block')
    expect((await ask(service, STAFF, 'GET', `/api/clearances/${id}`)).body).toMatchObject({
      state: 'expired',
    })
    await setClock(service, until - 1)
    expect((await send(service)).verdict).toBe('allow')
  })

  it('is not given by who asked, nor for more than a day, nor by staff, nor twice', async () => {
    const service = await mondayAfternoon()
    const { check } = CHECK.parse(
      (await ask(service, ADMINISTRATOR, 'POST', '/api/checks', enquiryWith('embargoed'))).body,
    )
    const asked = await ask(service, ADMINISTRATOR, 'POST', '/api/clearances', { check, reason: 'mine' })
    const { id } = ID.parse(asked.body)
    expect(await decide(service, ADMINISTRATOR, id)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('another administrator') },
    })
    expect((await decide(service, STAFF, id)).status).toBe(403)
    const until = MONDAY_14_42 + 24 * HOUR_MS + 1
    expect((await decide(service, SECOND_ADMINISTRATOR, id, { until })).status).toBe(422)
    expect((await decide(service, SECOND_ADMINISTRATOR, id, { granted: false })).body).toMatchObject({
      state: 'refused',
    })
    expect((await decide(service, SECOND_ADMINISTRATOR, id)).status).toBe(409)
    expect(
      (await ask(service, ADMINISTRATOR, 'POST', '/api/checks', enquiryWith('embargoed'))).body,
    ).toMatchObject({
      verdict: 'block',
    })
  })

  it('is withdrawn by who asked, and then lets nothing go', async () => {
    const { service, id } = await withClearance()
    expect((await ask(service, OTHER_STAFF, 'DELETE', `/api/clearances/${id}`)).status).toBe(403)
    expect((await ask(service, STAFF, 'DELETE', `/api/clearances/${id}`)).body).toMatchObject({
      state: 'withdrawn',
    })
    expect((await send(service)).verdict).toBe('block')
  })

  it('is not to be had for what policy never clears, not even when it was given before', async () => {
    const { service } = await withClearance()
    const settings = {
      domains: [],
      policy: DEFAULT_POLICY,
      usualTimes: [],
      accessHours: 24,
      contactText: { en: '', cy: '' },
      neverCleared: ['embargoed-file'],
    }
    await ask(service, ADMINISTRATOR, 'PUT', '/api/settings', settings, { 'if-match': '"0"' })
    const { check, verdict } = await send(service)
    expect(verdict).toBe('block')
    expect(await ask(service, STAFF, 'POST', '/api/clearances', { check, reason: 'please' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Nobody can clear this') },
    })
  })

  it('is asked for once, by the sender, of a message that was held', async () => {
    const service = await mondayAfternoon()
    const { check } = await send(service)
    const request = { check, reason: 'please' }
    expect((await ask(service, OTHER_STAFF, 'POST', '/api/clearances', request)).status).toBe(403)
    expect((await ask(service, STAFF, 'POST', '/api/clearances', { ...request, reason: ' ' })).status).toBe(
      400,
    )
    expect((await ask(service, STAFF, 'POST', '/api/clearances', request)).status).toBe(201)
    expect((await ask(service, STAFF, 'POST', '/api/clearances', request)).status).toBe(409)
    const free = await send(service, { parts: [] })
    expect(
      (await ask(service, STAFF, 'POST', '/api/clearances', { ...request, check: free.check })).status,
    ).toBe(409)
    const list = async (person: string) =>
      (await ask(service, person, 'GET', '/api/clearances?state=asked')).body
    expect(await list(ADMINISTRATOR)).toMatchObject([
      { check, recipients: ['analyst@department.example'], findings: [{ kind: 'embargoed-file' }] },
    ])
    expect(await list(OTHER_STAFF)).toEqual([])
  })
})

describe('a check looked back on', () => {
  it('tells what was asked and answered, the reason given and what was done when it went out', async () => {
    const service = await mondayAfternoon()
    const { check } = await send(service)
    const url = `/api/checks/${check}`
    await ask(service, STAFF, 'POST', `${url}/reason`, { reason: 'the minister asked' })
    const wentOut = {
      noticedAt: MONDAY_14_42 + 30_000,
      recalledAt: MONDAY_14_42 + 60_000,
      deletionAskedAt: null,
      informedAt: null,
      note: 'recalled within a minute',
    }
    await ask(service, ADMINISTRATOR, 'PUT', `${url}/went-out`, wentOut)
    expect((await ask(service, STAFF, 'GET', url)).body).toMatchObject({
      check,
      who: STAFF,
      at: MONDAY_14_42,
      verdict: 'block',
      message: { from: STAFF, parts: ['pse-2020-03-embargoed.xlsx'], moment: 'send' },
      findings: [{ kind: 'embargoed-file', hits: [] }],
      reasons: [{ by: STAFF, reason: 'the minister asked', at: MONDAY_14_42 }],
      clearance: null,
      wentOut,
    })
    expect((await ask(service, OTHER_STAFF, 'GET', url)).status).toBe(403)
  })

  it('gives the draft of a breach report, in words and as a document', async () => {
    const service = await mondayAfternoon()
    const { check } = await send(service)
    const text = await ask(service, STAFF, 'GET', `/api/checks/${check}/report?format=text`)
    expect(text.type).toContain('text/plain')
    expect(text.text).toContain('Public sector employment, UK: December 2019')
    expect(text.text).toContain('analyst@department.example')
    const { app } = service
    const docx = await app.inject({
      url: `/api/checks/${check}/report?format=docx&language=cy`,
      headers: { 'x-try-out-person': STAFF },
    })
    expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })
})
