import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import {
  accessFor,
  london,
  messageTo,
  officeWith,
  type Row,
  releaseOf,
  sequence,
  workbookOf,
} from './office.ts'

/*
 * Insolvency statistics, fourth quarter of 2008 (BERR, Insolvency Service). On
 * Thursday 5 February 2009 the press notice reached the press “under embargo”,
 * before the announced release. A note that asks for silence opens no access.
 * Source: breach report of 11 February 2009; the release is put on the day after.
 */
const THURSDAY_NOON = london('2009-02-05 12:00')
const RELEASE_TIME = '2009-02-06 09:30'
const PRESS = ['newsdesk@paper.example', 'city@agency.example']
const MINISTER = 'minister@department.example'

const next = sequence(2008)
const quarters = ['2007 Q4', '2008 Q1', '2008 Q2', '2008 Q3', '2008 Q4']
const counts = (size: number) => quarters.map(() => Math.round(size * (0.8 + 0.5 * next())))
const TABLE: readonly Row[] = [
  ['England and Wales', ...quarters],
  ['Compulsory liquidations', ...counts(1_400)],
  ['Creditors’ voluntary liquidations', ...counts(2_700)],
  ['Bankruptcy orders', ...counts(17_000)],
  ['Individual voluntary arrangements', ...counts(10_000)],
]
const office = officeWith(
  releaseOf('Insolvency statistics: 2008 Q4', RELEASE_TIME, [accessFor(MINISTER, RELEASE_TIME)]),
  { 'insolvency.xlsx': workbookOf({ Table1: TABLE }) },
  { 'insolvency Q3.xlsx': workbookOf({ Table1: TABLE.map((row) => row.slice(0, -1)) }) },
)
const latest = TABLE.slice(1).map((row) => `${row[0]}: ${row[row.length - 1]?.toLocaleString('en-GB')}`)
const HEAD = 'EMBARGOED until 09.30 on Friday 6 February.'
const notice = messageTo(PRESS, { html: `<p>${HEAD}</p><p>In the fourth quarter: ${latest.join('; ')}.</p>` })

describe('5 February 2009: the press gets the notice “under embargo”', () => {
  it('was a Thursday', () => expect(londonSentence(THURSDAY_NOON)).toBe('Thursday 5 February 2009, 12:00'))
  it('holds a notice of the quarter’s figures, and names every address of the press', () => {
    const { verdict, findings } = office(notice, THURSDAY_NOON)
    expect(verdict).toBe('block')
    expect(findings[0]).toMatchObject({ part: 'message body', recipients: PRESS })
  })
  it('holds the same figures in a list, one to a line', () => {
    const html = `<p>${HEAD}</p><ul>${latest.map((line) => `<li>${line}</li>`).join('')}</ul>`
    expect(office(messageTo(PRESS, { html }), THURSDAY_NOON).verdict).toBe('block')
  })
  it('holds the same list in a message of plain text', () => {
    const text = `${HEAD}\n\n${latest.join('\n')}\n`
    expect(office(messageTo(PRESS, { text }), THURSDAY_NOON).verdict).toBe('block')
  })
  it('holds it as well when a minister with access is among the recipients', () => {
    const mixed = { ...notice, recipients: messageTo([MINISTER, ...PRESS]).recipients }
    expect(office(mixed, THURSDAY_NOON).findings[0]?.recipients).toEqual(PRESS)
  })
  it('holds it one millisecond before 09:30 on Friday, and lets it go at 09:30', () => {
    expect(office(notice, london(RELEASE_TIME) - 1).verdict).toBe('block')
    expect(office(notice, london(RELEASE_TIME)).verdict).toBe('allow')
  })
})
