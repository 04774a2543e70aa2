import type { Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { runService } from '../running-service.ts'
import { clearAway } from '../when-done.ts'
import { type LargeFile, largeFiles } from './large-files.ts'

/*
 * What stands between a person and the next key: the tasks of over 50 ms while
 * large files are checked.
 *
 * npm run bench:tasks [-- --json]
 *
 * In the try-out, with the real office.js in a browser, the task pane open. Each
 * file is attached to a fresh message and checked at compose and at Send, by the
 * events' page and by the pane, which share one thread here with the stand-in for
 * Outlook. A task is as long as the processor worked for it, by the browser's own
 * trace, so that a machine busy with other things does not make it longer; the count
 * by the clock, which the Long Tasks API tells a page, stands beside it. With each is
 * told whose code ran, by a profile of the same run: ours; Microsoft's library and the
 * stand-in, which hand over a file as one text; and the browser itself, which also
 * collects garbage. The build must be there: npm run build.
 */

/** What a person notices. Source: W3C Long Tasks API, web.dev RAIL. Unit: milliseconds. */
const LONG_MS = 50
const SAMPLE_MICROSECONDS = 500
const OURS = /\/addin\/(?:launch-page|pane|pdf\.[0-9a-f]+)\.js/
const OUTLOOKS = /\/(?:office-js|try-out)\//

/** A task: where it began, microseconds of the browser's clock, and how long it took by the clock and the processor. */
type Span = { readonly from: number; readonly clockMs: number; readonly ms: number }
type Shares = { ours: number; outlook: number; browser: number }
type Task = Span & Shares & { readonly most: string }
type Measured = {
  readonly name: string
  readonly bytes: number
  /** Tasks over 50 ms by the clock. */
  readonly byTheClock: number
  readonly tasks: readonly Task[]
}

type ProfileNode = {
  readonly id: number
  readonly callFrame: {
    readonly functionName: string
    readonly url: string
    readonly lineNumber: number
    readonly columnNumber: number
  }
}
type Profile = {
  readonly nodes: readonly ProfileNode[]
  readonly startTime: number
  readonly samples?: readonly number[]
  readonly timeDeltas?: readonly number[]
}

/** A fresh message in a fresh page, the pane beside it. */
async function begin(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/outlook`)
  await page.waitForFunction(() => window.standIn?.ready())
  await page.evaluate(() => {
    window.standIn.set({ longerAfterMs: 300_000 })
    window.standIn.newMessage()
    window.standIn.address('to', 'grace.mbeki@employment-department.example')
    window.standIn.openPane()
  })
  await page.frameLocator('aside iframe').getByRole('heading', { level: 1 }).waitFor()
}

/** Attaches a file, waits until events and pane have judged it, and sends the message. */
async function check(page: Page, { name, bytes }: LargeFile): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64')
  await page.evaluate((file) => window.standIn.attach([file]), { name, base64 })
  await page.frameLocator('aside iframe').getByText(name).first().waitFor({ timeout: 300_000 })
  const before = await page.evaluate(() => window.standIn.sent().length)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.waitForFunction(
    (count) => window.standIn.sent().length > count || window.standIn.alert() !== null,
    before,
    { timeout: 300_000 },
  )
}

function shareOf(url: string): keyof Shares {
  if (OURS.test(url)) return 'ours'
  return OUTLOOKS.test(url) ? 'outlook' : 'browser'
}

/** Whose code ran in a task. */
function taskOf(span: Span, profile: Profile): Task {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]))
  const shares: Shares = { ours: 0, outlook: 0, browser: 0 }
  const functions = new Map<string, number>()
  let at = profile.startTime
  profile.samples?.forEach((sample, index) => {
    const ms = (profile.timeDeltas?.[index] ?? 0) / 1000
    at += ms * 1000
    const frame = nodes.get(sample)
    if (frame === undefined || at < span.from || at > span.from + span.clockMs * 1000) return
    shares[shareOf(frame.url)] += ms
    const key = `${frame.url.split('/').pop() ?? ''}:${frame.functionName}@${frame.lineNumber}:${frame.columnNumber}`
    functions.set(key, (functions.get(key) ?? 0) + ms)
  })
  const most = [...functions].sort(([, one], [, other]) => other - one).slice(0, 3)
  return { ...span, ...shares, most: most.map(([key, ms]) => `${key} ${ms.toFixed(0)}`).join(', ') }
}

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The tasks of the thread that pages run on. */
function tasksIn(trace: Buffer): readonly Span[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace.toString('utf8'))
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}.${tid}`
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name === 'RunTask' && main.has(threadOf(event)))
    .map(({ ts, dur = 0, tdur = dur }) => ({ from: ts, clockMs: dur / 1000, ms: tdur / 1000 }))
}

async function measured(page: Page, origin: string, file: LargeFile): Promise<Measured> {
  await begin(page, origin)
  const running = page.context().browser()
  if (running === null) throw new Error('the browser is gone')
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS })
  await running.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await session.send('Profiler.start')
  await check(page, file)
  const { profile } = await session.send('Profiler.stop')
  const spans = tasksIn(await running.stopTracing()).filter(({ from }) => from >= profile.startTime)
  await session.detach()
  return {
    name: file.name,
    bytes: file.bytes.length,
    byTheClock: spans.filter(({ clockMs }) => clockMs > LONG_MS).length,
    tasks: spans.filter((span) => span.ms > LONG_MS).map((span) => taskOf(span, profile)),
  }
}

const ms = (value: number): string => `${value.toFixed(0).padStart(5)} ms`

function tell({ name, bytes, byTheClock, tasks }: Measured): void {
  const ours = tasks.filter((task) => task.ours > LONG_MS)
  console.log(
    `${name}, ${(bytes / 1e6).toFixed(1)} MB: ${tasks.length} tasks over ${LONG_MS} ms, ${ours.length} of them by our code (${byTheClock} by the clock)`,
  )
  for (const task of tasks)
    console.log(
      `  ${ms(task.ms)}: ours ${ms(task.ours)}, Outlook and its library ${ms(task.outlook)}, browser ${ms(task.browser)}; most: ${task.most}`,
    )
}

const service = await runService()
const browser = await openBrowser(service.origin)
try {
  const all: Measured[] = []
  for (const file of largeFiles()) {
    const one = await measured(browser.page, service.origin, file)
    if (process.argv.includes('--json')) all.push(one)
    else tell(one)
  }
  if (all.length > 0) console.log(JSON.stringify(all))
} finally {
  await clearAway()
  await service.stop()
}
