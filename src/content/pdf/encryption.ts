import { aesDecrypted } from '../cryptography/aes.ts'
import { md5 } from '../cryptography/md5.ts'
import { rc4 } from '../cryptography/rc4.ts'
import { binaryText, bytesOfBinary } from './bytes.ts'
import { documentKeyOf } from './encryption-key.ts'
import { dictionaryOf, nameOf, numberOf, type PdfDictionary, type Resolve } from './values.ts'

/** Undoes a file's encryption, object by object. */
export type Decrypter = {
  text(text: string, number: number, generation: number): string
  bytes(bytes: Uint8Array, number: number, generation: number): Uint8Array
}

type Method = 'none' | 'rc4' | 'aes-128' | 'aes-256'

/**
 * The decrypter of a file that opens without a password: many are encrypted only
 * so that viewers forbid printing or copying. `null` where a password or a
 * certificate is needed. Source: ISO 32000-1, §7.6; ISO 32000-2, §7.6.
 */
export function decrypterOf(trailer: PdfDictionary, resolve: Resolve): Decrypter | null {
  const encryption = dictionaryOf(resolve(trailer.entries.get('Encrypt')))
  const of = (key: string) => resolve(encryption.entries.get(key))
  if (nameOf(of('Filter')) !== 'Standard') return null
  const key = documentKeyOf(of, firstId(trailer, resolve))
  if (key === null) return null
  const version = numberOf(of('V'), 0)
  const ofFilter = (use: string): Method => {
    if (version < 4) return 'rc4'
    return methodNamed(nameOf(of(use)) || 'Identity', dictionaryOf(of('CF')), resolve)
  }
  const [forStreams, forStrings] = [ofFilter('StmF'), ofFilter('StrF')]
  return {
    bytes: (bytes, number, generation) => decrypted(bytes, forStreams, key, number, generation),
    text(text, number, generation) {
      const bytes = decrypted(bytesOfBinary(text), forStrings, key, number, generation)
      return binaryText(bytes, 0, bytes.length)
    },
  }
}

function firstId(trailer: PdfDictionary, resolve: Resolve): Uint8Array {
  const ids = resolve(trailer.entries.get('ID'))
  const first = typeof ids === 'object' && ids?.kind === 'array' ? resolve(ids.items[0]) : null
  return bytesOfBinary(typeof first === 'string' ? first : '')
}

function methodNamed(name: string, filters: PdfDictionary, resolve: Resolve): Method {
  if (name === 'Identity') return 'none'
  const filter = dictionaryOf(resolve(filters.entries.get(name)))
  switch (nameOf(resolve(filter.entries.get('CFM')))) {
    case 'V2':
      return 'rc4'
    case 'AESV2':
      return 'aes-128'
    case 'AESV3':
      return 'aes-256'
  }
  return 'none'
}

function decrypted(
  bytes: Uint8Array,
  method: Method,
  key: Uint8Array,
  number: number,
  generation: number,
): Uint8Array {
  switch (method) {
    case 'none':
      return bytes
    case 'rc4':
      return rc4(objectKey(key, number, generation, NO_SALT), bytes)
    case 'aes-128':
      return withoutVector(objectKey(key, number, generation, AES_SALT), bytes)
    case 'aes-256':
      return withoutVector(key, bytes)
  }
}

const NO_SALT = new Uint8Array(0)
/** `sAlT`. */
const AES_SALT = Uint8Array.of(0x73, 0x41, 0x6c, 0x54)

/** Each object has a key of its own. Source: ISO 32000-1, algorithm 1. */
function objectKey(key: Uint8Array, number: number, generation: number, salt: Uint8Array): Uint8Array {
  const own = [number, number >> 8, number >> 16, generation, generation >> 8]
  return md5(Uint8Array.from([...key, ...own, ...salt])).subarray(0, Math.min(key.length + 5, 16))
}

/** The first block starts the chain; the last ends in as many bytes too many as it says. */
function withoutVector(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length < 32) return new Uint8Array(0)
  const plain = aesDecrypted(key, bytes.subarray(0, 16), bytes.subarray(16))
  const padding = plain[plain.length - 1] ?? 0
  return padding <= 16 ? plain.subarray(0, plain.length - padding) : plain
}
