import { type BrowserContext, type Browser as Chromium, chromium, type Page } from 'playwright-core'
import { chromiumExecutable } from './browser-executable.ts'
import { whenDone } from './when-done.ts'

/** One page that shares no storage with others, and what must not happen in it. */
export type Browser = {
  readonly page: Page
  /** Requests to anywhere but the origin under test. Each is a failure; no name but this machine’s is found. */
  readonly outside: readonly string[]
  /** Errors written to the console, and exceptions that nobody caught. */
  readonly complaints: readonly string[]
  /** What `alert`, `confirm` and `prompt` asked. All are answered with OK. */
  readonly dialogs: readonly string[]
  /** Forgets complaints that a test has provoked itself. */
  forgive(expected: RegExp): void
  close(): Promise<void>
}

/** How the window is to be. */
export type BrowserWishes = {
  readonly width?: number
  readonly height?: number
  /** Frames meet a `SecurityError` when they touch their storage, as where third-party storage is blocked. */
  readonly storageBlocked?: boolean
}

/** Chromium’s own calls home, and every name but this machine’s. */
const STAY_HERE = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * Opens an empty page that remembers nothing and may speak to one origin only.
 *
 * @param origin `http://localhost:3000`
 */
export async function openBrowser(origin: string, wishes: BrowserWishes = {}): Promise<Browser> {
  chromiumAtWork ??= launched().catch((fault) => {
    chromiumAtWork = null
    throw fault
  })
  const running = await chromiumAtWork
  const context = await running.newContext({
    viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 800 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const seen: Record<'outside' | 'complaints' | 'dialogs', string[]> = {
    outside: [],
    complaints: [],
    dialogs: [],
  }
  if (wishes.storageBlocked) await context.addInitScript(blockStorageInFrames)
  countOutside(context, origin, seen.outside)
  const page = await context.newPage()
  listen(page, seen.complaints, seen.dialogs)
  return {
    page,
    ...seen,
    forgive: (expected) => {
      const left = seen.complaints.filter((each) => !expected.test(each))
      seen.complaints.splice(0, seen.complaints.length, ...left)
    },
    close: () => context.close(),
  }
}

/** One Chromium for a file of tests: to start it takes longer than most of them. */
let chromiumAtWork: Promise<Chromium> | null = null

async function launched(): Promise<Chromium> {
  const executable = await chromiumExecutable()
  const running = await chromium.launch({
    executablePath: executable.path,
    args: STAY_HERE,
    env: { ...environment(), ...executable.env },
  })
  running.on('disconnected', () => {
    chromiumAtWork = null
  })
  whenDone(() => running.close())
  return running
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return Object.fromEntries(set)
}

/** Only counts: a request that is intercepted is never answered from the cache. */
function countOutside(context: BrowserContext, origin: string, outside: string[]): void {
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url())
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:')
      outside.push(`${request.method()} ${request.url()}`)
  })
}

function listen(page: Page, complaints: string[], dialogs: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (fault) => complaints.push(`uncaught: ${fault.message}`))
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message())
    await dialog.accept()
  })
}

/** Runs inside the page, before its own scripts. */
function blockStorageInFrames(): void {
  if (window.top === window) return
  const refuse = (): never => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  }
  Object.defineProperty(window, 'localStorage', { get: refuse })
  Object.defineProperty(window, 'sessionStorage', { get: refuse })
}
