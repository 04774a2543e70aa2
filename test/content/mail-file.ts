import { latin1 } from './reading.ts'

export const lines = (...all: readonly string[]): string => all.join('\r\n')
/** In lines of 76 characters. */
export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')

export const HEADER = [
  'From: Ann <ann@office.example>',
  'To: Bob <bob@else.example>',
  'Subject: tables',
  'MIME-Version: 1.0',
]

/** A mail with these parts, each a header and a body. */
export const mail = (...parts: readonly string[]): Uint8Array =>
  latin1(
    lines(
      ...HEADER,
      'Content-Type: multipart/mixed;',
      ' boundary="the=border"',
      '',
      'This is a multipart message.',
      ...parts.flatMap((part) => ['--the=border', part]),
      '--the=border--',
      '',
    ),
  )
export const attached = (name: string, bytes: Uint8Array, more = ''): string =>
  lines(
    `Content-Type: application/octet-stream; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"${more}`,
    '',
    base64(bytes),
  )
export const text = (type: string, body: string, encoding = '7bit'): string =>
  lines(`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', body)
