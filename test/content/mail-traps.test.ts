import { describe, expect, it } from 'vitest'
import { attached, base64, HEADER, lines, mail, text } from './mail-file.ts'
import { docxOf, paragraph } from './office.ts'
import { faultsOf, latin1, partsOf, readingsOf, rowsOf } from './reading.ts'

describe('what of a mail cannot be read', () => {
  it('is a picture that is attached; one that belongs to the text is passed over', () => {
    const screenshot = [
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 4, 0, 0, 0, 2, 0,
    ]
    const png = Uint8Array.from(screenshot)
    expect(faultsOf(mail(attached('photo.png', png)))).toEqual(['picture'])
    const inline = lines(
      'Content-Type: image/png',
      'Content-ID: <1@x>',
      'Content-Transfer-Encoding: base64',
      '',
      base64(png),
    )
    expect(faultsOf(mail(inline))).toEqual([])
  })
  it('is winmail.dat, which only Outlook reads', () => {
    const tnef = Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 1, 0, 1, 9, 0, 4, 0, 0, 0, 0, 0)
    expect(faultsOf(mail(attached('winmail.dat', tnef)))).toEqual(['unknown-format'])
  })
  it('is encrypted: S/MIME, PGP, protected by rights', () => {
    const enveloped = Uint8Array.of(0x30, 0x80, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 3, 0xa0, 0x80)
    expect(faultsOf(mail(attached('smime.p7m', enveloped)))).toEqual(['encrypted'])
    expect(
      faultsOf(mail(text('application/octet-stream', '-----BEGIN PGP MESSAGE-----\r\n\r\nabc'))),
    ).toEqual(['encrypted'])
    const rights = Uint8Array.of(0x76, 0xe8, 4, 0x60, 0xc4, 0x11, 0xe3, 0x86, 0, 1, 2)
    expect(faultsOf(mail(attached('message.rpmsg', rights)))).toEqual(['encrypted'])
  })
  it('is not the signature of a signed mail', () => {
    const signature = lines(
      'Content-Type: application/pkcs7-signature; name="smime.p7s"',
      'Content-Transfer-Encoding: base64',
      '',
      base64(Uint8Array.of(0x30, 0x80, 6, 9, 0x2a, 0x86, 0, 1, 2)),
    )
    expect(faultsOf(mail(text('text/plain', 'x'), signature))).toEqual([])
  })
  it('is written in ways of old', () => {
    expect(faultsOf(mail(text('application/octet-stream', 'begin 644 a', 'x-uuencode')))).toEqual([
      'unknown-format',
    ])
  })
})

describe('mails that are traps', () => {
  it('have parts in parts deeper than anybody nests', () => {
    let inner = lines('Content-Type: text/plain', '', 'North 36,127')
    for (let depth = 0; depth < 400; depth++)
      inner = lines(
        `Content-Type: multipart/mixed; boundary=b${depth}x`,
        '',
        `--b${depth}x`,
        inner,
        `--b${depth}x--`,
      )
    expect(faultsOf(latin1(lines(...HEADER, inner)))).toEqual(['too-large'])
  })
  it('have mails in mails deeper than is read', () => {
    let inner = lines(...HEADER, 'Content-Type: text/plain', '', 'North 36,127')
    for (let depth = 0; depth < 20; depth++)
      inner = lines(...HEADER, 'Content-Type: message/rfc822', '', inner)
    expect(faultsOf(latin1(inner))).toEqual(['too-large'])
  })
  it('have lines that are almost a border', () => {
    const file = mail(
      text(
        'text/plain',
        lines('North 36,127', '--the=bord', '--the=borderline', '-- the=border', 'South 41,888'),
      ),
    )
    expect(rowsOf(file)).toContainEqual(['South', '41,888'])
    expect(partsOf(file)).toEqual(['file', 'file › text'])
  })
  it('have a border that is another with more behind it', () => {
    const inner = lines(
      'Content-Type: multipart/mixed; boundary=ab',
      '',
      '--ab',
      text('text/plain', 'North 36,127'),
      '--ab--',
    )
    const file = latin1(
      lines(
        ...HEADER,
        'Content-Type: multipart/mixed; boundary=a',
        '',
        '--a',
        inner,
        '--a',
        text('text/plain', 'South 41,888'),
        '--a--',
      ),
    )
    expect(rowsOf(file)).toEqual(
      expect.arrayContaining([
        ['North', '36,127'],
        ['South', '41,888'],
      ]),
    )
  })
  it('hide lines in fields of the header', () => {
    expect(rowsOf(latin1(lines(...HEADER, 'Comments: North 36,127', '', 'x')))).toContainEqual([
      'North',
      '36,127',
    ])
  })
  it('hold base64 with rubbish and padding in the middle', () => {
    const first = Buffer.from('area,n\n').toString('base64')
    const second = Buffer.from('North,36127\n').toString('base64')
    const file = mail(
      lines(
        'Content-Type: text/csv; name=t.csv',
        'Content-Transfer-Encoding: base64',
        '',
        `${first.slice(0, 4)}!*\r\n${first.slice(4)}${second}`,
      ),
    )
    expect(rowsOf(file)).toContainEqual(['North', '36127'])
  })
  it('are read within a budget', () => {
    const file = mail(attached('a.docx', docxOf(paragraph('x'))), attached('b.docx', docxOf(paragraph('x'))))
    expect(
      readingsOf(file, 'm', { expandedBytes: 600, entries: 9, cells: 9 }).some(
        (reading) => reading.kind === 'unreadable',
      ),
    ).toBe(true)
  })
})
