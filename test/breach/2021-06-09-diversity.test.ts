import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { accessFor, london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * Biannual diversity statistics, April 2021 (Ministry of Defence), due on Thursday
 * 10 June 2021. The pre-release mail of Wednesday at 09:30 went to everybody on the
 * list, among them somebody who had changed roles. Source: breach report of 9 June 2021.
 */
const WEDNESDAY_09_30 = london('2021-06-09 09:30')
const RELEASE_TIME = '2021-06-10 09:30'
const STILL_IN_POST = 'director@defence.example'
const CHANGED_ROLES = 'former.adviser@defence.example'
const LEFT_THE_POST = london('2021-05-28 17:00')

const SERVICES = ['Royal Navy', 'Army', 'Royal Air Force', 'All services']
const { now } = tableOf(
  SERVICES,
  ['Women', 'Ethnic minority', 'Officers', 'Other ranks'],
  21_000,
  0,
  20210609,
)
const files = { 'diversity.xlsx': workbookOf({ Table1: now }) }
const release = releaseOf('Biannual diversity statistics: April 2021', RELEASE_TIME, [
  accessFor(STILL_IN_POST, RELEASE_TIME, 'Director of personnel'),
  { ...accessFor(CHANGED_ROLES, RELEASE_TIME, 'Adviser'), expiresAt: LEFT_THE_POST },
])
const office = officeWith(release, files)
const mailing = messageTo([STILL_IN_POST, CHANGED_ROLES], { files })

describe('9 June 2021, 09:30: the list still has somebody who changed roles', () => {
  it('was a Wednesday', () => expect(londonSentence(WEDNESDAY_09_30)).toBe('Wednesday 9 June 2021, 09:30'))
  it('holds the mailing, and names the one whose access ended with the post', () => {
    expect(office(mailing, WEDNESDAY_09_30)).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'access-expired', recipients: [CHANGED_ROLES] }],
    })
  })
  it('asks for a look, and no more, when that one is taken off the message', () => {
    expect(office(messageTo([STILL_IN_POST], { files }), WEDNESDAY_09_30).verdict).toBe('warn')
  })
  it('ends access with the very instant that the list says', () => {
    const untilTen = london('2021-06-09 10:00')
    const expiring = officeWith(
      { ...release, access: [{ ...accessFor(CHANGED_ROLES, RELEASE_TIME), expiresAt: untilTen }] },
      files,
    )
    const alone = messageTo([CHANGED_ROLES], { files })
    expect(expiring(alone, untilTen - 1).verdict).toBe('warn')
    expect(expiring(alone, untilTen)).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'access-expired' }],
    })
  })
  it('names also somebody who was never on the list', () => {
    const both = messageTo([CHANGED_ROLES, 'stranger@defence.example'], { files })
    expect(office(both, WEDNESDAY_09_30)).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'without-access', recipients: [CHANGED_ROLES, 'stranger@defence.example'] }],
    })
  })
})
