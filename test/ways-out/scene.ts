import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Browser, type BrowserWishes, openBrowser } from '../browser.ts'
import { type RunningService, runService } from '../running-service.ts'

const SCREENSHOTS = resolve(import.meta.dirname, '../../build/screenshots')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// London keeps GMT until 29 March 2020, so these clock times are UTC.
export const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
export const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

export const WORKBOOK = 'pse-2020-03-embargoed.xlsx'

/** The built product in a browser: Outlook’s stand-in, Microsoft’s library, the add-in and the service. */
export type Scene = {
  readonly service: RunningService
  readonly browser: Browser
  readonly page: Page
  /** The task pane’s page. */
  readonly pane: FrameLocator
  /** The message of 14:42 with these samples, at this time. */
  compose(samples: readonly string[], at?: number): Promise<void>
  /** A sample file of the try-out. */
  sample(name: string): Promise<{ name: string; base64: string }>
  setClock(at: number | null): Promise<void>
  /** Opens Outlook anew, with nothing wrong in it. */
  reopen(): Promise<void>
  /** Waits until the pane’s banner says this. */
  says(title: string): Promise<void>
  picture(name: string): Promise<void>
  /** Faults of the pane that axe finds, and what is wider than it. */
  paneFaults(): Promise<readonly string[]>
  /** Ends it, and sees that nothing happened that must not. */
  close(): Promise<void>
}

/** Opens the scene. The product must have been built: `npm run build`. */
export async function openScene(wishes: BrowserWishes = {}): Promise<Scene> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const service = await runService()
  const browser = await openBrowser(service.origin, { width: 1280, height: 1000, ...wishes })
  const { page } = browser
  const setClock = async (at: number | null): Promise<void> => {
    await fetch(`${service.origin}/try-out/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ at }),
    })
  }
  const reopen = async (): Promise<void> => {
    await page.goto(`${service.origin}/outlook`)
    await page.waitForFunction(() => window.standIn?.ready())
  }
  await reopen()
  const pane = page.frameLocator('aside iframe')
  const sample = async (name: string) => {
    const reply = await fetch(`${service.origin}/try-out/samples/${name}`)
    return { name, base64: Buffer.from(await reply.arrayBuffer()).toString('base64') }
  }
  return {
    service,
    browser,
    page,
    pane,
    sample,
    setClock,
    reopen,
    async compose(samples, at = MONDAY_14_42) {
      await setClock(at)
      const files = await Promise.all(samples.map(sample))
      await page.evaluate((attached) => {
        window.standIn.closePane()
        window.standIn.newMessage()
        window.standIn.write({ subject: 'Tables', html: '<p>This is a test.</p>' })
        window.standIn.address('to', 'grace.mbeki@employment-department.example')
        window.standIn.attach(attached)
      }, files)
    },
    says: (title) =>
      pane.getByRole('status').getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor(),
    async picture(name) {
      await page.screenshot({ path: resolve(SCREENSHOTS, `ways-out-${name}.png`) })
    },
    async paneFaults() {
      const frame = await (await page.waitForSelector('aside iframe')).contentFrame()
      if (!frame) throw new Error('there is no pane')
      await frame.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      )
      await frame.evaluate(AXE)
      return frame.evaluate<readonly string[]>(
        `axe.run({ exclude: ['[data-tabster-dummy]'] }, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'] })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))
          .concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the pane'] : []))`,
      )
    },
    async close() {
      const defects = await page.evaluate(() => window.standIn.defects())
      await browser.close()
      await service.stop()
      expect(defects).toEqual([])
      expect(browser.outside).toEqual([])
      expect(browser.complaints).toEqual([])
    },
  }
}
