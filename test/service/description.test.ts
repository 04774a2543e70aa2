import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../../src/service/app.ts'
import { changingIn } from '../../src/service/changing.ts'
import { realClock } from '../../src/service/clock.ts'
import { secretFromHex } from '../../src/service/data-directory.ts'
import { openDatabase } from '../../src/service/database.ts'
import { knowThese } from '../../src/service/identity.ts'
import { importsIn } from '../../src/service/importing.ts'
import { keysFrom } from '../../src/service/keyed-features.ts'
import { liveRegister } from '../../src/service/live-register.ts'
import { PEOPLE } from '../../src/service/people.ts'
import { registeringIn } from '../../src/service/registering.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { inTurn } from '../../src/service/turns.ts'
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
type Document = z.infer<typeof DOCUMENT>

let postgres: TestPostgres
let service: StartedService
let text: string
let document: Document
let release: string
/** What was asked of each documented response, as `POST /api/checks 200`. */
const replies = new Map<string, Reply>()

beforeAll(async () => {
  postgres = await startTestPostgres()
  service = await startTestService({ databaseUrl: await postgres.emptyDatabase() })
  text = (await ask(service, null, 'GET', '/api/openapi.json')).text
  document = DOCUMENT.parse(JSON.parse(text))
  const added = await ask(service, ADMINISTRATOR, 'POST', '/api/releases', RELEASE)
  release = z.object({ id: z.string() }).parse(added.body).id
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

type Asked = readonly [person: string | null, payload?: string | object | undefined, contentType?: string]

const TOO_LARGE = Buffer.alloc(64 * 1024 * 1024 + 1, 32)

/** How each documented answer is brought about that does not need anything to be broken first. */
const ASKED = (): Readonly<Record<string, Asked>> => ({
  'POST /api/checks 200': [STAFF, enquiryWith('embargoed', { at: Date.UTC(2020, 2, 16, 14, 42) })],
  'POST /api/checks 400': [STAFF, { build: 1 }],
  'POST /api/checks 401': [null, enquiryWith('published')],
  'POST /api/checks 413': [STAFF, TOO_LARGE],
  'POST /api/checks 415': [STAFF, 'hello', 'text/plain'],
  'GET /api/releases 200': [STAFF],
  'GET /api/releases 401': [null],
  'GET /api/releases/{id} 200': [STAFF],
  'GET /api/releases/{id} 401': [null],
  'POST /api/releases 201': [ADMINISTRATOR, RELEASE],
  'POST /api/releases 400': [ADMINISTRATOR, { ...RELEASE, at: 'soon' }],
  'POST /api/releases 401': [null, RELEASE],
  'POST /api/releases 403': [STAFF, RELEASE],
  'POST /api/releases 413': [ADMINISTRATOR, TOO_LARGE],
  'POST /api/releases 415': [ADMINISTRATOR, 'hello', 'text/plain'],
  'POST /api/releases/{id}/files 201': [ADMINISTRATOR, sampleFile('embargoed')],
  'POST /api/releases/{id}/files 400': [ADMINISTRATOR, { ...sampleFile('embargoed'), parts: [] }],
  'POST /api/releases/{id}/files 401': [null, {}],
  'POST /api/releases/{id}/files 403': [STAFF, {}],
  'POST /api/releases/{id}/files 413': [ADMINISTRATOR, TOO_LARGE],
  'POST /api/releases/{id}/files 415': [ADMINISTRATOR, 'hello', 'text/plain'],
  'GET /healthz 200': [null],
  'GET /readyz 200': [null],
})

/** One good request for each route, for when something is broken. */
const GOOD = (): Readonly<Record<string, object | undefined>> => ({
  'POST /api/checks': enquiryWith('published'),
  'GET /api/releases': undefined,
  'GET /api/releases/{id}': undefined,
  'POST /api/releases': RELEASE,
  'POST /api/releases/{id}/files': sampleFile('published'),
})

async function send(
  app: StartedService['app'],
  route: string,
  id: string,
  [person, payload, type]: Asked,
): Promise<Reply> {
  const [method = '', path = ''] = route.split(' ')
  const reply = await app.inject({
    method: method === 'GET' ? 'GET' : 'POST',
    url: path.replace('{id}', id),
    headers: {
      ...(person === null ? {} : { 'x-try-out-person': person }),
      ...(payload === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  })
  return {
    status: reply.statusCode,
    type: String(reply.headers['content-type']),
    headers: reply.headers,
    body: reply.json(),
    text: reply.body,
  }
}

/** Sends one good request to each route and keeps what comes back. */
async function sendAll(app: StartedService['app']): Promise<void> {
  for (const [route, payload] of Object.entries(GOOD())) {
    const reply = await send(app, route, release, [ADMINISTRATOR, payload])
    replies.set(`${route} ${reply.status}`, reply)
  }
}

async function ofWhatIsThere(): Promise<void> {
  for (const [key, request] of Object.entries(ASKED()))
    replies.set(key, await send(service.app, key, release, request))
  for (const [route, id] of [
    ['GET /api/releases/{id} 404', NOWHERE],
    ['GET /api/releases/{id} 400', '7'],
  ] as const)
    replies.set(route, await send(service.app, route, id, [STAFF]))
  const files = 'POST /api/releases/{id}/files 404'
  replies.set(files, await send(service.app, files, NOWHERE, [ADMINISTRATOR, sampleFile('published')]))
}

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
  for (let sent = 0; sent < 1_200; sent++) await send(app, 'GET /api/releases/{id}', '7', [ADMINISTRATOR])
  await sendAll(app)
  await app.close()
  await database.destroy()
}

/** A fault of ours: a table is gone. A database in trouble: it is gone. */
async function ofTrouble(): Promise<void> {
  const url = await postgres.emptyDatabase()
  const { app } = await startTestService({ databaseUrl: url })
  await tell(url, 'alter table settings rename to elsewhere')
  await sendAll(app)
  await tell(url.replace(/[^/]*$/, 'postgres'), `drop database ${url.replace(/.*\//, '')} with (force)`)
  await sendAll(app)
  replies.set('GET /readyz 503', await send(app, 'GET /readyz', '', [null]))
}

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true })
    expect([validator.version, document.openapi]).toEqual(['3.1', '3.1.0'])
  })

  it('describes every route of the API and of health, and none of the try-out', () => {
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/checks',
      '/api/releases',
      '/api/releases/{id}',
      '/api/releases/{id}/files',
      '/healthz',
      '/readyz',
    ])
  })

  it('holds of every answer that it promises, from 200 to 503', () => {
    const promised = documented()
    expect([...replies.keys()].sort()).toEqual(promised.map(({ key }) => key).sort())
    for (const { key, type, schema } of promised) {
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
