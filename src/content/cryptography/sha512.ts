/** Fractional parts of the cube roots of the first 80 primes, 64 bits each. Source: FIPS 180-4, §4.2.3. */
const CUBE_ROOTS =
  '428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc3956c25bf348b53859f111f1b605d019' +
  '923f82a4af194f9bab1c5ed5da6d8118d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e2' +
  '72be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694e49b69c19ef14ad2efbe4786384f25e3' +
  '0fc19dc68b8cd5b5240ca1cc77ac9c652de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5' +
  '983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4c6e00bf33da88fc2d5a79147930aa725' +
  '06ca6351e003826f142929670a0e6e7027b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df' +
  '650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353ba2bfe8a14cf10364a81a664bbc423001' +
  'c24b8b70d0f89791c76c51a30654be30d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8' +
  '19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8391c0cb3c5c95a634ed8aa4ae3418acb' +
  '5b9cca4f7763e373682e6ff3d6b2b8a3748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec' +
  '90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532bca273eceea26619cd186b8c721c0c207' +
  'eada7dd6cde0eb1ef57d4f7fee6ed17806f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b' +
  '28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c4cc5d4becb3e42b6597f299cfc657e2a' +
  '5fcb6fab3ad6faec6c44198c4a475817'

/** The same of the square roots of the first 8 primes, and of the next 8. Source: FIPS 180-4, §5.3.4, §5.3.5. */
const SQUARE_ROOTS =
  '6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1510e527fade682d19b05688c2b3e6c1f' +
  '1f83d9abfb41bd6b5be0cd19137e2179'
const NEXT_SQUARE_ROOTS =
  'cbbb9d5dc1059ed8629a292a367cd5079159015a3070dd17152fecd8f70e593967332667ffc00b318eb44a8768581511' +
  'db0c2e0d64f98fa747b5481dbefa4fa4'

/** Bytes of one block. Source: FIPS 180-4, §5.2.2. */
const BLOCK_BYTES = 128

/** Numbers of 64 bits, as two of 32: the upper halves and the lower. */
type Wide = { readonly high: Int32Array; readonly low: Int32Array }

const wide = (hexadecimal: string): Wide => ({
  high: Int32Array.from({ length: hexadecimal.length / 16 }, (_nothing, at) => half(hexadecimal, at * 16)),
  low: Int32Array.from({ length: hexadecimal.length / 16 }, (_nothing, at) => half(hexadecimal, at * 16 + 8)),
})
const half = (hexadecimal: string, at: number): number => Number.parseInt(hexadecimal.slice(at, at + 8), 16)

const ROUNDS = wide(CUBE_ROOTS)

/** SHA-512, and SHA-384, which is its shorter sister. Source: FIPS 180-4, §6.4, §6.5. */
export const sha512 = (bytes: Uint8Array): Uint8Array => longHash(bytes, SQUARE_ROOTS, 64)
export const sha384 = (bytes: Uint8Array): Uint8Array => longHash(bytes, NEXT_SQUARE_ROOTS, 48)

function longHash(bytes: Uint8Array, start: string, length: number): Uint8Array {
  const view = padded(bytes)
  const sums = wide(start)
  for (let at = 0; at < view.byteLength; at += BLOCK_BYTES) addLongBlock(sums, view, at)
  const hash = new DataView(new ArrayBuffer(64))
  for (let at = 0; at < 8; at++) {
    hash.setInt32(at * 8, sums.high[at] ?? 0)
    hash.setInt32(at * 8 + 4, sums.low[at] ?? 0)
  }
  return new Uint8Array(hash.buffer, 0, length)
}

/** A one bit, zeros, and the length in bits at the end of the last block. Source: FIPS 180-4, §5.1. */
function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 17) / BLOCK_BYTES) * BLOCK_BYTES)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(whole.length - 4, bytes.length << 3)
  return view
}

/** What a number of 64 bits is turned by, three times, and added up; the third of some is shifted. */
type Turns = readonly [number, number, number]

/** One half of a number turned right: 32 and more exchange the halves. */
const turned = (high: number, low: number, by: number): number =>
  by < 32 ? (high >>> by) | (low << (32 - by)) : (low >>> (by - 32)) | (high << (64 - by))

