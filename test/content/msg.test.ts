import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { expandedRtf } from '../../src/content/mail/compressed-rtf.ts'
import { read } from '../../src/content/read.ts'
import { holdsHtml, htmlOfRtf } from '../../src/content/rtf/html.ts'
import { bytesOf, compoundFile, long, utf16, word } from './compound-writer.ts'

const ascii = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'))

const PROPERTIES = '__properties_version1.0'
/** The stream of fixed properties: a header, then type, number, flags and value of each. */
const fixed = (header: number, ...properties: readonly (readonly [id: number, value: number])[]) =>
  bytesOf(
    new Uint8Array(header),
    ...properties.map(([id, value]) => bytesOf(word(3), word(id), long(6), long(value), long(0))),
  )
const attachment = (at: number, how: number, own: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(
    Object.entries({ [PROPERTIES]: fixed(8, [0x3705, how]), ...own }).map(([name, bytes]) => [
      `__attach_version1.0_#0000000${at}/${name}`,
      bytes,
    ]),
  )

const told = (streams: Readonly<Record<string, Uint8Array>>) => {
  const lines: string[] = []
  for (const reading of read('mail', compoundFile(streams), fullBudget())) {
    if (reading.kind === 'part') lines.push(`[${reading.path}]`)
    if (reading.kind === 'row') lines.push(reading.cells.map(({ shown }) => shown).join('|'))
    if (reading.kind === 'unreadable') lines.push(`${reading.path}: ${reading.because}`)
    if (reading.kind === 'cloud-link') lines.push(`${reading.path} is at ${reading.url}`)
  }
  return lines
}
const CSV = bytesOf('Area,Rate\nWales,36.1\n')

describe('a saved message is read', () => {
  it('subject and body, in Unicode', () => {
    expect(
      told({
        [PROPERTIES]: fixed(32),
        '__substg1.0_0037001F': utf16('Figures'),
        '__substg1.0_1000001F': utf16('Rate: 36.1 %\r\nup from 35.9'),
      }),
    ).toEqual(['[mail]', 'Figures', 'Rate|36.1|%', 'up|from|35.9'])
  })
  it('subject and body, in the encoding of an old Outlook', () => {
    expect(
      told({
        [PROPERTIES]: fixed(32),
        '__substg1.0_0037001E': bytesOf('Caf', 0xe9),
        '__substg1.0_1000001E': bytesOf('36.1 ', 0x80),
      }),
    ).toEqual(['[mail]', 'Café', '36.1|€'])
  })
  it('a body of HTML as what is seen of it', () => {
    const lines = told({
      [PROPERTIES]: fixed(32),
      '__substg1.0_1000001F': utf16('not this'),
      '__substg1.0_10130102': bytesOf('<html><body><table><tr><td>Wales<td>36.1</table></body></html>'),
    })
    expect(lines).toEqual(['[mail]', 'Wales|36.1'])
  })
  it('a body kept as compressed RTF that holds HTML', () => {
    const rtf =
      '{\\rtf1\\ansi\\fromhtml1 {\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf \\par ignored \\htmlrtf0 Rate 36.1{\\*\\htmltag72 </p>}}'
    const uncompressed = bytesOf(long(rtf.length + 12), long(rtf.length), long(0x414c454d), long(0), rtf)
    expect(told({ [PROPERTIES]: fixed(32), '__substg1.0_10090102': uncompressed })).toEqual([
      '[mail]',
      'Rate|36.1',
    ])
  })
  it('with its attachments by their long names, or their short ones', () => {
    const lines = told({
      [PROPERTIES]: fixed(32),
      ...attachment(0, 1, {
        '__substg1.0_37010102': CSV,
        '__substg1.0_3707001F': utf16('regional rates.csv'),
        '__substg1.0_3704001F': utf16('REGION~1.CSV'),
      }),
      ...attachment(1, 1, { '__substg1.0_37010102': CSV, '__substg1.0_3704001E': bytesOf('RATES.CSV') }),
    })
    expect(lines).toEqual([
      '[mail]',
      '[mail › regional rates.csv]',
      'Area|Rate',
      'Wales|36.1',
      '[mail › RATES.CSV]',
      'Area|Rate',
      'Wales|36.1',
    ])
  })
  it('with the message attached to it, and what is attached to that', () => {
    const inner = '__substg1.0_3701000D/'
    const lines = told({
      [PROPERTIES]: fixed(32),
      ...attachment(0, 5, {
        '__substg1.0_3001001F': utf16('FW: rates'),
        [`${inner}${PROPERTIES}`]: fixed(24),
        [`${inner}__substg1.0_1000001F`]: utf16('see 41.7'),
        [`${inner}__attach_version1.0_#00000000/${PROPERTIES}`]: fixed(8, [0x3705, 1]),
        [`${inner}__attach_version1.0_#00000000/__substg1.0_37010102`]: CSV,
      }),
    })
    expect(lines).toEqual([
      '[mail]',
      '[mail › FW: rates]',
      'see|41.7',
      '[mail › FW: rates › attachment]',
      'Area|Rate',
      'Wales|36.1',
    ])
  })
  it('with an object that was pasted into it', () => {
    const lines = told({
      [PROPERTIES]: fixed(32),
      ...attachment(0, 6, { '__substg1.0_3701000D/Package': CSV }),
      ...attachment(1, 6, { '__substg1.0_3701000D/\u0001Ole': new Uint8Array(20) }),
    })
    expect(lines).toEqual([
      '[mail]',
      '[mail › attachment]',
      'Area|Rate',
      'Wales|36.1',
      'mail › attachment: unknown-format',
    ])
  })
  it('and says where an attachment is elsewhere, or not there', () => {
    expect(
      told({
        [PROPERTIES]: fixed(32),
        ...attachment(0, 7, { '__substg1.0_370D001F': utf16('https://tenant.sharepoint.com/rates.xlsx') }),
        ...attachment(1, 1, { '__substg1.0_3707001F': utf16('lost.xlsx') }),
      }),
    ).toEqual([
      '[mail]',
      'mail › attachment is at https://tenant.sharepoint.com/rates.xlsx',
      'mail › lost.xlsx: damaged',
    ])
  })
})

describe('compressed RTF', () => {
  // Source: [MS-OXRTFCP] 3.1.1 and 3.1.2.
  it.each([
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423 20af32068656c09002062 7705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ],
    ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
  ])('expands as its specification shows: %#', (compressed, rtf) => {
    expect(ascii(expandedRtf(hex(compressed), fullBudget()))).toBe(rtf)
  })
  it('that is cut off or claims gigabytes is none', () => {
    const whole = hex('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0')
    expect(expandedRtf(whole.subarray(0, 24), fullBudget())).toBeNull()
    expect(
      expandedRtf(bytesOf(whole.subarray(0, 4), long(0xfffffff0), whole.subarray(8)), fullBudget()),
    ).toBeNull()
  })
})

