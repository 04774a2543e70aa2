import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { SAMPLES } from '../../src/service/demo/samples.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres, type TestPostgres } from './postgres-for-tests.ts'
import { ADMINISTRATOR, ask, STAFF, startTestService } from './service-for-tests.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const OFFICE_JS = resolve('node_modules/@microsoft/office-js/dist')

/** Built pages, each with its own name in it. */
function builtPages(): string {
  const dist = join(temporaryDirectory(), 'dist')
  for (const path of [
    'addin/launch.js',
    'addin/launch.html',
    'addin/assets/icon-16.png',
    'try-out/outlook.html',
    'try-out/main.js',
    'try-out/addin/launch.html',
  ]) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), `this is ${path}`)
  }
  return dist
}

let postgres: TestPostgres
let tryOut: StartedService
beforeAll(async () => {
  postgres = await startTestPostgres()
  tryOut = await startTestService({
    databaseUrl: await postgres.emptyDatabase(),
    samples: true,
    site: { dist: builtPages(), officeJs: OFFICE_JS, origin: null },
  })
})

describe('the pages of a try-out', () => {
  it.each([
    ['/outlook', 'this is try-out/outlook.html'],
    ['/try-out/main.js', 'this is try-out/main.js'],
    ['/addin/launch.js', 'this is addin/launch.js'],
    ['/addin/launch.html', 'this is try-out/addin/launch.html'],
    ['/addin/assets/icon-16.png', 'this is addin/assets/icon-16.png'],
  ])('lie at %s', async (url, text) => {
    expect(await ask(tryOut, null, 'GET', url)).toMatchObject({ status: 200, text })
  })

  it('begin with the compose window', async () => {
    const { status, headers } = await ask(tryOut, null, 'GET', '/')
    expect([status, headers.location]).toEqual([302, '/outlook'])
  })

  it('bring Microsoft’s library unmodified, however its folders are written', async () => {
    const { status, text, type } = await ask(tryOut, null, 'GET', '/office-js/office.js')
    expect([status, type]).toEqual([200, expect.stringContaining('javascript')])
    expect(text).toBe(readFileSync(join(OFFICE_JS, 'office.js'), 'utf8'))
    const folded = await ask(tryOut, null, 'GET', '/office-js/En-US/Outlook_Strings.js?x=1')
    expect(folded.status).toBe(200)
  })

  it.each([
    '/office-js/nothing.js',
    '/office-js/../package.json',
    '/office-js/%2e%2e/package.json',
    '/addin/../../package.json',
    '/try-out/nothing.js',
    '/office-js/',
  ])('do not include %s', async (url) => {
    expect((await ask(tryOut, null, 'GET', url)).status).toBe(404)
  })

  it('may ask nobody outside, not even for Microsoft’s library', async () => {
    const { headers } = await ask(tryOut, null, 'GET', '/outlook')
    expect(String(headers['content-security-policy'])).not.toContain('http')
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})

describe('the doors of a try-out', () => {
  it('let one stop the clock at an instant, and set it back to the real time', async () => {
    const at = Date.UTC(2020, 2, 17, 9, 29, 59)
    expect((await ask(tryOut, null, 'PUT', '/try-out/clock', { at })).status).toBe(200)
    const real = Date.now()
    await expect.poll(() => Date.now()).toBeGreaterThan(real + 2)
    expect((await ask(tryOut, null, 'GET', '/try-out/clock')).body).toEqual({ at, isSet: true })
    const back = await ask(tryOut, null, 'PUT', '/try-out/clock', { at: null })
    expect(back.body).toEqual({ at: expect.closeTo(Date.now(), -5), isSet: false })
  })

  it.each([[{ at: 'noon' }], [{ at: 8.64e15 + 1 }], [{}]])('refuse to set it to %j', async (payload) => {
    const { status, type } = await ask(tryOut, null, 'PUT', '/try-out/clock', payload)
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })

  it('say who one can be', async () => {
    const { body } = await ask(tryOut, null, 'GET', '/try-out/people')
    expect(body).toEqual(
      expect.arrayContaining([
        { address: STAFF, name: 'Ada Marsh', role: 'staff' },
        { address: ADMINISTRATOR, name: 'Carys Lewis', role: 'administrator' },
      ]),
    )
  })

  it('hand out the samples', async () => {
    const { body } = await ask(tryOut, null, 'GET', '/try-out/samples')
    expect(body).toEqual(SAMPLES.map(({ name, title }) => ({ name, title })))
    const { app } = tryOut
    const reply = await app.inject('/try-out/samples/pse-2020-03-embargoed.xlsx')
    expect(new Uint8Array(reply.rawPayload)).toEqual(SAMPLES[1]?.bytes())
    expect((await ask(tryOut, null, 'GET', '/try-out/samples/other.xlsx')).body).toMatchObject({
      status: 404,
      detail: expect.stringContaining('pse-2019-12-published.xlsx'),
    })
  })

  it.each([
    ['a name from elsewhere that leads here', { headers: { host: 'evil.example:3000' } }],
    ['another machine', { remoteAddress: '192.0.2.7' }],
  ])('stay closed to %s', async (_, from) => {
    const { app } = tryOut
    for (const [method, url] of [
      ['PUT', '/try-out/clock'],
      ['GET', '/try-out/people'],
      ['GET', '/try-out/samples'],
    ] as const) {
      const reply = await app.inject({ method, url, payload: { at: 0 }, ...from })
      expect([reply.statusCode, reply.json().detail]).toEqual([
        403,
        expect.stringContaining('this machine only'),
      ])
    }
  })
})

describe('the samples', () => {
  it('are in the register when a try-out starts, once, however often it starts', async () => {
    const databaseUrl = await postgres.emptyDatabase()
    const data = join(temporaryDirectory(), 'data')
    for (let start = 0; start < 2; start++)
      await (await startTestService({ databaseUrl, data, samples: true })).stop()
    const service = await startTestService({ databaseUrl, data, samples: true })
    const { body } = await ask(service, STAFF, 'GET', '/api/releases')
    expect(body).toMatchObject({
      releases: [
        {
          series: 'Public Sector Employment',
          at: Date.UTC(2020, 2, 17, 9, 30),
          files: 2,
        },
      ],
    })
  })

  it('are workbooks that SheetJS reads, stored with decimals and displayed without', () => {
    const book = read(SAMPLES[1]?.bytes(), { cellNF: true, cellText: true })
    expect(book.SheetNames).toEqual(['Cover', 'Notes', 'Table 1', 'Dataset'])
    const dataset = book.Sheets.Dataset ?? {}
    expect(utils.sheet_to_json(dataset, { header: 1, range: 3 })).toHaveLength(84)
    const cell = dataset.B87
    expect(dataset.A87?.v).toBe('Dec 2019')
    expect(String(cell?.v)).toMatch(/^\d{4}\.\d+$/)
    expect(cell?.w).toBe(Math.round(Number(cell?.v)).toLocaleString('en-GB'))
  })

  it('are the same bytes each time they are made', () => {
    for (const { bytes } of SAMPLES) expect(bytes()).toEqual(bytes())
  })

  it('are read by our own readers to the last figure', () => {
    for (const { name, bytes } of SAMPLES) {
      const [part, ...others] = finished(inspectFile(name, bytes()))
      expect(others).toEqual([])
      expect(part).toMatchObject({ unreadable: null })
      expect(part?.figures).toBeGreaterThan(1_300)
    }
  })
})
