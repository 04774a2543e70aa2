import { createCipheriv, createHash } from 'node:crypto'
import { rc4 } from '../../src/content/cryptography/rc4.ts'
import { at, binary, pageObjects, pdfOf, stream } from './pdf-file.ts'
import { latin1 } from './reading.ts'

/** How PDF has been encrypted over the years: RC4 with 40 and 128 bits, AES with 128 and 256 (revisions 5 and 6). */
export const METHODS = ['rc4-40', 'rc4-128', 'aes-128', 'aes-256-r5', 'aes-256'] as const
export type Method = (typeof METHODS)[number]

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')
const OWNER = Buffer.alloc(32, 7)
const PERMISSIONS = -3904

const md5 = (...pieces: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(pieces)).digest()
const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`

function aes(key: Uint8Array, vector: Uint8Array, plain: Uint8Array, padded: boolean): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(padded)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

type Lock = { readonly dictionary: string; encrypt(text: string, number: number): string }

/** A page, and a note on it, encrypted so that `password` opens them. */
export function encryptedPdf(method: Method, password: string): Uint8Array {
  const { dictionary, encrypt } = method.startsWith('aes-256')
    ? newLock(method, password)
    : oldLock(method, password)
  const note = `<< /Subtype /Text /Contents ${hex(latin1(encrypt('note 5,678', 6)))} >>`
  const objects = pageObjects('', {
    3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [6 0 R] /Resources << /Font << /F 5 0 R >> >> >>',
    4: stream(encrypt(at(50, 700, 'Total 36,127'), 4)),
    6: note,
    7: dictionary,
  })
  return pdfOf(objects, { trailer: `/Root 1 0 R /Encrypt 7 0 R /ID [${hex(ID)} ${hex(ID)}]` })
}

/** Source: ISO 32000-1, §7.6.2 and §7.6.3. */
function oldLock(method: Method, password: string): Lock {
  const length = method === 'rc4-40' ? 5 : 16
  const filled = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32)
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  let key = md5(filled, OWNER, permissions, ID)
  for (let time = 0; length > 5 && time < 50; time++) key = md5(key)
  key = key.subarray(0, length)
  const objectKey = (number: number, salt: string) =>
    md5(key, Buffer.from([number, 0, 0, 0, 0]), Buffer.from(salt)).subarray(0, Math.min(length + 5, 16))
  let user: Uint8Array = length === 5 ? rc4(key, PADDING) : md5(PADDING, ID)
  for (let time = 0; length > 5 && time < 20; time++)
    user = rc4(
      key.map((byte) => byte ^ time),
      user,
    )
  const stored = `/O ${hex(OWNER)} /U ${hex(Buffer.concat([user, Buffer.alloc(32 - user.length)]))} /P ${PERMISSIONS}`
  const filters = '/CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF'
  const kind =
    { 'rc4-40': '/V 1 /R 2', 'rc4-128': '/V 2 /R 3 /Length 128' }[String(method)] ?? `/V 4 /R 4 ${filters}`
  const vector = Buffer.alloc(16, 3)
  return {
    dictionary: `<< /Filter /Standard ${kind} ${stored} >>`,
    encrypt: (text, number) =>
      method === 'aes-128'
        ? binary(Buffer.concat([vector, aes(objectKey(number, 'sAlT'), vector, latin1(text), true)]))
        : binary(rc4(objectKey(number, ''), latin1(text))),
  }
}

/** Source: ISO 32000-2, §7.6.4.3 and §7.6.4.4. */
function newLock(method: Method, password: string): Lock {
  const key = Buffer.alloc(32, 9)
  const [checkSalt, keySalt] = [Buffer.from('checksal'), Buffer.from('key-salt')]
  const hash = method === 'aes-256' ? hardened : plainHash
  const user = Buffer.concat([hash(password, checkSalt), checkSalt, keySalt])
  const wrapped = aes(hash(password, keySalt), Buffer.alloc(16), key, false)
  const filters = '/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF'
  const vector = Buffer.alloc(16, 5)
  return {
    dictionary: `<< /Filter /Standard /V 5 /R ${method === 'aes-256' ? 6 : 5} ${filters} /U ${hex(user)} /UE ${hex(wrapped)} /O ${hex(Buffer.alloc(48))} /P -4 >>`,
    encrypt: (text) => binary(Buffer.concat([vector, aes(key, vector, latin1(text), true)])),
  }
}

const plainHash = (password: string, salt: Uint8Array): Buffer =>
  createHash('sha256').update(password).update(salt).digest()

/** Source: ISO 32000-2, algorithm 2.B. */
function hardened(password: string, salt: Uint8Array): Buffer {
  let key = plainHash(password, salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const once = Buffer.concat([Buffer.from(password), key])
    const secret = aes(key.subarray(0, 16), key.subarray(16, 32), Buffer.concat(Array(64).fill(once)), false)
    const rest = secret.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? '')
      .update(secret)
      .digest()
    last = secret[secret.length - 1] ?? 0
  }
  return key.subarray(0, 32)
}
