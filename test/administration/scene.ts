import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ReleaseInFull } from '../../src/register/administration.ts'
import { type Browser, openBrowser } from '../browser.ts'
import { type RunningService, runService } from '../running-service.ts'

const SCREENSHOTS = resolve(import.meta.dirname, '../../build/screenshots')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const CARYS = 'carys@statistics.example'
export const DILYS = 'dilys@statistics.example'

/** Tuesday 12 May 2026, 16:00 London time, which is BST. */
export const TUESDAY_16_00 = Date.UTC(2026, 4, 12, 15)

/** How the page is to be looked at, and by whom. */
export type Wishes = {
  readonly width?: number
  readonly height?: number
  readonly person?: string
  readonly isDark?: boolean
  /** High contrast. */
  readonly isForced?: boolean
}

/** The service with a register worth looking at, and browsers on it. */
export type Scene = {
  readonly service: RunningService
  readonly opened: Browser[]
  /** Asks the service as an administrator. */
  ask<T>(method: string, path: string, body?: unknown, tag?: string): Promise<{ value: T; tag: string }>
  open(address: string, wishes?: Wishes): Promise<Page>
}

const asker =
  (origin: string) =>
  async <T>(method: string, path: string, body?: unknown, tag?: string, person = CARYS) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        'x-try-out-person': person,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(tag ? { 'if-match': tag } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    const value: T = text === '' ? null : JSON.parse(text)
    return { value, tag: response.headers.get('etag') ?? '' }
  }

/** Starts the built service, whose clock stands at Tuesday 12 May 2026, 16:00. */
export async function startScene(): Promise<Scene> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const service = await runService()
  const ask = asker(service.origin)
  await ask('PUT', '/try-out/clock', { at: TUESDAY_16_00 })
  const opened: Browser[] = []
  return {
    service,
    opened,
    ask,
    open: async (address, { width = 1280, height = 900, person = CARYS, isDark, isForced } = {}) => {
      const browser = await openBrowser(service.origin, { width, height })
      opened.push(browser)
      await browser.page.emulateMedia({
        colorScheme: isDark ? 'dark' : 'light',
        forcedColors: isForced ? 'active' : 'none',
      })
      await browser.page.addInitScript((who) => sessionStorage.setItem('embargo-guard-person', who), person)
      await browser.page.goto(`${service.origin}/admin${address}`)
      return browser.page
    },
  }
}

/** What a test may expect on the console: that somebody else was first, and what it provoked itself. */
const EXPECTED = /status of 4(12|09)/

/** Closes the browsers that a test opened; none may have asked elsewhere or complained. */
export async function closeAll({ opened }: Scene, expected = EXPECTED): Promise<void> {
  for (const browser of opened.splice(0)) {
    await browser.close()
    expect(browser.outside).toEqual([])
    expect(browser.complaints.filter((said) => !expected.test(said))).toEqual([])
  }
}

/** Registers a release as an administrator would. */
export async function register(
  { ask }: Scene,
  release: { series: string; title: string; at: string; state?: string; team?: readonly string[] },
  patch: object = { producer: 'Office for Invented Statistics' },
): Promise<{ value: ReleaseInFull; tag: string }> {
  const { value } = await ask<ReleaseInFull>('POST', '/api/releases', release)
  const { tag } = await ask<ReleaseInFull>('GET', `/api/releases/${value.id}`)
  return ask<ReleaseInFull>('PATCH', `/api/releases/${value.id}`, patch, tag)
}

/** Releases in every state, some with an access list. */
export async function fillRegister(scene: Scene): Promise<void> {
  const series = [
    ['Labour market overview', '07:00'],
    ['Consumer price inflation', '07:00'],
    ['Retail sales', '07:00'],
    ['Public sector finances', '07:00'],
    ['Vacancies and jobs', '09:30'],
    ['Regional labour market', '09:30'],
    ['Household disposable income', '09:30'],
  ]
  for (const [index, [name = '', time]] of series.entries())
    for (const month of ['03', '05', '06', '09'])
      await register(scene, {
        series: name,
        title: `${name}: ${month === '05' ? 'May' : month === '03' ? 'March' : month === '06' ? 'June' : 'September'} 2026`,
        at: `2026-${month}-${19 + (index % 5)} ${time}`,
        state: month === '09' ? 'provisional' : 'confirmed',
      })
}

export const picture = (page: Page, name: string) =>
  page.screenshot({ path: resolve(SCREENSHOTS, `administration-${name}.png`), fullPage: true })

/** WCAG 2.2 A and AA, without the invisible stops that Fluent puts in (microsoft/tabster issue 288). */
const ASK_AXE = `axe.run(
  { exclude: ['[data-tabster-dummy]'] },
  { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`

/** Faults that axe finds once nothing moves any more, one line each. */
export async function accessibilityFaults(page: Page | Frame): Promise<readonly string[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  await page.evaluate(AXE)
  return page.evaluate<readonly string[]>(ASK_AXE)
}

/** Whether anything of the page is wider than its window. */
export const isTooWide = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
