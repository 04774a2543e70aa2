import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Faults } from '../../src/stand-in/faults.ts'
import type { Settings } from '../../src/stand-in/settings.ts'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** A message with tomorrow’s tables in an Outlook in which this goes wrong. */
async function inTrouble(faults: Faults, settings: Partial<Settings> = {}): Promise<void> {
  await scene.reopen()
  await scene.page.evaluate((fields) => window.standIn.set(fields), settings)
  await scene.page.evaluate((given) => window.standIn.fail(given), faults)
  await scene.compose([WORKBOOK])
}

/** Presses Send; what the dialog says that keeps the message. */
async function said(): Promise<string> {
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  await scene.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
  expect(await scene.page.evaluate(() => window.standIn.sent())).toEqual([])
  return scene.page.evaluate(() => window.standIn.alert()?.text ?? '')
}

const buttons = () =>
  scene.page.evaluate(() => window.standIn.alert()?.buttons.map(({ answer }) => answer) ?? [])

describe('when Outlook does not hand over the file', () => {
  it.each<[string, Faults, string]>([
    ['refuses it', { getAttachmentContentAsync: { kind: 'refused', code: 9003 } }, 'Outlook refused it'],
    ['answers 5001', { getAttachmentContentAsync: { kind: 'refused', code: 5001 } }, 'Outlook refused it'],
    [
      'gives nothing although it has a size',
      { getAttachmentContentAsync: { kind: 'empty' } },
      'without its content',
    ],
    ['never answers', { getAttachmentContentAsync: { kind: 'silent' } }, 'Outlook did not answer'],
    ['will not list any', { getAttachmentsAsync: { kind: 'refused', code: 9030 } }, 'list of attachments'],
  ])('and %s, the sender is warned with a sentence', async (_how, faults, sentence) => {
    await inTrouble(faults)
    expect(await said()).toContain(sentence)
    expect(await buttons()).toEqual(['act', 'send-anyway', 'do-not-send'])
  })

  it('but late, it is held for what is in it', async () => {
    await inTrouble({ getAttachmentContentAsync: { kind: 'late', byMs: 1_500 } })
    expect(await said()).toContain(`${WORKBOOK} is under embargo`)
  })

  it('because it is a link to a cloud, the sender is told so', async () => {
    await inTrouble({})
    await scene.page.evaluate(() =>
      window.standIn.write({
        attachments: window.standIn.draft().attachments.map((each) => ({
          ...each,
          kind: 'cloud' as const,
          content: 'https://cloud.example/x',
        })),
      }),
    )
    expect(await said()).toContain('is a link to a file elsewhere')
  })

  it('“Check again” in the pane finds what is there once Outlook answers', async () => {
    await inTrouble({ getAttachmentContentAsync: { kind: 'refused', code: 5001 } })
    await said()
    await scene.page.evaluate(() => window.standIn.press('act'))
    await scene.says('Look before you send')
    await scene.page.evaluate(() => window.standIn.fail({}))
    await scene.pane.getByRole('button', { name: 'Check again' }).click()
    await scene.says('This message will be held')
  })
})

describe('when the service', () => {
  it('is away, the message stays, and leaves no doubt why', async () => {
    await inTrouble({})
    await scene.page.route('**/api/checks', (route) => route.abort())
    expect(await said()).toContain('could not reach its service')
    expect(await buttons()).toEqual(['act', 'do-not-send'])
    await scene.page.evaluate(() => window.standIn.press('act'))
    await scene.says('Could not check')
    await scene.page.unroute('**/api/checks')
    await scene.pane.getByRole('button', { name: 'Check again' }).click()
    await scene.says('This message will be held')
    scene.browser.forgive(/ERR_FAILED/)
  })

  it('is too slow, the message stays before Outlook gives up', async () => {
    await inTrouble({})
    await scene.page.route('**/api/checks', () => undefined)
    expect(await said()).toContain('could not reach its service')
    await scene.page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})

describe('when the 25 s of a check are used up', () => {
  it('the message stays, with a sentence, and “Check again” in the pane finds what is there', async () => {
    await scene.page.clock.install()
    await inTrouble({ getAttachmentContentAsync: { kind: 'silent' } })
    const { base64 } = await scene.sample(WORKBOOK)
    // Three contents are asked for at once and each is waited for 12 s: eight that never come would take 36 s.
    await scene.page.evaluate(
      (content) =>
        window.standIn.attach(
          ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ name: `${name}.xlsx`, base64: content })),
        ),
      base64,
    )
    await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.page.waitForFunction(() =>
      window.standIn.log().some(({ what, name }) => what === 'event' && name === 'onMessageSendHandler'),
    )
    await scene.page.clock.fastForward(13_000)
    expect(await scene.page.evaluate(() => window.standIn.alert()?.kind)).not.toBe('stopped')
    await scene.page.clock.fastForward(12_500)
    await scene.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
    expect(await scene.page.evaluate(() => window.standIn.alert()?.text)).toContain(
      'could not be checked in time',
    )
    expect(await buttons()).toEqual(['act', 'do-not-send'])
    await scene.page.evaluate(() => {
      window.standIn.fail({})
      window.standIn.press('act')
    })
    await scene.pane.getByRole('button', { name: 'Check again' }).click()
    await scene.says('This message will be held')
  })
})

describe('when the surroundings are poor', () => {
  it('and the hidden page goes while it checks, another one holds the message', async () => {
    await inTrouble({})
    await scene.page.evaluate(() =>
      window.standIn.fail({ getAttachmentsAsync: { kind: 'late', byMs: 2_000 } }),
    )
    await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.page.waitForFunction(() =>
      window.standIn.log().some(({ what, name }) => what === 'event' && name === 'onMessageSendHandler'),
    )
    await scene.page.evaluate(() => {
      window.standIn.removeRuntime()
      return window.standIn.restartRuntime()
    })
    await scene.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
    expect(await scene.page.evaluate(() => window.standIn.alert()?.text)).toContain(
      `${WORKBOOK} is under embargo`,
    )
  })

  it('and Outlook is of Mailbox 1.12, a warning can only be heeded', async () => {
    await inTrouble({ getAttachmentContentAsync: { kind: 'refused', code: 5001 } }, { mailbox: '1.12' })
    expect(await said()).toContain('Outlook refused it')
    expect(await buttons()).toEqual(['do-not-send'])
  })

  it('and the permission is ReadItem, it is held, and the pane says what it may not do', async () => {
    const { addIn } = await scene.page.evaluate(() => window.standIn.settings())
    await inTrouble({}, { addIn: { ...addIn, permission: 'ReadItem' } })
    expect(await said()).toContain(`${WORKBOOK} is under embargo`)
    await scene.page.evaluate(() => window.standIn.press('act'))
    await scene.says('This message will be held')
    await scene.pane.getByRole('button', { name: `Remove: ${WORKBOOK}` }).click()
    await scene.pane.getByText(/Remove .* yourself, with the × beside it\./).waitFor()
  })
})

it('when storage is blocked, the message is held and the pane works', async () => {
  const blocked = await openScene({ storageBlocked: true })
  await blocked.compose([WORKBOOK])
  await blocked.page.getByRole('button', { name: 'Send', exact: true }).click()
  await blocked.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
  await blocked.page.evaluate(() => window.standIn.press('act'))
  await blocked.says('This message will be held')
  blocked.browser.forgive(/SecurityError|Access is denied/)
  await blocked.close()
})
