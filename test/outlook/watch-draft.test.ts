import { describe, expect, it } from 'vitest'
import type { OutlookItem } from '../../src/outlook/outlook-item.ts'
import { watchDraft } from '../../src/outlook/watch-draft.ts'

describe('the watch over a message', () => {
  it('tells of attachments and recipients that change, until it is ended', () => {
    const handlers = new Map<string, () => void>()
    const item: OutlookItem = {
      addHandlerAsync: (event, handler) => handlers.set(event, handler),
      removeHandlerAsync: (event) => handlers.delete(event),
    }
    let told = 0
    const end = watchDraft(item, () => {
      told += 1
    })
    for (const handler of handlers.values()) handler()
    expect(told).toBe(2)
    end()
    expect(handlers.size).toBe(0)
  })

  it('is quiet, and no exception, in an Outlook that has no such events', () => {
    expect(() => watchDraft({}, () => undefined)()).not.toThrow()
  })
})
