import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * Labour market statistics time series (ONS), due at 07:00 on Tuesday 20 April 2021.
 * Part of them came out 13 minutes late, because a system stopped to ask about an
 * error that was none. A guard that holds back after the release makes the same
 * breach: Code of Practice, T3.6. Source: breach report of 27 April 2021.
 */
const TUESDAY_07_00 = london('2021-04-20 07:00')
const RELEASE = releaseOf('Labour market overview: April 2021', '2021-04-20 07:00')
const JOURNALIST = 'newsdesk@paper.example'

const SERIES = ['LF24', 'MGSX', 'LF2S', 'MGRZ', 'MGSC', 'LF2M']
const { now } = tableOf(SERIES, ['Oct-Dec', 'Nov-Jan', 'Dec-Feb'], 32_000, 0, 20210420)
const files = { 'lms.xlsx': workbookOf({ LMS: now }) }
const mailing = messageTo([JOURNALIST], { files })

describe('20 April 2021, 07:00: a release is never delayed', () => {
  it('was a Tuesday, in summer time', () => {
    expect(londonSentence(TUESDAY_07_00)).toBe('Tuesday 20 April 2021, 07:00')
    expect(TUESDAY_07_00).toBe(Date.UTC(2021, 3, 20, 6))
  })
  it('holds the time series one millisecond before 07:00', () => {
    expect(officeWith(RELEASE, files)(mailing, TUESDAY_07_00 - 1).verdict).toBe('block')
  })
  it.each([
    ['at 07:00:00.000', 0],
    ['one millisecond later', 1],
    ['thirteen minutes later', 13 * 60_000],
  ])('lets it go %s, without a word', (_when, after) => {
    expect(officeWith(RELEASE, files)(mailing, TUESDAY_07_00 + after)).toEqual({
      verdict: 'allow',
      findings: [],
    })
  })
  it('holds it on after 07:00 where the release is put off to 09:30, and lets it go then', () => {
    const moved = officeWith(
      { ...RELEASE, at: london('2021-04-20 09:30'), london: '2021-04-20 09:30' },
      files,
    )
    expect(moved(mailing, TUESDAY_07_00).verdict).toBe('block')
    expect(moved(mailing, london('2021-04-20 09:30')).verdict).toBe('allow')
  })
  it('holds it on where the release is postponed without a new date', () => {
    expect(officeWith({ ...RELEASE, state: 'postponed' }, files)(mailing, TUESDAY_07_00).verdict).toBe(
      'block',
    )
  })
  it('lets it go at once where somebody has published it by hand', () => {
    const published = officeWith({ ...RELEASE, state: 'published' }, files)
    expect(published(mailing, TUESDAY_07_00 - 1).verdict).toBe('allow')
  })
})
