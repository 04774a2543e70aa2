import { describe, expect, it } from 'vitest'
import { finished, inspect } from '../../src/guard.ts'
import type { Message, Recipient } from '../../src/message/message.ts'
import { summaryOf } from '../../src/pane/summary.ts'
import type { Finding, VerdictKind } from '../../src/register/contract.ts'
import { answerOf, EMBARGOED, PUBLIC_SECTOR_EMPLOYMENT, TUESDAY_09_30, UNREAD } from '../outlook/answers.ts'

const person = (address: string): Recipient => ({ address, name: address, kind: 'person' })
const csv = (name: string, text: string): Message['attachments'][number] => ({
  kind: 'file',
  id: name,
  name,
  bytes: Buffer.from(text),
})
const MESSAGE: Message = {
  from: 'ada@statistics.example',
  recipients: ['bea@department.example', 'ben@statistics.example', 'Cai@Department.Example'].map(person),
  body: { kind: 'html', text: '<p>Hello</p>' },
  attachments: [csv('notes.csv', 'a,b\n'), csv('PSE.csv', 'Total,5474,5511,5520\n')],
  deliverAt: null,
}
const PARTS = finished(inspect(MESSAGE))
const summary = (verdict: VerdictKind, findings: readonly Finding[]) =>
  finished(summaryOf(answerOf(verdict, findings), MESSAGE, PARTS))

describe('a judged message in the pane', () => {
  it('has everybody in one of three groups, by what the gravest finding about them says', () => {
    const looked: Finding = {
      ...EMBARGOED,
      verdict: 'warn',
      reason: 'weak-evidence',
      recipients: ['ben@statistics.example', 'bea@department.example'],
    }
    const { recipients } = summary('block', [
      looked,
      { ...EMBARGOED, recipients: ['bea@department.example'] },
    ])
    expect(recipients.map(({ leave, reasons }) => [leave, ...reasons])).toEqual([
      ['may-not', 'without-access'],
      ['look-first', 'weak-evidence'],
      ['may'],
    ])
  })

  it('knows an address however it is written', () => {
    const { recipients } = summary('block', [{ ...EMBARGOED, recipients: ['cai@department.example'] }])
    expect(recipients.map(({ leave }) => leave)).toEqual(['may', 'may', 'may-not'])
  })

  it('gives one reason once, though two files are held for it', () => {
    const { recipients } = summary('block', [EMBARGOED, { ...EMBARGOED, part: 'notes.csv' }])
    expect(recipients[0]?.reasons).toEqual(['without-access'])
  })

  it('shows what is held before what may go, and leaves out a text without figures', () => {
    expect(summary('block', [EMBARGOED]).parts.map(({ part, verdict }) => [part, verdict])).toEqual([
      ['PSE.csv', 'block'],
      ['notes.csv', 'allow'],
    ])
  })

  it('shows the text when something is said of it', () => {
    const finding: Finding = { ...UNREAD, part: 'message body' }
    expect(summary('warn', [finding]).parts.map(({ part }) => part)).toContain('message body')
  })

  it('has each release once, the next first', () => {
    const later = { ...PUBLIC_SECTOR_EMPLOYMENT, id: 'r2', at: TUESDAY_09_30 + 1 }
    const findings = [{ ...EMBARGOED, release: later }, EMBARGOED, EMBARGOED]
    expect(summary('block', findings).releases.map(({ id }) => id)).toEqual(['r1', 'r2'])
  })

  it('has the place in the sender’s own file, read from that file', () => {
    const { parts } = summary('block', [EMBARGOED])
    expect(parts[0]?.evidence).toEqual([
      { where: 'row 1', figures: expect.any(Number), text: 'Total | 5474 | 5511 | 5520' },
    ])
    expect(parts[1]?.evidence).toEqual([])
  })

  it('counts the figures of all parts', () => {
    expect(summary('allow', []).figures).toBe(3)
  })
})
