import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftSign } from '../../src/outlook/draft-sign.ts'
import { type FakeMessage, fakeItem, file, person, refuses, SAYS_NOTHING, tells } from './fake-item.ts'

async function signOf(different: Partial<FakeMessage>): Promise<string> {
  const sign = draftSign(fakeItem(different).item)
  await vi.runAllTimersAsync()
  return sign
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the sign by which a change of the message is seen', () => {
  it('stays the same while the message does', async () => {
    expect(await signOf({})).toBe(await signOf({}))
  })

  it.each<[string, Partial<FakeMessage>]>([
    ['a word is typed', { body: tells('<p>Hello!</p>') }],
    ['a file is attached', { attachments: tells([file('a', 'a.csv', 1)]) }],
    ['somebody is added', { bcc: tells([person('eve@elsewhere.example')]) }],
    ['the sender changes', { from: tells(person('team@statistics.example')) }],
    ['delivery is put off', { delivery: tells(1) }],
    ['Outlook refuses what it told before', { to: refuses() }],
    ['Outlook falls silent', { body: SAYS_NOTHING }],
  ])('changes when %s', async (_what, different) => {
    expect(await signOf(different)).not.toBe(await signOf({}))
  })

  it('changes when another file of the same name takes its place', async () => {
    const one = await signOf({ attachments: tells([file('a', 'a.csv', 1)]) })
    expect(await signOf({ attachments: tells([file('a', 'a.csv', 2)]) })).not.toBe(one)
  })

  it('is had without the content of any attachment', async () => {
    const { item, seen } = fakeItem({ attachments: tells([file('a', 'a.csv', 1)]) })
    const sign = draftSign(item)
    await vi.runAllTimersAsync()
    await sign
    expect(seen.calls.filter((call) => call.startsWith('content'))).toEqual([])
    expect(seen.mostAtOnce).toBeLessThanOrEqual(3)
  })
})
