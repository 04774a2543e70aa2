import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aesDecrypted, aesEncrypted } from '../../src/content/cryptography/aes.ts'
import { md5 } from '../../src/content/cryptography/md5.ts'
import { rc4 } from '../../src/content/cryptography/rc4.ts'
import { sha256 } from '../../src/content/cryptography/sha256.ts'
import { sha384, sha512 } from '../../src/content/cryptography/sha512.ts'
import { encryptedPdf, METHODS } from './pdf-encrypted.ts'
import { faultsOf, latin1, rowsOf } from './reading.ts'

const hexadecimal = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('what encrypted PDF is made of', () => {
  it('hashes as OpenSSL does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const [name, hash] of Object.entries({ md5, sha256, sha384, sha512 }))
          expect(hexadecimal(hash(bytes))).toBe(createHash(name).update(bytes).digest('hex'))
      }),
    )
  })
  it.each([128, 256])('encrypts and decrypts with %i bits as OpenSSL does', (bits) => {
    const [key, vector] = [randomBytes(bits / 8), randomBytes(16)]
    const plain = randomBytes(160)
    const cipher = createCipheriv(`aes-${bits}-cbc`, key, vector).setAutoPadding(false)
    const secret = Buffer.concat([cipher.update(plain), cipher.final()])
    expect(hexadecimal(aesEncrypted(key, vector, plain))).toBe(hexadecimal(secret))
    expect(hexadecimal(aesDecrypted(key, vector, secret))).toBe(hexadecimal(plain))
  })
  it('knows RC4', () => {
    // Source: RFC 6229, a key of 40 bits, offset 0.
    const stream = rc4(Uint8Array.of(1, 2, 3, 4, 5), new Uint8Array(16))
    expect(hexadecimal(stream)).toBe('b2396305f03dc027ccc3524a0a1118a8')
  })
})

describe('an encrypted PDF', () => {
  it.each(METHODS)('that opens without a password is read: %s', (method) => {
    const file = encryptedPdf(method, '')
    expect([rowsOf(file), faultsOf(file)]).toEqual([
      [
        ['Total', '36,127'],
        ['note', '5,678'],
      ],
      [],
    ])
  })
  it.each(METHODS)('that wants a password is said to be encrypted: %s', (method) => {
    expect(faultsOf(encryptedPdf(method, 'secret'))).toEqual(['encrypted'])
  })
  it('whose rights are managed by somebody else is said to be encrypted', () => {
    const file = latin1(
      '%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Kids [] >> endobj\n' +
        'trailer << /Root 1 0 R /Encrypt << /Filter /MicrosoftIRMServices /V 1 >> >>',
    )
    expect(faultsOf(file)).toEqual(['encrypted'])
  })
})

const COLLECTED = '../shared/data/malformed'
describe.runIf(existsSync(COLLECTED))('encrypted PDF found elsewhere', () => {
  it.each([
    ['found-encrypted/simple-open-nocopy-password.pdf', ['encrypted']],
    ['found-protected-readable/simple-password-nocopy.pdf', []],
  ] as const)('%s', (name, faults) => {
    const bytes = new Uint8Array(readFileSync(`${COLLECTED}/${name}`))
    expect(faultsOf(bytes)).toEqual(faults)
    expect(rowsOf(bytes).length > 0).toBe(faults.length === 0)
  })
})
