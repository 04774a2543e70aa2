import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, faultsOf, latin1, readingsOf, rowsOf, rowsOfText, utf8 } from './reading.ts'
import { joined } from './zip-file.ts'

const rows = rowsOfText

const utf16 = (text: string, order: 'little' | 'big', mark = true): Uint8Array => {
  const units = Array.from((mark ? '\ufeff' : '') + text, (character) => character.charCodeAt(0))
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'little' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

describe('delimited text', () => {
  it('is parted by commas, semicolons, tabs or bars, whichever parts regularly', () => {
    for (const delimiter of [',', ';', '\t', '|'])
      expect(
        rows(
          ['area 2019 2020', 'North 36127 36250', 'South 41888 42001'].join('\n').replace(/ /g, delimiter),
        ),
      ).toEqual([
        ['area', '2019', '2020'],
        ['North', '36127', '36250'],
        ['South', '41888', '42001'],
      ])
  })
  it('may have decimal commas between semicolons', () => {
    expect(rows('a;b\n1,5;2,25\n3,5;4,75\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2,25'],
      ['3,5', '4,75'],
    ])
  })
  it('may name its delimiter in the first line, as Excel does', () => {
    expect(rows('sep=;\n1,234;5,678\n2,345;6,789\n')).toEqual([
      ['1,234', '5,678'],
      ['2,345', '6,789'],
    ])
  })
  it('may quote fields that hold delimiters, quotes and line ends', () => {
    expect(rows('"a ""b""","1,234"\n"c","5,678"x\n')).toEqual([
      ['a "b"', '1,234'],
      ['c', '5,678x'],
    ])
  })
  it('ends its lines as Windows, Unix or an old Macintosh does', () => {
    for (const end of ['\r\n', '\n', '\r'])
      expect(rows(['a,b', '1,2', '3,4'].join(end))).toEqual([
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ])
  })
  it('hides no row behind a quote that is never closed', () => {
    expect(rows('a,b\n"x,1\ny,2\n')).toEqual([
      ['a', 'b'],
      ['"x', '1'],
      ['y', '2'],
    ])
    const text = `name,value\n"open,1\n${Array.from({ length: 50 }, (_one, at) => `row,${1000 + at}`).join('\n')}`
    expect(rows(text)).toContainEqual(['row', '1049'])
    expect(rows(`${text}\n"closed late",2\nlast,3\n`)).toEqual(
      expect.arrayContaining([
        ['row', '1049'],
        ['last', '3'],
      ]),
    )
  })
  it('keeps numbers whole whose thousands are parted by commas and which are parted by spaces', () => {
    expect(rows('1,234 5,678 9,012\n2,345 6,789 1,023\n')).toEqual([
      ['1,234', '5,678', '9,012'],
      ['2,345', '6,789', '1,023'],
    ])
  })
  it('keeps figures of three digits apart behind a label that ends with a number', () => {
    for (const heading of ['Week,Wales,Scotland,London', 'Week,2018,2019,2020'])
      expect(rows(`${heading}\nWeek 12,512,733,881\nWeek 13,498,702,866\n`)).toEqual([
        heading.split(','),
        ['Week 12', '512', '733', '881'],
        ['Week 13', '498', '702', '866'],
      ])
  })
  it('keeps a number of a sentence whole, although lines above it have as many commas', () => {
    const text = 'Dear Ann,\nemployment rose to 32,985\nunemployment fell to 1,342\nYours,\nBob\n'
    expect(rows(text).flat()).toEqual(expect.arrayContaining(['32,985', '1,342']))
  })
  it('may be one line of sixty thousand fields, none of which is left out', () => {
    const told = rows(Array.from({ length: 60_000 }, (_one, at) => at + 1000).join(',')).flat()
    expect(told.length).toBe(60_000)
    expect(told[59_999]).toBe('60999')
  })
  it('gives back what was put in, whatever the fields', () => {
    const field = fc
      .string({ unit: fc.constantFrom(...'ab1 ,;"\n.'), maxLength: 6 })
      .map((text) => `x${text}x`)
    const grid = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 9 })
    fc.assert(
      fc.property(grid, (table) => {
        const text = table
          .map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join('\t'))
          .join('\n')
        const told = readingsOf(utf8(text)).flatMap((reading) =>
          reading.kind === 'row' && reading.cells.length === 3
            ? [reading.cells.map((cell) => cell.shown)]
            : [],
        )
        for (const row of table) expect(told).toContainEqual(row)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what text is taken for', () => {
  it('is a table, though some of its fields have tags', () => {
    const lines = [
      'area,note,value',
      ...Array.from({ length: 20 }, (_one, at) => `North,<b>bold</b> <p>note</p>,${36000 + at}`),
    ]
    expect(rows(lines.join('\n'))).toContainEqual(['North', '<b>bold</b> <p>note</p>', '36019'])
  })
  it('is a page where tags are in every line', () => {
    expect(rows('North <b>36,127</b><br>South <b>41,888</b><br>')).toEqual([
      ['North', '36,127'],
      ['South', '41,888'],
    ])
  })
  it('is text, though it begins as something else might', () => {
    expect(faultsOf(utf8('0707071,2\n0707072,3\n'))).toEqual([])
    expect(faultsOf(utf8(`${'x'.repeat(40)} EMF 36,127`))).toEqual([])
    expect(rows('BZhang,1\nBMorris,2\n')).toEqual([
      ['BZhang', '1'],
      ['BMorris', '2'],
    ])
  })
  it('is a mail only as far as it looks like one: no line is lost', () => {
    const text = 'From: 36,127\nTo: 36,250\nNote: 41,888\n\nEnd 42,001\n'
    expect(rows(text).flat()).toEqual(expect.arrayContaining(['36,127', '36,250', '41,888', '42,001']))
  })
})

describe('running text', () => {
  it('is lines of words', () => {
    expect(rows('Employment rose by 12,345 to 32,345,678.\nNothing else.\n')).toEqual([
      ['Employment', 'rose', 'by', '12,345', 'to', '32,345,678'],
      ['Nothing', 'else'],
    ])
  })
  it('is read to the end of a line however long', () => {
    const words = Array.from({ length: 40_000 }, (_one, at) => `w${at}`)
    expect(rows(words.join(' ')).flat()).toEqual(words)
    expect(rows('a'.repeat(200_000)).flat().join('').length).toBe(200_000)
  })
})

describe('encodings that nobody wrote down', () => {
  const TEXT = 'area;value\nNord–Süd;1\u00a0234\nOst;5\u00a0678\n'
  const EXPECTED = [
    ['area', 'value'],
    ['Nord–Süd', '1\u00a0234'],
    ['Ost', '5\u00a0678'],
  ]
  it('are UTF-8, with and without a mark', () => {
    expect(rowsOf(utf8(TEXT))).toEqual(EXPECTED)
    expect(rowsOf(utf8(`\ufeff${TEXT}`))).toEqual(EXPECTED)
  })
  it('are UTF-16 in either order, with and without a mark', () => {
    for (const order of ['little', 'big'] as const)
      for (const mark of [true, false]) expect(rowsOf(utf16(TEXT, order, mark))).toEqual(EXPECTED)
  })
  it('are Windows-1252', () => {
    expect(rowsOf(latin1(TEXT.replace('–', '\u0096')))).toEqual(EXPECTED)
  })
  it('are UTF-8 with one broken byte, which costs one character and no number', () => {
    const broken = joined(utf8(TEXT), Uint8Array.of(0xff, 10), utf8('West;9\u00a0012\n'))
    expect(rowsOf(broken)).toContainEqual(['Nord–Süd', '1\u00a0234'])
    expect(rowsOf(broken)).toContainEqual(['West', '9\u00a0012'])
  })
})

describe('JSON', () => {
  it('has a row for each array and each record', () => {
    expect(
      cellsOf(utf8('{"dimension":{"year":["2019","2020"]},"value":[36127,36250.5,null,41888]}')),
    ).toEqual([
      ['98304:2019', '98305:2020'],
      ['65536:36127 (36127)', '65537:36250.5 (36250.5)', '65539:41888 (41888)'],
    ])
    expect(rows('[{"area":"North","n":36127},{"area":"South","n":41888}]')).toEqual([
      ['North', '36127'],
      ['South', '41888'],
    ])
  })
  it('may be one record a line, or break off', () => {
    expect(rows('{"a":1,"b":2}\n{"a":3,"b":4}\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(rows('{"a":[1,2],"b":[3,4}')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })
})

describe('what is no text', () => {
  it('is said to be unknown', () => {
    expect(faultsOf(new Uint8Array(5000))).toEqual(['unknown-format'])
    expect(faultsOf(Uint8Array.from({ length: 5000 }, (_one, at) => (at * 7919) % 256))).toEqual([
      'unknown-format',
    ])
    expect(faultsOf(utf8('%!PS-Adobe-3.0\n(36,127) show\n'))).toEqual(['unknown-format'])
  })
  it('is empty: nothing to read is no proof that nothing was to be read', () => {
    expect(faultsOf(new Uint8Array(0))).toEqual(['damaged'])
  })
})
