/**
 * From here a match is certain enough to stop a message.
 *
 * Unit: bits of improbability. 20 bits is one false alarm in a million messages,
 * if figures were as random as their digits suggest.
 * Source: test/bench/recognition.bench.ts over real editions.
 */
export const CERTAIN_BITS = 20

/** From here a match is worth a warning. Unit: bits: 8 is one message in 256 of those that meet anything at all. */
export const POSSIBLE_BITS = 8
