import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationSettings, ReleaseInFull } from '../../src/register/administration.ts'
import { pressOn, tabTo, typeInto } from './keys.ts'
import { CARYS, closeAll, DILYS, register, type Scene, startScene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

const due = async (title: string) =>
  (await register(scene, { series: 'Typed', title, at: '2026-05-19 07:00' })).value
const read = async (id: string) => (await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)).value
const idIn = (page: Page) => decodeURIComponent(page.url().split('/releases/')[1]?.split('/')[0] ?? '')

const FIGURES = Buffer.from('Month,Employed\nMay,32123\nJune,32140\nJuly,32157\nAugust,32174\n')

describe('from the keyboard alone', () => {
  it('a release is added', async () => {
    const page = await scene.open('', { width: 320 })
    await page.getByText(/releases found/).waitFor()
    await pressOn(page, 'New release')
    await page.getByRole('heading', { name: 'New release' }).waitFor()
    await typeInto(page, 'Series', 'Typed')
    await typeInto(page, 'Title', 'Typed: June 2026')
    await tabTo(page, 'Confirmed')
    await page.keyboard.press('ArrowDown')
    await pressOn(page, 'Register it')
    await page.getByText('No files are registered.').waitFor()
    expect(await read(idIn(page))).toMatchObject({ title: 'Typed: June 2026', state: 'provisional' })
  })

  it('its date is moved, with the reason', async () => {
    const { id } = await due('To be moved')
    const page = await scene.open(`#/releases/${id}/about`)
    await page.getByText('Under embargo until').waitFor()
    await pressOn(page, 'Move to another time')
    await typeInto(page, 'London time', '09:30')
    await pressOn(page, 'The usual time is 07:00', 'Space')
    await tabTo(page, 'Reason')
    await page.keyboard.type('The ministry asked for it')
    await pressOn(page, 'Move to another time')
    await page.getByText('Under embargo until Tuesday 19 May 2026, 09:30').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Move to another time')
    expect((await read(id)).changes.at(-1)?.reason).toBe('The ministry asked for it')
  })

  it('files are added', async () => {
    const { id } = await due('With files')
    const page = await scene.open(`#/releases/${id}/files`, { width: 320 })
    await page.getByText('No files are registered.').waitFor()
    const chooser = page.waitForEvent('filechooser')
    await pressOn(page, 'choose files')
    await (await chooser).setFiles({ name: 'typed.csv', mimeType: 'text/csv', buffer: FIGURES })
    await page.getByText('4 figures').waitFor()
    await pressOn(page, 'Register 1 file')
    await page.getByText('1 file is registered.').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'choose files')
    expect((await read(id)).files.map(({ name }) => name)).toEqual(['typed.csv'])
  })

  it('access is given', async () => {
    const { id } = await due('With access')
    const page = await scene.open(`#/releases/${id}/access`)
    await page.getByText('Nobody outside the production team').waitFor()
    await pressOn(page, 'Add an entry')
    await page.keyboard.type('chief.economist@department.example')
    await tabTo(page, 'Post')
    await page.keyboard.type('Chief Economist')
    await pressOn(page, 'Put it in the list')
    await page.getByText('chief.economist@department.example', { exact: true }).waitFor()
    await pressOn(page, 'Confirm and save the list')
    await page.getByText('Saved.').waitFor()
    expect((await read(id)).access.map(({ post }) => post)).toEqual(['Chief Economist'])
  })

  it('an embargo is lifted early, by two', async () => {
    const { id } = await due('To be lifted')
    const first = await scene.open(`#/releases/${id}/about`, { person: CARYS })
    await first.getByText('Under embargo until').waitFor()
    await pressOn(first, 'Lift the embargo early')
    await tabTo(first, 'Reason')
    await first.keyboard.type('It is in the newspaper')
    await pressOn(first, 'Ask to lift it')
    await first.getByText('Another administrator has to agree.').waitFor()
    const second = await scene.open(`#/releases/${id}/about`, { person: DILYS })
    await second.getByText('It is in the newspaper').waitFor()
    await pressOn(second, 'I have looked', 'Space')
    await pressOn(second, 'Agree: make it public now')
    await second.getByText('Public since').waitFor()
    expect((await read(id)).state).toBe('published')
  })

  it('a calendar is imported, after a look at what it changes', async () => {
    const page = await scene.open('#/imports', { width: 320 })
    await page.getByText('Import a release calendar').waitFor()
    const chooser = page.waitForEvent('filechooser')
    await pressOn(page, 'choose a file')
    const calendar =
      'title,series,date,state,source\nTyped: July,Typed,2026-07-16 07:00,confirmed,/typed/july\n'
    await (await chooser).setFiles({ name: 'c.csv', mimeType: 'text/csv', buffer: Buffer.from(calendar) })
    await page.getByText('1 release to add').waitFor()
    await pressOn(page, 'Make these changes')
    await page.getByText('The calendar is imported.').waitFor()
  })

  it('the settings are changed', async () => {
    const page = await scene.open('#/settings')
    await page.getByText('What happens to a message').waitFor()
    await tabTo(page, 'has something that cannot be read')
    await page.keyboard.press('ArrowDown')
    await pressOn(page, 'a link to a file elsewhere', 'Space')
    await pressOn(page, 'Save the settings')
    await page.getByText('Saved.').waitFor()
    const { value } = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    expect([value.policy.unreadable, value.neverCleared]).toEqual(['block', ['cloud-link']])
  })

  it('the journal is asked and verified', async () => {
    const page = await scene.open('#/journal')
    await page.getByText('What exactly').first().waitFor()
    await tabTo(page, 'Show')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'This went out' }).first().waitFor()
    await pressOn(page, 'Verify the journal')
    await page.getByText('The journal is whole').waitFor()
    await pressOn(page, 'What exactly')
    await page.locator('details[open]').waitFor()
  })
})
