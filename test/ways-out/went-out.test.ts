import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

/**
 * What the form of the UK Statistics Authority for reporting a breach asks, in its
 * order (breach report on Public Sector Employment, March 2020).
 */
const FORM = [
  'Core information',
  'Title and link to statistical output',
  'Name of producer organisation',
  'Division',
  'Name and contact details of person dealing with report',
  'Name and contact details of Head of Profession for Statistics or Lead Official',
  'Link to published statement about the breach (if relevant)',
  'Date of breach report',
  'Circumstances of the breach',
  'Relevant principle(s) and practice(s)',
  'Date of occurrence of breach',
  'What happened',
  'Impact of the breach',
  'Corrective action',
]

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reopen())

const button = (name: string) => scene.pane.getByRole('button', { name, exact: true })

/** The paragraphs of a Word document, one a line. */
function textOfDocx(path: string): string {
  const document = unzipSync(readFileSync(path))['word/document.xml']
  if (!document) throw new Error('no Word document')
  return strFromU8(document)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
}

async function downloadedReport(): Promise<string> {
  const [download] = await Promise.all([
    scene.page.waitForEvent('download'),
    button('Download as .docx').click(),
  ])
  expect(download.suggestedFilename()).toBe('breach-report.docx')
  return textOfDocx(await download.path())
}

async function copiedReport(): Promise<string> {
  await button('Copy as text').click()
  await scene.pane.getByText('Copied.').last().waitFor()
  return scene.page.evaluate(() => navigator.clipboard.readText())
}

/** Whether a text has these in this order. */
const inOrder = (text: string, wanted: readonly string[]): readonly string[] => {
  let from = 0
  return wanted.filter((each) => {
    const at = text.indexOf(each, from)
    if (at >= 0) from = at + each.length
    return at < 0
  })
}

/** Presses Send, which is held, and opens the pane from the dialog. */
async function held(): Promise<void> {
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  await scene.page.getByRole('alertdialog').getByRole('button', { name: 'Open Embargo Guard' }).click()
  await scene.says('This message will be held')
}

async function sendUnchecked(): Promise<void> {
  await scene.page.evaluate(() => {
    const { addIn } = window.standIn.settings()
    window.standIn.closePane()
    window.standIn.set({ addIn: { ...addIn, handlers: {} } })
    return window.standIn.send()
  })
}

async function readOwn(): Promise<void> {
  await scene.page.getByRole('tab', { name: 'Sent (1)' }).click()
  await scene.page.getByRole('button', { name: 'Open as a recipient' }).click()
  await scene.page.getByRole('button', { name: 'Embargo Guard', exact: true }).click()
  await scene.says('This went to people who may not have it')
}

describe('“This went out”', () => {
  it('leads from one’s own sent message to the breach report, with the times of what was done', async () => {
    await scene.compose([WORKBOOK])
    await held()
    await sendUnchecked()
    await readOwn()
    await button('This went out').click()
    await scene.setClock(Date.UTC(2020, 2, 16, 14, 43))
    await button('Check again').click()
    await scene.pane.getByText('Checked at 14:43:00').waitFor()
    for (const step of ['Noticed', 'Recall it', 'Ask to delete it', 'Inform']) {
      await button(`Now: ${step}`).click()
      await button(`Now: ${step}`).waitFor({ state: 'detached' })
    }
    expect(await scene.pane.getByText('Done: Monday 16 March 2020, 14:43').count()).toBe(4)
    await scene.picture('went-out')
    expect(await scene.paneFaults()).toEqual([])

    const docx = await downloadedReport()
    expect(inOrder(docx, FORM)).toEqual([])
    expect(docx).toContain('Public sector employment, UK: December 2019')
    expect(docx).toContain('Due: Tuesday 17 March 2020, 09:30')
    expect(docx).toContain('Practice T3.6')
    expect(docx).toContain('Embargo Guard had checked the message and held it.')
    expect(docx).toMatch(/14:42: ada@statistics\.example sent a message to 1 recipient: grace\.mbeki@/)
    expect(docx).toContain('Monday 16 March 2020, 14:43')
    expect(docx).toContain('[To fill in: the division or branch]')
    expect(inOrder(await copiedReport(), FORM)).toEqual([])
  })

  it('is drafted of a message that was sent where no add-in runs, and says that it was not checked', async () => {
    await scene.compose([])
    await scene.page.evaluate((text) => window.standIn.write({ html: text }), '<p>Second mailing.</p>')
    const { base64 } = await scene.sample(WORKBOOK)
    await scene.page.evaluate(
      (content) => window.standIn.attach([{ name: 'copy.dat', base64: content }]),
      // One byte more: a file that nobody has sent before.
      Buffer.concat([Buffer.from(base64, 'base64'), Buffer.from([0])]).toString('base64'),
    )
    await sendUnchecked()
    await readOwn()
    await button('This went out').click()
    const docx = await downloadedReport()
    expect(docx).toContain('There is no check of this message in the record of Embargo Guard.')
    expect(docx).toMatch(/14:42: ada@statistics\.example sent a message/)
    expect(docx).toContain('“copy.dat” contained')
  })

  it('leads there from the message that was held, and says whom to ask to delete it', async () => {
    await scene.compose([WORKBOOK])
    await held()
    await button('This went out').click()
    const request = scene.pane.getByLabel('Text of the request')
    expect(await request.inputValue()).toContain('Tuesday 17 March 2020, 09:30')
    expect(inOrder(await downloadedReport(), FORM)).toEqual([])
  })

  it('leads there from the journal, of a message that was warned of and sent', async () => {
    await scene.compose([])
    await scene.page.evaluate((name) => window.standIn.attach([{ name, base64: btoa('soup,4') }]), WORKBOOK)
    await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.page.getByRole('alertdialog').getByRole('button', { name: 'Send Anyway' }).click()
    await scene.page.waitForFunction(() => window.standIn.sent().length === 1)
    await scene.page.getByLabel('Signed in as').selectOption({ label: 'Carys Lewis (administrator)' })
    await scene.page.evaluate(() => window.standIn.openPane())
    await scene.pane.getByRole('tab', { name: 'Register' }).click()
    await scene.pane.getByRole('link', { name: 'Journal' }).or(button('Journal')).first().click()
    await button('This went out').first().click()
    const docx = await downloadedReport()
    expect(inOrder(docx, FORM)).toEqual([])
    expect(docx).toContain('warned; the decision was left to the sender.')
  })
})
