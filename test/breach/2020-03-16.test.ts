import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { evidenceIn, featuresOf, finished, inspect, judge, registeredFeaturesOf } from '../../src/guard.ts'
import type { Message } from '../../src/message/message.ts'
import type { Answer, Enquiry } from '../../src/register/contract.ts'
import { recordsOf } from '../../src/register/records.ts'
import { compileRegister, type EditionFile } from '../../src/register/register-index.ts'
import type { Release } from '../../src/release/release.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'
import { dialogOf } from '../../src/verdict/wording.ts'
import { type Browser, openBrowser } from '../browser.ts'
import { type RunningService, runService } from '../running-service.ts'

// London keeps GMT until Sunday 29 March 2020, so these clock times are UTC.
const MONDAY_14_41_59 = Date.UTC(2020, 2, 16, 14, 41, 59)
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

const COLLEAGUES = ['one', 'two', 'three', 'four'].map((name) => `${name}@employment-department.example`)
const TEAM_INBOX = 'statistics.team@employment-department.example'

let service: RunningService
let unpublished: Uint8Array
let published: Uint8Array

beforeAll(async () => {
  service = await runService()
  unpublished = await sample('pse-2020-03-embargoed.xlsx')
  published = await sample('pse-2019-12-published.xlsx')
})
afterAll(() => service.stop())

async function sample(name: string): Promise<Uint8Array> {
  const reply = await fetch(`${service.origin}/try-out/samples/${name}`)
  return new Uint8Array(await reply.arrayBuffer())
}

/** The message of 14:42: the tables to four colleagues and a team inbox at another department. */
const messageWith = (name: string, bytes: Uint8Array): Message => ({
  from: 'ada@statistics.example',
  recipients: [...COLLEAGUES, TEAM_INBOX].map((address) => ({ address, name: '', kind: 'person' })),
  body: { kind: 'html', text: '<p>This is a test of tomorrow’s mailing.</p>' },
  attachments: [{ kind: 'file', id: '1', name, bytes }],
  deliverAt: null,
})

const enquiryFor = (message: Message): Enquiry => ({
  build: 'test',
  moment: 'send',
  from: message.from,
  recipients: message.recipients,
  deliverAt: message.deliverAt,
  parts: finished(inspect(message)).map(featuresOf),
})

describe('16 March 2020, 14:42: tomorrow’s tables leave in a test of the mailing', () => {
  const RELEASE: Release = {
    id: 'pse',
    series: 'Public Sector Employment',
    title: 'Public sector employment, UK: December 2019',
    at: TUESDAY_09_30,
    london: '2020-03-17 09:30',
    state: 'confirmed',
    team: ['ada@statistics.example'],
    access: [],
  }
  const editionFile = (name: string, bytes: Uint8Array, standing: EditionFile['standing']): EditionFile => {
    const parts = finished(inspectFile(name, bytes, 'register'))
    const registered = parts.map(registeredFeaturesOf)
    return {
      name,
      standing,
      hashes: parts.flatMap((part) => part.sha256 ?? []),
      records: recordsOf(
        registered.map((part) => ({
          bytes: Buffer.from(part.features, 'base64'),
          weights: Buffer.from(part.weights, 'base64'),
          rare: {
            figures: Buffer.from(part.rareFigures, 'base64'),
            madeOf: Buffer.from(part.madeOf, 'base64'),
          },
        })),
      ),
    }
  }
  const judgedAt = (message: Message, at: number) => {
    const register = compileRegister([
      {
        release: RELEASE,
        files: [
          editionFile('PSE_tables.xlsx', unpublished, 'embargoed'),
          editionFile('PSE_old.xlsx', published, 'published'),
        ],
      },
    ])
    const parts = finished(inspect(message))
    const keyed = parts.map((part) => ({
      part: featuresOf(part),
      hash: part.sha256,
      features: part.features.bytes,
    }))
    return { ...judge(enquiryFor(message), keyed, register, DEFAULT_POLICY, at), parts }
  }
  const mailing = () => messageWith('PSE_tables.xlsx', unpublished)

  it.each([
    ['at 14:41:59 on Monday', MONDAY_14_41_59],
    ['at 14:42 on Monday', MONDAY_14_42],
    ['one millisecond before 09:30 on Tuesday', TUESDAY_09_30 - 1],
  ])('holds the message %s', (_when, at) => {
    expect(judgedAt(mailing(), at).verdict).toBe('block')
  })
  it.each([
    ['at 09:30:00.000 on Tuesday', TUESDAY_09_30],
    ['one millisecond later', TUESDAY_09_30 + 1],
  ])('lets it go %s', (_when, at) => {
    expect(judgedAt(mailing(), at)).toMatchObject({ verdict: 'allow', findings: [] })
  })
  it('names everybody who may not have it, the team inbox too', () => {
    const [finding] = judgedAt(mailing(), MONDAY_14_42).findings
    expect(finding).toMatchObject({ kind: 'embargoed-file', recipients: [...COLLEAGUES, TEAM_INBOX] })
  })
  it('lets last quarter’s published tables go, which share nearly all of their figures', () => {
    expect(judgedAt(messageWith('PSE_tables.xlsx', published), MONDAY_14_42).verdict).toBe('allow')
  })
  it('lets the tables go among those who make the release', () => {
    const among = {
      ...mailing(),
      recipients: [{ address: 'ada@statistics.example', name: '', kind: 'person' as const }],
    }
    expect(judgedAt(among, MONDAY_14_42).verdict).toBe('allow')
  })
  it('shows the sender where in their own file the new figures stand', () => {
    const renamed = {
      ...mailing(),
      attachments: [{ kind: 'file' as const, id: '1', name: 'for you.csv', bytes: newestRows() }],
    }
    const { findings, parts } = judgedAt(renamed, MONDAY_14_42)
    const [finding] = findings
    expect(finding?.kind).toBe('embargoed-figures')
    expect(finding === undefined ? [] : finished(evidenceIn(renamed, parts, finding))).toMatchObject([
      { where: 'row 2' },
    ])
  })
  it('says in the dialog which file, until when and how long that is', () => {
    const { plain } = dialogOf(judgedAt(mailing(), MONDAY_14_42), MONDAY_14_42)
    expect(plain).toContain(
      'PSE_tables.xlsx is under embargo until Tuesday 17 March 2020, 09:30 (in 18 h 48 min)',
    )
    expect(plain.length).toBeLessThanOrEqual(500)
  })

  /** The newest row of the dataset as somebody would paste it into a file of their own. */
  function newestRows(): Uint8Array {
    const rows: string[] = []
    for (const step of readingOf(unpublished)) if (/^Dec(ember)? 2019|^2019 Q4/.test(step)) rows.push(step)
    return new TextEncoder().encode(`Here they are\n${rows[0] ?? ''}\n`)
  }
})

