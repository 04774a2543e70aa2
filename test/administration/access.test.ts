import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseInFull } from '../../src/register/administration.ts'
import {
  accessibilityFaults,
  closeAll,
  isTooWide,
  picture,
  register,
  type Scene,
  startScene,
  TUESDAY_16_00,
} from './scene.ts'

const DAY = 86_400_000

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

const release = async (series: string, title: string, at: string) =>
  (await register(scene, { series, title, at })).value

async function giveAccess(id: string, addresses: readonly string[]): Promise<void> {
  const { value, tag } = await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)
  const entries = addresses.map((address) => ({
    address,
    post: 'Minister',
    holder: 'person',
    opensAt: value.at - DAY,
    expiresAt: null,
    reason: 'Speaks on the day',
  }))
  await scene.ask('PUT', `/api/releases/${id}/access`, entries, tag)
}

describe('the access list of the release before', () => {
  it('that is empty gives nothing to copy, and that is said', async () => {
    const last = await release('Without access', 'Without access: April', '2026-04-21 07:00')
    const { id } = await release('Without access', 'Without access: May', '2026-05-19 07:00')
    const page = await scene.open(`#/releases/${id}/access`, { width: 320 })
    await page.getByRole('button', { name: 'Copy from the last release' }).click()
    await page
      .getByText(`There was nothing to copy: nobody is on the access list of “${last.title}”.`)
      .waitFor()
    expect(await page.getByText('not saved yet').count()).toBe(0)
  })

  it('adds only those who are not on the list yet', async () => {
    const last = await release('With access', 'With access: April', '2026-04-21 07:00')
    await giveAccess(last.id, ['minister@department.example', 'press@department.example'])
    const { id } = await release('With access', 'With access: May', '2026-05-19 07:00')
    await giveAccess(id, ['Minister@department.example'])
    const page = await scene.open(`#/releases/${id}/access`)
    await page.getByRole('button', { name: 'Copy from the last release' }).click()
    await page.getByText('Copied from “With access: April”: 1 entry.').waitFor()
    await page.getByRole('button', { name: 'Copy from the last release' }).click()
    await page.getByText('everybody of “With access: April” is on this list already').waitFor()
    await page.getByRole('heading', { name: 'Access: 2 entries' }).waitFor()
  })

  it('is none where the series has no earlier release', async () => {
    const { id } = await release('Quite new', 'Quite new: May', '2026-05-19 07:00')
    const page = await scene.open(`#/releases/${id}/access`)
    await page.getByRole('button', { name: 'Copy from the last release' }).click()
    await page.getByText('There is no earlier release of this series.').waitFor()
  })
})

describe('an access entry that nobody has confirmed for six months', () => {
  it('is marked until the list is gone through again', async () => {
    const { id } = await release('Yearly', 'Yearly: 2026', '2026-12-15 07:00')
    await giveAccess(id, ['minister@department.example'])
    try {
      await scene.ask('PUT', '/try-out/clock', { at: TUESDAY_16_00 + 190 * DAY })
      const page = await scene.open(`#/releases/${id}/access`, { width: 320 })
      const mark = page.getByText('Nobody has confirmed the entry of minister@department.example since')
      await mark.waitFor()
      await picture(page, 'access-stale-320')
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
      await page.getByRole('button', { name: 'Confirm and save the list' }).click()
      await mark.waitFor({ state: 'detached' })
    } finally {
      await scene.ask('PUT', '/try-out/clock', { at: TUESDAY_16_00 })
    }
  })
})

describe('an entry with a mistake in it', () => {
  it('is not put in the list, and keeps what was typed', async () => {
    const { id } = await release('Mistyped', 'Mistyped: May', '2026-05-19 07:00')
    const page = await scene.open(`#/releases/${id}/access`)
    await page.getByRole('button', { name: 'Add an entry' }).click()
    await page.getByLabel('Address').fill('minister')
    await page.getByLabel('Post').fill('Minister')
    await page.getByRole('button', { name: 'Put it in the list' }).click()
    await page.getByText('Give an address, as perm.sec@department.example.').waitFor()
    expect(await page.getByLabel('Post').inputValue()).toBe('Minister')
  })
})
