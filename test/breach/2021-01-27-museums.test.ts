import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { accessFor, london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * DCMS-sponsored museums and galleries, 2019/20. The pre-release mail was scheduled
 * for 09:30 on Wednesday 27 January 2021, 24 hours before the release, but the time
 * was set wrong and it left at about 08:50. It granted access to shared documents.
 * Source: breach report of that day.
 */
const WEDNESDAY_07_30 = london('2021-01-27 07:30')
const WEDNESDAY_08_50 = london('2021-01-27 08:50')
const WEDNESDAY_09_30 = london('2021-01-27 09:30')
const RELEASE_TIME = '2021-01-28 09:30'
const POLICY = 'policy@department.example'
const PRESS = 'press@department.example'

const MUSEUMS = [
  'British Museum',
  'National Gallery',
  'Tate',
  'V&A',
  'Science Museum Group',
  'Wallace Collection',
]
const { now, before } = tableOf(MUSEUMS, ['2016/17', '2017/18', '2018/19', '2019/20'], 2_600_000, 0, 20210127)
const release = releaseOf(
  'DCMS-sponsored museums and galleries, 2019/20',
  RELEASE_TIME,
  [POLICY, PRESS].map((address) => accessFor(address, RELEASE_TIME, 'Policy and press')),
)
const tables = { 'museums.xlsx': workbookOf({ Visits: now }) }
const office = officeWith(release, tables, { 'museums 2018-19.xlsx': workbookOf({ Visits: before }) })
const scheduledFor = (deliverAt: number | null) =>
  messageTo([POLICY, PRESS], { files: { 'pre-release.xlsx': workbookOf({ Visits: now }) }, deliverAt })

describe('27 January 2021, 08:50: a scheduled mail leaves forty minutes before access opens', () => {
  it('was a Wednesday', () =>
    expect(londonSentence(WEDNESDAY_08_50)).toBe('Wednesday 27 January 2021, 08:50'))
  it('holds a mail that is scheduled for 08:50, when it is written and not when it leaves', () => {
    expect(office(scheduledFor(WEDNESDAY_08_50), WEDNESDAY_07_30)).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'access-not-open', recipients: [POLICY, PRESS] }],
    })
  })
  it('holds one that is scheduled for a millisecond before the 24 hours begin', () => {
    expect(office(scheduledFor(WEDNESDAY_09_30 - 1), WEDNESDAY_07_30).verdict).toBe('block')
  })
  it('asks for a look, and no more, at one that is scheduled for 09:30, as was meant', () => {
    expect(office(scheduledFor(WEDNESDAY_09_30), WEDNESDAY_07_30)).toMatchObject({
      verdict: 'warn',
      findings: [{ reason: 'pre-release-access' }],
    })
  })
  it('holds the same mail without a schedule, and one whose schedule has passed', () => {
    expect(office(scheduledFor(null), WEDNESDAY_07_30).verdict).toBe('block')
    expect(office(scheduledFor(WEDNESDAY_07_30 - 1), WEDNESDAY_07_30).verdict).toBe('block')
  })
  it('warns of links to shared documents, which it cannot read', () => {
    const link = 'https://docs.google.com/document/d/1AbCdEf/edit'
    const html = `<p>The release is <a href="${link}">here</a>.</p>`
    expect(office(messageTo([POLICY, PRESS], { html }), WEDNESDAY_08_50)).toMatchObject({
      verdict: 'warn',
      findings: [{ kind: 'cloud-link' }],
    })
  })
})