const mixedHigh = (high: number, low: number, [one, two, three]: Turns, isShifted: boolean): number =>
  turned(high, low, one) ^ turned(high, low, two) ^ (isShifted ? high >>> three : turned(high, low, three))

const mixedLow = (high: number, low: number, [one, two, three]: Turns): number =>
  turned(low, high, one) ^ turned(low, high, two) ^ turned(low, high, three)

const SMALL_0: Turns = [1, 8, 7]
const SMALL_1: Turns = [19, 61, 6]
const LARGE_0: Turns = [28, 34, 39]
const LARGE_1: Turns = [14, 18, 41]

/** Sum of the lower halves, which may be larger than 32 bits; what is carried into the upper ones. */
const lowSum = (...parts: readonly number[]): number => parts.reduce((sum, part) => sum + (part >>> 0), 0)
const carried = (sum: number): number => Math.floor(sum / 2 ** 32)

function addLongBlock(sums: Wide, view: DataView, from: number): void {
  const high = new Int32Array(80)
  const low = new Int32Array(80)
  for (let step = 0; step < 80; step++) {
    if (step < 16) {
      high[step] = view.getInt32(from + step * 8)
      low[step] = view.getInt32(from + step * 8 + 4)
      continue
    }
    const [high15 = 0, low15 = 0, high2 = 0, low2 = 0] = [
      high[step - 15],
      low[step - 15],
      high[step - 2],
      low[step - 2],
    ]
    const sum = lowSum(
      mixedLow(high15, low15, SMALL_0),
      mixedLow(high2, low2, SMALL_1),
      low[step - 7] ?? 0,
      low[step - 16] ?? 0,
    )
    low[step] = sum
    high[step] =
      mixedHigh(high15, low15, SMALL_0, true) +
      mixedHigh(high2, low2, SMALL_1, true) +
      (high[step - 7] ?? 0) +
      (high[step - 16] ?? 0) +
      carried(sum)
  }
  const above = Array.from(sums.high)
  const below = Array.from(sums.low)
  for (let step = 0; step < 80; step++) longStep(above, below, high[step] ?? 0, low[step] ?? 0, step)
  for (let at = 0; at < 8; at++) {
    const sum = lowSum(sums.low[at] ?? 0, below[at] ?? 0)
    sums.low[at] = sum
    sums.high[at] = (sums.high[at] ?? 0) + (above[at] ?? 0) + carried(sum)
  }
}

/** One step over the eight numbers, told in two halves; the last falls out, a new one comes first. */
function longStep(above: number[], below: number[], high: number, low: number, step: number): void {
  const [aHigh = 0, bHigh = 0, cHigh = 0, dHigh = 0, eHigh = 0, fHigh = 0, gHigh = 0, hHigh = 0] = above
  const [aLow = 0, bLow = 0, cLow = 0, dLow = 0, eLow = 0, fLow = 0, gLow = 0, hLow = 0] = below
  const one = lowSum(
    hLow,
    mixedLow(eHigh, eLow, LARGE_1),
    (eLow & fLow) ^ (~eLow & gLow),
    ROUNDS.low[step] ?? 0,
    low,
  )
  const oneHigh =
    hHigh +
    mixedHigh(eHigh, eLow, LARGE_1, false) +
    ((eHigh & fHigh) ^ (~eHigh & gHigh)) +
    (ROUNDS.high[step] ?? 0) +
    high +
    carried(one)
  const two = lowSum(mixedLow(aHigh, aLow, LARGE_0), (aLow & bLow) ^ (aLow & cLow) ^ (bLow & cLow))
  const twoHigh =
    mixedHigh(aHigh, aLow, LARGE_0, false) +
    ((aHigh & bHigh) ^ (aHigh & cHigh) ^ (bHigh & cHigh)) +
    carried(two)
  const first = lowSum(one, two)
  const fifth = lowSum(dLow, one)
  above.pop()
  below.pop()
  above.unshift((oneHigh + twoHigh + carried(first)) | 0)
  below.unshift(first | 0)
  above[4] = (dHigh + oneHigh + carried(fifth)) | 0
  below[4] = fifth | 0
}
