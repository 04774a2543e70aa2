import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from '../../src/stand-in/settings.ts'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

const ROOM = { address: 'room-4.16@statistics.example', name: 'Room 4.16' }

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reopen())

/** An invitation with these attached, in an Outlook that is so. */
async function invite(samples: readonly string[], settings: Partial<Settings> = {}): Promise<void> {
  await scene.page.evaluate((fields) => window.standIn.set(fields), settings)
  await scene.compose([])
  await scene.page.evaluate(() => {
    window.standIn.write({ form: 'appointment' })
    return window.standIn.restartRuntime()
  })
  const files = await Promise.all(samples.map(scene.sample))
  await scene.page.evaluate((attached) => window.standIn.attach(attached), files)
}

/** Presses Send; what the dialog says that keeps the invitation. */
async function said(): Promise<string> {
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  await scene.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
  return scene.page.evaluate(() => window.standIn.alert()?.text ?? '')
}
const barSays = (text: string) =>
  scene.page.waitForFunction(
    (wanted) => window.standIn.draft().notifications.some(({ message }) => message.includes(wanted)),
    text,
  )

describe('an invitation with tomorrow’s tables', () => {
  it('is held like a message, naming who may not have them', async () => {
    await invite([WORKBOOK])
    await scene.page.evaluate(() => window.standIn.address('cc', 'huw@employment-department.example'))
    const text = await said()
    expect(text).toContain(`${WORKBOOK} is under embargo until Tuesday 17 March 2020, 09:30`)
    expect(text).toContain('grace.mbeki@employment-department.example, huw@employment-department.example')
    await scene.page.evaluate(() => window.standIn.press('act'))
    await scene.says('This message will be held')
  })

  it('is warned of early, when the file is attached and when somebody more is invited', async () => {
    await invite([WORKBOOK])
    await barSays('One recipient may not have it.')
    await scene.page.evaluate(() => window.standIn.address('to', 'huw@employment-department.example'))
    await barSays('2 recipients may not have it.')
    const { action } = await scene.page.evaluate(
      () => window.standIn.draft().notifications[0] ?? { action: null },
    )
    expect(action?.command).toBe('appointmentComposeOpenPane')
  })

  it('goes to a room that is booked for it as if the room were not there', async () => {
    await invite([WORKBOOK])
    await scene.page.evaluate((room) => {
      window.standIn.write({ rooms: [room], to: [] })
      window.standIn.address('to', `ben@statistics.example; ${room.address}`)
    }, ROOM)
    await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
    await scene.page.waitForFunction(() => window.standIn.sent().length === 1)
  })

  it('is held for a room of which Outlook does not say that it is one', async () => {
    await invite([WORKBOOK])
    await scene.page.evaluate((room) => {
      window.standIn.write({ rooms: [room], to: [] })
      window.standIn.address('to', `ben@statistics.example; ${room.address}`)
      window.standIn.fail({ 'enhancedLocation.getAsync': { kind: 'refused', code: 9030 } })
    }, ROOM)
    expect(await said()).toContain(ROOM.address)
  })

  it('is held in an Outlook of Mailbox 1.12, without the button that it has not', async () => {
    await invite([WORKBOOK], { mailbox: '1.12' })
    expect(await said()).toContain(`${WORKBOOK} is under embargo`)
    expect(
      await scene.page.evaluate(() => window.standIn.alert()?.buttons.map(({ answer }) => answer)),
    ).toEqual(['do-not-send'])
  })

  it('is held with the permission ReadItem', async () => {
    const { addIn } = await scene.page.evaluate(() => window.standIn.settings())
    await invite([WORKBOOK], { addIn: { ...addIn, permission: 'ReadItem' } })
    expect(await said()).toContain(`${WORKBOOK} is under embargo`)
  })
})
