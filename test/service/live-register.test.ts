import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/service/database/database.ts'
import { liveRegister } from '../../src/service/register/live-register.ts'
import { whenDone } from '../when-done.ts'
import { startTestPostgres, type TestPostgres } from './postgres-for-tests.ts'
import { ADMINISTRATOR, addedRelease, ask, sampleFile, startTestService } from './service-for-tests.ts'

// London keeps GMT until 29 March 2020, so this clock time is UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
})

describe('a register in hand while an administrator replaces a file', () => {
  it('has the new file in the place of the old one, and never neither', async () => {
    const url = await postgres.emptyDatabase()
    const service = await startTestService({ databaseUrl: url })
    const id = await addedRelease(service)
    const files = `/api/releases/${id}/files`
    const added = await ask(service, ADMINISTRATOR, 'POST', files, sampleFile('embargoed'))
    const opened = await openDatabase(url)
    if (opened.kind !== 'opened') throw new Error(opened.kind)
    whenDone(() => opened.database.destroy())
    const inHand = await liveRegister(opened.database).current()
    const { id: file } = JSON.parse(JSON.stringify(added.body))
    const replaced = await ask(service, ADMINISTRATOR, 'PUT', `${files}/${file}`, {
      ...sampleFile('embargoed'),
      reason: 'saved once more',
    })
    expect(replaced.status).toBe(200)
    const { editions } = await inHand.indexAt(MONDAY_14_42)
    expect(editions.map(({ release, features }) => [release.id, features.size > 0])).toEqual([[id, true]])
  })
})
