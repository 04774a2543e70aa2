import { describe, expect, it } from 'vitest'
import { at, deflated, HELVETICA, onePage, pageObjects, pdfOf, stream } from './pdf-file.ts'
import { cellsOf, faultsOf, partsOf, readingsOf, rowsOf, tableNamesOf } from './reading.ts'
import { archiveOf } from './zip-file.ts'

const lines = (bytes: Uint8Array): readonly string[] => rowsOf(bytes).map((cells) => cells.join(' | '))

describe('a page of a PDF', () => {
  it('is told line by line from top to bottom, however it was drawn', () => {
    const page = onePage(
      at(200, 700, '1,234') + at(50, 715, 'Region') + at(50, 700, 'London') + at(200, 715, '2020'),
    )
    expect(lines(page)).toEqual(['Region | 2020', 'London | 1,234'])
    expect(tableNamesOf(page)).toEqual(['page 1'])
    expect(faultsOf(page)).toEqual([])
  })
  it('keeps a kerned word whole and parts words that only distance parts', () => {
    const kerned = 'BT /F 10 Tf 50 700 Td [(of) -60 (fice) -340 (rose) -285 15 (by) -300 (1,2) 40 (34)] TJ ET'
    expect(lines(onePage(kerned))).toEqual(['office | rose | by | 1,234'])
  })
  it('reads a number that is set with spaced letters as one number', () => {
    const spaced = 'BT /F 10 Tf 6 Tc 50 700 Td (1,234) Tj ET\n'
    const drawnSingly = 'BT /F 10 Tf 0 Tc 50 680 Td [(5) -300 (,) -300 (6) -300 (7) -300 (8)] TJ ET\n'
    expect(lines(onePage(spaced + drawnSingly))).toEqual(['1,234', '5,678'])
  })
  it('keeps the cells of a narrow table apart', () => {
    const digits = [1, 2, 3, 4, 5].map((digit) => at(50 + digit * 8.5, 700, String(digit))).join('')
    expect(lines(onePage(digits + at(50, 680, '12,345') + at(82.5, 680, '678')))).toEqual([
      '1 | 2 | 3 | 4 | 5',
      '12,345 | 678',
    ])
  })
  it('tells a raised footnote mark from the digits before it', () => {
    const marked = `${at(50, 700, '36,127')}BT /F 6 Tf 1 0 0 1 80.6 704 Tm (12) Tj ET\n`
    expect(lines(onePage(marked))).toEqual(['36,127¹²'])
  })
  it('reads once what is drawn twice to look bold', () => {
    const twice = at(50, 700, '36,127') + at(50.3, 700, '36,127') + at(120, 700, '8') + at(180, 700, '8')
    expect(lines(onePage(twice))).toEqual(['36,127 | 8 | 8'])
  })
  it('puts numbers that stand above each other into one column, whatever stands beside them', () => {
    const row = (y: number, name: string, one: string, other: string) =>
      at(50, y, name) + at(230 - 5.56 * one.length, y, one) + at(300 - 5.56 * other.length, y, other)
    const table =
      row(700, 'London', '1', '22.5') + row(688, 'North East', '34567', '3') + row(676, 'UK', '', '8')
    expect(cellsOf(onePage(table))).toEqual([
      ['0:London', '1:1', '3:22.5'],
      ['0:North', '0:East', '1:34567', '3:3'],
      ['0:UK', '3:8'],
    ])
  })
  it('tells text that is turned as lines of their own', () => {
    const turned = `${at(50, 700, 'flat 12')}BT /F 10 Tf 0 1 -1 0 300 600 Tm (upright 34) Tj ET`
    expect(lines(onePage(turned))).toEqual(['flat | 12', 'upright | 34'])
  })
  it('reads thousands that a space parts as one number, where the space says so', () => {
    const fixed =
      at(50, 700, 'rose to 36\\240127 from 12\\240000') + at(50, 680, '36 127') + at(50, 660, '2019 2020')
    expect(lines(onePage(fixed))).toEqual([
      'rose | to | 36\u00a0127 | from | 12\u00a0000',
      '36\u00a0127',
      '2019 | 2020',
    ])
  })
  it('follows forms, their matrices and their own fonts', () => {
    const form = stream(
      at(0, 0, 'A'),
      '/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 -20] /Resources << /Font << /F 6 0 R >> >>',
    )
    const differing =
      '<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 /seven] >> >>'
    const page = onePage(`${at(50, 700, 'above')}q 1 0 0 1 50 700 cm /Fm Do Q`, {
      6: differing,
      7: form,
    }).slice()
    const resources = '/Resources << /Font << /F 5 0 R >> /XObject << /Fm 7 0 R >> >>'
    const objects = pageObjects(`${at(50, 700, 'above')}q 1 0 0 1 50 700 cm /Fm Do Q`, {
      6: differing,
      7: form,
    })
    const placed = { ...objects, 3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${resources} >>` }
    expect(lines(page)).toEqual(['above'])
    expect(lines(pdfOf(placed))).toEqual(['above', '7'])
  })
  it('passes over a picture in the middle of its content', () => {
    const inline = 'BI /W 2 /H 2 /BPC 8 /CS /G ID \x01 EI\x02(\xff EI\n'
    expect(lines(onePage(at(50, 700, '12') + inline + at(50, 680, '34')))).toEqual(['12', '34'])
  })
  it('may have its content cut into several streams and its values from the pages above it', () => {
    const objects = pageObjects('', {
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F 5 0 R >> >> >>',
      3: '<< /Type /Page /Parent 2 0 R /Contents [4 0 R 6 0 R] >>',
      4: stream('BT /F 10 Tf 50 700 Td (one) Tj'),
      6: deflated('( two) Tj ET'),
    })
    expect(lines(pdfOf(objects))).toEqual(['one | two'])
  })
})

describe('numbers below each other on a page', () => {
  const column = (x: number, y: number, figures: string, distance: number) =>
    figures.split(' ').map((figure, line) => at(x, y - distance * line, figure))
  /** Columns from left to right, what each has below each other parted by spaces. */
  const columns = (y: number, figures: readonly string[], pitch = 30, distance = 11.5) =>
    figures.map((below, number) => column(50 + pitch * number, y, below, distance))
  const columnByColumn = (...tables: readonly (readonly (readonly string[])[])[]) =>
    lines(onePage(tables.map((table) => table.map((drawn) => drawn.join('')).join('')).join('')))
  const rowByRow = (...tables: readonly (readonly (readonly string[])[])[]) =>
    columnByColumn(...tables.map((table) => [0, 1, 2].map((line) => table.map((drawn) => drawn[line] ?? ''))))
  const narrow = [
    columns(700, ['UK', '111 .1', '99. 4', '120', '101 .2']),
    columns(677, ['201 2 Q2', '1,1 12', '104', '122 .5', '98. 7']),
  ]

  it('are one where they are broken because their cells are too narrow', () => {
    expect(columnByColumn(...narrow)).toEqual([
      'UK | 111.1 | 99.4 | 120 | 101.2',
      '2012 | 1,112 | 104 | 122.5 | 98.7',
      'Q2',
    ])
  })
  it('are of two rows where they are drawn row by row', () => {
    const table = ['111 .1', '122 .4', '104 .2']
    expect(rowByRow(columns(700, table), columns(650, table))).toEqual([
      '111 | 122 | 104',
      '.1 | .4 | .2',
      '111 | 122 | 104',
      '.1 | .4 | .2',
    ])
  })
  it('are of two rows where they are drawn column by column', () => {
    const rates = columns(700, ['479 3.1', '512 4.2', '389 2.9'])
    const counts = columns(650, ['479 3', '512 4', '389 2'])
    expect(columnByColumn(rates, counts)).toEqual([
      '479 | 512 | 389',
      '3.1 | 4.2 | 2.9',
      '479 | 512 | 389',
      '3 | 4 | 2',
    ])
  })
  it('are of two rows where more had found room in the cell', () => {
    const wide = (y: number) => columns(y, ['479 .4', '512 .3', '389 .7'], 40)
    const uneven = (y: number) => columns(y, ['479 .4', '1,512 .3', '389 .7'])
    const short = (y: number) => columns(y, ['47 .4', '51 .3', '38 .7'], 25)
    for (const table of [wide, uneven, short])
      expect(columnByColumn(table(700), table(650)).join(' | ')).toContain('.4 | .3 | .7')
  })
  it('are of two rows where they make no number, or stand far apart', () => {
    const decimals = (y: number) => columns(y, ['47.9 .4', '51.2 .3', '38.9 .7'])
    const spaced = (y: number) => columns(y, ['479 .4', '512 .3', '389 .7'], 30, 16)
    for (const table of [decimals, spaced])
      expect(columnByColumn(table(700), table(650)).join(' | ')).toContain('.4 | .3 | .7')
  })
  it('are of two rows where each column begins a row below the one before', () => {
    const stairs = (y: number) =>
      ['479 .4', '512 .3', '389 .7'].map((figures, step) =>
        column(50 + 30 * step, y - 11.5 * step, figures, 11.5),
      )
    expect(columnByColumn(stairs(700), stairs(640)).slice(0, 4)).toEqual([
      '479',
      '.4 | 512',
      '.3 | 389',
      '.7',
    ])
  })
  it('are of two rows in a table that stands alone on its page', () => {
    expect(columnByColumn(columns(700, ['479 .4', '512 .3']))).toEqual(['479 | 512', '.4 | .3'])
  })
})

describe('letters of a PDF', () => {
  const inFont = (font: string, shown: string, more = {}) =>
    lines(onePage(`BT /F 10 Tf 50 700 Td ${shown} Tj ET`, { 5: font, ...more }))

  it('are what the map to Unicode says, in ranges, lists and single characters', () => {
    const map = stream(
      '1 begincodespacerange <0000> <ffff> endcodespacerange\n' +
        '2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<004c> <006f>] endbfrange\n' +
        '2 beginbfchar <0030> <00660066> <0031> <d835dfd9> endbfchar',
    )
    const font =
      '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>'
    const descendant = '<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [16 [556 556] 18 30 556] >>'
    expect(inFont(font, '<00200021003000110012001900310018>', { 6: map, 7: descendant })).toEqual([
      'Loff12918',
    ])
  })
  it('are what their names say where there is no map', () => {
    const names = '/one.oldstyle /two /uni0033 /fourinferior /f_i /Eacute /g35 /onesuperior'
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [1 ${names}] >> >>`
    expect(inFont(font, '<0102030405060708>')).toEqual(['1234fiÉ5¹'])
  })
  it('are what a Type 1 font has inside where the file says nothing', () => {
    const program = stream('/Encoding 256 array dup 1 /seven put dup 2 /comma put readonly def eexec ...')
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor 6 0 R >>'
    expect(inFont(font, '<01020101>', { 6: '<< /FontFile 7 0 R >>', 7: program })).toEqual(['7,77'])
  })
  it('are read in the encodings of Windows, Macintosh and Adobe', () => {
    const font = (encoding: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding /${encoding} >>`
    expect(inFont(font('WinAnsiEncoding'), '<80a39631>')).toEqual(['€£–1'])
    expect(inFont(font('MacRomanEncoding'), '<dba3d031>')).toEqual(['¤£–1'])
    expect(inFont(font('StandardEncoding'), '<27a3b131>')).toEqual(['’£–1'])
  })
  it('of a Type 3 font are as wide as its own matrix says', () => {
    const font =
      '<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 49 /Widths [60 60] ' +
      '/Encoding << /Differences [49 /one /two] >> /CharProcs << >> >>'
    expect(lines(onePage(`${at(50, 700, '12')}${at(62, 700, '21')}`, { 5: font }))).toEqual(['1221'])
  })
  it('that nobody can tell make the page a picture', () => {
    const font = '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >>'
    const page = onePage('BT /F 10 Tf 50 700 Td <00010002000300040005000600070008> Tj ET', { 5: font })
    expect(faultsOf(page)).toEqual(['picture'])
  })
})

describe('a PDF without letters', () => {
  const image = stream('x', '/Type /XObject /Subtype /Image /Width 1000 /Height 1400 /Filter /DCTDecode')
  const withImage = (content: string, size = image) =>
    pdfOf({
      ...pageObjects(content, { 6: size }),
      3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>',
    })
  it('is a picture where it shows one, and nothing where it shows nothing', () => {
    expect(faultsOf(withImage('q 500 0 0 700 0 0 cm /I Do Q'))).toEqual(['picture'])
    expect(faultsOf(onePage(''))).toEqual([])
    expect(faultsOf(withImage('/I Do', image.replace('1000', '20').replace('1400', '20')))).toEqual([])
  })
  it('is a picture where letters are drawn as outlines', () => {
    expect(faultsOf(onePage('0 0 m 1 2 3 4 5 6 c h f\n'.repeat(300)))).toEqual(['picture'])
  })
  it('is read where there is text beside the picture', () => {
    const page = withImage(`/I Do ${at(50, 700, '1,234')}`)
    expect([lines(page), faultsOf(page)]).toEqual([['1,234'], []])
  })
})

describe('what is laid over a page', () => {
  const page = (annotation: string, more = {}) =>
    onePage(at(50, 700, 'Total'), { 6: annotation, ...more }, '/Annots [6 0 R]')
  it('is read: the value of a field with its appearance in its place, and without one', () => {
    const shown = stream(
      at(2, 3, '1,234'),
      '/Subtype /Form /BBox [0 0 80 14] /Resources << /Font << /F 5 0 R >> >>',
    )
    const field = '<< /Subtype /Widget /FT /Tx /V (1,234) /Rect [120 697 200 711] /AP << /N 7 0 R >> >>'
    expect(lines(page(field, { 7: shown }))).toEqual(['Total | 1,234'])
    expect(lines(page('<< /Subtype /Widget /FT /Tx /V (5,678) /Rect [0 0 9 9] >>'))).toEqual([
      'Total',
      '5,678',
    ])
  })
  it('is read: notes, in UTF-16 too', () => {
    expect(lines(page('<< /Subtype /Text /Contents <FEFF003100322013> >>'))).toEqual(['Total', '12–'])
  })
  it('is a cloud link where it leads to one', () => {
    const link = page('<< /Subtype /Link /A << /S /URI /URI (https://office.sharepoint.com/x) >> >>')
    expect(readingsOf(link)).toContainEqual({
      kind: 'cloud-link',
      path: 'file',
      url: 'https://office.sharepoint.com/x',
    })
  })
})

describe('files that a PDF carries', () => {
  const csv = deflated('Region,2020\nLondon,36127\n', '/Type /EmbeddedFile')
  const carrying = (file: string, more = {}) =>
    pdfOf(
      pageObjects(at(50, 700, 'see attached'), {
        1: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> >>',
        6: '<< /Type /Filespec /F (table.csv) /EF << /F 7 0 R >> >>',
        7: file,
        ...more,
      }),
    )
  it('are read like any others', () => {
    expect(partsOf(carrying(csv), 'a.pdf')).toEqual(['a.pdf', 'a.pdf › table.csv'])
    expect(lines(carrying(csv))).toEqual(['see | attached', 'Region | 2020', 'London | 36127'])
  })
  it('are read where they are pinned to a page', () => {
    const note = '<< /Subtype /FileAttachment /FS << /F (t.zip) /EF << /F 7 0 R >> >> >>'
    const zip = Buffer.from(archiveOf({ 'in.csv': new TextEncoder().encode('1,2\n3,4\n') })).toString(
      'latin1',
    )
    const page = onePage('', { 6: note, 7: deflated(zip) }, '/Annots [6 0 R 6 0 R]')
    expect(partsOf(page, 'a.pdf')).toEqual(['a.pdf', 'a.pdf › t.zip', 'a.pdf › t.zip › in.csv'])
  })
  it('that carry themselves come to an end', () => {
    const itself = carrying(deflated(Buffer.from(carrying(csv)).toString('latin1')))
    expect(partsOf(itself, 'a')).toEqual(['a', 'a › table.csv', 'a › table.csv › table.csv'])
    expect(faultsOf(carrying('7 0 R'))).toEqual([])
  })
})

it('text in a font that the page forgot to bring is read all the same', () => {
  const objects = {
    ...pageObjects(at(50, 700, '1,234')),
    3: '<< /Type /Page /Contents 4 0 R >>',
    5: HELVETICA,
  }
  expect(lines(pdfOf(objects))).toEqual(['1,234'])
})
