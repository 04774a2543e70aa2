import { describe, expect, it } from 'vitest'
import { accessFor, london, messageTo, officeWith, releaseOf, tableOf, workbookOf } from './office.ts'

/*
 * UK emissions of air pollutants, 2007 (Defra). Figures were with people on the
 * access list before the 24 hours that the Order of 2008 allows. Source: breach
 * report of Thursday 8 January 2009; the report’s day stands for the unknown one,
 * the release is put on the Monday after it.
 */
const RELEASE_TIME = '2009-01-12 09:30'
const OPENS = london('2009-01-11 09:30')
const MINISTER = 'minister@department.example'

const POLLUTANTS = ['Ammonia', 'Nitrogen oxides', 'Sulphur dioxide', 'PM10', 'NMVOC', 'Carbon monoxide']
const years = Array.from({ length: 10 }, (_, index) => String(1998 + index))
const { now, before } = tableOf(POLLUTANTS, years, 1_200, 1, 2009)
const office = officeWith(
  releaseOf('UK emissions of air pollutants, 2007', RELEASE_TIME, [accessFor(MINISTER, RELEASE_TIME)]),
  { 'emissions.xlsx': workbookOf({ Emissions: now }) },
  { 'emissions 2006.xlsx': workbookOf({ Emissions: before }) },
)
const briefing = messageTo([MINISTER], { files: { 'briefing.xlsx': workbookOf({ Emissions: now }) } })

describe('January 2009: an access list is served before its 24 hours begin', () => {
  it('holds the figures for somebody on the list, days before', () => {
    expect(office(briefing, london('2009-01-08 12:00'))).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'access-not-open', recipients: [MINISTER] }],
    })
  })
  it('holds them one millisecond before the 24 hours begin', () => {
    expect(office(briefing, OPENS - 1)).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'access-not-open' }],
    })
  })
  it('asks for a look, and no more, from the first instant of the 24 hours', () => {
    expect(office(briefing, OPENS)).toMatchObject({
      verdict: 'warn',
      findings: [{ reason: 'pre-release-access', recipients: [MINISTER] }],
    })
  })
  it('lets last year’s table go at any time', () => {
    const old = messageTo([MINISTER], { files: { 'old.xlsx': workbookOf({ Emissions: before }) } })
    expect(office(old, london('2009-01-08 12:00')).verdict).toBe('allow')
  })
})
