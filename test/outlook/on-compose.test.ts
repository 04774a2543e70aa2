import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOTIFICATION_CHARACTERS, NOTIFICATION_KEY, notificationOf } from '../../src/outlook/notification.ts'
import { onCompose } from '../../src/outlook/on-compose.ts'
import type { SendOver } from '../../src/outlook/send-over.ts'
import type { Surroundings } from '../../src/outlook/surroundings.ts'
import type { Finding } from '../../src/register/contract.ts'
import { answerOf, BROKEN, bringing, EMBARGOED, PUBLIC_SECTOR_EMPLOYMENT, UNREAD } from './answers.ts'
import { type FakeMessage, fakeItem, file, refuses, SAYS_NOTHING, tells } from './fake-item.ts'

const HELD = bringing(answerOf('block', [EMBARGOED]))
const NOT_YET = 'Embargo Guard could not check this message yet. It will be checked when you send it.'

function outlook(different: Partial<FakeMessage>, way: SendOver, mailbox = 14) {
  const { item, seen } = fakeItem(different)
  const around = (): Surroundings => ({
    item,
    person: 'ada@statistics.example',
    language: 'en-GB',
    service: {
      origin: 'https://guard.example',
      person: 'ada@statistics.example',
      language: 'en-GB',
      ways: [way],
    },
    supports: (set) => Number(set.split('.')[1]) <= mailbox,
  })
  return { around, seen, note: () => seen.notes.get(NOTIFICATION_KEY) }
}

/** Fires that many events at once, and tells how often Outlook was told that one is over. */
async function fire(around: () => Surroundings, times = 1): Promise<readonly unknown[]> {
  const told: unknown[] = []
  const all = Array.from({ length: times }, () =>
    onCompose({ completed: (reply) => told.push(reply) }, around),
  )
  await vi.runAllTimersAsync()
  await Promise.all(all)
  return told
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a message that is being written', () => {
  it('says in the compose window what is under embargo, until when, and opens the pane from there', async () => {
    const { around, note } = outlook({}, HELD)
    expect(await fire(around)).toEqual([{ allowEvent: true }])
    expect(note()).toEqual({
      type: 'insightMessage',
      icon: 'Icon.16',
      message: expect.stringMatching(/^PSE\.csv is embargoed until Tuesday 17 March 2020, 09:30\./),
      actions: [
        {
          actionType: 'showTaskPane',
          actionText: 'Open Embargo Guard',
          commandId: 'messageComposeOpenPane',
          contextData: '{}',
        },
      ],
    })
  })

  it('says it without a link in an Outlook that has none', async () => {
    const { around, note } = outlook({}, HELD, 9)
    await fire(around)
    expect(note()).toMatchObject({ type: 'informationalMessage', persistent: false, icon: 'Icon.16' })
  })

  it('takes its line away when nothing is under embargo any more', async () => {
    const { around, seen, note } = outlook({}, bringing(answerOf('allow')))
    seen.notes.set(NOTIFICATION_KEY, { type: 'insightMessage', message: 'old' })
    await fire(around)
    expect(note()).toBeUndefined()
  })

  it('is checked once for five files that are dropped together, and every event is ended', async () => {
    const way = vi.fn(HELD)
    const { around } = outlook({}, way)
    expect(await fire(around, 5)).toHaveLength(5)
    expect(way).toHaveBeenCalledTimes(1)
  })

  it('says that it is not checked yet when the service is out of reach and there is something in it', async () => {
    const { around, note } = outlook({ attachments: tells([file('a', 'PSE.xlsx', 9)]) }, BROKEN)
    await fire(around)
    expect(note()).toMatchObject({ message: NOT_YET })
  })

  it('says nothing when the service is out of reach and there is nothing in it', async () => {
    const { around, note } = outlook({}, BROKEN)
    await fire(around)
    expect(note()).toBeUndefined()
  })

  it.each([
    ['refuses the line', refuses()],
    ['says nothing to it', SAYS_NOTHING],
  ])('ends its event all the same when Outlook %s', async (_how, notes) => {
    const { around } = outlook({ notes }, HELD)
    expect(await fire(around)).toEqual([{ allowEvent: true }])
  })

  it('ends its event when Outlook breaks while it is looked at', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const told = await fire(() => {
      throw new Error('Office is gone')
    })
    expect(told).toEqual([{ allowEvent: true }])
    expect(warned).toHaveBeenCalledOnce()
    warned.mockRestore()
  })
})

describe('the line in the compose window', () => {
  const titled = (title: string, more: Partial<Finding> = {}): Finding => ({
    ...EMBARGOED,
    ...more,
    release: { ...PUBLIC_SECTOR_EMPLOYMENT, title },
  })
  const line = (finding: Finding, language: 'en' | 'cy' = 'en') =>
    notificationOf(answerOf(finding.verdict, [finding]), language) ?? ''

  it('keeps the time and the number of people however long the file’s name', () => {
    const shown = line({ ...EMBARGOED, part: 'Labour market overview and its regions '.repeat(9) })
    expect(shown.length).toBeLessThanOrEqual(NOTIFICATION_CHARACTERS)
    expect(shown).toMatch(
      /^Labour market.*… is embargoed until Tuesday 17 March 2020, 09:30\. One recipient may not have it\.$/,
    )
  })

  it('counts who may not have it', () => {
    expect(line(titled('PSE', { recipients: ['a@x', 'b@x'] }))).toMatch(/2 recipients may not have it\.$/)
  })

  it('is Welsh in a Welsh Outlook', () => {
    expect(line(titled('PSE'), 'cy')).toBe(
      'Mae PSE.csv dan embargo tan ddydd Mawrth 17 Mawrth 2020, 09:30. Ni chaiff un derbynnydd ei weld.',
    )
  })

  it('promises no time for a release that is postponed', () => {
    const postponed = { ...EMBARGOED, release: { ...PUBLIC_SECTOR_EMPLOYMENT, state: 'postponed' as const } }
    expect(line(postponed)).toMatch(/^PSE\.csv is embargoed, and its release is not confirmed\./)
  })

  it('promises no time for a release whose time has gone by without it', () => {
    const late = { ...EMBARGOED, release: { ...PUBLIC_SECTOR_EMPLOYMENT, at: 0 } }
    expect(line(late)).toMatch(/^PSE\.csv is embargoed, and its release is not confirmed\./)
  })

  it('quotes the service where something could not be read', () => {
    expect(line(UNREAD)).toBe(UNREAD.because)
  })

  it('tells what holds the message before what only needs a look', () => {
    const both = notificationOf(answerOf('block', [UNREAD, EMBARGOED]), 'en')
    expect(both).toMatch(/^PSE.csv is embargoed until/)
  })
})
