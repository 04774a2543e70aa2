import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  accessibilityFaults,
  fillRegister,
  isTooWide,
  picture,
  register,
  type Scene,
  startScene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
  await fillRegister(scene)
})
afterEach(async () => {
  for (const browser of scene.opened.splice(0)) {
    await browser.close()
    expect(browser.outside).toEqual([])
    expect(browser.complaints).toEqual([])
  }
})
afterAll(() => scene.service.stop())

describe.each([320, 1280])('the register, %i pixels wide', (width) => {
  it('says what is under embargo, what lifts next, and counts down', async () => {
    const page = await scene.open('', { width })
    await page.getByRole('heading', { name: /^\d+ releases under embargo/ }).waitFor()
    await page.getByRole('timer').first().waitFor()
    await page.getByText(/^\d+ releases found/).waitFor()
    await picture(page, `list-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })

  it('offers a release with its details and what can be done with its time', async () => {
    const page = await scene.open('', { width })
    await page.getByRole('link', { name: 'Retail sales: May 2026' }).first().click()
    await page.getByText('Under embargo until').waitFor()
    await page.getByRole('button', { name: 'Postpone' }).click()
    await page.getByRole('button', { name: 'Postpone' }).click()
    await page.getByText('Say why: the reason is kept with the change.').waitFor()
    await picture(page, `release-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })

  it('spells out the time of a new release, and asks what is unusual of it', async () => {
    const page = await scene.open('#/new', { width })
    await page.getByText('Wednesday 13 May 2026, 09:30 BST, in 17 h 30 min').first().waitFor()
    await picture(page, `new-${width}`)
    await page.getByLabel('Date').fill('2026-05-23')
    await page.getByLabel('London time').fill('08:00')
    await page.getByLabel('is at a weekend').waitFor()
    await picture(page, `new-unusual-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
})

describe('the register', () => {
  it('shows what somebody else registers, without being asked', async () => {
    const page = await scene.open('')
    await page.getByText(/^\d+ releases found/).waitFor()
    const { value } = await register(scene, { series: 'Trade', title: 'UK trade', at: '2026-05-14 07:00' })
    await page.getByRole('link', { name: 'UK trade' }).first().waitFor({ timeout: 4_000 })
    expect(value.state).toBe('confirmed')
  })
})
