import { describe, expect, it } from 'vitest'
import { accessFor, list, london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * Public sector finances, January 2009 (ONS and HM Treasury). The release and its
 * datasets went to an extensive internal distribution list and to one person at
 * the Bank of England. Source: breach report of Monday 2 March 2009; the day of
 * the breach is not told there, so the day before the release stands for it.
 */
const WEDNESDAY_16_00 = london('2009-02-18 16:00')
const RELEASE_TIME = '2009-02-19 09:30'
const CHANCELLOR = 'chancellor@treasury.example'
const EVERYBODY = 'fiscal-all@treasury.example'
const BANK = 'analyst@bank.example'

const MEASURES = ['Current budget', 'Net investment', 'Net borrowing', 'Net cash requirement', 'Net debt']
const months = ['Sep 08', 'Oct 08', 'Nov 08', 'Dec 08', 'Jan 09']
const { now, before } = tableOf(MEASURES, months, 14_000, 0, 20090218)
const release = releaseOf('Public sector finances: January 2009', RELEASE_TIME, [
  accessFor(CHANCELLOR, RELEASE_TIME),
])
const tables = { 'psf.xlsx': workbookOf({ PSF1: now }) }
const office = officeWith(release, tables, { 'psf december.xlsx': workbookOf({ PSF1: before }) })

describe('February 2009: the tables go to a distribution list and to the Bank', () => {
  it('holds them, and names the list and the Bank but not the Chancellor', () => {
    const message = messageTo([CHANCELLOR, list(EVERYBODY), BANK], { files: tables })
    expect(office(message, WEDNESDAY_16_00)).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'embargoed-file', recipients: [EVERYBODY, BANK] }],
    })
  })
  it('holds them for the list alone: who is on it is nobody’s access', () => {
    const message = messageTo([list(EVERYBODY)], { files: tables })
    expect(office(message, WEDNESDAY_16_00).verdict).toBe('block')
  })
  it('asks for a look where the list itself has access', () => {
    const withList = officeWith(
      { ...release, access: [accessFor(EVERYBODY, RELEASE_TIME, 'Fiscal team')] },
      tables,
    )
    const message = messageTo([list(EVERYBODY)], { files: tables })
    expect(withList(message, WEDNESDAY_16_00)).toMatchObject({
      verdict: 'warn',
      findings: [{ reason: 'pre-release-access', recipients: [EVERYBODY] }],
    })
  })
  it('asks for a look where it goes to the Chancellor alone, and nothing at all from 09:30', () => {
    const message = messageTo([CHANCELLOR], { files: tables })
    expect(office(message, WEDNESDAY_16_00).verdict).toBe('warn')
    expect(office(message, london(RELEASE_TIME) - 1).verdict).toBe('warn')
    expect(office(message, london(RELEASE_TIME)).verdict).toBe('allow')
  })
})
