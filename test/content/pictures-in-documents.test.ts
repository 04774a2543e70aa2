import { describe, expect, it } from 'vitest'
import { docxOf, openDocumentOf, paragraph, pptxOf, slideText, wordPart, xlsxOf } from './office.ts'
import { png } from './picture-file.ts'
import { faultsOf } from './reading.ts'

const SCREENSHOT = png(800, 600)
const LOGO = png(300, 100)
const CAPTION = 'Table 1: employment in March 2020'
const LETTER =
  'Thank you for asking about the figures of last year, which we published in the autumn and have not changed since.'

const relationships = (...targets: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map((target, at) => `<Relationship Id="rId${at}" Target="${target}"/>`)
    .join('')}</Relationships>`

describe('a document that is hardly more than a picture is told as one', () => {
  it('where a screenshot was put into Word, with or without a caption', () => {
    const media = { 'word/media/image1.png': SCREENSHOT }
    expect(faultsOf(docxOf('<w:p/>', media))).toEqual(['picture'])
    expect(faultsOf(docxOf(paragraph(CAPTION), media))).toEqual(['picture'])
  })
  it('where it is on a slide, however much is written on the slides’ master', () => {
    const master = `<p:sldMaster xmlns:p="p" xmlns:a="a"><p:cSld>${slideText(LETTER)}</p:cSld></p:sldMaster>`
    const show = pptxOf([slideText(CAPTION)], {
      'ppt/slideMasters/slideMaster1.xml': master,
      'ppt/media/image1.png': SCREENSHOT,
    })
    expect(faultsOf(show)).toEqual(['picture'])
  })
  it('where it is on a sheet, or in a document of LibreOffice', () => {
    expect(faultsOf(xlsxOf([[2020]], { 'xl/media/image1.png': SCREENSHOT }))).toEqual(['picture'])
    expect(faultsOf(openDocumentOf('text', '', { 'Pictures/1000.png': SCREENSHOT }))).toEqual(['picture'])
  })
  it('but once, and after worse', () => {
    const two = { 'word/media/image1.png': SCREENSHOT, 'word/media/image2.png': SCREENSHOT }
    expect(faultsOf(docxOf('<w:p/>', two))).toEqual(['picture'])
    expect(faultsOf(docxOf('<w:p>', two))).toEqual(['damaged'])
  })
})

describe('a picture that comes with a document is passed over', () => {
  it('beside text, in every kind of document', () => {
    const table = [Array.from({ length: 20 }, (_none, at) => at)]
    expect(faultsOf(docxOf(paragraph(LETTER), { 'word/media/image1.png': SCREENSHOT }))).toEqual([])
    expect(faultsOf(pptxOf([slideText(LETTER)], { 'ppt/media/image1.png': SCREENSHOT }))).toEqual([])
    expect(faultsOf(xlsxOf(table, { 'xl/media/image1.png': SCREENSHOT }))).toEqual([])
    const text = `<text:p>${LETTER}</text:p>`
    expect(faultsOf(openDocumentOf('text', text, { 'Pictures/1000.png': SCREENSHOT }))).toEqual([])
  })
  it('beside a workbook embedded, of which it is the picture', () => {
    const document = docxOf(paragraph(CAPTION), {
      'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsxOf([[36127, 36250]]),
      'word/media/image1.png': SCREENSHOT,
    })
    expect(faultsOf(document)).toEqual([])
  })
  it('where it is as small as a logo, or a preview', () => {
    expect(faultsOf(docxOf('<w:p/>', { 'word/media/image1.png': LOGO }))).toEqual([])
    expect(faultsOf(docxOf('<w:p/>', { 'docProps/thumbnail.png': SCREENSHOT }))).toEqual([])
    expect(faultsOf(openDocumentOf('text', '', { 'Thumbnails/thumbnail.png': SCREENSHOT }))).toEqual([])
  })
  it('where it stands in a letterhead or behind every slide', () => {
    const letterhead = docxOf(paragraph(CAPTION), {
      'word/header1.xml': wordPart('hdr', '<w:p/>'),
      'word/_rels/header1.xml.rels': relationships('media/image1.png'),
      'word/media/image1.png': SCREENSHOT,
    })
    expect(faultsOf(letterhead)).toEqual([])
    const background = pptxOf([slideText(CAPTION)], {
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships('../media/image1.png'),
      'ppt/media/image1.png': SCREENSHOT,
    })
    expect(faultsOf(background)).toEqual([])
  })
})
