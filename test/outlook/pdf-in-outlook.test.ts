import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, onePage } from '../content/pdf-file.ts'
import { rowsOf } from '../content/reading.ts'
import { openScene, type Scene, WORKBOOK } from '../ways-out/scene.ts'

/** The file that holds the reader of PDF, loaded by pages and not by classic Outlook. */
const READER = /\/addin\/pdf\.[0-9a-f]{20}\.js$/
const PRINTED_ROWS = 30

let scene: Scene
const loaded: string[] = []
beforeAll(async () => {
  scene = await openScene()
  scene.page.on('requestfinished', (request) => {
    if (READER.test(request.url())) loaded.push(new URL(request.url()).pathname)
  })
})
afterAll(() => scene.close())

/** The last rows of the embargoed tables, printed. */
async function printed(): Promise<{ name: string; base64: string }> {
  const { base64 } = await scene.sample(WORKBOOK)
  const page = rowsOf(new Uint8Array(Buffer.from(base64, 'base64')))
    .slice(-PRINTED_ROWS)
    .map((cells, row) => cells.map((cell, column) => at(40 + 70 * column, 780 - 20 * row, cell)).join(''))
  return { name: 'bulletin.pdf', base64: Buffer.from(onePage(page.join(''))).toString('base64') }
}

async function composeWithPdf(): Promise<void> {
  const file = await printed()
  await scene.compose([])
  await scene.page.evaluate((attached) => window.standIn.attach([attached]), file)
}

/** Presses Send; what the dialog says. */
async function toldAtSend(): Promise<string> {
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  const dialog = scene.page.getByRole('alertdialog')
  await dialog.waitFor()
  return (await dialog.textContent()) ?? ''
}

describe('a PDF with tomorrow’s figures, in an Outlook that runs the add-in in a page', () => {
  it('is stopped at Send, read by a reader that was loaded for it once', async () => {
    expect(loaded).toEqual([])
    await composeWithPdf()
    expect(await toldAtSend()).toMatch(/bulletin\.pdf.*until Tuesday 17 March 2020, 09:30/s)
    expect(loaded).toHaveLength(1)
  })

  it('is named as unread where the reader does not load, and is stopped as soon as it does', async () => {
    await scene.page.route(READER, (route) => route.abort())
    await scene.reopen()
    await composeWithPdf()
    expect(await toldAtSend()).toContain(
      'bulletin.pdf could not be read because a part of Embargo Guard did not load.',
    )
    await scene.page.unroute(READER)
    await scene.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Don.t send/i })
      .click()
    expect(await toldAtSend()).toMatch(/bulletin\.pdf.*until Tuesday 17 March 2020, 09:30/s)
    scene.browser.forgive(/ERR_FAILED|ChunkLoadError/)
  })
})
