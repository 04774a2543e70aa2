import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.page.evaluate(() => window.standIn.set({ attachmentIds: 'lasting', faults: {} }))
})

/** The rows of a workbook as Excel puts them on the clipboard. */
function* rowsOf(bytes: Uint8Array): Generator<string> {
  for (const reading of read(WORKBOOK, bytes, fullBudget()))
    if (reading.kind === 'row') yield reading.cells.map(({ shown }) => `<td>${shown}</td>`).join('')
}

/** What the bar above the message says. */
const bars = () =>
  scene.page.evaluate(() => window.standIn.draft().notifications.map(({ message }) => message))
const barSays = (text: string) =>
  scene.page.waitForFunction(
    (wanted) => window.standIn.draft().notifications.some(({ message }) => message.includes(wanted)),
    text,
  )
/** How often the add-in’s hidden page asked for a content since the log was this long. */
const timesRead = (since: number) =>
  scene.page.evaluate(
    (from) =>
      window.standIn
        .log()
        .slice(from)
        .filter(
          ({ frame, what, name }) =>
            frame === 'runtime' && what === 'call' && name === 'getAttachmentContentAsync',
        ).length,
    since,
  )
const logged = () => scene.page.evaluate(() => window.standIn.log().length)
async function heldAtSend(): Promise<string> {
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  await scene.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
  const text = await scene.page.evaluate(() => window.standIn.alert()?.text ?? '')
  await scene.page.evaluate(() => window.standIn.press('do-not-send'))
  return text
}

describe('while a message is written', () => {
  it('the bar says which file is embargoed until when, soon after it was attached', async () => {
    await scene.compose([WORKBOOK])
    const began = Date.now()
    await barSays(`${WORKBOOK} is embargoed until Tuesday 17 March 2020, 09:30.`)
    console.info(`said ${Date.now() - began} ms after attaching`)
  })
  it('the bar counts who may not have it, after one more was added', async () => {
    await scene.compose([WORKBOOK])
    await barSays('One recipient may not have it.')
    await scene.page.evaluate(() => window.standIn.address('cc', 'huw@employment-department.example'))
    await barSays('2 recipients may not have it.')
  })
  it('the bar says so of a table that was pasted, of which Outlook tells nothing', async () => {
    await scene.compose([])
    const { base64 } = await scene.sample(WORKBOOK)
    const html = [...rowsOf(Buffer.from(base64, 'base64'))].map((row) => `<tr>${row}</tr>`).join('')
    await scene.page.evaluate((table) => window.standIn.write({ html: table }), `<table>${html}</table>`)
    await barSays('The text of this message is embargoed until')
  })
  it('the bar goes when the file does', async () => {
    await scene.compose([WORKBOOK])
    await barSays('is embargoed until')
    await scene.page.evaluate(() => window.standIn.write({ attachments: [] }))
    await expect.poll(bars).toEqual([])
  })
})

describe('at Send', () => {
  it('a file that was read at compose is not read again', async () => {
    await scene.compose([WORKBOOK])
    await barSays('is embargoed until')
    const since = await logged()
    expect(await heldAtSend()).toContain(`${WORKBOOK} is under embargo`)
    expect(await timesRead(since)).toBe(0)
  })
  it('a file that was renamed is read, and held by its figures', async () => {
    await scene.compose([WORKBOOK])
    await barSays('is embargoed until')
    await scene.page.evaluate(() =>
      window.standIn.write({
        attachments: window.standIn.draft().attachments.map((each) => ({ ...each, name: 'lunch.dat' })),
      }),
    )
    expect(await heldAtSend()).toContain('lunch.dat is under embargo')
  })
  it.each(['lasting', 'place'] as const)(
    'a file in place of another of the same name and size is read, where identities are %s',
    async (attachmentIds) => {
      await scene.page.evaluate((ids) => window.standIn.set({ attachmentIds: ids }), attachmentIds)
      await scene.compose([])
      const { base64 } = await scene.sample(WORKBOOK)
      const harmless = Buffer.alloc(Buffer.from(base64, 'base64').length, 'a ').toString('base64')
      await scene.page.evaluate(
        (content) => window.standIn.attach([{ name: 'tables.xlsx', base64: content }]),
        harmless,
      )
      await scene.page.waitForFunction(() =>
        window.standIn
          .log()
          .some(({ what, name }) => what === 'completed' && name === 'onMessageAttachmentsChangedHandler'),
      )
      // Outlook tells of no change where the identity is a place in the list.
      await scene.page.evaluate((content) => {
        window.standIn.write({ attachments: [] })
        window.standIn.attach([{ name: 'tables.xlsx', base64: content }])
      }, base64)
      expect(await heldAtSend()).toContain('tables.xlsx is under embargo')
    },
  )
  it('a file that another has pushed to another place is known by what is in it', async () => {
    await scene.page.evaluate(() => window.standIn.set({ attachmentIds: 'place' }))
    await scene.compose([WORKBOOK])
    await barSays('is embargoed until')
    await scene.page.evaluate(() => {
      const { attachments } = window.standIn.draft()
      window.standIn.attach([{ name: 'note.txt', base64: btoa('see attached') }])
      const [first, second] = window.standIn.draft().attachments
      if (first && second) window.standIn.write({ attachments: [second, first] })
      return attachments.length
    })
    expect(await heldAtSend()).toContain(`${WORKBOOK} is under embargo`)
  })
  it('a deleted file that Outlook still lists is asked about, and leaves in peace once it is listed no more', async () => {
    await scene.compose([WORKBOOK])
    await barSays('is embargoed until')
    await scene.page.evaluate(() => window.standIn.fail({ getAttachmentsAsync: { kind: 'lingers' } }))
    await scene.page.getByRole('button', { name: `Remove ${WORKBOOK}` }).click()
    expect(await heldAtSend()).toContain(WORKBOOK)
    const before = await scene.page.evaluate(() => window.standIn.sent().length)
    await scene.page.evaluate(() => window.standIn.fail({}))
    await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.page.waitForFunction((count) => window.standIn.sent().length === count + 1, before)
  })
})
