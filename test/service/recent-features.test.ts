import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import type { KeyedPart } from '../../src/guard.ts'
import type { Enquiry } from '../../src/register/contract.ts'
import { recentFeatures } from '../../src/service/checks/recent-features.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres } from './postgres-for-tests.ts'
import {
  ADMINISTRATOR,
  addedRelease,
  ask,
  enquiryWith,
  STAFF,
  sampleFile,
  startTestService,
} from './service-for-tests.ts'

// London keeps GMT until 29 March 2020, so this clock time is UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const CHECK = z.object({ check: z.string() })
const MEGABYTE = 1024 * 1024

const keyed = (part: string, bytes: number): KeyedPart => ({
  part: {
    part,
    size: bytes,
    sha256: null,
    unreadable: null,
    figures: 1,
    form: FINGERPRINT_FORM,
    features: '',
  },
  hash: null,
  features: new Uint8Array(bytes),
})
const asked = (part: string, bytes: number, sameAs: string) => ({ ...keyed(part, bytes).part, sameAs })

describe('the features of recent checks', () => {
  it('are remembered for who asked, and for nobody else', () => {
    const recent = recentFeatures()
    const part = keyed('a.xlsx', MEGABYTE)
    recent.keep('check-1', 'ada', [part])
    expect(recent.recall('ada', asked('a.xlsx', MEGABYTE, 'check-1'))).toBe(part.features)
    expect(recent.recall('ben', asked('a.xlsx', MEGABYTE, 'check-1'))).toBeNull()
  })
  it('are those of the same part only: another name, size or check is another part', () => {
    const recent = recentFeatures()
    recent.keep('check-1', 'ada', [keyed('a.xlsx', MEGABYTE)])
    expect(recent.recall('ada', asked('b.xlsx', MEGABYTE, 'check-1'))).toBeNull()
    expect(recent.recall('ada', asked('a.xlsx', MEGABYTE + 8, 'check-1'))).toBeNull()
    expect(recent.recall('ada', asked('a.xlsx', MEGABYTE, 'check-2'))).toBeNull()
  })
  it('are forgotten when newer ones need the room, the oldest first', () => {
    const recent = recentFeatures()
    for (const check of ['1', '2', '3', '4']) recent.keep(check, 'ada', [keyed('a.xlsx', 40 * MEGABYTE)])
    const remembered = ['1', '2', '3', '4'].filter((check) =>
      recent.recall('ada', asked('a.xlsx', 40 * MEGABYTE, check)),
    )
    expect(remembered).toEqual(['2', '3', '4'])
  })
})

describe('a message that was checked while it was written', () => {
  let service: StartedService
  beforeAll(async () => {
    const postgres = await startTestPostgres()
    service = await startTestService({ databaseUrl: await postgres.emptyDatabase() })
    const id = await addedRelease(service)
    await ask(service, ADMINISTRATOR, 'POST', `/api/releases/${id}/files`, sampleFile('embargoed'))
  })

  /** The sample’s figures again and again, in a file of another name: found by its figures alone. */
  function large(): Enquiry {
    const enquiry = enquiryWith('embargoed', { at: MONDAY_14_42 })
    const parts = enquiry.parts.map((part) => {
      const features = Buffer.from(part.features, 'base64')
      const times = Math.ceil(MEGABYTE / features.length)
      const many = Buffer.concat(Array.from({ length: times }, () => features)).toString('base64')
      return { ...part, part: 'lunch.dat', sha256: null, features: many }
    })
    return { ...enquiry, parts }
  }

  it('is judged anew without its features being sent again', async () => {
    const whole = large()
    const first = await ask(service, STAFF, 'POST', '/api/checks', whole)
    const { check } = CHECK.parse(first.body)
    const parts = whole.parts.map((part) => ({ ...part, features: '', sameAs: check }))
    const again = await ask(service, STAFF, 'POST', '/api/checks', { ...whole, parts })
    expect(first.body).toMatchObject({ verdict: 'block' })
    expect({ ...Object(again.body), check }).toEqual(first.body)
    const later = { ...whole, parts, at: Date.UTC(2020, 2, 17, 9, 30) }
    expect((await ask(service, STAFF, 'POST', '/api/checks', later)).body).toMatchObject({ verdict: 'allow' })
  })

  it('has to be sent whole by somebody else', async () => {
    const whole = large()
    const first = await ask(service, STAFF, 'POST', '/api/checks', whole)
    const { check } = CHECK.parse(first.body)
    const parts = whole.parts.map((part) => ({ ...part, features: '', sameAs: check }))
    const other = await ask(service, ADMINISTRATOR, 'POST', '/api/checks', { ...whole, parts })
    expect(other).toMatchObject({
      status: 409,
      body: { type: 'urn:embargo-guard:problem:features-forgotten' },
    })
  })
})
