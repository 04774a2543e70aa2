import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from '../../src/stand-in/fields.ts'
import type { SendMode } from '../../src/stand-in/settings.ts'
import { openScene, type Scene } from './scene.ts'

const STOP = { allowEvent: false, errorMessage: 'Held until Tuesday.' }
const SEND = 'onMessageSendHandler'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.open()
  await scene.page.evaluate(() => window.standIn.address('to', 'eve@other-department.example'))
})

const standInIs = (fields: Fields): Promise<void> =>
  scene.page.evaluate((given) => window.standIn.set(given), fields)
const inMode = (sendMode: SendMode): Promise<void> =>
  scene.page.evaluate(
    (mode) => window.standIn.set({ addIn: { ...window.standIn.settings().addIn, sendMode: mode } }),
    sendMode,
  )
const defects = (): Promise<unknown> => scene.page.evaluate(() => window.standIn.defects())
const sent = (): Promise<number> => scene.page.evaluate(() => window.standIn.sent().length)

/** Presses Send and waits for the dialog. */
async function dialog(): Promise<unknown> {
  const handle = await scene.page.evaluate(async () => {
    void window.standIn.send()
    while (window.standIn.alert() === null) await new Promise((next) => setTimeout(next, 10))
    return window.standIn.alert()
  })
  return handle
}

/** Waits until the handler has been called. */
async function sendIsSeen(): Promise<void> {
  const runtime = await scene.frame('runtime')
  await runtime.waitForFunction(() =>
    window.addIn.seen.some((each) => 'type' in each && each.type === 'OnMessageSend'),
  )
}

const labels = (...wanted: string[]): unknown => ({ buttons: wanted.map((label) => ({ label })) })

describe('pressing Send', () => {
  it('calls the add-in’s handler, and lets the message go when it allows it', async () => {
    const end = await scene.page.evaluate(() => window.standIn.send())
    expect(end).toMatchObject({
      kind: 'sent',
      message: {
        check: 'allowed',
        sentAt: Date.UTC(2020, 2, 16, 14, 42),
        to: [{ address: 'eve@other-department.example' }],
      },
    })
    expect(
      await scene.page.evaluate(() => window.standIn.log().filter((each) => each.what === 'completed')),
    ).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ name: SEND, text: '{"allowEvent":true}' })]),
    )
    expect(await defects()).toEqual([])
  })

  it('opens a new, empty message once the old one has left', async () => {
    await scene.page.evaluate(() => window.standIn.send())
    expect(await scene.page.evaluate(() => window.standIn.draft())).toMatchObject({ to: [], session: {} })
  })

  it('does not send to nobody', async () => {
    await scene.page.evaluate(() => window.standIn.write({ to: [] }))
    expect(await scene.page.evaluate(() => window.standIn.send())).toMatchObject({ kind: 'kept' })
  })

  it('does not send to what is no address, and says which it is', async () => {
    await scene.page.evaluate(() => window.standIn.address('cc', 'the team'))
    expect(await scene.page.evaluate(() => window.standIn.send())).toMatchObject({
      because: expect.stringContaining('“the team”'),
    })
  })

  it('sends unchecked where the add-in has no handler', async () => {
    await scene.page.evaluate(() =>
      window.standIn.set({ addIn: { ...window.standIn.settings().addIn, handlers: {} } }),
    )
    expect(await scene.page.evaluate(() => window.standIn.send())).toMatchObject({
      message: { check: 'no-add-in' },
    })
  })
})

describe('an add-in that says no', () => {
  it.each([
    ['Block', ['Don’t Send']],
    ['SoftBlock', ['Don’t Send']],
    ['PromptUser', ['Send Anyway', 'Don’t Send']],
  ] as const)('in mode %s leaves the choice: %s', async (mode, choice) => {
    await inMode(mode)
    await scene.order(SEND, { complete: [STOP] })
    expect(await dialog()).toMatchObject({
      kind: 'stopped',
      text: 'Held until Tuesday.',
      ...Object(labels(...choice)),
    })
    await scene.page.evaluate(() => window.standIn.press('do-not-send'))
    expect(await sent()).toBe(0)
  })

  it('can relax Block to a question for one message, and the person may send anyway', async () => {
    await scene.order(SEND, { complete: [{ ...STOP, sendModeOverride: 'promptUser' }] })
    expect(await dialog()).toMatchObject(Object(labels('Send Anyway', 'Don’t Send')))
    await scene.page.evaluate(() => window.standIn.press('send-anyway'))
    await scene.page.waitForFunction(() => window.standIn.sent().length === 1)
    expect(await scene.page.evaluate(() => window.standIn.sent()[0]?.check)).toBe('sent-anyway')
  })

  it('can offer its pane, and hand something over to it', async () => {
    const contextData = JSON.stringify({ check: 'abc' })
    await scene.order(SEND, {
      complete: [
        { ...STOP, commandId: 'messageComposeOpenPane', cancelLabel: 'What can I do?', contextData },
      ],
    })
    expect(await dialog()).toMatchObject(Object(labels('What can I do?', 'Don’t Send')))
    await scene.page.evaluate(() => window.standIn.press('act'))
    const pane = await scene.frame('pane')
    const handed = await pane.evaluate(() => window.addIn.ask('getInitializationContextAsync'))
    expect(handed).toEqual({ value: contextData })
    expect(await sent()).toBe(0)
  })

  it('merely stops the message when it names a button that it does not have', async () => {
    await scene.order(SEND, { complete: [{ ...STOP, commandId: 'another' }] })
    expect(await dialog()).toMatchObject({ buttons: [{ label: 'Take Action', answer: 'do-not-send' }, {}] })
  })

  it('speaks Markdown only where Mailbox 1.15 is declared', async () => {
    await scene.order(SEND, { complete: [{ ...STOP, errorMessageMarkdown: '**Held**' }] })
    expect(await dialog()).toMatchObject({ text: 'Held until Tuesday.', markdown: false })
    await scene.open('?mailbox=1.15')
    await scene.page.evaluate(() => window.standIn.address('to', 'eve@other-department.example'))
    await scene.order(SEND, { complete: [{ ...STOP, errorMessageMarkdown: '**Held**' }] })
    expect(await dialog()).toMatchObject({ text: '**Held**', markdown: true })
  })

  it('without a sentence gets Outlook’s own', async () => {
    await scene.order(SEND, { complete: [{ allowEvent: false }] })
    expect(await dialog()).toMatchObject({ text: 'Test Add-in has stopped this message from being sent.' })
  })
})

