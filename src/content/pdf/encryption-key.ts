import { aesDecrypted, aesEncrypted } from '../cryptography/aes.ts'
import { md5 } from '../cryptography/md5.ts'
import { rc4 } from '../cryptography/rc4.ts'
import { sha256 } from '../cryptography/sha256.ts'
import { sha384, sha512 } from '../cryptography/sha512.ts'
import { bytesOfBinary } from './bytes.ts'
import { numberOf, type PdfValue } from './values.ts'

/** What an empty password is filled up with. Source: ISO 32000-1, algorithm 2. */
const PADDING = Uint8Array.of(
  ...[0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08],
  ...[0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a],
)

/**
 * The key of a file that opens with the empty password, or `null` where it does
 * not. Source: ISO 32000-1, §7.6.3; ISO 32000-2, §7.6.4.
 *
 * @param of what the encryption dictionary says
 * @param id the first half of the file's identifier
 */
export function documentKeyOf(of: (key: string) => PdfValue, id: Uint8Array): Uint8Array | null {
  const revision = numberOf(of('R'), 0)
  const bytesOf = (key: string) => {
    const text = of(key)
    return bytesOfBinary(typeof text === 'string' ? text : '')
  }
  const user = bytesOf('U')
  if (revision >= 5) return newKey(revision, user, bytesOf('UE'))
  if (revision < 2) return null
  const bits = numberOf(of('Length'), 40)
  const length = revision === 2 ? 5 : numberOf(of('V'), 0) >= 4 ? 16 : Math.min(Math.max(bits >> 3, 5), 16)
  const isOpenMetadata = revision >= 4 && of('EncryptMetadata') === false
  const permissions = numberOf(of('P'), 0)
  const words = [0, 8, 16, 24].map((shift) => permissions >> shift)
  const start = [...PADDING, ...bytesOf('O').subarray(0, 32), ...words, ...id]
  const key = oldKey(
    Uint8Array.from([...start, ...(isOpenMetadata ? METADATA_IS_OPEN : [])]),
    revision,
    length,
  )
  return isSame(oldCheck(key, revision, id), user) ? key : null
}

const METADATA_IS_OPEN = [255, 255, 255, 255]

function oldKey(start: Uint8Array, revision: number, length: number): Uint8Array {
  let key = md5(start).subarray(0, length)
  for (let time = 0; revision > 2 && time < 50; time++) key = md5(key).subarray(0, length)
  return key
}

/** What the file has under `U` if this is its key. Source: ISO 32000-1, algorithms 4 and 5. */
function oldCheck(key: Uint8Array, revision: number, id: Uint8Array): Uint8Array {
  if (revision === 2) return rc4(key, PADDING)
  let check = md5(Uint8Array.from([...PADDING, ...id]))
  for (let time = 0; time < 20; time++)
    check = rc4(
      key.map((byte) => byte ^ time),
      check,
    )
  return check
}

const isSame = (check: Uint8Array, stored: Uint8Array): boolean =>
  stored.length >= check.length && check.every((byte, at) => byte === stored[at])

/** Source: ISO 32000-2, algorithms 2.A and 11: a hash to check, its salt, the salt of the key. */
function newKey(revision: number, user: Uint8Array, encrypted: Uint8Array): Uint8Array | null {
  const hash = revision === 5 ? sha256 : hardenedHash
  if (!isSame(hash(user.subarray(32, 40)), user)) return null
  return aesDecrypted(hash(user.subarray(40, 48)), new Uint8Array(16), encrypted.subarray(0, 32))
}

/** At least so many rounds; then as many as the last byte asks for. */
const ROUNDS = 64

/** The hash of revision 6, of an empty password. Source: ISO 32000-2, algorithm 2.B. */
function hardenedHash(salt: Uint8Array): Uint8Array {
  let key = sha256(salt)
  for (let round = 0, last = 0; round < ROUNDS || last > round - 32; round++) {
    const repeated = new Uint8Array(key.length * 64)
    for (let at = 0; at < repeated.length; at += key.length) repeated.set(key, at)
    const secret = aesEncrypted(key.subarray(0, 16), key.subarray(16, 32), repeated)
    const rest = secret.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = rest === 0 ? sha256(secret) : rest === 1 ? sha384(secret) : sha512(secret)
    last = secret[secret.length - 1] ?? 0
  }
  return key.subarray(0, 32)
}
