import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationSettings } from '../../src/register/administration.ts'
import { BANK_HOLIDAYS } from '../../src/release/bank-holidays.ts'
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
  for (const month of ['05', '06', '07'])
    await register(scene, {
      series: 'Retail sales',
      title: `Retail sales ${month}`,
      at: `2026-${month}-21 07:00`,
    })
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

describe.each([320, 1280])('the settings, %i pixels wide', (width) => {
  it('ask twice before more may leave', async () => {
    const before = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    const policy = { ...before.value.policy, unreadable: 'warn' }
    await scene.ask('PUT', '/api/settings', { ...before.value, policy }, before.tag)
    const page = await scene.open('#/settings', { width })
    const save = page.getByRole('button', { name: 'Save the settings' })
    await page.getByLabel('has something that cannot be read').selectOption('allow')
    await page.getByText('This lets more leave than before').waitFor()
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('checkbox', { name: 'I know what may get out' }).check()
    await page.getByLabel('Type RELAX').fill('RELAX')
    await page.getByRole('button', { name: 'Add a series' }).click()
    await page.getByLabel('Series').last().fill(`Retail sales ${width}`)
    await page.getByLabel('London time').last().fill('7:00')
    await picture(page, `settings-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await save.click()
    await page.getByText('Saved.').waitFor()
    const { value } = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    expect(value.policy.unreadable).toBe('allow')
    expect(value.usualTimes).toContainEqual({ series: `Retail sales ${width}`, time: '07:00' })
  })

  it('show what another administrator changed meanwhile', async () => {
    const page = await scene.open('#/settings', { width })
    await page.getByLabel('In English').fill('Ring the statistics head of profession')
    const { value, tag } = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    await scene.ask('PUT', '/api/settings', { ...value, domains: [`office${width}.example`] }, tag)
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await page.getByText('Somebody else saved first').waitFor()
    await page
      .getByRole('cell', { name: `office${width}.example` })
      .last()
      .waitFor()
    expect(await page.getByLabel('In English').inputValue()).toBe('Ring the statistics head of profession')
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('what nobody may clear', () => {
  it('is ticked, with its consequence in words, and unticked only when asked twice', async () => {
    const page = await scene.open('#/settings', { width: 320 })
    await page.getByText('a second person can let it go').waitFor()
    await page.getByRole('checkbox', { name: 'a file of a release itself' }).check()
    await page.getByText('is not let go by anybody').waitFor()
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await page.getByText('Saved.').waitFor()
    const { value } = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    expect(value.neverCleared).toEqual(['embargoed-file'])
    await page.getByRole('checkbox', { name: 'a file of a release itself' }).uncheck()
    await page.getByText('a second person can clear a file of a release itself').waitFor()
    const save = page.getByRole('button', { name: 'Save the settings' })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('a bank holiday that was proclaimed late', () => {
  const LATE = { title: 'Proclaimed late', date: '2026-05-20', notes: '' }
  const list = JSON.stringify({
    ...BANK_HOLIDAYS,
    scotland: { division: 'scotland', events: [...BANK_HOLIDAYS.scotland.events, LATE] },
  })
  const file = (text: string) => ({
    name: 'bank-holidays.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })

  it('is asked about once GOV.UK’s list was added, and a file that is none changes nothing', async () => {
    const page = await scene.open('#/settings', { width: 320 })
    await page.getByText('from the list that comes with Embargo Guard').waitFor()
    await page.locator('input[type=file]').setInputFiles(file('<html>'))
    await page.getByText('This is not a list of bank holidays').waitFor()
    await page.locator('input[type=file]').setInputFiles(file(list))
    await page.getByText('from the list of GOV.UK that was added').waitFor()
    await page.getByText('This is not a list of bank holidays').waitFor({ state: 'detached' })
    await picture(page, 'settings-bank-holidays-320')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await page.getByText('Saved.').waitFor()
    const release = await scene.open('#/new')
    await release.getByLabel('Date').fill(LATE.date)
    await release.getByLabel('Proclaimed late').waitFor()
  })
})

describe.each([320, 1280])('the journal, %i pixels wide', (width) => {
  it('says in sentences what was done, and that it is whole', async () => {
    const page = await scene.open('#/journal', { width })
    await page.getByText('registered “Retail sales 07”').waitFor()
    await page.getByRole('button', { name: 'Verify the journal' }).click()
    await page.getByText('The journal is whole').waitFor()
    await picture(page, `journal-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.getByLabel('Show').selectOption('settings')
    await page.getByText('registered “Retail sales 07”').waitFor({ state: 'detached' })
  })
})

const CALENDAR = [
  'title,series,date,state,source',
  'Retail sales 05,Retail sales,2026-05-22 07:00,confirmed,',
  'Trade: July,Trade,2026-07-15 07:00,confirmed,/trade/july',
  'Trade: August,Trade,sometime,confirmed,/trade/august',
].join('\n')

describe.each([320, 1280])('a calendar to import, %i pixels wide', (width) => {
  it('shows what it would change, and by line and field what is wrong in it', async () => {
    const page = await scene.open('#/imports', { width })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'calendar.csv', mimeType: 'text/csv', buffer: Buffer.from(CALENDAR) })
    await page.getByRole('heading', { name: 'in the file' }).waitFor()
    await page.getByText('Line 4').first().waitFor()
    await page.getByRole('heading', { name: /releases? to add$/ }).waitFor()
    await picture(page, `import-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
})

describe('a calendar', () => {
  it('is imported as it was shown, and then changes nothing more', async () => {
    const page = await scene.open('#/imports')
    const file = {
      name: 'calendar.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'title,series,date,state,source\nGDP: July,GDP,2026-07-16 07:00,confirmed,/gdp/july\n',
      ),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Make these changes' }).click()
    await page.getByText('The calendar is imported.').waitFor()
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Nothing would change').or(page.getByText('1 release unchanged')).waitFor()
  })

  it.each(['csv', 'ics', 'json'])('of the register is given as %s', async (kind) => {
    const page = await scene.open('#/imports')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: kind.toUpperCase() }).click()
    expect((await file).suggestedFilename()).toBe(`releases.${kind}`)
  })
})

describe('a check in the journal', () => {
  it('leads to what to do when its message went out, with the times and the report', async () => {
    const page = await scene.open('#/journal', { width: 320 })
    await page.getByLabel('Show').selectOption('check')
    await page.getByRole('button', { name: 'This went out' }).first().click()
    await page.getByRole('heading', { name: 'It went out: what to do now' }).waitFor()
    await page.getByRole('button', { name: 'Now: Noticed' }).click()
    await page.getByText('Done: Tuesday 12 May 2026').waitFor()
    await picture(page, 'went-out-320')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as .docx' }).click()
    expect((await file).suggestedFilename()).toBe('breach-report.docx')
    await page.getByRole('button', { name: 'Copy as text' }).click()
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('12 May 2026')
  })

  it('that was held leads nowhere: its message did not leave', async () => {
    const page = await scene.open('#/journal')
    await page.getByLabel('Show').selectOption('check')
    const held = page.getByRole('listitem').filter({ hasText: ': held.' })
    await held.first().waitFor()
    expect(await held.getByRole('button', { name: 'This went out' }).count()).toBe(0)
  })
})

describe('a change in the journal', () => {
  it('is shown with what was before and after', async () => {
    const { value, tag } = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    await scene.ask('PUT', '/api/settings', { ...value, domains: ['before.example'] }, tag)
    const now = await scene.ask<OrganisationSettings>('GET', '/api/settings')
    await scene.ask('PUT', '/api/settings', { ...now.value, domains: ['after.example'] }, now.tag)
    const page = await scene.open('#/journal')
    await page.getByLabel('Show').selectOption('settings')
    await page.getByText('changed the settings').first().waitFor()
    await page.getByText('What exactly').first().click()
    await page.getByRole('row', { name: 'Own domains before.example after.example' }).waitFor()
    await picture(page, 'journal-change-1280')
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
