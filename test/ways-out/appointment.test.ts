import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene, WORKBOOK } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

it('an invitation with tomorrow’s tables is held like a message, naming who may not have them', async () => {
  await scene.compose([WORKBOOK])
  await scene.page.evaluate(() => {
    window.standIn.write({ form: 'appointment' })
    window.standIn.address('cc', 'huw@employment-department.example')
    return window.standIn.restartRuntime()
  })
  await scene.page.getByRole('button', { name: 'Send', exact: true }).click()
  await scene.page.waitForFunction(() => window.standIn.alert()?.kind === 'stopped')
  const text = await scene.page.evaluate(() => window.standIn.alert()?.text ?? '')
  expect(text).toContain(`${WORKBOOK} is under embargo until Tuesday 17 March 2020, 09:30`)
  expect(text).toContain('grace.mbeki@employment-department.example, huw@employment-department.example')
  await scene.page.evaluate(() => window.standIn.press('act'))
  await scene.says('This message will be held')
})
