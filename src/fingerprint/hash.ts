/*
 * Hash of a run of figures: 64 bits in two lanes of 32, without BigInt.
 *
 * Lane one is FNV-1a, lane two multiplies and rotates as MurmurHash3; each ends
 * in a finaliser of its own. 64 bits because a register of 10⁶ features and a
 * message of 10⁶ meet by accident once in 2²⁴ messages; a hash of 32 would in
 * each. Lanes are whole numbers of 32 bits with sign: no engine boxes them.
 */

/** Lane seeds: FNV offset basis, and the fractional digits of the golden ratio. */
export const LANE_ONE = 0x811c9dc5 | 0
export const LANE_TWO = 0x9e3779b9 | 0

/** A figure's digits, a whole number below 2³¹, are taken as two halves: of 26 bits and 5. */
const LOW_BITS = 26
const LOW = 2 ** LOW_BITS - 1

/** Lane one after one more figure. */
export const oneAfter = (one: number, digits: number): number =>
  Math.imul(Math.imul(one ^ (digits & LOW), 0x01000193) ^ (digits >>> LOW_BITS), 0x01000193)

/** Lane two after one more figure. */
export function twoAfter(before: number, digits: number): number {
  const low = Math.imul(digits & LOW, 0xcc9e2d51)
  const high = Math.imul((digits >>> LOW_BITS) + 1, 0x1b873593)
  const two = Math.imul(before ^ low, 0x85ebca6b) ^ high
  return (Math.imul((two << 13) | (two >>> 19), 5) + 0xe6546b64) | 0
}

/** Makes every bit of lane one depend on all others (lowbias32's finaliser). */
export function oneOf(lane: number, length: number): number {
  let one = lane ^ length
  one = Math.imul(one ^ (one >>> 16), 0x7feb352d)
  one = Math.imul(one ^ (one >>> 15), 0x846ca68b)
  return one ^ (one >>> 16)
}

/**
 * The same of lane two (MurmurHash3's finaliser), and of lane one as well.
 *
 * @param one lane one, finished
 */
export function twoOf(lane: number, length: number, one: number): number {
  let two = lane ^ Math.imul(length, 0x9e3779b9)
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b)
  two = Math.imul(two ^ (two >>> 13), 0xc2b2ae35)
  return two ^ (two >>> 16) ^ Math.imul(one, 0x27d4eb2f)
}
