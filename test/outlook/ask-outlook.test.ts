import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OfficeReply } from '../../src/outlook/ask-outlook.ts'
import { askOutlook } from '../../src/outlook/ask-outlook.ts'
import {
  CALLS_BACK_WITH_NOTHING,
  type Manner,
  meet,
  refuses,
  SAYS_NOTHING,
  tells,
  throws,
} from './fake-item.ts'

const asked = (manner: Manner<string>) => askOutlook<string>((reply) => meet(manner, reply), 5_000)

describe('a question to Outlook', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    // Before the timers: what was put in their place would come back as it was then.
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is answered with what Outlook tells', async () => {
    const answer = asked(tells('hello'))
    await vi.runAllTimersAsync()
    expect(await answer).toEqual({ kind: 'answered', value: 'hello' })
  })

  it('is refused with Outlook’s own reason', async () => {
    const answer = asked(refuses('Elevated permission is required'))
    await vi.runAllTimersAsync()
    expect(await answer).toEqual({ kind: 'refused', message: 'Elevated permission is required' })
  })

  it('is refused when Outlook throws instead of calling back', async () => {
    expect(await asked(throws('not in this mode'))).toEqual({
      kind: 'refused',
      message: 'Error: not in this mode',
    })
  })

  it('is refused when Outlook calls back with nothing at all', async () => {
    const answer = asked(CALLS_BACK_WITH_NOTHING)
    await vi.runAllTimersAsync()
    expect(await answer).toMatchObject({ kind: 'refused' })
  })

  it('is refused, and not answered with nothing, when Outlook gives neither value nor reason', async () => {
    // @ts-expect-error What no type allows and a broken host does.
    const answer = askOutlook<string>((reply) => reply({ status: 'failed' }), 5_000)
    expect(await answer).toEqual({ kind: 'refused', message: 'Outlook gave no reason' })
  })

  it('is over after its time limit when Outlook says nothing, not a millisecond before', async () => {
    let settled = false
    const answer = asked(SAYS_NOTHING).then((given) => {
      settled = true
      return given
    })
    await vi.advanceTimersByTimeAsync(4_999)
    expect(settled).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toEqual({ kind: 'silent', afterMs: 5_000 })
  })

  it('stays silent when the answer comes after the time limit', async () => {
    let late: (result: OfficeReply<string>) => void = () => undefined
    const answer = askOutlook<string>((reply) => {
      late = reply
    }, 5_000)
    await vi.advanceTimersByTimeAsync(5_000)
    late({ status: 'succeeded', value: 'too late', error: null })
    expect(await answer).toMatchObject({ kind: 'silent' })
  })

  it('is answered in a runtime without timers too', async () => {
    vi.stubGlobal('setTimeout', undefined)
    const answer = askOutlook<string>((reply) => reply({ status: 'succeeded', value: 'hi', error: null }), 5)
    expect(await answer).toEqual({ kind: 'answered', value: 'hi' })
  })
})
