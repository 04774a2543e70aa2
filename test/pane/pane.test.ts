import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Finding } from '../../src/register/contract.ts'
import { type Browser, openBrowser } from '../browser.ts'
import { answerOf, EMBARGOED, PUBLIC_SECTOR_EMPLOYMENT, UNREAD } from '../outlook/answers.ts'
import { type FakeMessage, type FakeWindow, fakeOffice } from './fake-office.ts'
import { type PaneServer, type Service, servePane } from './pane-server.ts'

const SCREENSHOTS = resolve(import.meta.dirname, '../../build/screenshots')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const TABLES = {
  name: 'PSE_tables_Q4_2019.csv',
  base64: base64(
    'Sector,Sep 2019,Dec 2019\nCentral government,3276,3317\nLocal government,2024,2037\nTotal,5474,5511\n',
  ),
}
const COLLEAGUES = ['bea', 'cai', 'dee', 'eli'].map((name) => `${name}@department.example`)
const MESSAGE: FakeMessage = {
  to: [...COLLEAGUES, 'statistics.inbox@department.example', 'ben@statistics.example'],
  html: '<p>Here are the tables to test tomorrow’s sending.</p>',
  files: [TABLES, { name: 'notes.zip', base64: base64('PK') }],
}
const PLAIN: FakeMessage = { to: ['bea@department.example'], html: '<p>See you at lunch.</p>', files: [] }
const WINDOW: FakeWindow = { language: 'en-GB', background: '#ffffff', message: MESSAGE }

const HELD: Finding = {
  ...EMBARGOED,
  part: TABLES.name,
  recipients: MESSAGE.to.slice(0, 5),
  hits: [0, 1, 2],
}
const HOLDING: Service = () => answerOf('block', [HELD, { ...UNREAD, part: 'notes.zip' }])
const ALLOWING: Service = () => answerOf('allow')

let server: PaneServer
const opened: Browser[] = []
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  server = await servePane()
})
afterEach(async () => {
  for (const browser of opened.splice(0)) {
    await browser.close()
    expect(browser.outside).toEqual([])
    expect(browser.complaints.filter((said) => !said.includes('ERR_EMPTY_RESPONSE'))).toEqual([])
  }
})
afterAll(() => server.close())

/** Opens the pane beside a message, 320 pixels wide as Outlook does. */
async function open(
  shown: Partial<FakeWindow>,
  service: Service,
  { clock = 'of the machine' } = {},
): Promise<Page> {
  server.answer(service)
  const browser = await openBrowser(server.origin, { width: 320, height: 900 })
  opened.push(browser)
  await browser.page.addInitScript(fakeOffice, { ...WINDOW, ...shown })
  if (clock === 'of the test') await browser.page.clock.install()
  await browser.page.goto(`${server.origin}/addin/pane.html`)
  return browser.page
}

const title = (page: Page) => page.getByRole('status').getByRole('heading', { level: 1 })
const says = (page: Page, text: string) => title(page).filter({ hasText: text }).waitFor()
const picture = (page: Page, name: string) =>
  page.screenshot({ path: resolve(SCREENSHOTS, `pane-${name}.png`), fullPage: true })

/** What axe is asked: WCAG 2.2 A and AA, without the invisible stops that Fluent puts in (microsoft/tabster issue 288). */
const ASK_AXE = `axe.run(
  { exclude: ['[data-tabster-dummy]'] },
  { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`

/** Faults that axe finds once nothing moves any more, one line each. */
async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  await page.evaluate(AXE)
  return page.evaluate<readonly string[]>(ASK_AXE)
}

