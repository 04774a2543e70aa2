import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { offeredAttachments, withheldAttachments } from '../../src/administration/files/found-file.ts'
import type { ReleaseInFull } from '../../src/register/administration.ts'
import {
  accessibilityFaults,
  closeAll,
  isTooWide,
  picture,
  register,
  type Scene,
  startScene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

const due = async (series: string) =>
  (await register(scene, { series, title: `${series}: May 2026`, at: '2026-05-19 07:00' })).value
const read = async (id: string) => (await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)).value

/** A table of months with invented figures; what is added to each makes it another edition. */
function table(name: string, months: number, more = 0) {
  const rows = Array.from({ length: months }, (_, row) =>
    [`Month ${row}`, 32_123 + row * 17 + more, 1_321 + row * 13 + more, 45_671 + row * 29 + more].join(','),
  )
  const text = `Month,Employed,Unemployed,Inactive\n${rows.join('\n')}\n`
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

const add = async (page: Page, file: ReturnType<typeof table>): Promise<void> => {
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('button', { name: 'Register 1 file' }).click()
  await page.getByText('1 file is registered.').waitFor()
}

describe('files that are dropped', () => {
  it('are read like those that are chosen', async () => {
    const { id } = await due('Dropped')
    const page = await scene.open(`#/releases/${id}/files`)
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
      return data
    }, table('May.csv', 41).buffer.toString())
    await page.getByText('Drop files here').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByRole('button', { name: 'Leave out dropped.csv' }).waitFor()
  })
})

describe('the edition published before', () => {
  it('is a baseline: of the next one only what is new counts, which is said before it is saved', async () => {
    const { id } = await due('Baseline')
    const page = await scene.open(`#/releases/${id}/files`, { width: 320 })
    await page.locator('input[type=file]').setInputFiles(table('May.csv', 41))
    await page.getByText('No published edition of this series is registered').waitFor()
    await page.getByRole('button', { name: 'Leave out May.csv' }).click()
    await page.getByRole('radio', { name: 'The edition published before' }).check()
    await add(page, table('April.csv', 40))
    await page.getByText('Published: a baseline').waitFor()
    await page.getByRole('radio', { name: 'This edition' }).check()
    await page.locator('input[type=file]').setInputFiles(table('May.csv', 41))
    const told = page.getByText(/^\d+ of \d+ features unpublished/)
    await told.waitFor()
    await page.getByText('1 sheet or table').waitFor()
    expect(await page.getByText('No published edition of this series').count()).toBe(0)
    await picture(page, 'files-novel-320')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    const [novel, all] = (await told.innerText()).match(/\d+/g)?.map(Number) ?? []
    expect(novel).toBeGreaterThan(0)
    expect(novel).toBeLessThan((all ?? 0) / 4)
    expect((await read(id)).files.length).toBe(1)
    await page.getByRole('button', { name: 'Register 1 file' }).click()
    await page.getByText('1 file is registered.').waitFor()
    expect((await read(id)).files.find(({ name }) => name === 'May.csv')?.novel).toBe(novel)
  })

  it('offered again as the one under embargo is pointed out: all of it is public', async () => {
    const { id } = await due('The wrong file')
    const page = await scene.open(`#/releases/${id}/files`)
    await page.getByRole('radio', { name: 'The edition published before' }).check()
    await add(page, table('April.csv', 12))
    await page.getByRole('radio', { name: 'This edition' }).check()
    await page.locator('input[type=file]').setInputFiles(table('April again.csv', 12))
    await page
      .getByText('All its figures are in a published edition already: is it the right file?')
      .waitFor()
    await picture(page, 'files-all-published-1280')
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('a registered file', () => {
  it.each([320, 1280])('is replaced by another, with the reason, %i pixels wide', async (width) => {
    const { id } = await due(`Replaced ${width}`)
    const page = await scene.open(`#/releases/${id}/files`, { width })
    await add(page, table('first.csv', 12))
    await page.getByRole('button', { name: 'Replace first.csv' }).click()
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles(table('second.csv', 12, 5))
    await page.getByText('second.csv', { exact: true }).waitFor()
    const replace = page.getByRole('button', { name: 'Replace', exact: true })
    await replace.click()
    await page.getByText('Say why').waitFor()
    await picture(page, `files-replace-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByLabel('Reason').fill('A row was missing')
    await replace.click()
    await page.getByText('first.csv', { exact: true }).waitFor({ state: 'detached' })
    expect((await read(id)).files.map(({ name }) => name)).toEqual(['second.csv'])
  })
})

describe('a file that the service does not take', () => {
  it('stays with what was found in it, and says why', async () => {
    const { id } = await due('Refused')
    const page = await scene.open(`#/releases/${id}/files`)
    await page.locator('input[type=file]').setInputFiles(table('away.csv', 4))
    await page.getByText('12 figures').waitFor()
    await page.route('**/files', (route) => route.abort())
    await page.getByRole('button', { name: 'Register 1 file' }).click()
    await page.getByText('Not registered: The service cannot be reached').waitFor()
    await page.unroute('**/files')
    await page.getByRole('button', { name: 'Register 1 file' }).click()
    await page.getByText('1 file is registered.').waitFor()
    scene.opened[0]?.forgive(/ERR_FAILED/)
  })
})

describe('the files of a message', () => {
  it('are those that Outlook hands over; the others are named', () => {
    const bytes = new Uint8Array([1])
    const attachments = [
      { kind: 'file', id: '1', name: 'a.csv', bytes },
      { kind: 'withheld', id: '2', name: 'b.xlsx', because: 'cloud-link' },
    ] as const
    expect(offeredAttachments(attachments).map(({ name }) => name)).toEqual(['a.csv'])
    expect(withheldAttachments(attachments)).toEqual(['b.xlsx'])
  })
})
