import { strToU8, type Zippable, zipSync } from 'fflate'

/** A paragraph; one that is marked is highlighted. */
export type Paragraph = { readonly text: string; readonly isMarked: boolean }

/** What a document is made of, from top to bottom. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  /** Two columns: what is asked, and the answer. The heading row repeats on every page. */
  | {
      readonly kind: 'table'
      readonly headings: readonly [string, string]
      readonly rows: readonly TableRow[]
    }

export type TableRow = { readonly label: string; readonly paragraphs: readonly Paragraph[] }

/** A document with its title and its language, which screen readers need. */
export type Document = {
  readonly title: string
  readonly locale: string
  readonly blocks: readonly Block[]
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const CORE = 'application/vnd.openxmlformats-package.core-properties+xml'

/** Zip knows no time zone: noon of a fixed day is the same bytes everywhere. */
const WRITTEN = new Date(2020, 0, 1, 12)

/**
 * The bytes of a .docx: the same document gives the same bytes, wherever and
 * whenever. Headings are styles, the table names its heading row, nothing is laid
 * out with blanks. Source: ECMA-376 part 1, §11 and §17; PDF/UA’s matching demands on Word.
 */
export function docxOf(document: Document): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': xml(CONTENT_TYPES),
    '_rels/.rels': xml(ROOT_RELATIONS),
    'docProps/core.xml': xml(coreXml(document)),
    'word/_rels/document.xml.rels': xml(DOCUMENT_RELATIONS),
    'word/document.xml': xml(documentXml(document)),
    'word/settings.xml': xml(settingsXml(document.locale)),
    'word/styles.xml': xml(stylesXml(document.locale)),
  }
  return zipSync(files, { mtime: WRITTEN, level: 6 })
}

const xml = (text: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)

/** Characters that XML has no place for are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r -\ufffd]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/><Override PartName="/docProps/core.xml" ContentType="${CORE}"/></Types>`

const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const DOCUMENT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/settings" Target="settings.xml"/></Relationships>`

const coreXml = ({ title, locale }: Document): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>${locale}</dc:language></cp:coreProperties>`

/** Mode 15 is Word 2013 and later; without it Word opens the document as one of Word 2007. */
const settingsXml = (locale: string): string =>
  `<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${locale}"/></w:settings>`

const documentXml = ({ blocks }: Document): string =>
  `<w:document xmlns:w="${MAIN}"><w:body>${blocks.map(blockXml).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return styled('Title', block.text)
    case 'heading':
      return styled(`Heading${block.level}`, block.text)
    case 'paragraph':
      return paragraphXml(block.paragraph)
    case 'table':
      return tableXml(block.headings, block.rows)
  }
}

const styled = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runXml(text, '')}</w:p>`

const runXml = (text: string, looks: string): string =>
  `<w:r>${looks}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

const paragraphXml = ({ text, isMarked }: Paragraph): string =>
  `<w:p>${runXml(text, isMarked ? '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' : '')}</w:p>`

/** Widths of the two columns, unit: twentieths of a point. Together they fill A4 between margins of 2 cm. */
const COLUMNS = [3400, 6238] as const

function tableXml(headings: readonly [string, string], rows: readonly TableRow[]): string {
  const grid = COLUMNS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const look =
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headings.map((text, column) => cellXml(column, styled('TableHeading', text))).join('')}</w:tr>`
  const body = rows.map(
    ({ label, paragraphs }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellXml(0, styled('TableHeading', label))}${cellXml(1, paragraphs.map(paragraphXml).join(''))}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${COLUMNS[0] + COLUMNS[1]}" w:type="dxa"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>`
}

const cellXml = (column: number, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${COLUMNS[column]}" w:type="dxa"/></w:tcPr>${content === '' ? '<w:p/>' : content}</w:tc>`

/** Sizes are half points; black on white, as accessible documents of the civil service have it. */
function stylesXml(locale: string): string {
  const style = (id: string, name: string, looks: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${more}</w:pPr><w:rPr>${looks}</w:rPr></w:style>`
  const heading = (level: 1 | 2, size: number) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:b/><w:sz w:val="${size}"/>`,
      `<w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    )
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')
  return `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${style('Title', 'Title', '<w:b/><w:sz w:val="40"/>')}${heading(1, 32)}${heading(2, 26)}${style('TableHeading', 'Table Heading', '<w:b/>')}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style></w:styles>`
}