describe('the pane beside a message with tomorrow’s figures', () => {
  it('says that it will be held, until when, what it is, and who may not have it', async () => {
    const page = await open({}, HOLDING)
    await says(page, 'This message will be held')
    const release = page.getByRole('region', { name: 'Under embargo' })
    expect(await release.textContent()).toContain('Until Tuesday 17 March 2020, 09:30')
    expect(await release.getByRole('timer').textContent()).toMatch(
      /^18 hours 4[78] minutes \d+ seconds? left$/,
    )
    const parts = page.getByRole('region', { name: 'In this message' })
    expect(await parts.getByRole('listitem').first().textContent()).toContain('PSE_tables_Q4_2019.csvHeld')
    const people = page.getByRole('region', { name: 'Who receives it' })
    expect(await people.getByRole('heading', { name: 'May not have it (5)' }).isVisible()).toBe(true)
    expect(await people.getByRole('heading', { name: 'May have it (1)' }).isVisible()).toBe(true)
    expect(await page.getByText('Checked at 14:42:00').isVisible()).toBe(true)
    await picture(page, 'held')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('shows from the sender’s own file where the figures stand', async () => {
    const page = await open({}, HOLDING)
    await page.getByText(/^Where: \d+ places?$/).click()
    await page.getByText('Central government | 3276 | 3317').waitFor()
    await picture(page, 'held-evidence')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('says what could not be read, why, and what to do', async () => {
    const page = await open({}, HOLDING)
    await page.getByText('Could not be read. It is encrypted. Send it without a password').waitFor()
  })

  it('says which file is being read while a person waits', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `Area ${row},${row * 7},${row * 11},${row * 13}`)
    const files = [TABLES, { name: 'large.csv', base64: base64(rows.join('\n')) }]
    const page = await open({ message: { ...MESSAGE, files } }, ALLOWING)
    await page.getByText('Reading large.csv (2 of 2)').waitFor()
    await says(page, 'Nothing under embargo')
    await page.getByText('Checked at 14:42:00').waitFor()
  })

  it('counts down by the service’s clock', async () => {
    const page = await open({}, HOLDING)
    const timer = page.getByRole('timer')
    const before = await timer.textContent()
    await expect.poll(() => timer.textContent()).not.toBe(before)
  })

  it('checks again by itself when the release comes', async () => {
    let count = 0
    const service: Service = () => {
      count += 1
      const at = PUBLIC_SECTOR_EMPLOYMENT.at - 1_500
      return count === 1 ? { ...answerOf('block', [HELD]), at } : answerOf('allow')
    }
    const page = await open({}, service)
    await says(page, 'This message will be held')
    // Sooner than it would ask by itself.
    await title(page).filter({ hasText: 'Nothing under embargo' }).waitFor({ timeout: 20_000 })
  })
})

describe('the pane', () => {
  it('says at first that it is checking, in the same place and of the same height as the verdict', async () => {
    const page = await open({}, () => 'never')
    await says(page, 'Checking this message')
    const banner = page.getByRole('status')
    const before = await banner.boundingBox()
    await picture(page, 'checking')
    server.answer(HOLDING)
    await page.reload()
    await says(page, 'This message will be held')
    const after = await banner.boundingBox()
    expect(after?.y).toBe(before?.y)
    expect(after?.x).toBe(before?.x)
  })

  it('says that nothing is under embargo', async () => {
    const page = await open({ message: PLAIN }, ALLOWING)
    await says(page, 'Nothing under embargo')
    await picture(page, 'nothing')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('warns where somebody with access should be made sure of', async () => {
    const finding: Finding = { ...HELD, verdict: 'warn', reason: 'pre-release-access' }
    const page = await open({}, () => answerOf('warn', [finding]))
    await says(page, 'Look before you send')
    await page.getByRole('heading', { name: 'Make sure of (5)' }).waitFor()
    await picture(page, 'warn')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('says that the production team may exchange what is under embargo', async () => {
    const finding: Finding = { ...HELD, verdict: 'allow', reason: 'production-team', recipients: [] }
    const page = await open({}, () => answerOf('allow', [finding]))
    await says(page, 'May be sent')
    await picture(page, 'team')
  })

  it('says that it could not check, and what to do, when the service is away', async () => {
    const page = await open({}, () => 'away')
    await says(page, 'Could not check')
    await page.getByText('Check your connection, then check again.').waitFor()
    await picture(page, 'could-not-check')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('checks again when asked, and then knows', async () => {
    const page = await open({}, () => 'away')
    await says(page, 'Could not check')
    server.answer(HOLDING)
    await page.getByRole('button', { name: 'Check again' }).click()
    await says(page, 'This message will be held')
  })

  it('explains itself where no message is being written', async () => {
    const page = await open({ message: null }, ALLOWING)
    await says(page, 'Every message is checked before it is sent')
    await picture(page, 'outside')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  const FOUND_FIGURES: Service = ({ parts }) =>
    parts.some(({ figures }) => figures > 0) ? answerOf('block', [HELD]) : answerOf('allow')

  it('checks again at once when Outlook tells that a file was attached', async () => {
    const page = await open({ message: PLAIN }, FOUND_FIGURES, { clock: 'of the test' })
    await says(page, 'Nothing under embargo')
    await page.clock.pauseAt(new Date(Date.now() + 1_000))
    await page.evaluate((message) => window.changeMessage(message, true), { ...PLAIN, files: [TABLES] })
    // At most 50 steps of 20 ms: too little time for the pane to look by itself.
    await expect
      .poll(() => page.clock.runFor(20).then(() => title(page).textContent()), {
        timeout: 10_000,
        interval: 200,
      })
      .toBe('This message will be held')
  })

  it('checks again by itself when a table was typed, of which Outlook tells nothing', async () => {
    const page = await open({ message: PLAIN }, FOUND_FIGURES)
    await says(page, 'Nothing under embargo')
    const html = '<table><tr><td>Total</td><td>5474</td><td>5511</td></tr></table>'
    await page.evaluate((message) => window.changeMessage(message, false), { ...PLAIN, html })
    await says(page, 'This message will be held')
  })

  it('asks the service once for a message that does not change, however often it looks', async () => {
    const before = server.enquiries.length
    const page = await open({ message: PLAIN }, ALLOWING)
    await says(page, 'Nothing under embargo')
    // Once for the check, and three looks, of which the last proves that the one before asked nothing.
    await page.waitForFunction(() => window.bodyAsked >= 4)
    expect(server.enquiries.length - before).toBe(1)
  })

  it.each<[string, Service]>([
    ['something in it is under embargo, whose release may be put off or access given', HOLDING],
    ['the service is away, and may come back', () => 'away'],
  ])('asks again by itself while %s', async (_what, service) => {
    const page = await open({}, service, { clock: 'of the test' })
    await title(page)
      .filter({ hasText: /held|Could not check/ })
      .waitFor()
    server.answer(ALLOWING)
    await page.clock.runFor(31_000)
    await says(page, 'Nothing under embargo')
  })

  it('speaks Welsh in a Welsh Outlook', async () => {
    const page = await open({ language: 'cy-GB' }, HOLDING)
    await says(page, 'Caiff y neges hon ei dal yn ôl')
    await page.getByText('Tan ddydd Mawrth 17 Mawrth 2020, 09:30').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('cy')
    await picture(page, 'held-welsh')
  })

  it('is dark where Outlook is, and as readable', async () => {
    const page = await open({ background: '#1f1f1f' }, HOLDING)
    await says(page, 'This message will be held')
    await picture(page, 'held-dark')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('is no wider than the pane, with names that have no spaces', async () => {
    const long = `${'Labour_market_overview_'.repeat(6)}.csv`
    const answer: Answer = answerOf('block', [
      { ...HELD, part: long, recipients: [`${'a'.repeat(60)}@department.example`] },
    ])
    const message = {
      ...MESSAGE,
      to: [`${'a'.repeat(60)}@department.example`],
      files: [{ ...TABLES, name: long }],
    }
    const page = await open({ message }, () => answer)
    await says(page, 'This message will be held')
    await picture(page, 'long-names')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})
