import { expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { runService } from './running-service.ts'

/*
 * npm run pictures: the pictures of the README, made from the try-out.
 */

it('takes the pictures of the README', async () => {
  const service = await runService()
  const { page, close } = await openBrowser(service.origin)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  await page.goto(`${service.origin}/outlook`)
  await page.waitForFunction(() => window.standIn?.ready())
  await press('Replay 16 March 2020')
  await page.getByText('Under embargo until').first().waitFor()
  await press('Send')
  await page.getByRole('alertdialog').getByText('is under embargo until').waitFor()
  await page.waitForTimeout(500)
  await page.screenshot({ path: 'assets/readme-dialog.png' })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open Embargo Guard' }).click()
  await page
    .frameLocator('iframe[src*="pane.html"]')
    .getByText('unpublished figures')
    .or(page.frameLocator('iframe[src*="pane.html"]').getByRole('heading'))
    .first()
    .waitFor()
  await page.waitForTimeout(1500)
  await close()
  await service.stop()
  expect(page.isClosed()).toBe(true)
})
