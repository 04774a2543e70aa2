import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { wellFormed } from '../breach-report/well-formed.ts'
import { copied, partsOf, SECRET } from './workbooks.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const run = (text: string, looks = '') =>
  `<w:r w:rsidR="00AA11BB">${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: readonly string[]) =>
  `<w:p w:rsidR="00AA11BB" w14:paraId="1">${runs.join('')}</w:p>`
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`

const BODY = [
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:rPr><w:ins w:id="1" w:author="Ada"/></w:rPr></w:pPr>${run('Public sector employment, UK: December 2019')}</w:p>`,
  paragraph(
    run('There were 5.44 million people in work, '),
    run('48,271', '<w:rPr><w:b/></w:rPr>'),
    run(' more than in September. These statistics are official.'),
  ),
  paragraph(
    run('Now 48'),
    run('271', '<w:rPr><w:b/><w:rPrChange w:author="Ada"><w:rPr/></w:rPrChange></w:rPr>'),
    run('.63 in all'),
  ),
  paragraph(
    `<w:hyperlink r:id="rId7">${run('Contact the office')}</w:hyperlink>`,
    `<w:ins w:author="Grace">${run(' now')}</w:ins>`,
    `<w:del w:author="Grace"><w:r><w:delText>${SECRET}</w:delText></w:r></w:del>`,
    '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
  ),
  paragraph(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText> DDE ${SECRET} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    run('Page'),
    '<w:r><w:tab/></w:r>',
    run('one'),
  ),
  `<w:p><w:r><w:drawing><a:blip r:embed="rId8"/><v>${SECRET}</v></w:drawing></w:r><w:r><mc:AlternateContent><mc:Choice>${SECRET}</mc:Choice></mc:AlternateContent></w:r></w:p>`,
  `<w:sdt><w:sdtPr><w:dataBinding w:xpath="${SECRET}"/></w:sdtPr><w:sdtContent>${paragraph(run('Kept text'))}</w:sdtContent></w:sdt>`,
  `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblCaption w:val="rose to ${SECRET}"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>${row('', '2017', '2018', '2019')}${row('Aged 16 to 64', '48,271', '-0.3%', '2001')}</w:tbl>`,
  `<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`,
].join('')

const original = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  ),
  '_rels/.rels': strToU8(
    `<Relationships><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="${R}/core-properties" Target="docProps/core.xml"/></Relationships>`,
  ),
  'docProps/core.xml': strToU8(`<x><creator>Ada</creator>${SECRET}</x>`),
  'word/_rels/document.xml.rels': strToU8(
    `<Relationships><Relationship Id="rId1" Type="${R}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${R}/numbering" Target="/word/numbering.xml"/><Relationship Id="rId7" Type="${R}/hyperlink" Target="https://office.example/${SECRET}" TargetMode="External"/><Relationship Id="rId8" Type="${R}/image" Target="media/a.png"/><Relationship Id="rId9" Type="${R}/header" Target="header1.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(
    `<?xml version="1.0"?><w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="m" xmlns:w14="w14" xmlns:a="a" mc:Ignorable="w14"><w:body>${BODY}</w:body></w:document>`,
  ),
  'word/styles.xml': strToU8(
    `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rsid w:val="1"/></w:style></w:styles>`,
  ),
  'word/numbering.xml': strToU8(
    `<w:numbering xmlns:w="${W}"><w:numPicBullet><w:pict>${SECRET}</w:pict></w:numPicBullet><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum></w:numbering>`,
  ),
  'word/comments.xml': strToU8(`<w:comments>${SECRET}</w:comments>`),
  'word/footnotes.xml': strToU8(`<w:footnotes>${SECRET}</w:footnotes>`),
  'word/header1.xml': strToU8(`<w:hdr>${SECRET}</w:hdr>`),
  'word/settings.xml': strToU8('<w:settings><w:rsids/></w:settings>'),
  'word/media/a.png': strToU8(`${SECRET}`),
  'word/embeddings/book.xlsx': strToU8(`${SECRET}`),
  'customXml/item1.xml': strToU8(`<a>${SECRET}</a>`),
})

const copy = copied('PSE bulletin.docx', original)
const parts = partsOf(copy.bytes)
const document = parts['word/document.xml'] ?? ''
const rows = [...read('copy', copy.bytes, fullBudget())].flatMap((reading) =>
  reading.kind === 'row' ? [reading.cells.map(({ shown }) => shown).join(' ')] : [],
)

describe('the copy of a Word document', () => {
  it('is made of its text, styles and numbering, and of nothing else', () => {
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/numbering.xml',
      'word/styles.xml',
    ])
    for (const [name, part] of Object.entries(parts)) expect([name, wellFormed(part)]).toEqual([name, true])
  })
  it('has the secret figure and nobody’s name nowhere', () => {
    for (const [name, part] of Object.entries(parts))
      expect([name, /48,?271|Ada|Grace|rsid|5\.44/.exec(part)]).toEqual([name, null])
  })
  it('keeps headings and their style, and text that tells nothing', () => {
    expect(document).toContain('<w:pStyle w:val="Heading1"/>')
    expect(rows[0]).toContain('Public sector employment')
    expect(document).toContain('These statistics are official.')
    expect(document).toContain('Contact the office')
    expect(document).toContain('Kept text')
  })
  it('puts a test sentence where a sentence told figures', () => {
    expect(document).toMatch(/<w:t xml:space="preserve">Test sentence 111\.<\/w:t>/)
    expect(document).not.toMatch(/million|more than/)
  })
  it('replaces a figure that is split between runs', () => {
    const text = [...document.matchAll(/<w:t xml:space="preserve">([^<]*)</g)]
      .map(([, piece]) => piece)
      .join('')
    expect(text).toContain('Now 111.11 in all')
  })
  it('keeps tables with their years and labels, every figure a false one', () => {
    const cells = [...document.matchAll(/<w:tc>.*?<w:t xml:space="preserve">([^<]*)</g)].map(
      ([, text]) => text,
    )
    expect(cells).toEqual(['', '2017', '2018', '2019', 'Aged 16 to 64', '111', '11.1%', '111'])
  })
  it('has no link, field, comment, picture, revision, header or binding', () => {
    expect(document).not.toMatch(
      /hyperlink|fldChar|instrText|comment|drawing|w:ins|w:del|Change|headerReference|sdt|tblCaption|AlternateContent|r:id/,
    )
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(document).toContain('<w:tab/>')
  })
})
