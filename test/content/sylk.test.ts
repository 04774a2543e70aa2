import { describe, expect, it } from 'vitest'
import { cellsOf, utf8 } from './reading.ts'

const cells = (text: string) => cellsOf(utf8(text))

describe('a SYLK workbook', () => {
  it('has the numbers that its cells hold, and texts without their quotes', () => {
    expect(cells('ID;PCALCOOO32\nC;X1;Y1;K"Month"\nC;X2;Y1;K36126.8\nC;X1;Y2;K-1.5E3\nE\n')).toEqual([
      ['0:Month', '1:36126.8 (36126.8)'],
      ['0:-1.5E3 (-1500)'],
    ])
  })
  it('leaves out a row or a column that is as before, and doubles a semicolon in a text', () => {
    expect(cells('ID;PWXL;N;E\r\nC;Y3;X2;K"a;;b"\r\nC;X4;K7;E"R1C1"\r\nF;W1 1 20\r\nE\r\n')).toEqual([
      ['1:a;b', '3:7 (7)'],
    ])
  })
})
