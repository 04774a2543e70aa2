import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Faults } from '../../src/stand-in/faults.ts'
import { openScene, type Scene } from './scene.ts'

const SILENT_FOR_MS = 1_000

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.open())

const fail = (faults: Faults): Promise<void> =>
  scene.page.evaluate((given) => window.standIn.fail(given), faults)

/** Asks in the add-in’s page, and gives up after a while. */
async function askWithin(method: string, ms: number): Promise<unknown> {
  const runtime = await scene.frame('runtime')
  return runtime.evaluate(
    ([name, limit]) =>
      Promise.race([
        window.addIn.ask(name),
        new Promise((settle) => setTimeout(() => settle('never called back'), limit)),
      ]),
    [method, ms] as const,
  )
}

describe('Outlook as it is in the field', () => {
  it('may never answer: then the library never calls back', async () => {
    await fail({ 'subject.getAsync': { kind: 'silent' } })
    expect(await askWithin('subject.getAsync', SILENT_FOR_MS)).toBe('never called back')
    expect(await askWithin('to.getAsync', SILENT_FOR_MS)).toEqual({ value: [] })
  })

  it('may lose the message: then the library never calls back either', async () => {
    await fail({ 'subject.getAsync': { kind: 'transport', code: -5 } })
    expect(await askWithin('subject.getAsync', SILENT_FOR_MS)).toBe('never called back')
  })

  it('may refuse, by its code', async () => {
    await fail({ getAttachmentContentAsync: { kind: 'refused', code: 5001 } })
    expect(await scene.ask('getAttachmentContentAsync', 'any')).toMatchObject({ refused: 5001 })
  })

  it('may answer late', async () => {
    await fail({ 'to.getAsync': { kind: 'late', byMs: 400 } })
    expect(await askWithin('to.getAsync', 100)).toBe('never called back')
    expect(await askWithin('to.getAsync', 10_000)).toEqual({ value: [] })
  })

  it('may hand over an attachment with nothing in it, although it has a size', async () => {
    await scene.page.evaluate(() => window.standIn.attach([{ name: 'a.txt', base64: btoa('abc') }]))
    await fail({ getAttachmentContentAsync: { kind: 'empty' } })
    expect(await scene.ask('getAttachmentsAsync')).toMatchObject({ value: [{ size: 3 }] })
    const id = await scene.page.evaluate(() => window.standIn.draft().attachments[0]?.id ?? '')
    expect(await scene.ask('getAttachmentContentAsync', id)).toMatchObject({
      value: { content: '' },
    })
  })

  it('may do so with every call', async () => {
    await fail({ '*': { kind: 'refused', code: 9030 } })
    expect(await scene.ask('subject.getAsync')).toMatchObject({ refused: 9030 })
    expect(await scene.ask('getAttachmentsAsync')).toMatchObject({ refused: 9030 })
  })
})

describe('a browser that blocks the storage of frames', () => {
  it('still runs the add-in; the library then asks the person about localhost', async () => {
    const blocked = await openScene({ storageBlocked: true })
    await blocked.open()
    expect(await blocked.ask('subject.getAsync')).toEqual({ value: '' })
    expect(blocked.browser.dialogs.length).toBeGreaterThan(0)
    await blocked.close()
  })
})

describe('a person who was not told beforehand', () => {
  it('is asked once by the library whether localhost may act as Outlook', async () => {
    const fresh = await openScene()
    await fresh.open('?ask')
    expect(fresh.browser.dialogs).toEqual([expect.stringContaining('localhost')])
    await fresh.open('?ask')
    expect(fresh.browser.dialogs).toHaveLength(1)
    await fresh.close()
  })
})
