import { describe, expect, it } from 'vitest'
import { finished } from '../../src/guard.ts'
import { londonSentence } from '../../src/release/london-time.ts'
import { testCopyOf } from '../../src/test-copy/test-copy.ts'
import { type Files, london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * Bovine TB dashboard (Defra). On Tuesday 9 March 2021 at 15:22, eighteen hours
 * early, a test of a step of publishing ran with the real data; they were public for
 * about eight minutes. The test of 16 March 2020 had the same cause. What the guard
 * sees of such a test is the mail that carries the data to it. Source: breach report.
 */
const TUESDAY_15_22 = london('2021-03-09 15:22')
const RELEASE = releaseOf('Incidence of TB in cattle: December 2020', '2021-03-10 09:30')
const PUBLISHING = ['web.team@supplier.example', 'dashboard@supplier.example']

const AREAS = ['High risk', 'Edge', 'Low risk', 'England', 'Wales', 'Scotland']
const months = ['Aug 2020', 'Sep 2020', 'Oct 2020', 'Nov 2020', 'Dec 2020']
const { now, before } = tableOf(AREAS, months, 2_900, 0, 20210309)
const DATA = workbookOf({ Herds: now })
const office = officeWith(
  RELEASE,
  { 'dashboard-data.xlsx': DATA },
  { 'november.xlsx': workbookOf({ Herds: before }) },
)
const toTest = (files: Files) => messageTo(PUBLISHING, { text: 'Please test the upload with this.', files })

describe('9 March 2021, 15:22: a publishing step is tested with tomorrow’s data', () => {
  it('was a Tuesday, some eighteen hours before the release', () => {
    expect(londonSentence(TUESDAY_15_22)).toBe('Tuesday 9 March 2021, 15:22')
    expect(Math.floor((RELEASE.at - TUESDAY_15_22) / 3_600_000)).toBe(18)
  })
  it('holds the data on their way to those who test', () => {
    expect(office(toTest({ 'test.xlsx': DATA }), TUESDAY_15_22)).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'embargoed-file', recipients: PUBLISHING }],
    })
  })
  it('lets a blank test copy of the same data go, which is all that the test needs', () => {
    const copy = finished(testCopyOf('dashboard-data.xlsx', DATA))
    expect(copy).toMatchObject({ kind: 'copy', name: 'dashboard-data TEST.xlsx', replaced: 30 })
    const files = copy.kind === 'copy' ? { [copy.name]: copy.bytes } : {}
    expect(office(toTest(files), TUESDAY_15_22)).toEqual({ verdict: 'allow', findings: [] })
  })
  it('lets last month’s data go, with which one may test as well', () => {
    const files = { 'november.xlsx': workbookOf({ Herds: before }) }
    expect(office(toTest(files), TUESDAY_15_22).verdict).toBe('allow')
  })
  it('holds the data one millisecond before 09:30 on Wednesday, and lets them go at 09:30', () => {
    expect(office(toTest({ 'test.xlsx': DATA }), RELEASE.at - 1).verdict).toBe('block')
    expect(office(toTest({ 'test.xlsx': DATA }), RELEASE.at).verdict).toBe('allow')
  })
})
