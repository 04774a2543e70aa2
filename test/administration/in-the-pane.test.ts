import type { Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import {
  accessibilityFaults,
  closeAll,
  isTooWide,
  picture,
  register,
  type Scene,
  startScene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
})
afterEach(() => closeAll(scene))
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

/** The document in the pane, 320 pixels wide as Outlook has it. */
function paneIn(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('pane.html'))
  if (frame === undefined) throw new Error('no pane is open')
  return frame
}

describe('the pane beside a message', () => {
  it('has the register for an administrator, who takes the files of the message from there', async () => {
    await register(scene, { series: 'Retail sales', title: 'Retail sales: May 2026', at: '2026-05-21 07:00' })
    const { page, pane } = await openPane('Carys Lewis (administrator)')
    await pane.getByRole('tab', { name: 'Register' }).click()
    await pane.getByRole('link', { name: 'Retail sales: May 2026' }).last().click()
    await picture(page, 'in-the-pane')
    expect(await accessibilityFaults(paneIn(page))).toEqual([])
    expect(await isTooWide(paneIn(page))).toBe(false)
    await pane.getByRole('link', { name: /^Files/ }).click()
    await pane.getByRole('button', { name: 'Take those of this message' }).click()
    await pane.getByRole('button', { name: /^Register \d+ file/ }).waitFor()
    await picture(page, 'in-the-pane-files')
    expect(await accessibilityFaults(paneIn(page))).toEqual([])
    expect(await isTooWide(paneIn(page))).toBe(false)
    await pane.getByRole('tab', { name: 'This message' }).click()
    await pane.getByRole('status').first().waitFor()
  })

  it('follows what another administrator changes, without being loaded again', async () => {
    const { value } = await register(scene, { series: 'Seen', title: 'Seen: May', at: '2026-05-21 07:00' })
    const { pane } = await openPane('Carys Lewis (administrator)')
    await pane.getByRole('tab', { name: 'Register' }).click()
    await pane.getByRole('link', { name: 'Seen: May' }).last().click()
    await pane.getByText('Under embargo until').waitFor()
    const { tag } = await scene.ask('GET', `/api/releases/${value.id}`)
    const wish = { kind: 'postpone', reason: 'A late return' }
    await scene.ask('POST', `/api/releases/${value.id}/changes`, wish, tag)
    await pane.getByText('Under embargo: no time is confirmed.').waitFor()
  })

  it('has no register for those who only send', async () => {
    const { pane } = await openPane('Ada Marsh (staff)')
    await pane.getByRole('status').first().waitFor()
    expect(await pane.getByRole('tab').count()).toBe(0)
  })
})