function* readingOf(bytes: Uint8Array): Generator<string> {
  for (const reading of read('x', bytes, fullBudget()))
    if (reading.kind === 'row') yield reading.cells.map((cell) => cell.shown.replace(/,/g, '')).join(',')
}

describe('the same message asks the service', () => {
  const checkedAt = async (message: Message, at: number): Promise<Answer> => {
    const reply = await fetch(`${service.origin}/api/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-try-out-person': 'ada@statistics.example' },
      body: JSON.stringify({ ...enquiryFor(message), at }),
    })
    return reply.json()
  }
  it.each([
    ['block', 'at 14:42 on Monday 16 March', MONDAY_14_42],
    ['block', 'at 09:29:59.999 on Tuesday 17 March', TUESDAY_09_30 - 1],
    ['allow', 'at 09:30:00.000 on Tuesday 17 March', TUESDAY_09_30],
  ] as const)('answers %s %s', async (verdict, _when, at) => {
    expect((await checkedAt(messageWith('renamed.dat', unpublished), at)).verdict).toBe(verdict)
  })
  it('answers allow to the published edition', async () => {
    expect((await checkedAt(messageWith('pse.xlsx', published), MONDAY_14_42)).verdict).toBe('allow')
  })
})

describe('the same message in Outlook, with Microsoft’s own library', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser(service.origin)
    page = browser.page
    await page.goto(`${service.origin}/outlook`)
    await page.waitForFunction(() => window.standIn?.ready())
  })
  afterAll(() => browser.close())

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  it('is stopped on Monday, stopped at 09:29:59 on Tuesday, and leaves at 09:30:00', async () => {
    await press('Replay 16 March 2020')
    await page.getByText('pse-2020-03-embargoed.xlsx').first().waitFor()

    await press('Send')
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('is under embargo until Tuesday 17 March 2020, 09:30').waitFor()
    expect(await page.evaluate(() => window.standIn.sent().length)).toBe(0)
    await dialog.getByRole('button', { name: 'Don’t Send' }).click()

    await press('Go to 09:29:59 on Tuesday')
    await press('Send')
    await dialog.getByText('is under embargo until Tuesday 17 March 2020, 09:30').waitFor()
    await dialog.getByRole('button', { name: 'Don’t Send' }).click()
    expect(await page.evaluate(() => window.standIn.sent().length)).toBe(0)

    await press('Go to 09:30:00 on Tuesday')
    await press('Send')
    await page.waitForFunction(() => window.standIn.sent().length === 1)
    const [left] = await page.evaluate(() => window.standIn.sent())
    expect(left?.attachments.map(({ name }) => name)).toEqual(['pse-2020-03-embargoed.xlsx'])
  })
  it('without a second completion, an unknown call, or a request to anywhere else', async () => {
    expect(await page.evaluate(() => window.standIn.defects())).toEqual([])
    expect(browser.outside).toEqual([])
    expect(browser.complaints).toEqual([])
  })
})
