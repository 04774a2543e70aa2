import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfBytes } from '../../src/content/xml/bytes.ts'
import { nameCode, xmlScan } from '../../src/content/xml/scan.ts'

const NAMES = ['c', 'v', 'row', 'rPh', 'worksheet', 'sheetData']

/** What the scan tells of a document that comes in pieces of the given length. */
function told(xml: string, pieceBytes: number): { told: string; whole: boolean } {
  const bytes = new TextEncoder().encode(xml)
  const words: string[] = []
  const name = (code: number) => NAMES.find((candidate) => nameCode(candidate) === code) ?? '?'
  const scan = xmlScan({
    open: (code, from, start, end, isEmpty) =>
      words.push(`<${name(code)}${textOfBytes(from, start, end)}${isEmpty ? '/' : ''}>`),
    close: (code) => words.push(`</${name(code)}>`),
    text: (from, start, end) => words.push(textOfBytes(from, start, end)),
    cdata: (from, start, end) => words.push(textOfBytes(from, start, end)),
  })
  let sound = true
  for (let at = 0; at < bytes.length && sound; at += pieceBytes)
    sound = scan.push(bytes.subarray(at, at + pieceBytes))
  return { told: words.join(''), whole: sound && scan.ended() }
}

const SHEET =
  '<?xml version="1.0"?><!-- a > b --><worksheet><x:sheetData><row r="1"><c r=\'A1\' s=">"><v>1 &lt; 2 £</v></c><c/></row><![CDATA[<v>]]></x:sheetData></worksheet>'

describe('XML looked at as bytes', () => {
  it('tells elements without their prefix, text with its entities, and no comments', () => {
    expect(told(SHEET, 4096)).toEqual({
      told: '<worksheet><sheetData><row r="1"><c r=\'A1\' s=">"><v>1 < 2 £</v></c><c/></c></row><v></sheetData></worksheet>',
      whole: true,
    })
  })
  it('is told the same however it comes in pieces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pieceBytes) => {
        expect(told(SHEET, pieceBytes)).toEqual(told(SHEET, 4096))
      }),
    )
  })
  it.each([
    ['cut off', '<worksheet><row>'],
    ['closed twice', '<worksheet></worksheet></row>'],
    ['empty', ''],
    ['with declarations of its own', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet></worksheet>'],
    ['ending inside a tag', '<worksheet></worksheet'],
  ])('is not whole when %s', (_how, xml) => {
    expect(told(xml, 4096).whole).toBe(false)
  })
  it('is given up where a tag or a text goes on for more than a megabyte', () => {
    expect(told(`<worksheet><v>${'1'.repeat(2_000_000)}</v></worksheet>`, 65_536).whole).toBe(false)
  })
})
