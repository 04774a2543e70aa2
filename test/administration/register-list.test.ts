import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  accessibilityFaults,
  closeAll,
  fillRegister,
  isTooWide,
  picture,
  register,
  type Scene,
  startScene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
  await fillRegister(scene)
})
afterEach(() => closeAll(scene))
afterAll(() => scene.service.stop())

describe.each([320, 1280])('the register, %i pixels wide', (width) => {
  it('says what is under embargo, what lifts next, and counts down', async () => {
    const page = await scene.open('', { width })
    await page.getByRole('heading', { name: /^\d+ releases under embargo/ }).waitFor()
    await page.getByRole('timer').first().waitFor()
    await page.getByText(/^\d+ releases found/).waitFor()
    await picture(page, `list-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })

  it('offers a release with its details and what can be done with its time', async () => {
    const page = await scene.open('', { width })
    await page.getByRole('link', { name: 'Retail sales: May 2026' }).first().click()
    await page.getByText('Under embargo until').waitFor()
    await page.getByRole('button', { name: 'Postpone' }).click()
    await page.getByRole('button', { name: 'Postpone' }).click()
    await page.getByText('Say why: the reason is kept with the change.').waitFor()
    await picture(page, `release-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })

  it('spells out the time of a new release, and asks what is unusual of it', async () => {
    const page = await scene.open('#/new', { width })
    await page.getByText('Wednesday 13 May 2026, 09:30 BST, in 17 h 30 min').first().waitFor()
    await picture(page, `new-${width}`)
    await page.getByLabel('Date').fill('2026-05-23')
    await page.getByLabel('London time').fill('08:00')
    await page.getByLabel('is at a weekend').waitFor()
    await picture(page, `new-unusual-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
})

describe('the register', () => {
  it('shows what somebody else registers, without being asked', async () => {
    const page = await scene.open('')
    await page.getByText(/^\d+ releases found/).waitFor()
    const { value } = await register(scene, { series: 'Trade', title: 'UK trade', at: '2026-05-14 07:00' })
    await page.getByRole('link', { name: 'UK trade' }).first().waitFor({ timeout: 4_000 })
    expect(value.state).toBe('confirmed')
  })
})

describe('a search', () => {
  it('is asked when typing pauses, not at each letter, and says that it is under way', async () => {
    const page = await scene.open('')
    await page.getByText(/^\d+ releases found/).waitFor()
    const asked: string[] = []
    await page.route('**/api/releases?*search=*', async (route) => {
      asked.push(new URL(route.request().url()).searchParams.get('search') ?? '')
      await page.getByRole('status').filter({ hasText: 'Looking it up' }).waitFor()
      await route.continue()
    })
    await page.getByRole('searchbox').pressSequentially('household', { delay: 20 })
    await page.getByRole('status').filter({ hasText: 'Looking it up' }).waitFor()
    await page.getByText(/^\d+ releases? found/).waitFor()
    expect(asked.length).toBeLessThan(3)
    expect(asked.at(-1)).toBe('household')
  })

  it('that finds nothing says what to do', async () => {
    const page = await scene.open('', { width: 320 })
    await page.getByRole('searchbox').fill('no such thing')
    await page.getByText('Nothing is found. Search for fewer words').waitFor()
    await picture(page, 'list-nothing-320')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Show all releases' }).click()
    await page.getByText(/^\d+ releases found/).waitFor()
  })
})

describe('an empty register', () => {
  it('says what to do first', async () => {
    const page = await scene.open('#/imports', { width: 320 })
    await page.route('**/api/releases?*', (route) =>
      route.fulfill({
        json: { at: Date.now(), total: 0, page: 1, size: 20, releases: [], next: null, embargoed: 0 },
      }),
    )
    await page.reload()
    await page.getByRole('link', { name: 'Releases' }).click()
    await page.getByLabel('Show').selectOption('all')
    await page.getByText('The register is empty. Add the next release').waitFor()
    await picture(page, 'list-empty-320')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Import a calendar' }).click()
    await page.getByRole('heading', { name: 'Import a release calendar' }).waitFor()
  })
})

describe('a service that is away', () => {
  it('leaves what is typed in its fields, and takes it when it is back', async () => {
    const page = await scene.open('#/new')
    await page.getByLabel('Series').fill('Typed before')
    await page.getByLabel('Title').fill('Typed before: June')
    await page.route('**/api/releases', (route) => route.abort())
    await page.getByRole('button', { name: 'Register it' }).click()
    await page.getByText('What you typed is still here').waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Typed before: June')
    await picture(page, 'new-away-1280')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.unroute('**/api/releases')
    await page.getByRole('button', { name: 'Register it' }).click()
    await page.getByText('No files are registered.').waitFor()
    scene.opened[0]?.forgive(/ERR_FAILED/)
  })

  it('is named where nothing could be read, with the way to try again', async () => {
    const page = await scene.open('#/journal')
    await page.route('**/api/**', (route) => route.abort())
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('The service cannot be reached. Check your connection').waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'What happens to a message' }).waitFor()
    scene.opened[0]?.forgive(/ERR_FAILED/)
  })
})