describe('an add-in that does not end its handler', () => {
  it.each([
    ['Block', ['Don’t Send']],
    ['SoftBlock', ['Don’t Send']],
    ['PromptUser', ['Send Anyway', 'Don’t Send']],
  ] as const)('in mode %s is waited for with: %s', async (mode, choice) => {
    await inMode(mode)
    await standInIs({ longerAfterMs: 50 })
    await scene.order(SEND, { hang: true })
    expect(await dialog()).toMatchObject({ kind: 'taking-longer', ...Object(labels(...choice)) })
  })

  it('lets the person give up waiting', async () => {
    await standInIs({ longerAfterMs: 50 })
    await scene.order(SEND, { hang: true })
    await dialog()
    await scene.page.evaluate(() => window.standIn.press('do-not-send'))
    await scene.page.waitForFunction(() => window.standIn.alert() === null)
    expect(await sent()).toBe(0)
  })

  it('is answered for by Outlook when the time is up', async () => {
    await standInIs({ handlerWithinMs: 100 })
    await scene.order(SEND, { hang: true })
    expect(await dialog()).toMatchObject({ kind: 'timed-out', ...Object(labels('Don’t Send')) })
  })

  it('cannot be told from one that throws', async () => {
    await standInIs({ handlerWithinMs: 100 })
    await scene.order(SEND, { throw: 'boom' })
    expect(await dialog()).toMatchObject({ kind: 'timed-out' })
  })

  it('is called again in a new page when the browser ends the old one', async () => {
    await scene.order(SEND, { hang: true })
    await scene.page.evaluate(() => void window.standIn.send())
    await sendIsSeen()
    await scene.order(SEND, { complete: [{ allowEvent: true }] })
    await scene.page.evaluate(() => window.standIn.restartRuntime())
    await scene.page.waitForFunction(() => window.standIn.sent().length === 1)
    expect(await defects()).toEqual([])
  })

  it('is given up when its page goes away for good', async () => {
    await standInIs({ handlerWithinMs: 2_000 })
    await scene.order(SEND, { hang: true })
    await scene.page.evaluate(() => void window.standIn.send())
    await sendIsSeen()
    await scene.page.evaluate(() => window.standIn.removeRuntime())
    await scene.page.waitForFunction(() => window.standIn.alert() !== null)
    expect(await scene.page.evaluate(() => window.standIn.alert()?.kind)).toBe('timed-out')
    expect(await sent()).toBe(0)
  })

  it('cannot be called when its page is gone already', async () => {
    await scene.page.evaluate(() => window.standIn.removeRuntime())
    expect(await dialog()).toMatchObject({ kind: 'unavailable' })
  })
})

describe('an add-in that cannot be loaded', () => {
  it.each([
    ['Block', ['Try Later']],
    ['SoftBlock', ['Send Anyway', 'Try Later']],
    ['PromptUser', ['Send Anyway', 'Try Later']],
  ] as const)('in mode %s leaves the choice: %s', async (mode, choice) => {
    await scene.open('?runtime=/nothing-here.html&ready-within=200')
    await scene.page.evaluate(() => window.standIn.address('to', 'eve@other-department.example'))
    await inMode(mode)
    expect(await dialog()).toMatchObject({ kind: 'unavailable', ...Object(labels(...choice)) })
  })
})

describe('what the stand-in holds against a handler', () => {
  it('is completing twice', async () => {
    await scene.order(SEND, { complete: [{ allowEvent: false, errorMessage: 'x' }, { allowEvent: true }] })
    await dialog()
    await expect.poll(defects).toMatchObject([{ kind: 'second-completion' }])
    expect(await sent()).toBe(0)
  })

  it('is not saying whether the message may leave', async () => {
    await scene.order(SEND, { complete: [{}] })
    await dialog()
    expect(await defects()).toMatchObject([{ kind: 'allow-event-missing' }])
    expect(await sent()).toBe(0)
  })

  it('is saying more than Outlook shows', async () => {
    await scene.order(SEND, {
      complete: [{ ...STOP, errorMessage: 'x'.repeat(501), cancelLabel: 'y'.repeat(21) }],
    })
    const shown = await dialog()
    expect(Reflect.get(Object(shown), 'text')).toHaveLength(500)
    expect(await defects()).toMatchObject([{ kind: 'message-too-long' }, { kind: 'message-too-long' }])
  })

  it('is not being there', async () => {
    await scene.page.evaluate(() =>
      window.standIn.set({
        addIn: { ...window.standIn.settings().addIn, handlers: { OnMessageSend: 'noSuchHandler' } },
      }),
    )
    expect(await dialog()).toMatchObject({ kind: 'failed' })
    expect(await defects()).toMatchObject([{ kind: 'unknown-handler' }])
  })
})
