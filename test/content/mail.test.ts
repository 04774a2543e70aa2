import { describe, expect, it } from 'vitest'
import { attached, base64, HEADER, lines, mail, text } from './mail-file.ts'
import { xlsxOf } from './office.ts'
import { faultsOf, latin1, partsOf, rowsOf, utf8 } from './reading.ts'
import { archiveOf, joined } from './zip-file.ts'

describe('a mail', () => {
  it('has a subject, texts and attachments, each a file of its own', () => {
    const file = mail(
      text('text/plain; charset=utf-8', 'Employment rose by 12,345'),
      text('text/html', '<p>North 36,127</p>'),
      attached('table.xlsx', xlsxOf([[41888, 42001]])),
    )
    expect(partsOf(file, 'm.eml')).toEqual([
      'm.eml',
      'm.eml › text',
      'm.eml › HTML text',
      'm.eml › table.xlsx',
    ])
    expect(rowsOf(file)).toEqual([
      ['tables'],
      ['This', 'is', 'a', 'multipart', 'message'],
      ['Employment', 'rose', 'by', '12,345'],
      ['North', '36,127'],
      ['41888', '42001'],
    ])
    expect(faultsOf(file)).toEqual([])
  })
  it('may be plain, without any of that', () => {
    const file = latin1(
      lines(
        'From: a@b.example',
        'Date: Mon, 16 Mar 2020 14:42:00 +0000',
        'Subject: rose',
        '  by 12,345',
        '',
        'North 36,127',
        'South 41,888',
      ),
    )
    expect(rowsOf(file)).toEqual([
      ['rose', 'by', '12,345'],
      ['North', '36,127'],
      ['South', '41,888'],
    ])
  })
  it('writes its text as quoted-printable or base64', () => {
    const quoted = text(
      'text/plain; charset=utf-8',
      lines('North =3D 36=C2=A0127 and=', ' 41=2C888 =zz'),
      'quoted-printable',
    )
    expect(rowsOf(mail(quoted))).toContainEqual(['North', '=', '36\u00a0127', 'and', '41,888', '=zz'])
    expect(rowsOf(mail(text('text/plain', base64(utf8('North 36,127')), 'BASE64')))).toContainEqual([
      'North',
      '36,127',
    ])
  })
  it('may have its text in UTF-16 or Windows-1252', () => {
    const wide = Uint8Array.from([...'North 36\u00a0127'].flatMap((unit) => [unit.charCodeAt(0) & 255, 0]))
    expect(rowsOf(mail(text('text/plain; charset=utf-16le', base64(wide), 'base64')))).toContainEqual([
      'North',
      '36\u00a0127',
    ])
    expect(
      rowsOf(mail(text('text/plain; charset=windows-1252', 'North 36=A0127', 'quoted-printable'))),
    ).toContainEqual(['North', '36\u00a0127'])
  })
  it('has names in other alphabets, in words, in pieces, with percents', () => {
    const named = (disposition: string) =>
      lines(
        'Content-Type: text/csv',
        `Content-Disposition: attachment; ${disposition}`,
        '',
        'a,b',
        '36127,36250',
      )
    const names = [
      'filename="=?utf-8?B?R3LDtsOfZS5jc3Y=?="',
      'filename="=?iso-8859-1?Q?Gr=F6=DFe.csv?="',
      "filename*=utf-8''Gr%C3%B6%C3%9Fe.csv",
      "filename*0*=utf-8''Gr%C3%B6; filename*1*=%C3%9Fe; filename*2=.csv",
    ]
    for (const name of names) expect(partsOf(mail(named(name)))).toContain('file › Größe.csv')
  })
  it('has a mail attached, which has a mail attached', () => {
    const inner = lines(...HEADER, 'Content-Type: text/plain', '', 'North 36,127')
    const middle = Buffer.from(mail(lines('Content-Type: message/rfc822', '', inner))).toString('latin1')
    const file = mail(lines('Content-Type: message/rfc822', '', middle.replace(/the=border/g, 'other')))
    expect(rowsOf(file)).toContainEqual(['North', '36,127'])
    expect(faultsOf(file)).toEqual([])
  })
  it('tells files by their bytes, whatever they are called', () => {
    const file = mail(
      lines(
        'Content-Type: image/png; name="photo.png"',
        'Content-Transfer-Encoding: base64',
        '',
        base64(xlsxOf([[36127, 36250]])),
      ),
      lines(
        'Content-Type: text/plain',
        'Content-Transfer-Encoding: base64',
        '',
        base64(archiveOf({ 'a.csv': 'x,y\n41888,42001\n' })),
      ),
    )
    expect(rowsOf(file)).toContainEqual(['36127', '36250'])
    expect(rowsOf(file)).toContainEqual(['41888', '42001'])
  })
  it('has text before its first part and behind its last', () => {
    const file = joined(mail(text('text/plain', 'x')), latin1('behind 41,888\r\n'))
    expect(rowsOf(file)).toContainEqual(['behind', '41,888'])
  })
  it('has no end, or parts without one', () => {
    const whole = mail(attached('table.csv', utf8('area,n\nNorth,36127\n')))
    const cut = whole.subarray(0, whole.length - 16)
    expect(rowsOf(cut)).toContainEqual(['North', '36127'])
  })
  it('may be one of a mailbox', () => {
    const one = lines(
      ...HEADER,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      attached('t.csv', utf8('area,n\nNorth,36127\n')),
      '--b--',
      '',
    )
    const box = latin1(
      lines(
        'From ann@office.example Mon Mar 16 14:42:00 2020',
        one,
        '',
        'From bob@else.example Mon Mar 16 14:43:00 2020',
        one.replace(/North/g, 'South'),
        '',
      ),
    )
    expect(partsOf(box)).toEqual([
      'file',
      'file › message',
      'file › message › t.csv',
      'file › message (2)',
      'file › message (2) › t.csv',
    ])
  })
  it('is a page with its parts', () => {
    const page = latin1(
      lines(
        'From: <Saved by Blink>',
        'Subject: =?utf-8?Q?Table_36=2C127?=',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary="----x"',
        '',
        '------x',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: quoted-printable',
        'Content-Location: https://example.org/page',
        '',
        '<html><table><tr><td width=3D5>North<td>41,888</table>',
        '------x',
        'Content-Type: image/png',
        'Content-Location: https://example.org/a.png',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '------x--',
      ),
    )
    expect(rowsOf(page)).toEqual([
      ['Table', '36,127'],
      ['North', '41,888'],
    ])
    expect(faultsOf(page)).toEqual([])
  })
})
