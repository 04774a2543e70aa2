import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languageOf } from '../../src/service/door/language.ts'
import type { StartedService } from '../../src/service/start-service.ts'
import { startTestPostgres } from './postgres-for-tests.ts'
import { ADMINISTRATOR, addedRelease, ask, STAFF, sampleFile, startTestService } from './service-for-tests.ts'

const WELSH = { 'accept-language': 'cy' }
const BECAUSE = z.object({ because: z.string() })
const PREVIEW = z.object({ faults: z.array(BECAUSE), refused: z.array(BECAUSE) })

let service: StartedService
beforeAll(async () => {
  const postgres = await startTestPostgres()
  service = await startTestService({ databaseUrl: await postgres.emptyDatabase() })
})

describe('the language that somebody asks for', () => {
  it.each([
    ['cy', 'cy'],
    ['cy-GB, en;q=0.8', 'cy'],
    ['en-GB,en;q=0.9,cy;q=0.8', 'en'],
    ['en;q=0.2, cy;q=0.7', 'cy'],
    ['fr', 'en'],
    ['cyclops', 'en'],
    [',;q=x', 'en'],
    [undefined, 'en'],
  ] as const)('of “%s” is %s', (header, language) => {
    const headers = header === undefined ? {} : { 'accept-language': header }
    expect(languageOf({ headers })).toBe(language)
  })
})

describe('somebody who reads Welsh', () => {
  it('is told in Welsh why something cannot be done, under the same word for programs', async () => {
    const id = await addedRelease(service, { series: 'Trade', title: 'UK trade', at: '2031-05-14 07:00' })
    const change = (headers: Readonly<Record<string, string>>) =>
      ask(
        service,
        ADMINISTRATOR,
        'POST',
        `/api/releases/${id}/changes`,
        { kind: 'postpone', reason: '' },
        { 'if-match': '"1"', ...headers },
      )
    const [welsh, english] = [await change(WELSH), await change({})]
    expect(welsh.body).toMatchObject({
      type: 'urn:embargo-guard:problem:reason-missing',
      title: 'Ni ellir gwneud hyn',
      detail: 'Dywedwch pam: cedwir y rheswm gyda’r newid.',
    })
    expect(welsh.headers).toMatchObject({ 'content-language': 'cy', vary: 'accept-language' })
    expect(english.body).toMatchObject({ detail: 'Say why: the reason is kept with the change.' })
    expect(english.headers).toMatchObject({ 'content-language': 'en' })
  })

  it('is told in Welsh that they may not, and that nothing is there', async () => {
    const forbidden = await ask(service, STAFF, 'GET', '/api/journal', undefined, WELSH)
    expect(forbidden.body).toMatchObject({ detail: expect.stringContaining('dim ond gweinyddwr') })
    const nowhere = await ask(service, STAFF, 'GET', '/nowhere', undefined, WELSH)
    expect(nowhere.body).toMatchObject({ title: 'Nid oes cyfeiriad o’r fath' })
  })

  it('gets advice on a file, and reads the journal, in Welsh', async () => {
    const id = await addedRelease(service, { series: 'Jobs', title: 'Jobs', at: '2031-06-10 07:00' })
    const path = `/api/releases/${id}/files`
    const added = await ask(service, ADMINISTRATOR, 'POST', path, sampleFile('embargoed'), WELSH)
    expect(added.body).toMatchObject({ advice: [expect.stringContaining('Nid oes argraffiad cyhoeddedig')] })
    const journal = await ask(service, ADMINISTRATOR, 'GET', '/api/journal?size=1', undefined, WELSH)
    expect(journal.body).toMatchObject({
      entries: [{ what: expect.stringMatching(/^Cofrestrodd carys@statistics.example y ffeil /) }],
    })
  })

  it('is told in Welsh what is wrong in a calendar', async () => {
    const title = 'Prices: June 2031'
    await addedRelease(service, { series: 'Prices', title, at: '2031-06-18 07:00' })
    const text = `title,state,date\n${title},confirmed,2031-06-19 07:00\nEarnings,paused,2031-06-10\n`
    const calendar = { name: 'a.csv', text }
    const { body } = await ask(service, ADMINISTRATOR, 'POST', '/api/imports/preview', calendar, WELSH)
    const { faults, refused } = PREVIEW.parse(body)
    expect(faults.map(({ because }) => because)).toEqual([
      expect.stringContaining('Nid cyflwr yw “paused”'),
      expect.stringContaining('Nid oes amser o’r dydd'),
    ])
    expect(refused.map(({ because }) => because)).toEqual([expect.stringContaining('yn y gofrestr')])
  })
})
