import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clearance } from '../../src/register/clearance.ts'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const button = (name: string) => scene.pane.getByRole('button', { name, exact: true })
const send = () => scene.page.getByRole('button', { name: 'Send', exact: true }).click()
const dialog = () => scene.page.getByRole('alertdialog')

describe('a clearance', () => {
  it('is asked for in the pane, given by somebody else, and lets the message go once', async () => {
    await scene.compose([WORKBOOK])
    await send()
    await dialog().getByRole('button', { name: 'Open Embargo Guard' }).click()
    await scene.says('This message will be held')
    await button('Ask for a clearance').click()
    await scene.pane.getByText('Say why.').waitFor()
    await scene.pane.getByLabel('Why it has to go before the release').fill('The minister answers tonight.')
    await button('Ask for a clearance').click()
    await scene.pane.getByText('You have asked for a clearance.').waitFor()
    await scene.picture('clearance-asked')
    expect(await scene.paneFaults()).toEqual([])

    const carys = { 'x-try-out-person': 'carys@statistics.example', 'content-type': 'application/json' }
    const asked = await fetch(`${scene.service.origin}/api/clearances?state=asked`, { headers: carys })
    const open: readonly Clearance[] = await asked.json()
    const id = open.find(({ reason }) => reason === 'The minister answers tonight.')?.id
    const decided = await fetch(`${scene.service.origin}/api/clearances/${id}/decision`, {
      method: 'POST',
      headers: carys,
      body: JSON.stringify({ granted: true, reason: 'Agreed by the head of profession.' }),
    })
    expect(decided.status).toBe(200)
    await scene.pane.getByText('Cleared by carys@statistics.example').waitFor()
    await scene.picture('clearance-granted')

    await send()
    await scene.page.waitForFunction(() => window.standIn.sent().length === 1 || window.standIn.alert())
    if (await scene.page.evaluate(() => window.standIn.alert() !== null))
      await dialog().getByRole('button', { name: 'Send Anyway' }).click()
    await scene.page.waitForFunction(() => window.standIn.sent().length === 1)
  })

  it('is decided by an administrator in the pane, who does not decide their own', async () => {
    await scene.compose([WORKBOOK])
    await send()
    await dialog().getByRole('button', { name: 'Open Embargo Guard' }).click()
    await scene.says('This message will be held')
    await scene.pane.getByLabel('Why it has to go before the release').fill('The desk asked for it.')
    await button('Ask for a clearance').click()
    await scene.pane.getByText('You have asked for a clearance.').waitFor()

    await scene.page.evaluate(() => window.standIn.closePane())
    await scene.page.getByLabel('Signed in as').selectOption({ label: 'Dilys Owen (administrator)' })
    await scene.page.evaluate(() => window.standIn.newMessage())
    await scene.page.evaluate(() => window.standIn.openPane())
    // The try-out may have questions of its own.
    const question = scene.pane.locator('div:has(> h3)').filter({ hasText: 'The desk asked for it.' })
    await question.getByText('ada@statistics.example asks for a clearance').waitFor()
    await scene.picture('approval')
    expect(await scene.paneFaults()).toEqual([])
    await question.getByLabel('Your reason').fill('It can wait until 09:30.')
    await question.getByRole('button', { name: 'Refuse' }).click()
    await scene.pane.getByText('Refused to ada@statistics.example.').waitFor()
  })
})

describe('a warning', () => {
  it('is sent anyway with a reason that is kept with the check', async () => {
    await scene.page.evaluate(() => window.standIn.closePane())
    await scene.page.getByLabel('Signed in as').selectOption({ label: 'Ada Marsh (staff)' })
    await scene.compose([])
    await scene.page.evaluate(() =>
      window.standIn.attach([{ name: 'notes.zip', base64: btoa('PK\u0003\u0004 broken') }]),
    )
    await send()
    await dialog().getByRole('button', { name: 'Open Embargo Guard' }).click()
    await scene.says('Look before you send')
    await button('Keep this reason').click()
    await scene.pane.getByText('Choose or type a reason.').waitFor()
    await scene.pane.getByLabel('These are not the figures of this release.').check()
    await button('Keep this reason').click()
    await scene.pane.getByText('The reason is kept.').waitFor()
    const reply = await fetch(`${scene.service.origin}/api/journal`, {
      headers: { 'x-try-out-person': 'carys@statistics.example' },
    })
    const journal = await reply.text()
    expect(journal).toContain('warned, left to the sender')
    expect(journal).toContain(
      'ada@statistics.example gave a reason for sending: These are not the figures of this release.',
    )
    await scene.picture('reason')
    expect(await scene.paneFaults()).toEqual([])
  })
})
