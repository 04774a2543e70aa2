import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene, TUESDAY_09_30, WORKBOOK } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const sent = () => scene.page.evaluate(() => window.standIn.sent())
const attached = () =>
  scene.page.evaluate(() =>
    window.standIn.draft().attachments.map(({ name, content }) => ({ name, content })),
  )
const button = (name: string) => scene.pane.getByRole('button', { name, exact: true })

/** Presses Send, sees that the message is held, and opens the pane from the dialog. */
async function held(): Promise<void> {
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  const dialog = scene.page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Open Embargo Guard' }).click()
  await scene.says('This message will be held')
}

/** Presses Send and waits until the message has left. */
async function leaves(): Promise<void> {
  const before = (await sent()).length
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  await scene.page.waitForFunction((count) => window.standIn.sent().length > count, before)
}

describe('the way out of a held message', () => {
  beforeEach(async () => {
    await scene.page.evaluate(() => window.standIn.fail({}))
    await scene.compose([WORKBOOK])
  })

  it('is to remove the attachment, after which it leaves', async () => {
    await held()
    await scene.picture('held')
    expect(await scene.paneFaults()).toEqual([])
    await button(`Remove: ${WORKBOOK}`).click()
    await scene.pane.getByText(`${WORKBOOK} was removed. Press Send again.`).waitFor()
    await scene.says('Nothing under embargo')
    await leaves()
    expect((await sent())[0]?.attachments).toEqual([])
  })

  it('is to replace it by a blank test copy, which leaves in its place', async () => {
    const [original] = await attached()
    await held()
    await button(`Replace by a blank test copy: ${WORKBOOK}`).click()
    await scene.pane.getByText('The check found nothing in it. Press Send again.').waitFor()
    await scene.says('Nothing under embargo')
    await scene.picture('replaced')
    expect(await scene.paneFaults()).toEqual([])
    const copies = await attached()
    expect(copies.map(({ name }) => name)).toEqual(['pse-2020-03-embargoed TEST.xlsx'])
    expect(copies[0]?.content).not.toBe(original?.content)
    await leaves()
    expect((await sent())[0]?.attachments.map(({ name }) => name)).toEqual([
      'pse-2020-03-embargoed TEST.xlsx',
    ])
  })

  it('is to deliver it a minute after the release, which Outlook asks about', async () => {
    await held()
    await button('Deliver it Tuesday 17 March 2020, 09:31').click()
    await scene.pane.getByText('It leaves then all the same, even if the release is postponed.').waitFor()
    await scene.says('Look before you send')
    expect((await scene.page.evaluate(() => window.standIn.draft())).deliverAt).toBe(TUESDAY_09_30 + 60_000)
    await scene.picture('at-release')
    expect(await scene.paneFaults()).toEqual([])
    await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.page.getByRole('alertdialog').getByRole('button', { name: 'Send Anyway' }).click()
    await scene.page.waitForFunction(() => window.standIn.sent()[0]?.deliverAt !== null)
  })

  it('is not taken for done while Outlook still lists the file', async () => {
    await held()
    await scene.page.evaluate(() => window.standIn.fail({ removeAttachmentAsync: { kind: 'undone' } }))
    await button(`Remove: ${WORKBOOK}`).click()
    await scene.pane.getByText(`Outlook still lists ${WORKBOOK}.`).waitFor()
    await scene.says('This message will be held')
  })

  it('is named where Outlook refuses to remove the file', async () => {
    await held()
    await scene.page.evaluate(() =>
      window.standIn.fail({ removeAttachmentAsync: { kind: 'refused', code: 5001 } }),
    )
    await button(`Remove: ${WORKBOOK}`).click()
    await scene.pane.getByText(`Remove ${WORKBOOK} yourself, with the × beside it.`).waitFor()
  })

  it('keeps the original where the copy cannot be attached', async () => {
    await held()
    await scene.page.evaluate(() =>
      window.standIn.fail({ addFileAttachmentFromBase64Async: { kind: 'refused', code: 9000 } }),
    )
    await button(`Replace by a blank test copy: ${WORKBOOK}`).click()
    await scene.pane.getByText(`No test copy of ${WORKBOOK}.`).waitFor()
    expect((await attached()).map(({ name }) => name)).toEqual([WORKBOOK])
  })
})
