import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTryOut, type TryOutScene } from './try-out-scene.ts'

const SEND = 'onMessageSendHandler'
const STOP = { allowEvent: false, errorMessage: 'Held until Tuesday.' }

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
  expect(scene.browser.dialogs).toEqual([])
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const sent = () => page.evaluate(() => window.standIn.sent())
const draft = () => page.evaluate(() => window.standIn.draft())
const line = (label: string) => page.getByLabel(label, { exact: true })
const bar = (text: string) => page.getByRole('region', { name: 'Notifications' }).getByText(text)

async function replay(): Promise<void> {
  await button('Replay 16 March 2020').click()
  await page.waitForFunction(() => window.standIn.draft().attachments.length === 2)
}

describe('somebody who has just come', () => {
  it('finds the message of 14:42 filled in, with the clock at that time', async () => {
    await replay()
    await page.getByText('Clock: Monday 16 March 2020, 14:42 London time').waitFor()
    const { to, cc, subject, attachments } = await draft()
    expect(to.map((each) => each.kind)).toEqual(['external', 'external', 'external', 'external'])
    expect(cc).toMatchObject([{ name: 'Statistics Team' }])
    expect(subject).toContain('Public Sector Employment')
    expect(attachments.map((each) => each.name)).toEqual([
      'pse-2020-03-embargoed.xlsx',
      'pse-2020-03-embargoed.csv',
    ])
  })

  it('sees it held, moves the clock to Tuesday and sees it leave', async () => {
    await replay()
    await scene.order(SEND, { complete: [STOP] })
    await button('Send').click()
    const alert = page.getByRole('alertdialog', { name: 'Embargo Guard' })
    await alert.getByText('Held until Tuesday.').waitFor()
    await alert.getByRole('button', { name: 'Don’t Send' }).click()
    await alert.waitFor({ state: 'detached' })
    expect(await sent()).toEqual([])
    await scene.order(SEND, { complete: [{ allowEvent: true }] })
    await button('Go to 09:30:00 on Tuesday').click()
    await button('Send').click()
    await bar('Sent on Tuesday 17 March 2020, 09:30.').waitFor()
    await page.getByRole('tab', { name: 'Sent (1)' }).click()
    const card = page.getByRole('listitem').filter({ hasText: 'test of tomorrow’s tables' })
    await card.getByText('priya.nair@employment-department.example').waitFor()
    await card.getByText('pse-2020-03-embargoed.xlsx, pse-2020-03-embargoed.csv').waitFor()
    await card.getByText('Tuesday 17 March 2020, 09:30').waitFor()
  })

  it('goes by the one clock of the service, and says so when another window sets it', async () => {
    const justBefore = Date.UTC(2020, 2, 17, 9, 29, 59)
    const moved = page.getByText('Another window set the clock')
    await replay()
    await scene.setClock(justBefore)
    await moved.waitFor()
    await page.getByText('09:29:59 London time').waitFor()
    await button('Send').click()
    await page.waitForFunction(() => window.standIn.sent().length === 1)
    expect((await sent())[0]?.sentAt).toBe(justBefore)
    expect(await scene.clock()).toBe(justBefore)
    await button('Go to 14:42 on Monday').click()
    await moved.waitFor({ state: 'detached' })
    expect(await scene.clock()).toBe(Date.UTC(2020, 2, 16, 14, 42))
  })
})

describe('scheduling', () => {
  beforeEach(async () => {
    await replay()
    await button('More ways to send').click()
    await page.getByRole('menuitem', { name: 'Schedule send' }).click()
  })

  it('sends at once with a delivery time, and the list says how long it waits', async () => {
    await page.getByLabel('Tomorrow: Tuesday 17 March 2020, 09:30').check()
    await button('Schedule and send').click()
    await bar('Scheduled. It leaves on Tuesday 17 March 2020, 09:30.').waitFor()
    expect(await sent()).toMatchObject([{ deliverAt: Date.UTC(2020, 2, 17, 9, 30) }])
    await page.getByRole('tab', { name: 'Sent (1)' }).click()
    await page.getByText('waits until Tuesday 17 March 2020, 09:30').waitFor()
    await button('Go to 09:30:00 on Tuesday').click()
    await page.getByText('waits until').waitFor({ state: 'detached' })
  })

  it.each([
    ['2020-03-16T14:41', 'That time is over'],
    ['2021-03-28T01:30', 'clocks skip'],
    ['', 'Choose a date and a time.'],
  ])('refuses “%s”: %s', async (typed, sentence) => {
    await page.getByLabel('Date and time, London').fill('2030-01-01T00:00')
    await page.getByLabel('Date and time, London').fill(typed)
    await button('Schedule and send').click()
    await page.getByText(sentence).waitFor()
    expect(await sent()).toEqual([])
  })
})

