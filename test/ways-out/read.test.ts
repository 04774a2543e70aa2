import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

const PUBLISHED = 'pse-2019-12-published.xlsx'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reopen())

const region = (name: string) => scene.pane.getByRole('region', { name })
const signIn = (label: string) => scene.page.getByLabel('Signed in as').selectOption({ label })

/** Sends a message where no add-in stands in the way, as from a telephone. */
async function sendUnchecked(samples: readonly string[]): Promise<void> {
  await scene.compose(samples)
  await scene.page.evaluate(() => {
    const { addIn } = window.standIn.settings()
    window.standIn.set({ addIn: { ...addIn, handlers: {} } })
    return window.standIn.send()
  })
}

/** Opens the message that was sent last, with the pane beside it. */
async function readIt(): Promise<void> {
  await scene.page.getByRole('tab', { name: 'Sent (1)' }).click()
  await scene.page.getByRole('button', { name: 'Open as a recipient' }).click()
  await scene.page.getByRole('button', { name: 'Embargo Guard', exact: true }).click()
}

describe('the pane beside a message that was received', () => {
  it('says which attachment holds figures under embargo, until when, and what to do', async () => {
    await sendUnchecked([WORKBOOK])
    await signIn('Dilys Owen (administrator)')
    await readIt()
    await scene.says('Not meant for you yet')
    const card = region('What you received').getByRole('listitem').first()
    expect(await card.textContent()).toContain('until Tuesday 17 March 2020, 09:30')
    await region('If you received it by mistake').getByText('Tell the sender at once').waitFor()
    await scene.pane.getByRole('button', { name: 'Copy the reply' }).click()
    await scene.pane.getByText('Copied.').waitFor()
    expect(await scene.page.evaluate(() => navigator.clipboard.readText())).toContain(
      `I received ${WORKBOOK} from you.`,
    )
    await scene.picture('received')
    expect(await scene.paneFaults()).toEqual([])
  })

  it('says to a member of the team that it is for them alone', async () => {
    await sendUnchecked([WORKBOOK])
    await signIn('Ben Okafor (staff)')
    await readIt()
    await scene.says('Under embargo: keep it to yourself')
  })

  it('knows the published edition, and what it does not know', async () => {
    await sendUnchecked([PUBLISHED])
    await signIn('Dilys Owen (administrator)')
    await readIt()
    await scene.says('Published figures')
    await region('What you received').getByText('It is the published edition:').waitFor()
    await scene.picture('received-published')
  })

  it('says of the same attachment that it is published, once it is', async () => {
    await sendUnchecked([WORKBOOK])
    await signIn('Dilys Owen (administrator)')
    await readIt()
    await scene.says('Not meant for you yet')
    await scene.setClock(Date.UTC(2020, 2, 17, 9, 30))
    await scene.pane.getByRole('button', { name: 'Check again' }).click()
    await scene.says('Published figures')
  })

  it('says what could not be read, and what it does not know', async () => {
    await sendUnchecked([])
    await scene.reopen()
    await scene.compose([])
    await scene.page.evaluate(() => {
      window.standIn.attach([
        { name: 'broken.zip', base64: btoa('PK\u0003\u0004 broken') },
        { name: 'lunch.csv', base64: btoa('soup,4\nbread,2\n') },
      ])
      const { addIn } = window.standIn.settings()
      window.standIn.set({ addIn: { ...addIn, handlers: {} } })
      return window.standIn.send()
    })
    await signIn('Dilys Owen (administrator)')
    await readIt()
    await scene.says('Not everything could be read')
    const cards = await region('What you received').getByRole('listitem').allTextContents()
    expect(cards[0]).toContain('It is damaged or incomplete.')
    expect(cards[1]).toContain('No figures of a release that is still to come.')
  })

  it('has it in the journal as read by that person, not as sent', async () => {
    await sendUnchecked([WORKBOOK])
    await signIn('Dilys Owen (administrator)')
    await readIt()
    await scene.says('Not meant for you yet')
    const reply = await fetch(`${scene.service.origin}/api/journal`, {
      headers: { 'x-try-out-person': 'carys@statistics.example' },
    })
    expect(await reply.text()).toContain(
      'dilys@statistics.example reads a message from ada@statistics.example: figures under embargo that they may not have.',
    )
  })

  it('says that it could not look where Outlook hands over nothing and the service is away', async () => {
    await sendUnchecked([WORKBOOK])
    await signIn('Dilys Owen (administrator)')
    await scene.page.route('**/api/checks', (route) => route.abort())
    await readIt()
    await scene.says('Could not look')
    await scene.page.unroute('**/api/checks')
    scene.browser.forgive(/ERR_FAILED/)
  })
})
