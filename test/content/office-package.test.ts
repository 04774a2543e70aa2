import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  chartXml,
  docxOf,
  paragraph,
  pptxOf,
  sheetPart,
  slideText,
  wordPart,
  wordTable,
  xlsxOf,
} from './office.ts'
import { cellsOf, faultsOf, partsOf, rowsOf, utf8 } from './reading.ts'
import { archiveOf, joined, zipOf } from './zip-file.ts'

const ROWS = [
  ['Area', '2019', '2020'],
  ['North', '36,127', '36,250'],
]

describe('a Word document', () => {
  it('has lines and tables', () => {
    const document = docxOf(
      paragraph('Employment rose by ', '12,', '345') + wordTable(ROWS) + paragraph('End 9,999'),
    )
    expect(rowsOf(document)).toEqual([['Employment', 'rose', 'by', '12,345'], ...ROWS, ['End', '9,999']])
    expect(faultsOf(document)).toEqual([])
  })
  it('has cells that span columns, rows, and hold tables of their own', () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('wide')}</w:tc><w:tc>${paragraph('3')}</w:tc>`
    const below = `<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${paragraph('5')}${wordTable([['11', '12']])}</w:tc><w:tc>${paragraph('6')}</w:tc>`
    const document = docxOf(`<w:tbl><w:tr>${wide}</w:tr><w:tr>${below}</w:tr></w:tbl>`)
    expect(cellsOf(document)).toEqual([
      ['0:wide', '2:3'],
      ['1:5', '2:6'],
      ['0:11', '1:12'],
    ])
  })
  it('keeps what was deleted with changes tracked beside what replaced it', () => {
    const changed =
      '<w:p><w:r><w:t>Total </w:t></w:r><w:del><w:r><w:delText>36,127</w:delText></w:r></w:del>' +
      '<w:ins><w:r><w:t>36,250</w:t></w:r></w:ins></w:p>'
    expect(rowsOf(docxOf(changed))).toEqual([
      ['Total', '36,250'],
      ['Total', '36,127'],
    ])
  })
  it('sets marks of footnotes apart, and text boxes beside the text', () => {
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('boxed 77')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('boxed 77')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    expect(
      rowsOf(docxOf(`<w:p><w:r><w:t>36,127</w:t></w:r>${mark}<w:r><w:t> after</w:t></w:r>${box}</w:p>`)),
    ).toEqual([
      ['36,127¹', 'after'],
      ['boxed', '77'],
    ])
  })
  it('has headers, footers, notes, comments and charts', () => {
    const document = docxOf(paragraph('text'), {
      'word/header1.xml': wordPart('hdr', paragraph('header 1,111')),
      'word/footer1.xml': wordPart('ftr', paragraph('footer 2,222')),
      'word/footnotes.xml': wordPart('footnotes', `<w:footnote>${paragraph('note 3,333')}</w:footnote>`),
      'word/endnotes.xml': wordPart('endnotes', `<w:endnote>${paragraph('end 4,444')}</w:endnote>`),
      'word/comments.xml': wordPart('comments', `<w:comment>${paragraph('comment 5,555')}</w:comment>`),
      'word/charts/chart1.xml': chartXml(['Men', 'Women'], ['6666.25', '7777.5'], '#,##0'),
    })
    const all = rowsOf(document)
    for (const row of [
      ['header', '1,111'],
      ['footer', '2,222'],
      ['note', '3,333'],
      ['end', '4,444'],
      ['comment', '5,555'],
      ['Men', 'Women'],
      ['6,666', '7,778'],
      ['Employment', '1,234'],
    ])
      expect(all).toContainEqual(row)
    expect(cellsOf(document)).toContainEqual(['0:6,666 (6666.25)', '1:7,778 (7777.5)'])
  })
  it('has workbooks embedded, and pictures that are passed over', () => {
    const document = docxOf(paragraph('text'), {
      'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsxOf([[36127, 36250]]),
      'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    })
    expect(rowsOf(document)).toContainEqual(['36127', '36250'])
    expect(partsOf(document)).toEqual(['file', 'file › word/embeddings/Microsoft_Excel_Sheet1.xlsx'])
    expect(faultsOf(document)).toEqual([])
  })
  it('hides nothing by its name: a workbook called a picture is a workbook', () => {
    const document = docxOf(paragraph('text'), { 'word/media/image1.png': xlsxOf([[36127, 36250]]) })
    expect(rowsOf(document)).toContainEqual(['36127', '36250'])
  })
  it('may be a single XML document, with its workbooks in base64', () => {
    const inside = Buffer.from(xlsxOf([[36127, 36250]])).toString('base64')
    const flat = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="x"><w:body>${wordTable(ROWS)}</w:body></w:document></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/embeddings/book.xlsx"><pkg:binaryData>${inside}</pkg:binaryData></pkg:part></pkg:package>`
    expect(rowsOf(utf8(flat))).toEqual([...ROWS, ['36127', '36250']])
    const word2003 = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${wordTable(ROWS)}</w:body></w:wordDocument>`
    expect(rowsOf(utf8(word2003))).toEqual(ROWS)
  })
  it('is damaged where its XML breaks off or declares entities, and read as far as it goes', () => {
    const broken = docxOf('', {
      'word/document.xml': wordPart('document', paragraph('36,127')).slice(0, -10),
    })
    expect(rowsOf(broken)).toEqual([['36,127']])
    expect(faultsOf(broken)).toEqual(['damaged'])
    const entities = docxOf('', {
      'word/document.xml': `<!DOCTYPE x [<!ENTITY a "36,127">]>${wordPart('document', paragraph('&amp;a; 5'))}`,
    })
    expect(faultsOf(entities)).toEqual(['damaged'])
  })
})

describe('a slide show', () => {
  it('has text, tables, notes, charts and workbooks', () => {
    const table = `<a:tbl>${ROWS.map((row) => `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${slideText(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`).join('')}</a:tbl>`
    const show = pptxOf([slideText('First 1,111') + table, slideText('Second 2,222')], {
      'ppt/notesSlides/notesSlide1.xml': `<p:notes xmlns:p="x" xmlns:a="y">${slideText('say 3,333')}</p:notes>`,
      'ppt/comments/comment1.xml': '<p:cmLst xmlns:p="x"><p:cm><p:text>think 4,444</p:text></p:cm></p:cmLst>',
      'ppt/charts/chart1.xml': chartXml(['Men'], ['55.5']),
      'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsxOf([[36127, 36250]]),
    })
    const all = rowsOf(show)
    expect(all.slice(0, 4)).toEqual([['First', '1,111'], ...ROWS, ['Second', '2,222']])
    for (const row of [['say', '3,333'], ['think', '4,444'], ['55.5'], ['36127', '36250']])
      expect(all).toContainEqual(row)
    expect(faultsOf(show)).toEqual([])
  })
  it('has cells that span columns, whose neighbours are still there', () => {
    const row = `<a:tr><a:tc gridSpan="2">${slideText('wide')}</a:tc><a:tc hMerge="1"><a:p/></a:tc><a:tc>${slideText('3')}</a:tc></a:tr>`
    expect(cellsOf(pptxOf([`<a:tbl>${row}</a:tbl>`]))).toEqual([['0:wide', '2:3']])
  })
})

describe('what a workbook keeps beside its sheets', () => {
  it('is in pivot caches, whose records name shared values by their place', () => {
    const book = xlsxOf([[1]], {
      'xl/pivotCache/pivotCacheDefinition1.xml': sheetPart(
        'pivotCacheDefinition',
        '<cacheFields><cacheField name="area"><sharedItems><s v="North"/><s v="South"/></sharedItems></cacheField><cacheField name="n"><sharedItems/></cacheField></cacheFields>',
      ),
      'xl/pivotCache/pivotCacheRecords1.xml': sheetPart(
        'pivotCacheRecords',
        '<r><x v="1"/><n v="36127.5"/></r><r><x v="0"/><n v="41888"/></r>',
      ),
    })
    expect(cellsOf(book)).toContainEqual(['0:South', '1:36127.5 (36127.5)'])
    expect(cellsOf(book)).toContainEqual(['0:North', '1:41888 (41888)'])
  })
  it('is in links to other files, comments, drawings, charts and custom XML', () => {
    const book = xlsxOf([[1]], {
      'xl/externalLinks/externalLink1.xml': sheetPart(
        'externalLink',
        '<externalBook><sheetDataSet><sheetData><row r="1"><cell r="A1"><v>36127</v></cell><cell r="B1"><v>36250</v></cell></row></sheetData></sheetDataSet></externalBook>',
      ),
      'xl/comments1.xml': sheetPart(
        'comments',
        '<commentList><comment ref="A1"><text><r><t>was 41,888</t></r></text></comment></commentList>',
      ),
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments xmlns="x"><threadedComment ref="A1"><text>or 42,001</text></threadedComment></ThreadedComments>',
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="y"><xdr:sp>${slideText('box 43,210')}</xdr:sp></xdr:wsDr>`,
      'xl/charts/chart1.xml': chartXml(['Men'], ['44321.5']),
      'customXml/item1.xml': '<data xmlns="urn:own"><row><a>45,432</a><b>46,543</b></row></data>',
    })
    const all = rowsOf(book)
    for (const row of [
      ['36127', '36250'],
      ['was', '41,888'],
      ['or', '42,001'],
      ['box', '43,210'],
      ['44321.5'],
      ['45,432', '46,543'],
    ])
      expect(all).toContainEqual(row)
    expect(faultsOf(book)).toEqual([])
  })
  it('is in files embedded in it or packed along', () => {
    const book = xlsxOf([[1]], {
      'xl/embeddings/document.docx': docxOf(wordTable(ROWS)),
      'notes/secret.csv': 'a,b\n36127,36250\n',
    })
    expect(rowsOf(book)).toContainEqual(['North', '36,127', '36,250'])
    expect(rowsOf(book)).toContainEqual(['36127', '36250'])
  })
  it('is nothing where it was wiped out, or is a part of no bytes', () => {
    const wiped = joined(new Uint8Array(4).fill(255), new Uint8Array(400))
    expect(faultsOf(xlsxOf([[1]], { '[trash]/0000.dat': wiped, 'customXml/item1.xml': '' }))).toEqual([])
  })
  it('is said to be unknown where it is a model that is not read', () => {
    const model = Uint8Array.from({ length: 4000 }, (_one, at) => (at * 7919) % 256)
    expect(faultsOf(xlsxOf([[1]], { 'xl/model/item.data': model }))).toEqual(['unknown-format'])
  })
})

