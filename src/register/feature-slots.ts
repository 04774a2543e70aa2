/** A slot for each of some features, to be found fast. */
export type FeatureSlots = {
  readonly capacity: number
  /** The slot of a feature, or -1. */
  find(one: number, two: number): number
  /** The slot of a feature, its own from now on. */
  take(one: number, two: number): number
}

/**
 * Makes slots for as many features as there may be: open addressing in typed
 * arrays, half full at most, so that a look-up takes about 1.5 steps (Knuth,
 * TAOCP vol. 3, §6.4). Most look-ups find nothing, and read one byte for it.
 */
export function featureSlots(most: number): FeatureSlots {
  const capacity = capacityFor(most)
  const mask = capacity - 1
  const ones = new Uint32Array(capacity)
  const twos = new Uint32Array(capacity)
  const taken = new Uint8Array(capacity)
  const slotOf = (one: number, two: number): number => {
    let slot = (one ^ Math.imul(two, 0x9e3779b1)) & mask
    while (taken[slot] !== 0 && (ones[slot] !== one || twos[slot] !== two)) slot = (slot + 1) & mask
    return slot
  }
  return {
    capacity,
    find: (one, two) => {
      const slot = slotOf(one, two)
      return taken[slot] === 0 ? -1 : slot
    },
    take: (one, two) => {
      const slot = slotOf(one, two)
      ones[slot] = one
      twos[slot] = two
      taken[slot] = 1
      return slot
    },
  }
}

function capacityFor(features: number): number {
  let capacity = 16
  while (capacity < features * 2) capacity *= 2
  return capacity
}
