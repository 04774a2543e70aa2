import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { picture, register, type Scene, startScene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
})
afterEach(async () => {
  for (const browser of scene.opened.splice(0)) {
    await browser.close()
    expect(browser.outside).toEqual([])
    expect(browser.complaints).toEqual([])
  }
})
afterAll(() => scene.service.stop())

/** The pane beside the message of the story, open for a person of the try-out. */
async function openPane(person: string): Promise<{ page: Page; pane: FrameLocator }> {
  const browser = await openBrowser(scene.service.origin)
  scene.opened.push(browser)
  const { page } = browser
  await page.goto(`${scene.service.origin}/outlook`)
  await page.waitForFunction(() => window.standIn?.ready())
  await page.getByLabel('Signed in as').selectOption({ label: person })
  await page.waitForFunction(() => window.standIn?.ready())
  await page.getByRole('button', { name: 'Replay 16 March 2020', exact: true }).click()
  await page.getByRole('button', { name: 'Embargo Guard', exact: true }).click()
  return { page, pane: page.frameLocator('iframe[src*="pane.html"]') }
}

describe('the pane beside a message', () => {
  it('has the register for an administrator, who takes the files of the message from there', async () => {
    await register(scene, { series: 'Retail sales', title: 'Retail sales: May 2026', at: '2026-05-21 07:00' })
    const { page, pane } = await openPane('Carys Lewis (administrator)')
    await pane.getByRole('tab', { name: 'Register' }).click()
    await pane.getByRole('link', { name: 'Retail sales: May 2026' }).last().click()
    await picture(page, 'in-the-pane')
    await pane.getByRole('link', { name: /^Files/ }).click()
    await pane.getByRole('button', { name: 'Take those of this message' }).click()
    await pane.getByRole('button', { name: /^Register \d+ file/ }).waitFor()
    await picture(page, 'in-the-pane-files')
    await pane.getByRole('tab', { name: 'This message' }).click()
    await pane.getByRole('status').first().waitFor()
  })

  it('has no register for those who only send', async () => {
    const { pane } = await openPane('Ada Marsh (staff)')
    await pane.getByRole('status').first().waitFor()
    expect(await pane.getByRole('tab').count()).toBe(0)
  })
})
