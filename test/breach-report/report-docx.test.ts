import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { breachReportOf } from '../../src/breach-report/breach-report.ts'
import { reportDocx } from '../../src/breach-report/report-docx.ts'
import { openZip } from '../../src/content/archive/zip.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { SIXTEENTH_OF_MARCH } from './records.ts'
import { wellFormed } from './well-formed.ts'

const report = breachReportOf(SIXTEENTH_OF_MARCH, 'en')
const bytes = reportDocx(report)
const parts = Object.fromEntries(
  Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
)
const document = parts['word/document.xml'] ?? ''

describe('the report as a Word document', () => {
  it('is a sound package of well-formed parts', () => {
    expect(openZip(bytes).sound).toBe(true)
    for (const [name, part] of Object.entries(parts)) expect([name, wellFormed(part)]).toEqual([name, true])
  })
  it('declares a type for every part, and links to no part that is missing', () => {
    const declared = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, name]) => name,
    )
    const own = Object.keys(parts).filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml')
    expect(declared.sort()).toEqual(own.sort())
    const targets = [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)].map(
      ([, name]) => `word/${name}`,
    )
    expect(targets.filter((name) => parts[name] === undefined)).toEqual([])
  })
  it('uses no style that it does not define', () => {
    const used = [...document.matchAll(/<w:(?:pStyle|tblStyle) w:val="([^"]+)"/g)].map(([, name]) => name)
    const defined = [...(parts['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect([...new Set(used)].sort()).toEqual(['Heading1', 'Heading2', 'TableGrid', 'TableHeading', 'Title'])
    expect(used.filter((name) => !defined.includes(name))).toEqual([])
  })
  it('has a title and a language, and a heading for each section', () => {
    expect(parts['docProps/core.xml']).toContain(`<dc:title>${report.title}</dc:title>`)
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>')
    for (const { heading } of report.sections)
      expect(document).toContain(
        `<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">${heading}<`,
      )
  })
  it('puts the core information in a table whose first row is its heading on every page', () => {
    const [table = ''] = /<w:tbl>.*<\/w:tbl>/.exec(document) ?? []
    expect(table.split('<w:tr>')).toHaveLength(1 + 1 + 7)
    expect(table.split('<w:tblHeader/>')).toHaveLength(2)
    expect(table).toContain('Information needed')
  })
  it('highlights what is to be filled in, and nothing else', () => {
    const highlighted = [
      ...document.matchAll(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">([^<]*)</g),
    ]
    const gaps = report.sections
      .flatMap(({ fields }) => fields.flatMap(({ paragraphs }) => paragraphs))
      .filter(({ toFillIn }) => toFillIn)
    expect(highlighted.map(([, text]) => text)).toEqual(gaps.map(({ text }) => text))
  })
  it('holds no empty paragraph to make room', () => {
    expect(document).not.toMatch(/<w:p\/>|<w:p><\/w:p>/)
  })
  it('says all that the plain text says, as our own reader reads it', () => {
    const said = [...read('report.docx', bytes, fullBudget())].flatMap((reading) =>
      reading.kind === 'row' ? [reading.cells.map(({ shown }) => shown).join(' ')] : [],
    )
    expect(said.join(' ')).toContain('PSE_tables.xlsx')
    expect(said.join(' ')).toContain('Labour Market')
  })
  it('is the same bytes each time it is made', () => {
    expect(reportDocx(breachReportOf(SIXTEENTH_OF_MARCH, 'en'))).toEqual(bytes)
  })
  it('takes any text of the record without breaking', () => {
    const title = 'A & B <tables> “x” \u0000\u0007'
    const odd = reportDocx(
      breachReportOf({ ...SIXTEENTH_OF_MARCH, output: { ...SIXTEENTH_OF_MARCH.output, title } }, 'cy'),
    )
    const oddDocument = strFromU8(unzipSync(odd)['word/document.xml'] ?? new Uint8Array())
    expect(wellFormed(oddDocument)).toBe(true)
    expect(oddDocument).toContain('A &amp; B &lt;tables&gt; “x”')
  })
})
