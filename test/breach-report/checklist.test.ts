import { describe, expect, it } from 'vitest'
import { checklistOf } from '../../src/breach-report/checklist.ts'
import { deletionRequestOf } from '../../src/breach-report/deletion-request.ts'
import {
  COLLEAGUES,
  JOURNAL_ONLY,
  MONDAY_14_43,
  MONDAY_14_49,
  SIXTEENTH_OF_MARCH,
  TEAM_INBOX,
} from './records.ts'

describe('what to do when something got out', () => {
  it('is to recall, to ask for deletion, to inform, to collect answers and to report, in this order', () => {
    expect(checklistOf(JOURNAL_ONLY, 'en').map(({ name, doneAt, done }) => [name, doneAt, done])).toEqual([
      ['recall', null, ''],
      ['request-deletion', null, ''],
      ['inform', null, ''],
      ['collect-confirmations', null, ''],
      ['report', null, ''],
    ])
  })
  it('keeps the times at which each was done, and how long after sending that was', () => {
    const [recall, request, inform] = checklistOf(SIXTEENTH_OF_MARCH, 'en')
    expect(recall).toMatchObject({
      doneAt: MONDAY_14_43,
      done: 'Monday 16 March 2020, 14:43 (1 minute after it was sent)',
    })
    expect(request).toMatchObject({
      doneAt: MONDAY_14_49,
      done: 'Monday 16 March 2020, 14:49 (7 minutes after it was sent)',
    })
    expect(inform?.doneAt).toBeNull()
  })
  it('counts the answers as collected only when everybody without access has answered', () => {
    const withDeletions = (addresses: readonly string[]) =>
      checklistOf(
        {
          ...SIXTEENTH_OF_MARCH,
          afterwards: {
            ...SIXTEENTH_OF_MARCH.afterwards,
            deletions: addresses.map((address, index) => ({ address, at: MONDAY_14_49 + index })),
          },
        },
        'en',
      ).find(({ name }) => name === 'collect-confirmations')?.doneAt
    expect(withDeletions(COLLEAGUES)).toBeNull()
    expect(withDeletions([...COLLEAGUES, TEAM_INBOX])).toBe(MONDAY_14_49 + 4)
  })
  it('says it in Welsh, with “munud” softened after two', () => {
    const [recall] = checklistOf(
      {
        ...SIXTEENTH_OF_MARCH,
        afterwards: { ...SIXTEENTH_OF_MARCH.afterwards, recalledAt: MONDAY_14_43 + 60_000 },
      },
      'cy',
    )
    expect(recall).toMatchObject({
      title: 'Galw’r neges yn ôl',
      done: 'dydd Llun 16 Mawrth 2020, 14:44 (2 funud ar ôl ei hanfon)',
    })
  })
})

describe('the request to delete', () => {
  const request = deletionRequestOf(SIXTEENTH_OF_MARCH, 'en')

  it('goes to everybody without access, and to nobody with it', () => {
    const { message } = SIXTEENTH_OF_MARCH
    const recipients = [...message.recipients, { address: 'minister@department.example', hasAccess: true }]
    const mixed = deletionRequestOf({ ...SIXTEENTH_OF_MARCH, message: { ...message, recipients } }, 'en')
    expect(mixed.to).toEqual([...COLLEAGUES, TEAM_INBOX])
  })
  it('names message, file, release and time, and asks for an answer', () => {
    expect(request.subject).toContain('Public sector employment, UK: December 2019')
    expect(request.body).toContain('At 14:42 on Monday 16 March 2020 I sent you a message in error.')
    expect(request.body).toContain('“PSE_tables.xlsx”')
    expect(request.body).toContain('due on Tuesday 17 March 2020, 09:30')
    expect(request.body).toContain('Answer this message when it is done')
  })
  it('tells no figure, not even how many there were', () => {
    expect(request.body).not.toContain('312')
  })
  it('does without attachment and date where there is none', () => {
    const { message, output } = SIXTEENTH_OF_MARCH
    const found = [{ part: 'message body', kind: 'embargoed-figures', figures: 3 }] as const
    const { body } = deletionRequestOf(
      { ...SIXTEENTH_OF_MARCH, output: { ...output, dueAt: null }, message: { ...message, found } },
      'en',
    )
    expect(body).toContain(
      'It contains statistics that are not published yet: Public sector employment, UK: December 2019.',
    )
    expect(body).not.toContain('message body')
  })
  it('says it in Welsh', () => {
    const { subject, body } = deletionRequestOf(SIXTEENTH_OF_MARCH, 'cy')
    expect(subject).toMatch(/^Dilëwch neges/)
    expect(body).toContain('Am 14:42 ar ddydd Llun 16 Mawrth 2020')
    expect(body).toContain('i’w cyhoeddi ddydd Mawrth 17 Mawrth 2020, 09:30')
  })
})
