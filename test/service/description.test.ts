import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import { buildApp } from '../../src/service/app.ts'
import { realClock } from '../../src/service/clock.ts'
import { secretFromHex } from '../../src/service/database/data-directory.ts'
import { openDatabase } from '../../src/service/database/database.ts'
import { PEOPLE } from '../../src/service/demo/people.ts'
import { knowThese } from '../../src/service/identity.ts'
import { changingIn } from '../../src/service/register/changing.ts'
import { MAX_FILE_BODY_BYTES } from '../../src/service/register/file-to-add.ts'
import { importsIn } from '../../src/service/register/importing.ts'
import { keysFrom } from '../../src/service/register/keyed-features.ts'
import { liveRegister } from '../../src/service/register/live-register.ts'
import { registeringIn } from '../../src/service/register/registering.ts'
import { inTurn } from '../../src/service/register/turns.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres, tell } from './postgres-for-tests.ts'
import {
  ADMINISTRATOR,
  ask,
  enquiryWith,
  type Reply,
  STAFF,
  sampleFile,
  startTestService,
} from './service-for-tests.ts'

const NOWHERE = '01234567-89ab-4def-8123-456789abcdef'
const RELEASE = { series: 'Public Sector Employment', title: 'December 2019', at: '2020-03-17 09:30' }

const CONTENT = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }))
const DOCUMENT = z.looseObject({
  openapi: z.string(),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.object({ content: CONTENT })) })),
  ),
})
const SHOWN = z.looseObject({
  $ref: z.string().optional(),
  examples: z.array(z.unknown()).min(1).optional(),
  type: z.string().optional(),
  items: z.unknown().optional(),
})
const BODIES = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ requestBody: z.object({ content: CONTENT }).optional() })),
  ),
})
/** What says nothing that an example could show: that all is well, and a calendar of our own form. */
const NO_EXAMPLE = (key: string): boolean => /\/(?:healthz|readyz|releases\.json) 200$/.test(key)
type Document = z.infer<typeof DOCUMENT>

let postgres: TestPostgres
let service: StartedService
let text: string
let document: Document
/** What was asked of each documented response, as `POST /api/checks 200`. */
const replies = new Map<string, Reply>()

beforeAll(async () => {
  postgres = await startTestPostgres()
  service = await startTestService({ databaseUrl: await postgres.emptyDatabase() })
  text = (await ask(service, null, 'GET', '/api/openapi.json')).text
  document = DOCUMENT.parse(JSON.parse(text))
  await ofWhatIsThere()
  await ofImpatience()
  await ofTrouble()
})

/** A documented response: where, how, and the schema its body keeps to. */
type Documented = { readonly key: string; readonly type: string; readonly schema: object }

const documented = (): readonly Documented[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content).map(([type, { schema }]) => ({
          key: `${method.toUpperCase()} ${path} ${status}`,
          type,
          schema,
        })),
      ),
    ),
  )

/** The schema with what it refers to beside it, as JSON Schema wants it. */
const checkerOf = (schema: object) =>
  z.fromJSONSchema(
    JSON.parse(
      JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll(
        '#/components/schemas/',
        '#/$defs/',
      ),
    ),
  )

type Asked = {
  readonly person: string | null
  readonly payload?: unknown
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
}

const TOO_LARGE = Buffer.alloc(MAX_FILE_BODY_BYTES + 1, 32)
const OTHER_STAFF = 'ben@statistics.example'

/** What is in the register when it is asked. */
type Fixtures = {
  readonly release: string
  readonly file: string
  readonly check: string
  readonly clearance: string
}
const OF_NOTHING: Fixtures = { release: NOWHERE, file: NOWHERE, check: NOWHERE, clearance: NOWHERE }

const POLICY = {
  withoutAccess: 'block',
  withAccess: 'warn',
  deliveredAfterRelease: 'warn',
  weakEvidence: 'warn',
  unreadable: 'warn',
  couldNotCheck: 'block',
}
const SETTINGS = {
  domains: ['statistics.example'],
  policy: POLICY,
  usualTimes: [],
  accessHours: 24,
  contactText: { en: '', cy: '' },
}
const CALENDAR = { name: 'a.csv', text: 'title,date\nVacancies: May 2027,2027-05-18 07:00\n' }
const WENT_OUT = { noticedAt: 1, recalledAt: null, deletionAskedAt: null, informedAt: null, note: '' }
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const held = () => enquiryWith('embargoed', { at: MONDAY_14_42 })
/** Parts that refer to a check of which nothing is remembered. */
const FORGOTTEN = {
  ...held(),
  parts: held().parts.map((part) => ({ ...part, sameAs: '00000000-0000-4000-8000-000000000000' })),
}

