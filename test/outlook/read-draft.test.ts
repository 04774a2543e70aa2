import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OutlookItem } from '../../src/outlook/outlook-item.ts'
import { CONTENT_MS, UNLISTED } from '../../src/outlook/read-attachments.ts'
import { ANSWER_MS, RECIPIENT_CAPS, readDraft } from '../../src/outlook/read-draft.ts'
import {
  CALLS_BACK_WITH_NOTHING,
  type FakeMessage,
  fakeItem,
  file,
  person,
  refuses,
  SAYS_NOTHING,
  tells,
  throws,
} from './fake-item.ts'

const PERSON = 'ada@statistics.example'

/** Reads a draft with a clock that runs as fast as the test does. */
async function read(item: OutlookItem) {
  const draft = readDraft(item, PERSON)
  await vi.runAllTimersAsync()
  return draft
}

const readAs = (different: Partial<FakeMessage>) => read(fakeItem(different).item)

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a draft that Outlook tells all of', () => {
  it('is read with sender, recipients, body and delivery time', async () => {
    const draft = await readAs({
      cc: tells([person('team@department.example', 'distributionList')]),
      bcc: tells([person('eve@elsewhere.example', 'externalUser')]),
      delivery: tells(new Date(Date.UTC(2020, 2, 17, 9, 30))),
    })
    expect(draft).toEqual({
      from: 'ada@statistics.example',
      recipients: [
        { address: 'bea@department.example', name: 'bea', kind: 'person' },
        { address: 'team@department.example', name: 'team', kind: 'distribution-list' },
        { address: 'eve@elsewhere.example', name: 'eve', kind: 'person' },
      ],
      body: { kind: 'html', text: '<p>Hello</p>' },
      attachments: [],
      deliverAt: Date.UTC(2020, 2, 17, 9, 30),
    })
  })

  it('is asked at most three things at a time', async () => {
    const files = ['1', '2', '3', '4', '5', '6'].map((id) => file(id, `${id}.csv`, 3))
    const contents = Object.fromEntries(
      files.map(({ id }) => [id, tells({ content: base64('1,2'), format: 'base64' })]),
    )
    const { item, seen } = fakeItem({ attachments: tells(files), contents })
    const draft = await read(item)
    expect(draft.attachments).toHaveLength(6)
    expect(seen.mostAtOnce).toBe(3)
  })
})

describe('the delivery time', () => {
  const NINE_THIRTY = Date.UTC(2020, 2, 17, 9, 30)
  it.each([
    ['a date', new Date(NINE_THIRTY), NINE_THIRTY],
    ['a number of milliseconds', NINE_THIRTY, NINE_THIRTY],
    ['a number written as text', String(NINE_THIRTY), NINE_THIRTY],
    ['an ISO text', '2020-03-17T09:30:00Z', NINE_THIRTY],
    ['0, which means none', 0, null],
    ['no date', new Date(Number.NaN), null],
    ['a text that is no time', 'tomorrow', null],
    ['nothing', null, null],
  ])('is understood when Outlook tells %s', async (_what, told, understood) => {
    expect((await readAs({ delivery: tells(told) })).deliverAt).toBe(understood)
  })

  it.each([
    ['refuses', refuses()],
    ['says nothing', SAYS_NOTHING],
  ])(
    'counts as none, so that the message is judged as leaving now, when Outlook %s',
    async (_how, manner) => {
      expect((await readAs({ delivery: manner })).deliverAt).toBeNull()
    },
  )

  it('is none in an Outlook that does not know it', async () => {
    const { delayDeliveryTime: _unknown, ...older } = fakeItem().item
    expect((await read(older)).deliverAt).toBeNull()
  })
})

describe('recipients that Outlook does not tell', () => {
  it.each([
    ['refuses', refuses()],
    ['says nothing', SAYS_NOTHING],
    ['throws', throws()],
    ['calls back with nothing', CALLS_BACK_WITH_NOTHING],
  ])('are somebody unknown, not nobody, when Outlook %s', async (_how, manner) => {
    const draft = await readAs({ bcc: manner })
    expect(draft.recipients).toEqual([
      { address: 'bea@department.example', name: 'bea', kind: 'person' },
      expect.objectContaining({ kind: 'unknown', address: 'recipients in Bcc that Outlook did not tell' }),
    ])
  })

  it('are somebody unknown in an item without the field', async () => {
    const { cc: _absent, ...item } = fakeItem().item
    expect((await read(item)).recipients).toContainEqual(expect.objectContaining({ kind: 'unknown' }))
  })

  it.each(RECIPIENT_CAPS)('are further ones, when a field is full with %i', async (cap) => {
    const many = Array.from({ length: cap }, (_, index) => person(`p${index}@department.example`))
    const recipients = (await readAs({ to: tells(many) })).recipients
    expect(recipients).toHaveLength(cap + 1)
    expect(recipients[cap]).toMatchObject({ kind: 'unknown', address: 'further recipients in To' })
  })

  it('are not suspected one below the cap', async () => {
    const many = Array.from({ length: 499 }, (_, index) => person(`p${index}@department.example`))
    expect((await readAs({ to: tells(many) })).recipients).toHaveLength(499)
  })

  it('are unknown where Outlook could not resolve them or has no address', async () => {
    const odd = [person('J Smith', 'other'), { displayName: 'Someone' }, {}]
    expect((await readAs({ to: tells(odd) })).recipients.map(({ kind }) => kind)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ])
  })
})

describe('the sender', () => {
  it.each([
    ['refuses', refuses()],
    ['says nothing', SAYS_NOTHING],
    ['tells no address', tells({})],
  ])('is the person of the mailbox when Outlook %s', async (_how, manner) => {
    expect((await readAs({ from: manner })).from).toBe(PERSON)
  })
})

