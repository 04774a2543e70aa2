import { describe, expect, it } from 'vitest'
import { textFile } from '../breach/office.ts'
import { copied } from './workbooks.ts'

const copyOf = (text: string) => new TextDecoder().decode(copied('t.csv', textFile(text)).bytes)

describe('the copy of a table as text', () => {
  it('keeps headings, labels, periods, quotes and line ends', () => {
    const text = 'Area,Year,"Level, thousand",Rate\r\nUK,2018,"5,439.2",4.1%\r\nWales,2019,"301",-0.3%\r\n'
    expect(copyOf(text)).toBe(
      'Area,Year,"Level, thousand",Rate\r\nUK,2018,"111.1",11.1%\r\nWales,2019,"111",11.1%\r\n',
    )
  })
  it('keeps semicolons and decimal commas', () => {
    expect(copyOf('Zone;Taux;Total\nNord;12,5;1 234\nSud;9,1;987\n')).toBe(
      'Zone;Taux;Total\nNord;111,1;111\nSud;111,1;111\n',
    )
  })
  it('keeps tabs, and quotes that hold line ends and quotes', () => {
    expect(copyOf('Note\tn\tm\n"first ""line""\nsecond"\t4,271\t17\nlast\t88\t23\n')).toBe(
      'Note\tn\tm\n"first ""line""\nsecond"\t111\t111\nlast\t111\t111\n',
    )
  })
  it('replaces figures in running text by test sentences', () => {
    expect(
      copyOf('Public sector employment\n\nThere were 5.44 million people employed. Contact the office.\n'),
    ).toBe('Public sector employment\n\nTest sentence 111. Contact the office.\n')
  })
  it('keeps the columns of a table that is laid out with blanks', () => {
    const lines = ['Area        2018    2019', 'UK         5,439  5,471', 'Wales          5      7', '']
    expect(copyOf(lines.join('\n'))).toBe(
      ['Area        2018    2019', 'UK           111    111', 'Wales        111    111', ''].join('\n'),
    )
  })
  it('survives quotes that are never closed', () => {
    expect(copyOf('a,b\n1,"5439\n7,8\n')).not.toMatch(/5439/)
  })
})

describe('the encoding of a copy', () => {
  const utf16 = (text: string) =>
    new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  const windows = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

  it('is UTF-16 where the file’s was', () => {
    const { bytes } = copied('t.csv', utf16('Area\tLevel\nÎle\t5439\nB\t77\n'))
    expect(Buffer.from(bytes.subarray(0, 2)).toString('hex')).toBe('fffe')
    expect(Buffer.from(bytes.subarray(2)).toString('utf16le')).toBe('Area\tLevel\nÎle\t111\nB\t111\n')
  })
  it('is UTF-8, with its mark where the file had one', () => {
    const { bytes } = copied('t.csv', textFile('\ufeffArea,Level\nÎle,5439\nB,77\n'))
    expect(Buffer.from(bytes).toString('utf8')).toBe('\ufeffArea,Level\nÎle,111\nB,111\n')
  })
  it('is UTF-8 with a mark where the file’s was Windows-1252, so that Excel shows £ and é', () => {
    const { bytes } = copied('t.csv', windows('Area,£\nÎle,5439\nB,77\n'))
    expect(Buffer.from(bytes).toString('utf8')).toBe('\ufeffArea,£\nÎle,111\nB,111\n')
  })
})
