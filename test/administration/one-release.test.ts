import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseInFull } from '../../src/register/administration.ts'
import {
  accessibilityFaults,
  CARYS,
  closeAll,
  DILYS,
  isTooWide,
  picture,
  register,
  type Scene,
  startScene,
  TUESDAY_16_00,
} from './scene.ts'

const DAY = 86_400_000
const SERIES = 'Labour market overview'
const DUE = Date.UTC(2026, 4, 19, 6)

let scene: Scene
let last: ReleaseInFull
beforeAll(async () => {
  scene = await startScene()
  last = (await register(scene, { series: SERIES, title: 'April 2026', at: '2026-04-21 07:00' })).value
  const { tag } = await scene.ask('GET', `/api/releases/${last.id}`)
  const entries = [
    ['perm.sec@department.example', 'Permanent Secretary', 'person'],
    ['press@department.example', 'Press office', 'team-inbox'],
    ['ministers@department.example', '', 'distribution-list'],
  ].map(([address, post, holder]) => ({
    address,
    post,
    holder,
    opensAt: last.at - DAY,
    expiresAt: null,
    reason: 'Briefs the minister',
  }))
  await scene.ask('PUT', `/api/releases/${last.id}/access`, entries, tag)
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

const due = async (title: string, series = SERIES) =>
  (await register(scene, { series, title, at: '2026-05-19 07:00' })).value

const TABLES = {
  name: 'LMS_tables_May_2026.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Month,Employed,Unemployed\n${Array.from({ length: 40 }, (_, row) => `Month ${row},${32_123 + row * 17},${1_321 + row * 13}`).join('\n')}\n`,
  ),
}
const SCAN = {
  name: 'scan.png',
  mimeType: 'image/png',
  buffer: Buffer.alloc(4_000, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
}

describe.each([320, 1280])('a release, %i pixels wide', (width) => {
  it('takes files that are read here, and says what was found before they are registered', async () => {
    const { id } = await due(`Files ${width}`)
    const page = await scene.open(`#/releases/${id}/files`, { width })
    await page.getByText('No files are registered.').waitFor()
    await picture(page, `files-none-${width}`)
    await page.locator('input[type=file]').setInputFiles([TABLES, SCAN])
    await page.getByText('80 figures').waitFor()
    await page.getByText('scan.png was not read: it is a picture.').waitFor()
    await picture(page, `files-found-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Register 1 file' }).click()
    await page.getByText(/\d+ unpublished/).waitFor()
    // The picture was not agreed to, so it is still waiting.
    await page.getByRole('checkbox', { name: 'Register it by hash and name only' }).check()
    await page.getByRole('button', { name: 'Register 1 file' }).click()
    await page.getByText('only an exact copy of the file will be recognised').waitFor()
    await picture(page, `files-registered-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('button', { name: 'Remove scan.png' }).click()
    await page.getByLabel('Reason').fill('A picture of the wrong page')
    await page.getByRole('form').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('scan.png', { exact: true }).waitFor({ state: 'detached' })
    const { value } = await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)
    expect(value.files.map(({ name }) => name)).toEqual([TABLES.name])
  })

  it('takes the access list of the release before, to be looked over and confirmed', async () => {
    const { id } = await due(`Access ${width}`)
    const page = await scene.open(`#/releases/${id}/access`, { width })
    await page.getByRole('button', { name: 'Copy from the last release' }).click()
    await page.getByText('ministers@department.example', { exact: true }).waitFor()
    await page.getByText('Say what post ministers@department.example holds.').waitFor()
    await picture(page, `access-copied-${width}`)
    await page.getByRole('button', { name: 'Change ministers@department.example' }).click()
    await page.getByLabel('Post').fill('Private office')
    await picture(page, `access-entry-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('button', { name: 'Put it in the list' }).click()
    await page.getByRole('button', { name: 'Confirm and save the list' }).click()
    await page.getByText('Saved.').waitFor()
    const { value } = await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)
    expect(value.access.map(({ post, opensAt }) => [post, opensAt]).sort()).toEqual([
      ['Permanent Secretary', DUE - DAY],
      ['Press office', DUE - DAY],
      ['Private office', DUE - DAY],
    ])
  })

  it('shows what another administrator saved first, and keeps what was typed', async () => {
    const { id } = await due(`Two at once ${width}`)
    const page = await scene.open(`#/releases/${id}/about`, { width })
    await page.getByRole('button', { name: 'Change the details' }).click()
    await page.getByLabel('What it is about').fill('Employment and vacancies')
    const { tag } = await scene.ask('GET', `/api/releases/${id}`)
    await scene.ask('PATCH', `/api/releases/${id}`, { producer: 'Office for Other Statistics' }, tag)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Somebody else saved first').waitFor()
    await page.getByRole('cell', { name: 'Office for Other Statistics' }).waitFor()
    expect(await page.getByLabel('What it is about').inputValue()).toBe('Employment and vacancies')
    await picture(page, `conflict-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('button', { name: 'Save mine over it' }).click()
    await page.getByRole('button', { name: 'Change the details' }).waitFor()
    const { value } = await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)
    expect(value.summary).toBe('Employment and vacancies')
  })

  it('is lifted early by two administrators, and its history says why', async () => {
    const { id } = await due(`Lifted ${width}`, 'Lifted early')
    const first = await scene.open(`#/releases/${id}/about`, { width, person: CARYS })
    await first.getByText('Lift the embargo early').click()
    await first.getByLabel('Reason').fill('The minister read them out')
    await first.getByRole('button', { name: 'Ask to lift it' }).click()
    await first.getByText('Another administrator has to agree.').waitFor()
    const second = await scene.open(`#/releases/${id}/about`, { width, person: DILYS })
    await second.getByText('The minister read them out').waitFor()
    await picture(second, `lift-${width}`)
    expect(await accessibilityFaults(second)).toEqual([])
    await second.getByRole('checkbox').check()
    await second.getByRole('button', { name: 'Agree: make it public now' }).click()
    await second.getByText('Public since Tuesday 12 May 2026, 16:00').waitFor()
    await second.getByRole('link', { name: 'History' }).click()
    await second.getByText(`asked for by ${CARYS}`).waitFor()
    await picture(second, `history-${width}`)
    expect(await accessibilityFaults(second)).toEqual([])
    const { value } = await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)
    expect([value.state, Math.floor(value.at / 3_600_000)]).toEqual([
      'published',
      Math.floor(TUESDAY_16_00 / 3_600_000),
    ])
  })
})

describe('the time of a release', () => {
  it('does not move without a reason, and is kept in its history with it', async () => {
    const { id } = await due('Moved')
    const page = await scene.open(`#/releases/${id}/about`)
    await page.getByRole('button', { name: 'Move to another time' }).click()
    await page.getByLabel('Date').fill('2026-05-20')
    await page.getByRole('button', { name: 'Move to another time' }).click()
    await page.getByText('Say why').waitFor()
    await page.getByLabel('Reason').fill('A late return')
    await page.getByRole('button', { name: 'Move to another time' }).click()
    await page.getByText('Under embargo until Wednesday 20 May 2026, 07:00').waitFor()
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByText('From Tuesday 19 May 2026, 07:00 to Wednesday 20 May 2026, 07:00').waitFor()
    await page.getByText('“A late return”').waitFor()
  })

  it('is refused in the hour that the clocks skip, and asked in the one they repeat', async () => {
    const page = await scene.open('#/new')
    await page.getByLabel('Date').fill('2027-03-28')
    await page.getByLabel('London time').fill('01:30')
    await page.getByText('London’s clocks skip that hour').waitFor()
    await page.getByLabel('Date').fill('2026-10-25')
    await page.getByText('The clocks go back in that hour').waitFor()
    await page.getByLabel(/01:30 GMT/).check()
    await page.getByLabel('Series').fill('Clocks')
    await page.getByLabel('Title').fill('Autumn')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Register it' }).click()
    await page.getByText('Under embargo until Sunday 25 October 2026, 01:30').waitFor()
    const id = decodeURIComponent(page.url().split('/releases/')[1]?.split('/')[0] ?? '')
    const { value } = await scene.ask<ReleaseInFull>('GET', `/api/releases/${id}`)
    expect(value.at).toBe(Date.UTC(2026, 9, 25, 1, 30))
  })
})

describe('a hundred files', () => {
  it('are read one after the other, and no more than a hundred', async () => {
    const { id } = await due('Many files')
    const page = await scene.open(`#/releases/${id}/files`)
    const files = Array.from({ length: 101 }, (_, number) => ({
      name: `table-${number}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(`a,${4_321 + number},${98_765 - number},${12_345 + 7 * number}\n`),
    }))
    const progress = page.getByText(/^\d+ of 100 files read/).waitFor()
    await page.locator('input[type=file]').setInputFiles(files)
    await progress
    await page.getByRole('button', { name: 'Register 100 files' }).click()
    await page.getByRole('link', { name: 'Files 100' }).waitFor({ timeout: 40_000 })
    await page.getByText('Only the first 100 files were taken').waitFor()
  })
})
