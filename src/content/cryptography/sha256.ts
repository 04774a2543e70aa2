/** Bytes of one block. Source: FIPS 180-4 §5.2.1. */
const BLOCK_BYTES = 64

/** The first 64 primes. */
const PRIMES = primes(64)

/** Round constants: the first 32 bits of the fractional parts of the primes’ cube roots. Source: FIPS 180-4 §4.2.2. */
const ROUND = Int32Array.from(PRIMES, (prime) => fractionalBits(Math.cbrt(prime)))

/** The first hash value: the same of the square roots of the first eight. Source: FIPS 180-4 §5.3.3. */
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionalBits(Math.sqrt(prime)))

function primes(count: number): readonly number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

function fractionalBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000) | 0
}

/** The last blocks: what is left over, a 1 bit, zeros, and the length in bits. Source: FIPS 180-4 §5.1.1. */
function lastBlocks(bytes: Uint8Array): Uint8Array {
  const whole = bytes.length - (bytes.length % BLOCK_BYTES)
  const rest = bytes.subarray(whole)
  const last = new Uint8Array(rest.length + 9 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES)
  last.set(rest)
  last[rest.length] = 0x80
  const view = new DataView(last.buffer)
  view.setUint32(last.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(last.length - 4, (bytes.length << 3) >>> 0)
  return last
}

/** Takes one block into the hash. Source: FIPS 180-4 §6.2.2, the letters are its own. */
function takeBlock(hash: Int32Array, schedule: Int32Array, bytes: Uint8Array, from: number): void {
  fillSchedule(schedule, bytes, from)
  let a = hash[0] ?? 0
  let b = hash[1] ?? 0
  let c = hash[2] ?? 0
  let d = hash[3] ?? 0
  let e = hash[4] ?? 0
  let f = hash[5] ?? 0
  let g = hash[6] ?? 0
  let h = hash[7] ?? 0
  for (let t = 0; t < 64; t++) {
    const bigSigma1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const choice = (e & f) ^ (~e & g)
    const one = (h + bigSigma1 + choice + (ROUND[t] ?? 0) + (schedule[t] ?? 0)) | 0
    const bigSigma0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + bigSigma0 + majority) | 0
  }
  hash[0] = (hash[0] ?? 0) + a
  hash[1] = (hash[1] ?? 0) + b
  hash[2] = (hash[2] ?? 0) + c
  hash[3] = (hash[3] ?? 0) + d
  hash[4] = (hash[4] ?? 0) + e
  hash[5] = (hash[5] ?? 0) + f
  hash[6] = (hash[6] ?? 0) + g
  hash[7] = (hash[7] ?? 0) + h
}

function fillSchedule(schedule: Int32Array, bytes: Uint8Array, from: number): void {
  for (let t = 0, at = from; t < 16; t++, at += 4)
    schedule[t] =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15] ?? 0
    const late = schedule[t - 2] ?? 0
    const sigma0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)
    const sigma1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)
    schedule[t] = (sigma1 + (schedule[t - 7] ?? 0) + sigma0 + (schedule[t - 16] ?? 0)) | 0
  }
}

/** Bytes between two pauses: about 1.5 ms, and 5 before the engine has compiled it. A multiple of a block. */
const BYTES_AT_ONCE = 2 ** 18

/**
 * SHA-256 of some bytes, with a pause now and then: a large file takes longer
 * than a person should wait for a key to show.
 *
 * Our own because it also runs in classic Outlook, on which ES2016 is all one
 * may count; @noble/hashes 2.4 uses `Object.hasOwn` and private fields. It takes
 * 180 MB a second here.
 */
export function* hashing(bytes: Uint8Array): Generator<undefined, Uint8Array> {
  const hash = START.slice()
  const schedule = new Int32Array(64)
  const last = lastBlocks(bytes)
  for (let from = 0; from + BLOCK_BYTES <= bytes.length; from += BLOCK_BYTES) {
    takeBlock(hash, schedule, bytes, from)
    if ((from + BLOCK_BYTES) % BYTES_AT_ONCE === 0) yield
  }
  for (let from = 0; from < last.length; from += BLOCK_BYTES) takeBlock(hash, schedule, last, from)
  const words = new DataView(new ArrayBuffer(hash.length * 4))
  hash.forEach((word, at) => {
    words.setInt32(at * 4, word)
  })
  return new Uint8Array(words.buffer)
}

/** SHA-256 of a few bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const steps = hashing(bytes)
  let next = steps.next()
  while (!next.done) next = steps.next()
  return next.value
}
