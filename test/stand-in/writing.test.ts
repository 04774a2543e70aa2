import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTryOut, type TryOutScene } from './try-out-scene.ts'

let scene: TryOutScene
let page: Page
beforeAll(async () => {
  scene = await openTryOut()
  page = scene.browser.page
})
afterAll(() => scene.close())
beforeEach(() => scene.open())
afterEach(() => {
  expect(scene.browser.complaints).toEqual([])
  expect(scene.browser.outside).toEqual([])
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const sent = () => page.evaluate(() => window.standIn.sent())
const draft = () => page.evaluate(() => window.standIn.draft())
const line = (label: string) => page.getByLabel(label, { exact: true })
const bar = (text: string) => page.getByRole('region', { name: 'Notifications' }).getByText(text)

describe('addresses', () => {
  it('end with Enter, semicolon or comma, and when one goes on', async () => {
    await line('To').pressSequentially('a@x.example; b@x.example,c@x.example')
    await line('To').press('Enter')
    await line('Cc').pressSequentially('d@x.example')
    await line('Subject').click()
    expect((await draft()).to.map((each) => each.address)).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ])
    expect((await draft()).cc.map((each) => each.address)).toEqual(['d@x.example'])
  })

  it('can be taken away by button and by Backspace', async () => {
    await line('To').pressSequentially('a@x.example;b@x.example;c@x.example;')
    await line('To').press('Backspace')
    await button('Remove a@x.example').click()
    expect((await draft()).to.map((each) => each.address)).toEqual(['b@x.example'])
  })

  it('can be pasted as a list', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('Ann <a@x.example>\nb@x.example'))
    await line('Bcc').click()
    await page.keyboard.press('Control+V')
    await expect
      .poll(async () => (await draft()).bcc.map((each) => each.name))
      .toEqual(['Ann', 'b@x.example'])
  })

  it('that are none are shown as such, and stop the message with a sentence', async () => {
    await line('To').pressSequentially('the whole team')
    await line('To').press('Enter')
    await page.getByLabel('the whole team: not an address').waitFor()
    await button('Send').click()
    await bar('“the whole team” is not an address that mail can be sent to.').waitFor()
    expect(await sent()).toEqual([])
  })

  it('must be there at all', async () => {
    await button('Send').click()
    await bar('Add at least one recipient').waitFor()
  })
})

describe('attachments', () => {
  it('come by button and go by button', async () => {
    await page.locator('input[type=file]').setInputFiles([
      { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') },
      { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('b') },
    ])
    await expect
      .poll(async () => (await draft()).attachments.map((each) => each.name))
      .toEqual(['a.csv', 'b.txt'])
    expect((await draft()).attachments[0]).toMatchObject({
      size: 8,
      content: Buffer.from('a,b\n1,2\n').toString('base64'),
    })
    await button('Remove a.csv').click()
    expect((await draft()).attachments.map((each) => each.name)).toEqual(['b.txt'])
  })

  it('come by being dropped on the message', async () => {
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['abc'], 'dropped.txt', { type: 'text/plain' }))
      return transfer
    })
    const body = page.getByRole('textbox', { name: 'Message body' })
    await body.dispatchEvent('dragenter', { dataTransfer: files })
    await page.getByText('Drop files here to attach them').waitFor()
    await body.dispatchEvent('drop', { dataTransfer: files })
    await page.getByText('dropped.txt').waitFor()
    expect(await page.getByText('Drop files here to attach them').count()).toBe(0)
  })

  it('of more than 25 MB are refused with a sentence', async () => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'big.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(25 * 1024 * 1024 + 1),
    })
    await bar('“big.xlsx” was not attached').waitFor()
    expect((await draft()).attachments).toEqual([])
  })

  it('come from the service’s samples', async () => {
    await button('Attach: Public Sector Employment, December 2019: published').click()
    await page.getByText('pse-2019-12-published.xlsx').waitFor()
  })
})

describe('the text of the message', () => {
  it('keeps a table that is pasted from a spreadsheet', async () => {
    await page.evaluate(async () => {
      const html = '<table><tr><td>2019</td><td>5,400</td></tr><tr><td>2020</td><td>5,443</td></tr></table>'
      const item = new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob(['2019\t5,400\n2020\t5,443'], { type: 'text/plain' }),
      })
      await navigator.clipboard.write([item])
    })
    await page.getByRole('textbox', { name: 'Message body' }).click()
    await page.keyboard.press('Control+V')
    await page.getByRole('cell', { name: '5,443' }).waitFor()
    expect((await draft()).html).toMatch(/<table.*<td[^>]*>5,443<\/td>/s)
  })

  it('can be formatted', async () => {
    await page.getByRole('textbox', { name: 'Message body' }).click()
    await button('Bold').click()
    await page.keyboard.type('loud')
    expect((await draft()).html).toContain('<b>loud</b>')
  })

  it('shows what the add-in writes, without anything that runs', async () => {
    await page.evaluate(() =>
      window.standIn.write({ html: '<p onclick="alert(1)">Hi<script>alert(2)</script></p>' }),
    )
    const shown = await page.getByRole('textbox', { name: 'Message body' }).innerHTML()
    expect(shown).toBe('<p>Hi</p>')
  })
})

describe('a message that is being checked', () => {
  it('cannot be changed until the check has ended', async () => {
    await line('To').pressSequentially('a@x.example;')
    await line('Subject').fill('Before')
    await scene.order('onMessageSendHandler', { hang: true })
    await page.evaluate(() => window.standIn.set({ longerAfterMs: 60_000 }))
    await button('Send').click()
    await page.getByText('Embargo Guard is checking your message').waitFor()
    await page.getByRole('textbox', { name: 'Message body' }).click()
    await page.keyboard.type('after')
    await line('Subject').pressSequentially('after')
    await line('Cc').pressSequentially('b@x.example;')
    await button('Remove a@x.example').click({ force: true })
    await button('Discard').click({ force: true })
    expect(await draft()).toMatchObject({
      subject: 'Before',
      html: '',
      cc: [],
      to: [{ address: 'a@x.example' }],
    })
  })
})
