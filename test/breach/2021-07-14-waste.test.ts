import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import {
  accessFor,
  london,
  messageTo,
  officeWith,
  type Row,
  releaseOf,
  textFile,
  workbookOf,
} from './office.ts'

/*
 * UK statistics on waste (Defra), due on Thursday 15 July 2021. On Wednesday 14 July
 * at 15:19 a press officer, who had access, circulated press lines with unpublished
 * figures for clearance; one of the recipients had no access. The statisticians were
 * copied in and saw it at once. Source: breach report of 14 July 2021.
 */
const WEDNESDAY_15_19 = london('2021-07-14 15:19')
const RELEASE_TIME = '2021-07-15 09:30'
const PRESS_OFFICER = 'press.officer@department.example'
const DEPUTY_HEAD = 'deputy.head@department.example'
const SPOKESPERSON = 'spokesperson@department.example'

const RATES: readonly Row[] = [
  ['Recycling rate, per cent', '2017', '2018', '2019'],
  ['UK', 45.7, 45.1, 46.3],
  ['England', 45.2, 44.7, 45.6],
  ['Northern Ireland', 46.3, 47.7, 50.6],
  ['Scotland', 43.5, 42.8, 44.9],
  ['Wales', 57.6, 54.1, 56.4],
]
const ARISINGS: readonly Row[] = [
  ['Thousand tonnes', '2017', '2018', '2019'],
  ['Waste from households', 26_897, 26_410, 26_398],
  ['Biodegradable waste to landfill', 7_414, 7_216, 6_573],
  ['Packaging recycled', 7_352, 8_047, 8_121],
]
const withoutLast = (rows: readonly Row[]) => rows.map((row) => row.slice(0, -1))
const PRESS_LINES = [
  'The UK recycling rate for waste from households was 46.3% in 2019, up from 45.1% in 2018.',
  'It was 45.6% in England, 50.6% in Northern Ireland, 44.9% in Scotland and 56.4% in Wales.',
  'Biodegradable waste sent to landfill fell to 6,573 thousand tonnes.',
]
const asHtml = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('')

const release = releaseOf('UK statistics on waste: July 2021', RELEASE_TIME, [
  accessFor(PRESS_OFFICER, RELEASE_TIME, 'Press officer'),
  accessFor(SPOKESPERSON, RELEASE_TIME, 'Spokesperson'),
])
const tables = { 'waste.xlsx': workbookOf({ Rates: RATES, Arisings: ARISINGS }) }
const published = {
  'waste 2020.xlsx': workbookOf({ Rates: withoutLast(RATES), Arisings: withoutLast(ARISINGS) }),
}
const office = officeWith(release, tables, published)
const clearance = (to: readonly string[], lines: readonly string[] = PRESS_LINES) =>
  messageTo(to, { from: PRESS_OFFICER, html: asHtml(['For clearance, please.', ...lines]) })

describe('14 July 2021, 15:19: press lines for clearance, one recipient without access', () => {
  it('was a Wednesday, in summer time', () => {
    expect(londonSentence(WEDNESDAY_15_19)).toBe('Wednesday 14 July 2021, 15:19')
    expect(WEDNESDAY_15_19).toBe(Date.UTC(2021, 6, 14, 14, 19))
  })
  it('holds press lines that name the rate of each country, and the one without access', () => {
    expect(office(clearance([SPOKESPERSON, DEPUTY_HEAD]), WEDNESDAY_15_19)).toMatchObject({
      verdict: 'block',
      findings: [{ part: 'message body', recipients: [DEPUTY_HEAD] }],
    })
  })
  it('holds the same lines in a message of plain text', () => {
    const text = PRESS_LINES.join('\n')
    expect(office(messageTo([DEPUTY_HEAD], { text }), WEDNESDAY_15_19).verdict).toBe('block')
  })
  it.each(['html', 'text'] as const)(
    'holds lines of any figures as %s where they are registered themselves',
    (kind) => {
      const line = 'Recycling reached 46.3%; 6,573 thousand tonnes went to landfill; 8,121 were recovered.'
      const withLines = officeWith(release, { ...tables, 'press lines.txt': textFile(line) }, published)
      const body =
        kind === 'html' ? { html: asHtml(['For clearance', line]) } : { text: `For clearance\n\n${line}\n` }
      expect(withLines(messageTo([DEPUTY_HEAD], body), WEDNESDAY_15_19).verdict).toBe('block')
    },
  )
  it('asks for a look, and no more, where everybody has access', () => {
    expect(office(clearance([SPOKESPERSON]), WEDNESDAY_15_19).verdict).toBe('warn')
  })
  it('lets lines with last year’s figures go', () => {
    const old = ['It was 44.7% in England, 47.7% in Northern Ireland, 42.8% in Scotland and 54.1% in Wales.']
    expect(office(clearance([DEPUTY_HEAD], old), WEDNESDAY_15_19).verdict).toBe('allow')
  })
  it('lets the press lines go at 09:30 on Thursday, and not a millisecond before', () => {
    expect(office(clearance([DEPUTY_HEAD]), release.at - 1).verdict).toBe('block')
    expect(office(clearance([DEPUTY_HEAD]), release.at).verdict).toBe('allow')
  })
})