describe('packages that are traps', () => {
  it('are damaged archives, and say so', () => {
    const document = zipOf([
      { name: '[Content_Types].xml', data: utf8('<Types/>') },
      { name: 'word/document.xml', data: utf8(wordPart('document', paragraph('36,127'))), crc: 5 },
    ])
    expect(rowsOf(document)).toEqual([['36,127']])
    expect(faultsOf(document)).toContain('damaged')
  })
  it('hold a document in a document in a document', () => {
    let document = docxOf(paragraph('36,127'))
    for (let depth = 0; depth < 12; depth++) document = docxOf('', { 'word/embeddings/inner.docx': document })
    expect(faultsOf(document)).toEqual(['too-large'])
  })
  it('are no packages: a folder of files is an archive', () => {
    expect(partsOf(archiveOf({ 'content.xml': '<a>1</a>', 'b.csv': 'a,b\n1,2\n' }))).toHaveLength(3)
  })
})

const SAMPLE = '../shared/data/pairs/ons-x09-feb26-apr26/variants/table-in.docx'
describe.runIf(existsSync(SAMPLE))('a document that LibreOffice wrote', () => {
  it('is read without a fault', () => {
    const bytes = new Uint8Array(readFileSync(SAMPLE))
    expect(faultsOf(bytes)).toEqual([])
    expect(rowsOf(bytes).length).toBeGreaterThan(20)
  })
})
