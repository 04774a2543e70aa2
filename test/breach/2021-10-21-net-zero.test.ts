import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { london, messageTo, officeWith, type Row, releaseOf, sequence, workbookOf } from './office.ts'

/*
 * Transition to net zero, low emissions vehicles (ONS). On Thursday 21 October
 * 2021 at 23:01 a workbook with the figures of two SIC divisions left for somebody
 * outside: the address filled itself in. The tables were due on Monday 8 November;
 * higher-level estimates were already public. Source: breach report of 1 November 2021.
 */
const THURSDAY_23_01 = london('2021-10-21 23:01')
const RELEASE = releaseOf('Transition to net zero: low emissions vehicles', '2021-11-08 09:30')
const AUTOFILLED = 'namesake@authority.example'

const YEARS = [2015, 2016, 2017, 2018, 2019]
const next = sequence(20211021)
const estimates = (size: number) => YEARS.map(() => Math.round(size * (0.8 + 0.4 * next())))
const SECTIONS: readonly Row[] = ['C Manufacturing', 'D Electricity', 'G Trade'].map((name) => [
  name,
  ...estimates(24_000),
])
const DIVISIONS: readonly Row[] = Array.from({ length: 40 }, (_, index) => [
  `SIC division ${String(index + 1).padStart(2, '0')}`,
  ...estimates(1_800),
])
const HEADING: Row = ['Turnover, £ million', ...YEARS]
const TABLES = workbookOf({ Divisions: [HEADING, ...DIVISIONS], Sections: [HEADING, ...SECTIONS] })
const PUBLISHED = workbookOf({ Sections: [HEADING, ...SECTIONS] })

const office = officeWith(RELEASE, { 'lcree-divisions.xlsx': TABLES }, { 'lcree-sections.xlsx': PUBLISHED })
const twoDivisions = DIVISIONS.slice(28, 30)
const extract = workbookOf({ Sheet1: [HEADING, ...twoDivisions] })
const message = messageTo([AUTOFILLED], { files: { 'for Friday.xlsx': extract } })

describe('21 October 2021, 23:01: two rows of a table leave for an address that filled itself in', () => {
  it('was a Thursday, in summer time', () => {
    expect(londonSentence(THURSDAY_23_01)).toBe('Thursday 21 October 2021, 23:01')
    expect(THURSDAY_23_01).toBe(Date.UTC(2021, 9, 21, 22, 1))
  })
  it('holds two divisions out of forty, and names the address', () => {
    expect(office(message, THURSDAY_23_01)).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'embargoed-figures', part: 'for Friday.xlsx', recipients: [AUTOFILLED] }],
    })
  })
  it.each(['first', 'second'] as const)('holds the %s of the two alone', (which) => {
    const row = twoDivisions[which === 'first' ? 0 : 1] ?? []
    const one = messageTo([AUTOFILLED], { files: { 'one.xlsx': workbookOf({ Sheet1: [HEADING, row] }) } })
    expect(office(one, THURSDAY_23_01).verdict).toBe('block')
  })
  it('holds the two rows typed into the message as well', () => {
    const text = twoDivisions.map((row) => row.join('\t')).join('\n')
    expect(office(messageTo([AUTOFILLED], { text }), THURSDAY_23_01).verdict).toBe('block')
  })
  it('lets the sections go, which are public at a higher level', () => {
    const sections = messageTo([AUTOFILLED], { files: { 'sections.xlsx': PUBLISHED } })
    expect(office(sections, THURSDAY_23_01)).toEqual({ verdict: 'allow', findings: [] })
  })
  it('still holds them one millisecond before 09:30 on Monday 8 November', () => {
    expect(office(message, RELEASE.at - 1).verdict).toBe('block')
  })
  it('lets them go at 09:30, London keeping winter time by then', () => {
    expect(RELEASE.at).toBe(Date.UTC(2021, 10, 8, 9, 30))
    expect(office(message, RELEASE.at)).toEqual({ verdict: 'allow', findings: [] })
  })
})