/** One good request for each route. */
const GOOD = ({ check }: Fixtures): Readonly<Record<string, Omit<Asked, 'person'>>> => ({
  'GET /api/changes': {},
  'GET /api/checks/{id}': {},
  'GET /api/checks/{id}/report': { query: '?format=text' },
  'GET /api/clearances': {},
  'GET /api/clearances/{id}': {},
  'GET /api/exports/releases.csv': {},
  'GET /api/exports/releases.ics': {},
  'GET /api/exports/releases.json': {},
  'GET /api/journal': {},
  'GET /api/journal/verification': {},
  'GET /api/me': {},
  'GET /api/releases': {},
  'GET /api/releases/{id}': {},
  'GET /api/settings': {},
  'POST /api/checks': { payload: held() },
  'POST /api/checks/{id}/reason': { payload: { reason: 'agreed' } },
  'PUT /api/checks/{id}/went-out': { payload: WENT_OUT },
  'POST /api/clearances': { payload: { check, reason: 'agreed' } },
  'POST /api/clearances/{id}/decision': { payload: { granted: true, reason: 'agreed' } },
  'DELETE /api/clearances/{id}': {},
  'POST /api/imports': { payload: CALENDAR },
  'POST /api/imports/preview': { payload: CALENDAR },
  'POST /api/releases': { payload: RELEASE },
  'PATCH /api/releases/{id}': { payload: { title: 'B' }, headers: { 'if-match': '"1"' } },
  'POST /api/releases/{id}/changes': {
    payload: { kind: 'postpone', reason: 'late' },
    headers: { 'if-match': '"2"' },
  },
  'PUT /api/releases/{id}/access': { payload: [], headers: { 'if-match': '"3"' } },
  'POST /api/releases/{id}/files': { payload: SMALL },
  'POST /api/releases/{id}/files/preview': { payload: SMALL },
  'PUT /api/releases/{id}/files/{file}': {
    payload: { name: 'b.xlsx', parts: SMALL.parts, reason: 'other' },
  },
  'DELETE /api/releases/{id}/files/{file}': { payload: { reason: 'wrong' } },
  'PUT /api/settings': { payload: SETTINGS, headers: { 'if-match': '"0"' } },
})

/** What brings about the refusals that a route has of its own. */
const REFUSED: Readonly<Record<string, Partial<Asked>>> = {
  'POST /api/checks 409': { payload: FORGOTTEN },
  'POST /api/releases/{id}/changes 409': { payload: { kind: 'withdraw-lift' } },
  'POST /api/releases/{id}/changes 422': { payload: { kind: 'cancel', reason: '' } },
  'POST /api/clearances/{id}/decision 422': { payload: { granted: true, reason: 'yes', until: 0 } },
  'GET /api/releases 400': { query: '?page=0' },
  'GET /api/journal 400': { query: '?page=0' },
  'GET /api/clearances 400': { query: '?state=nobody' },
}

