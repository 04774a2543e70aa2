import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished, registeredFeaturesOf } from '../../src/guard.ts'
import type { NewFile, NewRelease, RegisteredRelease } from '../../src/register/contract.ts'
import { writeWorkbook } from '../../src/service/demo/workbook-writer.ts'
import { type Browser, openBrowser } from '../browser.ts'
import { runService } from '../running-service.ts'
import { clearAway } from '../when-done.ts'

/*
 * How long the sender waits: from the click on Send to Outlook’s dialog.
 *
 * npm run bench:send [-- --json] [-- --rounds N]
 *
 * In the try-out, with the real office.js in a browser, the service and its
 * database beside it. The workbook is an edition under embargo of somewhat more
 * than 5 MB, registered with the edition published before it and saved once more
 * since, so that it is known by its figures, not as a file; it goes to somebody
 * without access: Outlook hands it over, it is read, fingerprinted, judged, recorded and
 * held. “read at Send” presses Send as soon as it is attached; “read at compose”
 * once the bar above the message has named it. The build must be there: npm run build.
 */

const NAME = 'regional-accounts.xlsx'
const ROWS = 8_800
const PERIODS = Array.from(
  { length: 40 },
  (_, quarter) => `${2010 + Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`,
)
/** What the sender may be kept waiting, in milliseconds. */
const WANTED = { 'read at Send': 3_000, 'read at compose': 300 } as const
type Case = keyof typeof WANTED

// London keeps GMT until 29 March 2020, so this clock time is UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const ADMINISTRATOR = { 'x-try-out-person': 'carys@statistics.example', 'content-type': 'application/json' }

/** The edition up to so many periods: the same figures as long as there are, and one more each time. */
function edition(periods: number, note = ''): Uint8Array {
  let seed = 20_200_317
  const random = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const figures = PERIODS.map(() => ({ stored: random() * 1e5, format: 'thousands' }) as const)
    return [`Area ${row}`, ...figures.slice(0, periods)]
  })
  return writeWorkbook([{ name: 'Table 1', rows: [[note], ['Area', ...PERIODS.slice(0, periods)], ...rows] }])
}

async function post<T>(origin: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: ADMINISTRATOR,
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}

async function register(origin: string, now: Uint8Array, before: Uint8Array): Promise<void> {
  const release: NewRelease = {
    series: 'Regional accounts',
    title: 'Regional accounts: Q4 2019',
    at: '2020-03-17 09:30',
    team: ['ada@statistics.example'],
  }
  const { id } = await post<RegisteredRelease>(origin, '/api/releases', release)
  const add = (name: string, standing: NewFile['standing'], bytes: Uint8Array): Promise<unknown> => {
    const parts = finished(inspectFile(name, bytes, 'register')).map(registeredFeaturesOf)
    return post(origin, `/api/releases/${id}/files`, { name, standing, parts } satisfies NewFile)
  }
  await add('before.xlsx', 'published', before)
  await add(NAME, 'embargoed', now)
}

/** A fresh message with the workbook attached; what the page has read before is forgotten. */
async function compose({ page }: Browser, origin: string, base64: string): Promise<void> {
  await page.goto(`${origin}/outlook`)
  await page.waitForFunction(() => window.standIn?.ready())
  await page.evaluate(
    ([name, content]) => {
      // What is measured is our dialog, not the one with which Outlook says after 5 s that it waits.
      window.standIn.set({ longerAfterMs: 300_000 })
      window.standIn.newMessage()
      window.standIn.write({ subject: 'Tables', html: '<p>For tomorrow.</p>' })
      window.standIn.address('to', 'grace.mbeki@employment-department.example')
      window.standIn.attach([{ name, base64: content }])
      return window.standIn.ready()
    },
    [NAME, base64] as const,
  )
}

/** Milliseconds from the click on Send until the dialog is there, by the page’s own clock. */
async function waited({ page }: Browser): Promise<number> {
  await page.evaluate(() => {
    const clicked = new Promise<number>((settle) =>
      document.addEventListener('click', () => settle(performance.now()), { once: true, capture: true }),
    )
    const answered = new Promise<number>((settle) => {
      const look = (): void => {
        if (document.querySelector('[role="alertdialog"]')) settle(performance.now())
        else requestAnimationFrame(look)
      }
      look()
    })
    Object.assign(window, { waited: Promise.all([clicked, answered]).then(([from, to]) => to - from) })
  })
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const ms = await page.evaluate<number>('window.waited')
  const text = await page.evaluate(() => window.standIn.alert()?.text ?? '')
  if (!text.startsWith(`${NAME} contains figures under embargo`))
    throw new Error(`not held for the workbook: ${text}`)
  await page.evaluate(() => window.standIn.press('do-not-send'))
  return ms
}

async function round(browser: Browser, origin: string, base64: string, which: Case): Promise<number> {
  await compose(browser, origin, base64)
  if (which === 'read at compose')
    await browser.page.waitForFunction(
      () =>
        window.standIn.draft().notifications.some(({ message }) => message.includes('is embargoed until')),
      undefined,
      { timeout: 120_000 },
    )
  return waited(browser)
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

async function measure(rounds: number, asJson: boolean): Promise<void> {
  const now = edition(PERIODS.length)
  const service = await runService()
  const browser = await openBrowser(service.origin)
  try {
    await register(service.origin, now, edition(PERIODS.length - 1))
    await fetch(`${service.origin}/try-out/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ at: MONDAY_14_42 }),
    })
    const base64 = Buffer.from(edition(PERIODS.length, 'Saved by Ada')).toString('base64')
    // The register is compiled for the first check after a registration, whoever makes it.
    await round(browser, service.origin, base64, 'read at compose')
    const times: Record<Case, number[]> = { 'read at Send': [], 'read at compose': [] }
    for (let count = 0; count < rounds; count += 1)
      for (const which of ['read at Send', 'read at compose'] as const)
        times[which].push(await round(browser, service.origin, base64, which))
    if (asJson) console.log(JSON.stringify({ bytes: now.length, times }))
    else tell(now.length, times)
  } finally {
    await clearAway()
    await service.stop()
  }
}

function tell(bytes: number, times: Readonly<Record<Case, readonly number[]>>): void {
  console.log(
    `a workbook of ${(bytes / 1e6).toFixed(1)} MB, ${ROWS * PERIODS.length} figures; click on Send to dialog:`,
  )
  for (const which of ['read at Send', 'read at compose'] as const)
    console.log(
      `${which.padEnd(16)} median ${median(times[which]).toFixed(0).padStart(6)} ms, slowest ${Math.max(
        ...times[which],
      )
        .toFixed(0)
        .padStart(6)} ms (wanted ${WANTED[which]} ms)`,
    )
}

await measure(
  Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 5,
  process.argv.includes('--json'),
)
