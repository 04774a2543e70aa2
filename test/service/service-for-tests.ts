import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { z } from 'zod'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { featuresOf, finished, registeredFeaturesOf } from '../../src/guard.ts'
import type { Enquiry, NewFile, NewRelease } from '../../src/register/contract.ts'
import { SAMPLES } from '../../src/service/demo/samples.ts'
import { startFailureSentence } from '../../src/service/start-failure.ts'
import { type ServiceOptions, type StartedService, startService } from '../../src/service/start-service.ts'
import { whenDone } from '../when-done.ts'
import { temporaryDirectory } from './temporary-directory.ts'

export const STAFF = 'ada@statistics.example'
export const ADMINISTRATOR = 'carys@statistics.example'
export const SECOND_ADMINISTRATOR = 'dilys@statistics.example'

/** Starts a service that is stopped when the test file is done. */
export async function startTestService(options: Partial<ServiceOptions>): Promise<StartedService> {
  const service = await startService({
    mode: 'try-out',
    data: join(temporaryDirectory(), 'data'),
    ...options,
  })
  if (service.kind !== 'started') throw new Error(startFailureSentence(service))
  whenDone(service.stop)
  return service
}

/** What came back. */
export type Reply = {
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly text: string
}

/** Asks a service as one of the people of a try-out, or as nobody. */
export async function ask(
  { app }: StartedService,
  person: string | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: InjectOptions['payload'],
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const headers = person === null ? more : { ...more, 'x-try-out-person': person }
  const reply = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  const type = String(reply.headers['content-type'] ?? '')
  const body: unknown = /json/.test(type) ? JSON.parse(reply.body) : null
  return { status: reply.statusCode, type, headers: reply.headers, body, text: reply.body }
}

const sampleOf = (standing: 'embargoed' | 'published') => {
  const sample = SAMPLES.find((one) => one.standing === standing)
  if (sample === undefined) throw new Error(`no ${standing} sample`)
  return sample
}

/** The sample workbook of this standing, as a file to register. */
export function sampleFile(standing: 'embargoed' | 'published'): NewFile {
  const { name, bytes } = sampleOf(standing)
  return { name, standing, parts: finished(inspectFile(name, bytes(), 'register')).map(registeredFeaturesOf) }
}

/** A message with the sample of this standing attached, to a department without access. */
export function enquiryWith(standing: 'embargoed' | 'published', more: Partial<Enquiry> = {}): Enquiry {
  const { name, bytes } = sampleOf(standing)
  return {
    build: 'test',
    moment: 'send',
    from: STAFF,
    recipients: [{ address: 'analyst@department.example', name: 'Analyst', kind: 'person' }],
    deliverAt: null,
    parts: finished(inspectFile(name, bytes())).map(featuresOf),
    ...more,
  }
}

/** The release of the story. */
export const RELEASE: NewRelease = {
  series: 'Public Sector Employment',
  title: 'Public sector employment, UK: December 2019',
  at: '2020-03-17 09:30',
}

/** Registers a release and gives its id. */
export async function addedRelease(service: StartedService, release: NewRelease = RELEASE): Promise<string> {
  const { status, body } = await ask(service, ADMINISTRATOR, 'POST', '/api/releases', release)
  if (status !== 201) throw new Error(`not registered: ${JSON.stringify(body)}`)
  return z.object({ id: z.string() }).parse(body).id
}
