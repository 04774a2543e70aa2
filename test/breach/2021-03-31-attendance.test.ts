import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { list, london, messageTo, officeWith, type Row, releaseOf, sequence, workbookOf } from './office.ts'

/*
 * Attendance in education during the coronavirus outbreak (DfE). Figures of single
 * local authorities are shared with them for their work; on Wednesday 31 March 2021
 * unpublished ones went further than that. The guard sees such figures when they are
 * mailed on. Source: breach report of 1 April 2021; the release is put on the Tuesday after Easter.
 */
const WEDNESDAY_11_00 = london('2021-03-31 11:00')
const RELEASE = releaseOf('Attendance in education and early years settings', '2021-04-06 14:00')
const COUNCIL = list('all.schools@council.example')

const next = sequence(20210331)
const AUTHORITIES: readonly Row[] = Array.from({ length: 150 }, (_, index) => [
  `Authority ${index + 1}`,
  Math.round(8_000 + 60_000 * next()),
  Math.round(7_000 + 50_000 * next()),
  Number((80 + 15 * next()).toFixed(1)),
])
const HEADING: Row = ['31 March 2021', 'On roll', 'Attending', 'Per cent']
const office = officeWith(RELEASE, { 'table-1c.xlsx': workbookOf({ '1c': [HEADING, ...AUTHORITIES] }) })
const own = AUTHORITIES.slice(40, 43)
const mailed = messageTo([COUNCIL], { text: own.map((row) => row.join('\t')).join('\n') })

describe('31 March 2021: an authority’s figures from the dashboard are mailed on', () => {
  it('was a Wednesday, in summer time since Sunday', () => {
    expect(londonSentence(WEDNESDAY_11_00)).toBe('Wednesday 31 March 2021, 11:00')
    expect(WEDNESDAY_11_00).toBe(Date.UTC(2021, 2, 31, 10))
  })
  it('holds three authorities of a hundred and fifty, copied as text', () => {
    expect(office(mailed, WEDNESDAY_11_00)).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'embargoed-figures', part: 'message body' }],
    })
  })
  it('holds it up to the millisecond before 14:00 on 6 April, an hour of its own and not 09:30', () => {
    expect(office(mailed, london('2021-04-06 09:30')).verdict).toBe('block')
    expect(office(mailed, RELEASE.at - 1).verdict).toBe('block')
    expect(office(mailed, RELEASE.at).verdict).toBe('allow')
  })
})
