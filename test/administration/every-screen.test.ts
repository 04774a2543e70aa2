import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReleasePage } from '../../src/register/administration.ts'
import { fakeOffice } from '../pane/fake-office.ts'
import { accessibilityFaults, CARYS, closeAll, isTooWide, picture, type Scene, startScene } from './scene.ts'

/*
 * What must hold on every screen of the register, with the data of the try-out:
 * in the dark, in Welsh, in high contrast, enlarged, and while the service is slow.
 */

let scene: Scene
/** The places of the register, by the names of their pictures. */
let places: readonly (readonly [name: string, place: string])[]
beforeAll(async () => {
  scene = await startScene()
  // By the machine’s clock, for which the data of the try-out are made.
  await scene.ask('PUT', '/try-out/clock', { at: null })
  const { value } = await scene.ask<ReleasePage>('GET', '/api/releases?embargoed=true&sort=due&size=50')
  const [first] = value.releases.filter(({ files }) => files > 0)
  const lifting = value.releases.find(({ liftAsked }) => liftAsked)
  places = [
    ['list', '#/releases'],
    ['new', '#/new'],
    ['release', `#/releases/${lifting?.id}/about`],
    ['history', `#/releases/${lifting?.id}/history`],
    ['files', `#/releases/${first?.id}/files`],
    ['access', `#/releases/${first?.id}/access`],
    ['imports', '#/imports'],
    ['journal', '#/journal'],
    ['settings', '#/settings'],
  ]
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

/** Goes to a place and waits until nothing is missing on it. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, place)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await page.waitForFunction(() => document.querySelectorAll('.fui-Skeleton').length === 0)
}

const MODES = [
  ['dark, in Welsh, 320 pixels wide', 'cy', { width: 320, isDark: true }, 'cy-dark-320'],
  ['dark, as a full page', 'en', { width: 1280, isDark: true }, 'dark-1280'],
  ['in high contrast, 320 pixels wide', 'en', { width: 320, isForced: true }, 'contrast-320'],
] as const

describe.each(MODES)('every screen, %s', (_name, language, wishes, mode) => {
  it('can be read by everybody and is not too wide', async () => {
    const page = await scene.open(`?language=${language}`, wishes)
    const faults: string[] = []
    for (const [name, place] of places) {
      await goTo(page, place)
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
      if (await isTooWide(page)) faults.push(`${name}: too wide`)
      await picture(page, `${mode}-${name}`)
    }
    expect(faults).toEqual([])
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'cy' ? 'cy' : 'en-GB')
  })
})

describe('every screen, enlarged to 400 %', () => {
  it('scrolls one way only', async () => {
    // 1280 by 1024 CSS pixels at 400 %. Source: WCAG 2.2, 1.4.10 Reflow.
    const page = await scene.open('', { width: 320, height: 256 })
    const tooWide: string[] = []
    for (const [name, place] of places) {
      await goTo(page, place)
      if (await isTooWide(page)) tooWide.push(name)
    }
    expect(tooWide).toEqual([])
  })
})

describe('in high contrast', () => {
  it('the screen and the part one is on differ from the others', async () => {
    const page = await scene.open('', { isForced: true })
    const access = places.find(([name]) => name === 'access')?.[1] ?? ''
    await goTo(page, access)
    const looks = await page.evaluate(() =>
      Array.from(document.querySelectorAll('nav a'), (link) => {
        const { backgroundColor, borderBottomColor } = getComputedStyle(link)
        return { isHere: link.hasAttribute('aria-current'), look: `${backgroundColor} ${borderBottomColor}` }
      }),
    )
    const here = looks.filter(({ isHere }) => isHere)
    expect(here.length).toBe(2)
    for (const { look } of here) expect(looks.filter((other) => other.look === look).length).toBe(1)
  })
})

describe('while the service is slow', () => {
  it.each([320, 1280])('nothing moves when a screen comes, %i pixels wide', async (width) => {
    const page = await scene.open('', { width })
    await page.addInitScript(watchShifts)
    await page.route('**/api/**', async (route) => {
      await new Promise((goOn) => setTimeout(goOn, 250))
      await route.continue().catch(() => undefined)
    })
    const moved: string[] = []
    for (const [name, place] of places) {
      await page.goto(`${scene.service.origin}/admin?${name}${place}`)
      await goTo(page, place)
      const shifts = await page.evaluate(() => window.shifts)
      moved.push(...shifts.map((shift) => `${name}: ${shift}`))
    }
    expect(moved).toEqual([])
  })
})

declare global {
  interface Window {
    /** What moved without anybody having touched the page. */
    shifts: string[]
  }
}

/** Runs inside the page, before its own scripts. */
function watchShifts(): void {
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry && 'sources' in entry && Array.isArray(entry.sources))) continue
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? `${node.tagName} ${node.textContent?.slice(0, 40)}` : String(node),
      )
      window.shifts.push(`${String(entry.value)} ${moved.join(' | ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

describe('the pane beside a message in a dark Outlook', () => {
  it('has a register that is dark too, on every screen', async () => {
    const page = await scene.open('', { width: 320 })
    await page.route('**/office-js/office.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    )
    await page.addInitScript(fakeOffice, { language: 'en-GB', background: '#1f1f1f', message: null })
    await page.addInitScript((who) => {
      Object.assign(window.Office.context.mailbox.userProfile, { emailAddress: who })
    }, CARYS)
    await page.goto(`${scene.service.origin}/addin/pane.html`)
    await page.getByRole('tab', { name: 'Register' }).click()
    await page.getByText(/releases found/).waitFor()
    const faults: string[] = []
    for (const [name, inNavigation] of [
      ['list', 'Releases'],
      ['imports', 'Calendar'],
      ['journal', 'Journal'],
      ['settings', 'Settings'],
    ] as const) {
      await page.getByRole('link', { name: inNavigation, exact: true }).click()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await page.waitForFunction(() => document.querySelectorAll('.fui-Skeleton').length === 0)
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
      if (await isTooWide(page)) faults.push(`${name}: too wide`)
      await picture(page, `pane-dark-${name}`)
    }
    expect(faults).toEqual([])
    const ground = await page.evaluate(
      () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
    )
    expect(ground).toBe('rgb(41, 41, 41)')
  })
})
