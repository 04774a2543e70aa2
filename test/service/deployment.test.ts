import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { settingsFrom } from '../../src/service/settings.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres } from './postgres-for-tests.ts'
import { ask, startTestService } from './service-for-tests.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const OFFICE = 'https://guard.office.example:8443'
const PLACEHOLDER = 'https://embargo-guard.example'
const ALLOWED = '/.well-known/microsoft-officeaddins-allowed.json'

/** What a build leaves of the add-in, as far as it is asked for here. */
function builtSite(origin: string | null) {
  const folder = temporaryDirectory()
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'addin'), { recursive: true })
  writeFileSync(join(dist, 'addin', 'launch.js'), `const from = '${PLACEHOLDER}'`)
  copyFileSync(join(import.meta.dirname, '../../manifest.xml'), join(folder, 'manifest.xml'))
  return { dist, officeJs: dist, origin }
}

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

const serviceAt = async (origin: string | null): Promise<StartedService> =>
  startTestService({
    mode: 'service',
    databaseUrl: await postgres.emptyDatabase(),
    site: builtSite(origin),
  })

describe('a service that knows where Outlook reaches it', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await serviceAt(OFFICE)
  })

  it('serves the manifest with its own address everywhere', async () => {
    const { status, type, text } = await ask(service, null, 'GET', '/manifest.xml')
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(text).toContain(`<SourceLocation DefaultValue="${OFFICE}/addin/pane.html"/>`)
    expect(text).not.toContain(PLACEHOLDER)
  })

  it('names to classic Outlook the one script that may ask it, which is there', async () => {
    const { body } = await ask(service, null, 'GET', ALLOWED)
    expect(body).toEqual({ allowed: [`${OFFICE}/addin/launch.js`] })
    const { status, type, text } = await ask(service, null, 'GET', '/addin/launch.js')
    expect([status, type]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(text).toBe(`const from = '${OFFICE}'`)
  })
})

it.each(['/manifest.xml', ALLOWED])(
  'a service that does not know it says at %s what to set',
  async (path) => {
    const service = await serviceAt(null)
    const { status, body } = await ask(service, null, 'GET', path)
    expect(status).toBe(404)
    expect(body).toMatchObject({ detail: expect.stringContaining('EMBARGO_GUARD_ORIGIN') })
  },
)

it.each(['http://guard.office.example', 'https://guard.office.example/', 'guard'])(
  '“%s” is refused as its address before anything is started',
  (origin) => {
    expect(settingsFrom({ EMBARGO_GUARD_ORIGIN: origin })).toMatchObject({
      kind: 'setting-unreadable',
      name: 'EMBARGO_GUARD_ORIGIN',
      because: expect.stringContaining(`“${origin}”`),
    })
  },
)