describe('HTML in RTF', () => {
  it('comes out with its characters, without what is only for readers of RTF', () => {
    const rtf =
      "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag84 <td>}36{\\*\\htmltag84 &nbsp;}\\htmlrtf\\'a0\\htmlrtf0 \\'a3\\u8364?{\\pict 0102}\\{x\\}{\\*\\htmltag92 </td>}}"
    expect(holdsHtml(rtf)).toBe(true)
    expect(htmlOfRtf(rtf)).toBe('<td>36&nbsp;£€{x}</td>')
  })
  it('takes time in proportion, however the braces stand', () => {
    expect(htmlOfRtf(`{\\fromhtml1 ${'{'.repeat(200_000)}`)).toBe('')
    expect(htmlOfRtf(`\\fromhtml1 ${'}'.repeat(200_000)}7`)).toBe('7')
  })
})

const REAL = '../shared/data/negatives/office-misc/attachment_test_msg.msg'
describe.runIf(existsSync(REAL))('a real message from Outlook', () => {
  it('is read with its attachments, one of which is too old a format', () => {
    const readings = [...read('m', new Uint8Array(readFileSync(REAL)), fullBudget())]
    expect(readings.flatMap((one) => (one.kind === 'part' ? [one.path] : []))).toEqual([
      'm',
      'm › test-unicode.doc',
      'm › pj1.txt',
    ])
    expect(readings.flatMap((one) => (one.kind === 'unreadable' ? [one.because] : []))).toEqual([
      'old-format',
    ])
  })
})