/** How an answer is brought about, whatever the route. */
function askedFor(status: number, good: Omit<Asked, 'person'>): Asked {
  const person = ADMINISTRATOR
  switch (status) {
    case 400:
      return good.payload === undefined ? { ...good, person } : { ...good, person, payload: '7' }
    case 401:
      return { ...good, person: null }
    case 403:
      return { ...good, person: OTHER_STAFF }
    case 412:
      return { ...good, person, headers: { 'if-match': '"999"' } }
    case 413:
      return { ...good, person, payload: TOO_LARGE }
    case 415:
      return { ...good, person, payload: 'hello', contentType: 'text/plain' }
    case 428:
      return { ...good, person, headers: {} }
    default:
      return { ...good, person }
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const idFor = (path: string, ids: Fixtures): string => {
  if (path.startsWith('/api/checks')) return ids.check
  return path.startsWith('/api/clearances') ? ids.clearance : ids.release
}

async function send(app: StartedService['app'], route: string, ids: Fixtures, asked: Asked): Promise<Reply> {
  const [word = '', path = ''] = route.split(' ')
  const { person, payload, contentType = 'application/json', headers = {}, query = '' } = asked
  const isRaw = payload === undefined || typeof payload === 'string' || Buffer.isBuffer(payload)
  const text = isRaw ? payload : JSON.stringify(payload)
  const reply = await app.inject({
    method: METHODS.find((method) => method === word) ?? 'GET',
    url: path.replace('{id}', idFor(path, ids)).replace('{file}', ids.file) + query,
    headers: {
      ...headers,
      ...(person === null ? {} : { 'x-try-out-person': person }),
      ...(payload === undefined ? {} : { 'content-type': contentType }),
    },
    ...(text === undefined ? {} : { payload: text }),
  })
  const type = String(reply.headers['content-type'])
  const body: unknown = /json/.test(type) ? reply.json() : reply.body
  return { status: reply.statusCode, type, headers: reply.headers, body, text: reply.body }
}

/** Sends one good request to each route and keeps what comes back. */
async function sendAll(app: StartedService['app']): Promise<void> {
  for (const [route, good] of Object.entries(GOOD(OF_NOTHING))) {
    const reply = await send(app, route, OF_NOTHING, { ...good, person: ADMINISTRATOR })
    replies.set(`${route} ${reply.status}`, reply)
  }
}

/** A file in which nothing could be read: it is registered in a moment. */
const SMALL = {
  ...sampleFile('embargoed'),
  parts: [
    {
      part: 'a.xlsx',
      size: 0,
      sha256: null,
      unreadable: null,
      figures: 0,
      form: FINGERPRINT_FORM,
      features: '',
      weights: '',
      rareFigures: '',
      madeOf: '',
    },
  ],
}

/** A release with a file, a message that was held, and a clearance asked by its sender. */
async function fixtures(): Promise<Fixtures> {
  const made = async (url: string, payload: object, person = ADMINISTRATOR) =>
    z
      .object({ id: z.string().optional(), check: z.string().optional() })
      .parse((await ask(service, person, 'POST', url, payload)).body)
  const { id: release = '' } = await made('/api/releases', RELEASE)
  const { id: file = '' } = await made(`/api/releases/${release}/files`, SMALL)
  const { check = '' } = await made('/api/checks', held(), STAFF)
  const { id: clearance = '' } = await made('/api/clearances', { check, reason: 'agreed' }, STAFF)
  return { release, file, check, clearance }
}

/** Answers that are brought about in their own way. */
const LATER: ReadonlySet<number> = new Set([429, 500, 503])
/** Answers to what may change something, so that each finds things as they were. */
const CHANGING: ReadonlySet<number> = new Set([200, 201, 409, 422])
/** A stream that does not end, and a route that needs no table. */
const NOT_HERE = (key: string): boolean =>
  key === 'GET /api/changes 200' || /^GET \/(?:api\/me|healthz|readyz) 50/.test(key)

const bySuccess = (one: { readonly status: number }, other: { readonly status: number }): number =>
  Number(one.status < 300) - Number(other.status < 300)

async function ofWhatIsThere(): Promise<void> {
  const wanted = documented()
    .map(({ key }) => ({ key, route: key.replace(/ \d+$/, ''), status: Number(key.slice(-3)) }))
    .filter(({ key, status }) => !LATER.has(status) && !NOT_HERE(key))
    .sort(bySuccess)
  const { release: edition } = await fixtures()
  await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${edition}/files`, sampleFile('embargoed'))
  const some = await fixtures()
  for (const { key, route, status } of wanted) {
    const ids = CHANGING.has(status) ? await fixtures() : some
    const own = await ownRequest(key, route, status, ids)
    replies.set(key, own)
  }
}

/** What this answer of this route needs beforehand, and the request. */
async function ownRequest(key: string, route: string, status: number, ids: Fixtures): Promise<Reply> {
  const good = GOOD(ids)[route] ?? {}
  const asked = { ...askedFor(status, good), ...REFUSED[key] }
  const { app } = service
  if (status === 404) return send(app, route, OF_NOTHING, { ...asked, ...payloadOfNothing(route) })
  if (status === 400 && good.payload === undefined && REFUSED[key] === undefined)
    return send(app, route, { release: '7', file: '7', check: '7', clearance: '7' }, asked)
  if (route === 'POST /api/clearances' && status < 300) {
    const again = await ask(service, STAFF, 'POST', '/api/checks', held())
    const { check } = z.object({ check: z.string() }).parse(again.body)
    return send(app, route, ids, { ...asked, person: STAFF, payload: { check, reason: 'agreed' } })
  }
  if (route === 'POST /api/clearances' && status === 409)
    return send(app, route, ids, { ...asked, person: STAFF })
  if (route === 'DELETE /api/clearances/{id}' && (status < 300 || status === 409)) {
    if (status === 409) await send(app, route, ids, { ...asked, person: STAFF })
    return send(app, route, ids, { ...asked, person: STAFF })
  }
  if (route === 'POST /api/clearances/{id}/decision' && status === 409) await send(app, route, ids, asked)
  return send(app, route, ids, known(asked, route, status))
}

const payloadOfNothing = (route: string): Partial<Asked> => {
  const { payload } = GOOD(OF_NOTHING)[route] ?? {}
  return payload === undefined ? {} : { payload }
}

/** A release that was just added has its first revision. */
const known = (asked: Asked, route: string, status: number): Asked =>
  /releases\/\{id\}/.test(route) && asked.headers?.['if-match'] !== undefined && status !== 412
    ? { ...asked, headers: { 'if-match': '"1"' } }
    : asked

/** Somebody who asks 1,200 times in a minute. */
async function ofImpatience(): Promise<void> {
  const url = await postgres.emptyDatabase()
  const opened = await openDatabase(url)
  const secret = secretFromHex('ab'.repeat(32))
  if (opened.kind !== 'opened' || secret === null) throw new Error('no database')
  const { database } = opened
  const register = liveRegister(database)
  const next = inTurn()
  const app = await buildApp({
    database,
    register,
    registering: registeringIn(database, register, next),
    changing: changingIn(database, register, next),
    imports: importsIn(database, register, next),
    keys: keysFrom(secret),
    clock: realClock,
    identify: knowThese(PEOPLE),
    tryOut: false,
    log: false,
  })
  const nothing = { release: '7', file: '7', check: '7', clearance: '7' }
  for (let sent = 0; sent < 1_200; sent++)
    await send(app, 'GET /api/releases/{id}', nothing, { person: ADMINISTRATOR })
  await sendAll(app)
  await app.close()
  await database.destroy()
}

/** A fault of ours: a table is gone. A database in trouble: it is gone. */
async function ofTrouble(): Promise<void> {
  const url = await postgres.emptyDatabase()
  const { app } = await startTestService({ databaseUrl: url })
  for (const table of ['settings', 'releases', 'journal', 'clearances'])
    await tell(url, `alter table ${table} rename to ${table}_elsewhere`)
  await sendAll(app)
  await tell(url.replace(/[^/]*$/, 'postgres'), `drop database ${url.replace(/.*\//, '')} with (force)`)
  await sendAll(app)
  replies.set('GET /readyz 503', await send(app, 'GET /readyz', OF_NOTHING, { person: null }))
}

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true })
    expect([validator.version, document.openapi]).toEqual(['3.1', '3.1.0'])
  })

  it('describes every route of the API and of health, and none of the try-out', () => {
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(routes.sort()).toEqual([...Object.keys(GOOD(OF_NOTHING)), 'GET /healthz', 'GET /readyz'].sort())
  })

  it('shows an example of everything that is sent and answered as JSON', () => {
    const shown = (schema: unknown): boolean => {
      const { $ref, examples, type, items } = SHOWN.parse(schema)
      if (examples !== undefined) return true
      if ($ref !== undefined) return shown(document.components.schemas[$ref.replace(/.*\//, '')])
      return type === 'array' && shown(items)
    }
    const sent = Object.entries(BODIES.parse(JSON.parse(text)).paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        Object.values(requestBody?.content ?? {}).map(({ schema }) => ({ key: `${method} ${path}`, schema })),
      ),
    )
    const answered = documented().filter(({ type }) => type.endsWith('json'))
    const without = [...sent, ...answered].filter(({ key, schema }) => !NO_EXAMPLE(key) && !shown(schema))
    expect(sent.length).toBeGreaterThan(10)
    expect(without.map(({ key }) => key)).toEqual([])
  })

  it('holds of every answer that it promises, from 200 to 503', () => {
    const promised = documented()
    const keys = new Set(promised.map(({ key }) => key).filter((key) => !NOT_HERE(key)))
    expect([...keys].filter((key) => !replies.has(key))).toEqual([])
    for (const { key, type, schema } of promised) {
      if (NOT_HERE(key) || (key.endsWith('report 200') && type !== 'text/plain')) continue
      const reply = replies.get(key)
      expect(`${key.split(' ').slice(0, 2).join(' ')} ${reply?.status}`).toBe(key)
      expect(reply?.type.split(';')[0]).toBe(type)
      expect([key, checkerOf(schema).safeParse(reply?.body).error]).toEqual([key, undefined])
    }
  })

  it('would notice an answer that is not as promised', () => {
    const [check] = documented().filter(({ key }) => key === 'POST /api/checks 200')
    expect(checkerOf(check?.schema ?? {}).safeParse({ verdict: 'allow' }).success).toBe(false)
  })

  it('tells nothing of our insides when the fault is ours', () => {
    expect(replies.get('GET /api/releases 500')?.text).not.toMatch(/settings|relation|select|\.ts/)
  })
})