describe('the body', () => {
  it.each([
    ['refuses', refuses(), 'refused-by-outlook'],
    ['throws', throws(), 'refused-by-outlook'],
    ['says nothing', SAYS_NOTHING, 'no-answer-from-outlook'],
  ])('is withheld, not empty, when Outlook %s', async (_how, manner, because) => {
    expect((await readAs({ body: manner })).body).toEqual({ kind: 'withheld', because })
  })
})

describe('attachments', () => {
  const one = (size: number, given: FakeMessage['contents'][string]) =>
    readAs({ attachments: tells([file('a', 'PSE.csv', size)]), contents: { a: given } })

  it('are files with the bytes that Outlook hands over', async () => {
    const [attachment] = (await one(7, tells({ content: base64('1,2,3\r\n'), format: 'base64' }))).attachments
    expect(attachment).toMatchObject({ kind: 'file', id: 'a', name: 'PSE.csv' })
    expect(attachment?.kind === 'file' && text(attachment.bytes)).toBe('1,2,3\r\n')
  })

  it('may be empty files', async () => {
    const [attachment] = (await one(0, tells({ content: '', format: 'base64' }))).attachments
    expect(attachment).toMatchObject({ kind: 'file', bytes: new Uint8Array(0) })
  })

  it('are withheld when they come empty although they have a size', async () => {
    const [attachment] = (await one(9, tells({ content: '', format: 'base64' }))).attachments
    expect(attachment).toMatchObject({ kind: 'withheld', because: 'empty-although-it-has-a-size' })
  })

  it.each([
    ['refuses', refuses(), 'refused-by-outlook'],
    ['throws', throws(), 'refused-by-outlook'],
    ['says nothing', SAYS_NOTHING, 'no-answer-from-outlook'],
    ['calls back with nothing', CALLS_BACK_WITH_NOTHING, 'refused-by-outlook'],
    ['hands over what is no base64', tells({ content: '<html>', format: 'base64' }), 'refused-by-outlook'],
    ['hands over a form we do not know', tells({ content: 'x', format: 'msg' }), 'refused-by-outlook'],
    ['hands over a link', tells({ content: 'https://drive.example/x', format: 'url' }), 'cloud-link'],
  ])('are withheld, with the reason, when Outlook %s', async (_how, manner, because) => {
    expect((await one(9, manner)).attachments).toEqual([
      { kind: 'withheld', id: 'a', name: 'PSE.csv', because },
    ])
  })

  it('are withheld as links, and not asked for, when they lie in the cloud', async () => {
    const cloud = { ...file('a', 'PSE.xlsx', 9), attachmentType: 'cloud' }
    const { item, seen } = fakeItem({ attachments: tells([cloud]) })
    const draft = await read(item)
    expect(draft.attachments).toEqual([
      { kind: 'withheld', id: 'a', name: 'PSE.xlsx', because: 'cloud-link' },
    ])
    expect(seen.calls).not.toContain('content a')
  })

  it.each([
    ['Tables for Monday', 'eml', 'Tables for Monday.eml'],
    ['Tables.EML', 'eml', 'Tables.EML'],
    ['Press round', 'iCalendar', 'Press round.ics'],
  ])('that are Outlook’s own items are files: %s as %s is %s', async (name, format, named) => {
    const attached = { ...file('m', name, 9), attachmentType: 'item' }
    const draft = await readAs({
      attachments: tells([attached]),
      contents: { m: tells({ content: 'Subject: Ŵy\r\n\r\n1,234', format }) },
    })
    expect(draft.attachments).toMatchObject([{ kind: 'file', name: named }])
    const [first] = draft.attachments
    expect(first?.kind === 'file' && text(first.bytes)).toBe('Subject: Ŵy\r\n\r\n1,234')
  })

  it.each([
    ['refuses', refuses(), 'refused-by-outlook'],
    ['says nothing', SAYS_NOTHING, 'no-answer-from-outlook'],
    ['throws', throws(), 'refused-by-outlook'],
  ])('are something withheld, not none, when Outlook %s to list them', async (_how, manner, because) => {
    expect((await readAs({ attachments: manner })).attachments).toEqual([
      { kind: 'withheld', id: '', name: UNLISTED, because },
    ])
  })

  it('are something withheld in an Outlook that cannot list them', async () => {
    const { getAttachmentsAsync: _absent, ...older } = fakeItem().item
    expect((await read(older)).attachments).toMatchObject([{ kind: 'withheld', name: UNLISTED }])
  })

  it('are listed afresh each time', async () => {
    const { item, seen } = fakeItem()
    await read(item)
    await read(item)
    expect(seen.calls.filter((call) => call === 'attachments')).toHaveLength(2)
  })
})

describe('an Outlook that says nothing to anything', () => {
  it('still gives a message, within the limits of its questions', async () => {
    const silent = {
      from: SAYS_NOTHING,
      to: SAYS_NOTHING,
      cc: SAYS_NOTHING,
      bcc: SAYS_NOTHING,
      body: SAYS_NOTHING,
      delivery: SAYS_NOTHING,
      attachments: SAYS_NOTHING,
    }
    const started = Date.now()
    const draft = await readAs(silent)
    expect(draft).toMatchObject({ body: { kind: 'withheld' }, attachments: [{ kind: 'withheld' }] })
    expect(draft.recipients.every(({ kind }) => kind === 'unknown')).toBe(true)
    expect(Date.now() - started).toBeLessThanOrEqual(3 * ANSWER_MS + CONTENT_MS)
  })
})
