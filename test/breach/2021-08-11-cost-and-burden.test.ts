import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import {
  accessFor,
  list,
  london,
  messageTo,
  officeWith,
  releaseOf,
  tableOf,
  textFile,
  workbookOf,
} from './office.ts'

/*
 * Cost and burden of completing statistical surveys (NISRA). On Wednesday 11 August
 * 2021 the pre-release submission left at 12:22; at 13:31 the private office
 * acknowledged it, with the original mail attached, and copied in a generic mailbox
 * and a person without access. Source: breach report of 12 August 2021.
 */
const WEDNESDAY_13_31 = london('2021-08-11 13:31')
const RELEASE_TIME = '2021-08-12 09:30'
const MINISTER = 'minister@finance.example'
const PRESS_OFFICE = 'press.office@finance.example'
const ONE_MORE = 'adviser@finance.example'

const DEPARTMENTS = ['Agriculture', 'Communities', 'Economy', 'Education', 'Finance', 'Health', 'Justice']
const { now } = tableOf(DEPARTMENTS, ['Surveys', 'Responses', 'Hours', 'Cost, £'], 42_000, 0, 20210811)
const TABLES = workbookOf({ Burden: now })
const release = releaseOf('Cost and burden of completing surveys, 2019-20', RELEASE_TIME, [
  accessFor(MINISTER, RELEASE_TIME),
])
const office = officeWith(release, { 'burden.xlsx': TABLES })

const base64Lines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

/** A mail as Outlook attaches one: text, and a workbook inside it. */
const mailWith = (name: string, bytes: Uint8Array): Uint8Array =>
  textFile(
    [
      'From: Statistician <statistician@office.example>',
      `To: Minister <${MINISTER}>`,
      'Subject: Pre-release access: cost and burden',
      'Date: Wed, 11 Aug 2021 12:22:00 +0100',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The key findings are attached.',
      '--part',
      `Content-Type: application/octet-stream; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      base64Lines(bytes),
      '--part--',
      '',
    ].join('\r\n'),
  )

const submission = mailWith('burden.xlsx', TABLES)
const acknowledgement = (to: Parameters<typeof messageTo>[0], attached = submission) =>
  messageTo(to, {
    from: 'private.office@finance.example',
    text: 'Thank you, the Minister has seen this.',
    files: { 'Pre-release access.eml': attached },
  })

describe('11 August 2021, 13:31: an acknowledgement carries the original mail', () => {
  it('was a Wednesday, in summer time', () => {
    expect(londonSentence(WEDNESDAY_13_31)).toBe('Wednesday 11 August 2021, 13:31')
    expect(WEDNESDAY_13_31).toBe(Date.UTC(2021, 7, 11, 12, 31))
  })
  it('holds it for the workbook inside the attached mail, and names mailbox and person', () => {
    const { verdict, findings } = office(
      acknowledgement([MINISTER, list(PRESS_OFFICE), ONE_MORE]),
      WEDNESDAY_13_31,
    )
    expect(verdict).toBe('block')
    expect(findings[0]).toMatchObject({ kind: 'embargoed-file', recipients: [PRESS_OFFICE, ONE_MORE] })
    expect(findings[0]?.part).toMatch(/^Pre-release access\.eml › .*burden\.xlsx$/)
  })
  it('holds it when the mail is attached to a mail that is attached', () => {
    const twice = acknowledgement([ONE_MORE], mailWith('Original.eml', submission))
    expect(office(twice, WEDNESDAY_13_31).verdict).toBe('block')
  })
  it('holds a mail that has the figures in its text instead', () => {
    const rows = now.map((row) => row.join('\t')).join('\r\n')
    const typed = textFile(
      `From: statistician@office.example\r\nTo: ${MINISTER}\r\nSubject: Findings\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${rows}\r\n`,
    )
    expect(office(acknowledgement([ONE_MORE], typed), WEDNESDAY_13_31).verdict).toBe('block')
  })
  it('asks for a look, and no more, where it goes to the Minister alone', () => {
    expect(office(acknowledgement([MINISTER]), WEDNESDAY_13_31).verdict).toBe('warn')
  })
  it('lets it go at 09:30 on Thursday, and not a millisecond before', () => {
    expect(office(acknowledgement([ONE_MORE]), release.at - 1).verdict).toBe('block')
    expect(office(acknowledgement([ONE_MORE]), release.at).verdict).toBe('allow')
  })
})
