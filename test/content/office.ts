import { archiveOf } from './zip-file.ts'

/* Small Office files, as small as programs would still open them. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
const P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

type Files = Readonly<Record<string, string | Uint8Array>>

/** A Word document with this body, and other files in its package. */
export const docxOf = (body: string, more: Files = {}): Uint8Array =>
  archiveOf(
    Object.assign(
      {
        '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
        'word/document.xml': `${XML}<w:document ${W} ${A}><w:body>${body}</w:body></w:document>`,
      },
      more,
    ),
  )

export const paragraph = (...texts: readonly string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`

export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** Another part of a Word document: its footnotes, a header. */
export const wordPart = (root: string, content: string): string =>
  `${XML}<w:${root} ${W}>${content}</w:${root}>`

/** A slide show with these slides. */
export const pptxOf = (slides: readonly string[], more: Files = {}): Uint8Array =>
  archiveOf(
    Object.assign(
      { '[Content_Types].xml': `${XML}<Types/>`, 'ppt/presentation.xml': `${XML}<p:presentation ${P}/>` },
      ...slides.map((slide, at) => ({
        [`ppt/slides/slide${at + 1}.xml`]: `${XML}<p:sld ${P} ${A}><p:cSld><p:spTree>${slide}</p:spTree></p:cSld></p:sld>`,
      })),
      more,
    ),
  )

export const slideText = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`

/** A chart that remembers these figures. */
export const chartXml = (
  categories: readonly string[],
  values: readonly string[],
  format = 'General',
): string =>
  `${XML}<c:chartSpace ${C} ${A}><c:chart><c:title><c:tx><c:rich>${slideText('Employment 1,234')}</c:rich></c:tx></c:title>` +
  `<c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>` +
  `<c:val><c:numRef><c:numCache><c:formatCode>${format}</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val>` +
  `</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`

const points = (values: readonly string[]): string =>
  values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')

/** A workbook with one sheet of these numbers, and other files in its package. */
export const xlsxOf = (rows: readonly (readonly number[])[], more: Files = {}): Uint8Array =>
  archiveOf(
    Object.assign(
      {
        '[Content_Types].xml': `${XML}<Types/>`,
        'xl/workbook.xml': `${XML}<workbook ${S}><sheets><sheet name="Table" sheetId="1"/></sheets></workbook>`,
        'xl/worksheets/sheet1.xml': `${XML}<worksheet ${S}><sheetData>${rows
          .map((row) => `<row>${row.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`)
          .join('')}</sheetData></worksheet>`,
      },
      more,
    ),
  )

/** XML of a spreadsheet's part. */
export const sheetPart = (root: string, content: string): string => `${XML}<${root} ${S}>${content}</${root}>`

const ODF =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" ' +
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'

export const openDocumentXml = (kind: 'text' | 'spreadsheet', body: string, before = ''): string =>
  `${XML}<office:document-content ${ODF}>${before}<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`

/** An OpenDocument file, and other files in its package. */
export const openDocumentOf = (kind: 'text' | 'spreadsheet', body: string, more: Files = {}): Uint8Array =>
  archiveOf(
    Object.assign(
      {
        mimetype: `application/vnd.oasis.opendocument.${kind}`,
        'content.xml': openDocumentXml(kind, body),
        'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
      },
      more,
    ),
  )

/** The same as one XML document. */
export const flatOpenDocumentOf = (kind: 'text' | 'spreadsheet', body: string): string =>
  `${XML}<office:document ${ODF}><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`
