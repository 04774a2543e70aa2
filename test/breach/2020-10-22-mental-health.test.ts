import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { accessFor, london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * Mental health of children and young people (NHS Digital). On Thursday 22 October
 * 2020 at 08:50, forty minutes before the release, somebody with access forwarded
 * the pre-release mail to somebody without. Source: breach report of that day.
 */
const THURSDAY_08_50 = london('2020-10-22 08:50')
const RELEASE_TIME = '2020-10-22 09:30'
const WITH_ACCESS = 'policy.lead@department.example'
const COLLEAGUE = 'colleague@department.example'

const AGES = ['5 to 7', '8 to 10', '11 to 13', '14 to 16', '17 to 19', '20 to 22']
const { now } = tableOf(AGES, ['Boys', 'Girls', 'All', 'Lower limit', 'Upper limit'], 16, 1, 20201022)
const release = releaseOf('Mental health of children and young people, 2020', RELEASE_TIME, [
  accessFor(WITH_ACCESS, RELEASE_TIME, 'Policy lead'),
])
const office = officeWith(release, { 'mhcyp.xlsx': workbookOf({ Table1: now }) })
const table = now.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
const forwarded = (to: string) =>
  messageTo([to], {
    from: WITH_ACCESS,
    html: `<p>See below.</p><hr><p><b>From:</b> statistician<br><b>Subject:</b> Pre-release access</p><table>${table}</table>`,
  })

describe('22 October 2020, 08:50: the pre-release mail is forwarded forty minutes early', () => {
  it('was a Thursday, three days before the clocks went back', () => {
    expect(londonSentence(THURSDAY_08_50)).toBe('Thursday 22 October 2020, 08:50')
    expect(THURSDAY_08_50).toBe(Date.UTC(2020, 9, 22, 7, 50))
  })
  it('holds the forward, whose table stands in the quoted mail', () => {
    expect(office(forwarded(COLLEAGUE), THURSDAY_08_50)).toMatchObject({
      verdict: 'block',
      findings: [{ part: 'message body', recipients: [COLLEAGUE] }],
    })
  })
  it('does not mind who forwards: access is to have, not to hand on', () => {
    expect(office({ ...forwarded(COLLEAGUE), from: COLLEAGUE }, THURSDAY_08_50).verdict).toBe('block')
  })
  it('holds it one millisecond before 09:30, and lets it go at 09:30', () => {
    expect(office(forwarded(COLLEAGUE), release.at - 1).verdict).toBe('block')
    expect(office(forwarded(COLLEAGUE), release.at).verdict).toBe('allow')
  })
})
