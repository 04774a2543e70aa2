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
 * National child measurement programme, 2020/21 (NHS Digital), due at 09:30 on
 * Tuesday 16 November 2021. On Monday at 18:42 it was seen that six officials without
 * access were on a mail that described the data, for a briefing they were asked to
 * help with. Same department, well meant. Source: breach report of 17 November 2021.
 */
const MONDAY_18_42 = london('2021-11-15 18:42')
const RELEASE_TIME = '2021-11-16 09:30'
const ON_THE_LIST = 'briefing.lead@department.example'
const SIX = Array.from({ length: 6 }, (_, index) => `official${index + 1}@department.example`)

const next = sequence(20211115)
const share = (typical: number) => Number((typical * (0.85 + 0.3 * next())).toFixed(1))
const REGIONS = [
  'North East',
  'North West',
  'Yorkshire',
  'East Midlands',
  'West Midlands',
  'London',
  'South East',
]
const rows: readonly Row[] = REGIONS.map((region) => [
  region,
  share(14),
  share(12),
  share(25),
  share(15),
  share(40),
])
const HEADING: Row = [
  'Per cent',
  'Reception obese',
  'Reception overweight',
  'Year 6 obese',
  'Year 6 overweight',
  'Year 6 both',
]
const TABLES = workbookOf({ Table1: [HEADING, ...rows] })
const release = releaseOf('National child measurement programme, 2020/21', RELEASE_TIME, [
  accessFor(ON_THE_LIST, RELEASE_TIME, 'Briefing lead'),
])
const office = officeWith(release, { 'ncmp.xlsx': TABLES })

const describing = rows
  .slice(0, 3)
  .map(
    ([region, receptionObese, receptionOver, year6Obese, year6Over, both]) =>
      `In ${region} ${receptionObese}% of children in reception were living with obesity and ${receptionOver}% were overweight. In year 6 it was ${year6Obese}% and ${year6Over}%, together ${both}%.`,
  )
  .join(' ')
const briefing = (to: readonly string[]) =>
  messageTo(to, { from: ON_THE_LIST, html: `<p>Could you help with the briefing?</p><p>${describing}</p>` })

describe('15 November 2021, 18:42: a mail describes the data to six who have no access', () => {
  it('was a Monday', () => expect(londonSentence(MONDAY_18_42)).toBe('Monday 15 November 2021, 18:42'))
  it('holds a description in sentences, and names all six', () => {
    expect(office(briefing([ON_THE_LIST, ...SIX]), MONDAY_18_42)).toMatchObject({
      verdict: 'block',
      findings: [{ part: 'message body', recipients: SIX }],
    })
  })
  it('holds it although they are of the same department as those with access', () => {
    expect(office(briefing(SIX.slice(0, 1)), MONDAY_18_42).verdict).toBe('block')
  })
  it('asks for a look, and no more, where it goes to the list alone', () => {
    expect(office(briefing([ON_THE_LIST]), MONDAY_18_42).verdict).toBe('warn')
  })
  it('lets the question alone go, without the description', () => {
    const question = messageTo(SIX, { html: '<p>Could you help with the briefing at 18:42 tomorrow?</p>' })
    expect(office(question, MONDAY_18_42)).toEqual({ verdict: 'allow', findings: [] })
  })
  it('holds it one millisecond before 09:30 on Tuesday, and lets it go at 09:30', () => {
    expect(office(briefing(SIX), release.at - 1).verdict).toBe('block')
    expect(office(briefing(SIX), release.at).verdict).toBe('allow')
  })
})
