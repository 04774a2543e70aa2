import { read as readSheets, utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { openZip } from '../../src/content/archive/zip.ts'
import { wellFormed } from '../breach-report/well-formed.ts'
import { copied, partsOf, patched, SECRET } from './workbooks.ts'

const CELLS = `
<table:table table:name="Table 1" table:style-name="ta1" table:print-ranges="Table1.A1:C9" table:protected="true" table:protection-key="abc">
<office:forms><form:form><form:text form:value="${SECRET}"/></form:form></office:forms>
<table:shapes><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></table:shapes>
<table:table-column table:style-name="co1" table:number-columns-repeated="4"/>
<table:table-header-rows><table:table-row table:style-name="ro1">
<table:table-cell office:value-type="string"><text:p>Table 1: <text:span text:style-name="T1">aged 16</text:span> to 64</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="2017"><text:p>2017</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="2018"><text:p>2018</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="2019"><text:p>2019</text:p></table:table-cell>
</table:table-row></table:table-header-rows>
<table:table-row>
<table:table-cell office:value-type="string"><text:p>Wales</text:p><office:annotation><dc:creator>Ada</dc:creator><text:p>was ${SECRET}</text:p></office:annotation></table:table-cell>
<table:table-cell table:style-name="ce2" table:formula="of:=[.B2]*${SECRET}" office:value-type="float" office:value="${SECRET}" calcext:value-type="float"><text:p>48,271.6</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="-0.0123"><text:p>-1.2%</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2" office:value-type="currency" office:currency="GBP" office:value="48271"><text:p>£48,271</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="3">
<table:table-cell office:value-type="date" office:date-value="2020-03-16"><text:p>16/03/20</text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT08H23M00S"><text:p>08:23:00</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>now 48<text:span>271.63</text:span> thousand</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p><text:a xlink:href="https://office.example/${SECRET}">Website</text:a></text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
</table:table-row>
<calcext:conditional-formats><calcext:condition calcext:value="&gt;${SECRET}"/></calcext:conditional-formats>
</table:table>
<table:table table:name="Empty"><table:table-column/><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:named-expressions><table:named-expression table:name="x" table:expression="${SECRET}"/></table:named-expressions>
<table:data-pilot-tables><table:data-pilot-table>${SECRET}</table:data-pilot-table></table:data-pilot-tables>
<table:database-ranges><table:database-range table:name="y"/></table:database-ranges>`

const NAMESPACES = ['office', 'table', 'text', 'style', 'number', 'fo']
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'number' ? 'datastyle' : name === 'fo' ? 'xsl-fo-compatible' : name}:1.0"`,
  )
  .concat(
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"',
  )
  .join(' ')

function original(): Uint8Array {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet([['a']]), 'A')
  return patched(new Uint8Array(write(made, { type: 'buffer', bookType: 'ods' })), (parts) => {
    parts['content.xml'] =
      `<?xml version="1.0"?><office:document-content ${NAMESPACES} office:version="1.3"><office:scripts>${SECRET}</office:scripts><office:automatic-styles><style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="3.2cm"/></style:style><number:number-style style:name="N1"><number:text>to 48,271 or </number:text><number:number number:decimal-places="1"/></number:number-style></office:automatic-styles><office:body><office:spreadsheet><table:tracked-changes>${SECRET}</table:tracked-changes><table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>${CELLS}</office:spreadsheet></office:body></office:document-content>`
    parts['meta.xml'] = `<meta><creator>Ada</creator><x>${SECRET}</x></meta>`
    parts['settings.xml'] = '<settings printer="Ada"/>'
    parts['Object 1/content.xml'] = `<chart>${SECRET}</chart>`
    parts['Thumbnails/thumbnail.png'] = `${SECRET}`
  })
}

const copy = copied('tables.ods', original())
const parts = partsOf(copy.bytes)
const content = parts['content.xml'] ?? ''

describe('the copy of an OpenDocument spreadsheet', () => {
  it('is made of content, styles, type and manifest, the type first and not compressed', () => {
    expect(Object.keys(parts)).toEqual(['mimetype', 'content.xml', 'styles.xml', 'META-INF/manifest.xml'])
    expect(parts.mimetype).toBe('application/vnd.oasis.opendocument.spreadsheet')
    expect(openZip(copy.bytes).entries[0]).toMatchObject({ name: 'mimetype', method: 0 })
    expect(openZip(copy.bytes).sound).toBe(true)
  })
  it('is well-formed, with the secret figure and nobody’s name anywhere', () => {
    for (const [name, part] of Object.entries(parts)) {
      if (name !== 'mimetype') expect([name, wellFormed(part)]).toEqual([name, true])
      expect([name, /48,?271|Ada/.exec(part)]).toEqual([name, null])
    }
  })
  it('has the same sheets, columns, rows and repeats', () => {
    expect([...content.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Table 1',
      'Empty',
    ])
    expect(content).toContain(
      '<table:table-column table:style-name="co1" table:number-columns-repeated="4"/>',
    )
    expect(content).toContain('style:column-width="3.2cm"')
    expect(content).toContain('<table:table-row table:number-rows-repeated="1048576">')
    expect(content).toContain('table:print-ranges="Table1.A1:C9"')
    expect(content).toContain('table:date-value="1904-01-01"')
  })
  it('shows false figures in the cells’ own way, and stores what fits', () => {
    expect(content).toContain('office:value-type="float" office:value="111.1"><text:p>111.1</text:p>')
    expect(content).toContain('office:value-type="percentage" office:value="0.111"><text:p>11.1%</text:p>')
    expect(content).toContain('office:currency="GBP" office:value="111"><text:p>£111</text:p>')
    expect(content).toContain(
      'office:value-type="time" office:time-value="PT01H11M11S"><text:p>1:11:11</text:p>',
    )
    expect(content).toContain('<text:p>now 111.11<text:span></text:span> thousand</text:p>')
  })
  it('keeps years, dates, words with their looks, and booleans', () => {
    expect([...content.matchAll(/office:value="(20\d\d)"/g)].map(([, year]) => year)).toEqual([
      '2017',
      '2018',
      '2019',
    ])
    expect(content).toContain('office:date-value="2020-03-16"><text:p>16/03/20</text:p>')
    expect(content).toContain('Table 1: <text:span text:style-name="T1">aged 16</text:span> to 64')
    expect(content).toContain('office:boolean-value="true"><text:p>TRUE</text:p>')
    expect(content).toContain('<text:p>Website</text:p>')
  })
  it('has no formula, comment, form, drawing, link, condition, change or protection', () => {
    expect(content).not.toMatch(
      /table:formula|annotation|<form:|<draw:|href|condition|tracked|protect|data-pilot|database|named-exp/,
    )
  })
  it('opens in SheetJS with the same sheets', () => {
    const book = readSheets(copy.bytes)
    expect(book.SheetNames).toEqual(['Table 1', 'Empty'])
    expect(book.Sheets['Table 1']?.B2).toMatchObject({ v: 111.1 })
  })
  it('counts what was replaced', () => expect(copy.replaced).toBe(5))
})