describe('the add-in’s pane', () => {
  it('opens and closes by its button in the ribbon', async () => {
    await button('Embargo Guard').click()
    await scene.pane()
    await button('Close Embargo Guard').click()
    expect(await page.locator('aside iframe').count()).toBe(0)
  })

  it('opens by the dialog’s button, with what the handler hands over', async () => {
    await line('To').pressSequentially('a@x.example;')
    await scene.order(SEND, {
      complete: [
        {
          ...STOP,
          commandId: 'messageComposeOpenPane',
          cancelLabel: 'What can I do?',
          contextData: '{"a":1}',
        },
      ],
    })
    await button('Send').click()
    await button('What can I do?').click()
    const pane = await scene.pane()
    expect(await pane.evaluate(() => window.addIn.ask('getInitializationContextAsync'))).toEqual({
      value: '{"a":1}',
    })
  })

  it('can put bars above the message, whose button opens it', async () => {
    await button('Embargo Guard').click()
    const pane = await scene.pane()
    await pane.evaluate(() =>
      window.addIn.ask('notificationMessages.addAsync', 'k', {
        type: 'insightMessage',
        message: 'One file is under embargo.',
        icon: 'Icon.16',
        actions: [
          {
            actionType: 'showTaskPane',
            actionText: 'Show why',
            commandId: 'messageComposeOpenPane',
            contextData: '"why"',
          },
        ],
      }),
    )
    await bar('One file is under embargo.').waitFor()
    await button('Close Embargo Guard').click()
    await button('Show why').click()
    const again = await scene.pane()
    expect(await again.evaluate(() => window.addIn.ask('getInitializationContextAsync'))).toEqual({
      value: '"why"',
    })
    await button('Dismiss').click()
    expect((await draft()).notifications).toEqual([])
  })
})

describe('without a mouse', () => {
  it('Ctrl+Enter sends, also from a line with an address still being typed', async () => {
    await line('To').pressSequentially('a@x.example')
    await line('To').press('Control+Enter')
    await page.waitForFunction(() => window.standIn.sent().length === 1)
  })

  it('Escape leaves the dialog without sending, and the cursor is where it was', async () => {
    await line('To').pressSequentially('a@x.example;')
    await scene.order(SEND, { complete: [STOP] })
    await line('Subject').press('Control+Enter')
    await page.getByRole('alertdialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(await sent()).toEqual([])
    await expect.poll(() => line('Subject').evaluate((it) => it === document.activeElement)).toBe(true)
  })
})

describe('the try-out around it', () => {
  it('lets one be somebody else, and the add-in knows', async () => {
    await page.getByLabel('Signed in as').selectOption({ label: 'Carys Lewis (administrator)' })
    await button('Embargo Guard').click()
    const pane = await scene.pane()
    const who = await pane.evaluate(() => Office.context.mailbox.userProfile.emailAddress)
    expect(who).toBe('carys@statistics.example')
  })

  it('sets the clock to any London time, and not to one that does not exist', async () => {
    await page.getByLabel('Another time (London)').fill('2020-07-01T07:00:00')
    await button('Set the clock').click()
    await page.getByText('Clock: Wednesday 1 July 2020, 07:00 London time').waitFor()
    await page.getByLabel('Another time (London)').fill('2020-03-29T01:30:00')
    await button('Set the clock').click()
    await page.getByText('clocks skip').waitFor()
  })
})

describe('when the service has gone', () => {
  it('the page says so in a sentence, and still sends nothing away', async () => {
    await page.route('**/try-out/**', (route) => route.abort())
    await button('Go to 14:42 on Monday').click()
    await page.getByText('The service does not answer. Start it with npm start').waitFor()
    await page.unroute('**/try-out/**')
    scene.browser.forgive(/ERR_FAILED/)
  })
})
