import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { londonSentence } from '../../src/release/london-time.ts'
import { london, messageTo, officeWith, type Row, releaseOf, sequence, workbookOf } from './office.ts'

/*
 * Cancer staging, impact of Covid-19 (Public Health Scotland). While the report was
 * still being checked, the draft went to a person with a similar name in another
 * organisation: Monday 18 October 2021, 19:13, corrected at 19:21. Source: breach
 * report of 19 October 2021. The release was due on 2 November.
 */
const MONDAY_19_13 = london('2021-10-18 19:13')
const MEANT = 'j.macdonald@government.example'
const NAMESAKE = 'j.mcdonald@highland.example'

const next = sequence(20211018)
const CANCERS = ['Breast', 'Colorectal', 'Lung']
const quarters = ['2020 Q1', '2020 Q2', '2020 Q3', '2020 Q4']
const rows: readonly Row[] = CANCERS.map((cancer) => [
  cancer,
  ...quarters.map(() => Math.round(700 + 900 * next())),
])
const FINAL = workbookOf({ Table1: [['Diagnosed', ...quarters], ...rows] })

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const cell = (text: string | number) =>
  `<w:tc><w:p><w:r><w:t>${escaped(String(text))}</w:t></w:r></w:p></w:tc>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`

/** The draft as Word saves one: a heading, a sentence, the table. */
function draftReport(table: readonly Row[]): Uint8Array {
  const tableRows = table.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
  const body = `${paragraph('DRAFT: Cancer staging')}${paragraph('Numbers are still being checked.')}<w:tbl>${tableRows}</w:tbl>${paragraph('')}`
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
  })
}

const release = releaseOf('Cancer staging, 2018 to 2020', '2021-11-02 09:30')
const office = officeWith(release, { 'dce.xlsx': FINAL })
const draft = draftReport([['Diagnosed', ...quarters], ...rows])
const sent = (bytes: Uint8Array) =>
  messageTo([NAMESAKE], { from: MEANT, files: { 'DCE report v0.7 DRAFT.docx': bytes } })

describe('18 October 2021, 19:13: the draft report goes to somebody with a similar name', () => {
  it('was a Monday, in summer time', () => {
    expect(londonSentence(MONDAY_19_13)).toBe('Monday 18 October 2021, 19:13')
    expect(MONDAY_19_13).toBe(Date.UTC(2021, 9, 18, 18, 13))
  })
  it('holds the draft, a Word document that was never registered, for the figures in it', () => {
    expect(office(sent(draft), MONDAY_19_13)).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'embargoed-figures', part: 'DCE report v0.7 DRAFT.docx', recipients: [NAMESAKE] }],
    })
  })
  it('holds a draft in which one row was not final yet', () => {
    const [breast = [], ...others] = rows
    const early = [breast.map((value, index) => (index === 2 ? Number(value) + 3 : value)), ...others]
    expect(office(sent(draftReport([['Diagnosed', ...quarters], ...early])), MONDAY_19_13).verdict).toBe(
      'block',
    )
  })
  it('holds the same figures under the name of the one it was meant for, who had no access either', () => {
    const meant = messageTo([MEANT], { files: { 'draft.docx': draft } })
    expect(office(meant, MONDAY_19_13).findings[0]?.recipients).toEqual([MEANT])
  })
  it('lets a draft without the table go', () => {
    expect(office(sent(draftReport([])), MONDAY_19_13)).toEqual({ verdict: 'allow', findings: [] })
  })
  it('holds the draft up to the millisecond before 09:30 on 2 November, when winter time is kept', () => {
    expect(release.at).toBe(Date.UTC(2021, 10, 2, 9, 30))
    expect(office(sent(draft), release.at - 1).verdict).toBe('block')
    expect(office(sent(draft), release.at).verdict).toBe('allow')
  })
})
