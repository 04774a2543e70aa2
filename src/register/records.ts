import { FEATURE_BYTES, FIGURES, RARE, WEIGHT_BYTES } from '../fingerprint/feature-list.ts'
import { INDEX_BYTES, type RareFigures } from '../fingerprint/rare-figures.ts'

/** Bytes of one record: 8 of the feature, then the run's bits, its step and its figures. */
export const RECORD_BYTES = FEATURE_BYTES + WEIGHT_BYTES

/** What the figures of a file are recognised by, as the register keeps it. */
export type Records = {
  /** The features, 11 bytes each, sorted, each once. */
  readonly runs: Uint8Array
  /** The rare figures, each by itself, 8 bytes each. */
  readonly rareFigures: Uint8Array
  /** For each run marked `RARE`, in the order of `runs`, which of them it is made of: 4 bytes each. */
  readonly madeOf: Uint8Array
}

/** The features of one part of a file as they came: in any order, gaps among them. */
export type PartToRegister = {
  /** 8 bytes each. */
  readonly bytes: Uint8Array
  /** 3 bytes each, in the same order. */
  readonly weights: Uint8Array
  readonly rare: RareFigures | null
}

/** Of a part that has none, or of which nobody asked. */
const NO_RARE_FIGURES: RareFigures = { figures: new Uint8Array(0), madeOf: new Uint8Array(0) }

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0

/** How many features there are in records. */
export const countRecords = ({ runs }: Records): number => runs.length / RECORD_BYTES

/** How many rare figures there are in records. */
export const countRareFigures = ({ rareFigures }: Records): number => rareFigures.length / FEATURE_BYTES

/** Bytes that records take. */
export const sizeOfRecords = ({ runs, rareFigures, madeOf }: Records): number =>
  runs.length + rareFigures.length + madeOf.length

/**
 * Calls `tell` for every feature of the records: its two words, where the record
 * starts, and where `madeOf` says what it is made of (`everyFigureOf`).
 */
export function eachRecord(
  { runs }: Records,
  tell: (one: number, two: number, at: number, madeOfAt: number) => void,
): void {
  let madeOfAt = 0
  for (let at = 0; at + RECORD_BYTES <= runs.length; at += RECORD_BYTES) {
    tell(word(runs, at), word(runs, at + 4), at, madeOfAt)
    madeOfAt += rareFiguresOf(runs[at + RECORD_BYTES - 1] ?? 0) * INDEX_BYTES
  }
}

/** Calls `tell` for every rare figure of the records: its two words. */
export function eachRareFigure({ rareFigures }: Records, tell: (one: number, two: number) => void): void {
  for (let at = 0; at + FEATURE_BYTES <= rareFigures.length; at += FEATURE_BYTES)
    tell(word(rareFigures, at), word(rareFigures, at + 4))
}

/**
 * Whether something holds for every figure, by its two words, of a run that is made
 * of nothing but rare figures. The first for which it does not is the last that is asked.
 *
 * @param at where the run's record starts
 * @param madeOfAt see `eachRecord`
 */
export function everyFigureOf(
  { runs, rareFigures, madeOf }: Records,
  at: number,
  madeOfAt: number,
  holds: (one: number, two: number) => boolean,
): boolean {
  const end = madeOfAt + rareFiguresOf(runs[at + RECORD_BYTES - 1] ?? 0) * INDEX_BYTES
  for (let next = madeOfAt; next < end; next += INDEX_BYTES) {
    const figure = word(madeOf, next) * FEATURE_BYTES
    if (!holds(word(rareFigures, figure), word(rareFigures, figure + 4))) return false
  }
  return true
}

/** Whether a run is made of nothing but rare figures. @param at where its record starts */
export const isOfRareFigures = ({ runs }: Records, at: number): boolean =>
  ((runs[at + RECORD_BYTES - 1] ?? 0) & RARE) !== 0

/** Of how many rare figures, and nothing else, a run is made, by the last byte of its weight; 0 where there is something else. */
const rareFiguresOf = (marks: number): number => ((marks & RARE) === 0 ? 0 : marks & FIGURES)

/**
 * Records of a file.
 *
 * @throws RangeError where the features, weights and rare figures of a part do not belong together
 */
export function recordsOf(parts: readonly PartToRegister[]): Records {
  if (!parts.every(belongsTogether))
    throw new RangeError('features, weights and rare figures do not belong together')
  const features = joined(parts.map(({ bytes }) => bytes))
  const weights = joined(parts.map((part) => part.weights))
  const rare = joinedRare(parts.map((part) => part.rare ?? NO_RARE_FIGURES))
  const count = features.length / FEATURE_BYTES
  const madeOfAt = startsOfMadeOf(weights)
  const runs = new Uint8Array(count * RECORD_BYTES)
  const words = new DataView(runs.buffer)
  const madeOf = new Uint8Array(rare.madeOf.length)
  let length = 0
  let made = 0
  let lastOne = 0
  let lastTwo = 0
  for (const index of sortedOrder(features, count)) {
    // A gap weighs nothing (src/fingerprint/feature-list.ts).
    if (weights[index * WEIGHT_BYTES] === 0) continue
    const [one, two] = [word(features, index * FEATURE_BYTES), word(features, index * FEATURE_BYTES + 4)]
    if (length > 0 && one === lastOne && two === lastTwo) continue
    lastOne = one
    lastTwo = two
    words.setUint32(length, one)
    words.setUint32(length + 4, two)
    for (let byte = 0; byte < WEIGHT_BYTES; byte++)
      runs[length + FEATURE_BYTES + byte] = weights[index * WEIGHT_BYTES + byte] ?? 0
    length += RECORD_BYTES
    for (let at = madeOfAt[index] ?? 0; at < (madeOfAt[index + 1] ?? 0); at++)
      madeOf[made++] = rare.madeOf[at] ?? 0
  }
  return { runs: runs.slice(0, length), rareFigures: rare.figures, madeOf: madeOf.slice(0, made) }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The rare figures of several parts, counted on from part to part. */
function joinedRare(parts: readonly RareFigures[]): RareFigures {
  const madeOf = joined(parts.map((part) => part.madeOf))
  const numbers = new DataView(madeOf.buffer)
  let at = 0
  let before = 0
  for (const part of parts) {
    for (const end = at + part.madeOf.length; at < end; at += INDEX_BYTES)
      numbers.setUint32(at, numbers.getUint32(at) + before)
    before += part.figures.length / FEATURE_BYTES
  }
  return { figures: joined(parts.map(({ figures }) => figures)), madeOf }
}

/**
 * Whether there is a weight for each feature, and the rare figures that the runs
 * marked `RARE` are made of.
 */
export function belongsTogether({ bytes, weights, rare }: PartToRegister): boolean {
  const { figures, madeOf } = rare ?? NO_RARE_FIGURES
  if (bytes.length % FEATURE_BYTES !== 0 || figures.length % FEATURE_BYTES !== 0) return false
  if (weights.length !== (bytes.length / FEATURE_BYTES) * WEIGHT_BYTES) return false
  const starts = startsOfMadeOf(weights)
  if (starts[starts.length - 1] !== madeOf.length) return false
  for (let at = 0; at < madeOf.length; at += INDEX_BYTES)
    if (word(madeOf, at) * FEATURE_BYTES >= figures.length) return false
  return true
}

/** Where in `madeOf` each feature's rare figures begin; one more says where the last ones end. */
function startsOfMadeOf(weights: Uint8Array): Uint32Array {
  const count = weights.length / WEIGHT_BYTES
  const starts = new Uint32Array(count + 1)
  for (let index = 0; index < count; index++)
    starts[index + 1] =
      (starts[index] ?? 0) + rareFiguresOf(weights[(index + 1) * WEIGHT_BYTES - 1] ?? 0) * INDEX_BYTES
  return starts
}

/** Bits of a whole number that a double holds exactly. Source: IEEE 754. */
const EXACT_BITS = 53

/**
 * The order of the features by their bytes; equal ones as they came. The engine sorts
 * numbers of one type many times faster than anything that is compared here: so the
 * first bits of a feature and its place make one number, and what is alike in those
 * bits, a few in a million, is put right afterwards.
 */
function sortedOrder(features: Uint8Array, count: number): Uint32Array {
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, count)))
  const lost = Math.max(1, (places * 2 ** 32) / 2 ** EXACT_BITS)
  const keys = new Float64Array(count)
  for (let index = 0; index < count; index++)
    keys[index] = Math.floor(word(features, index * FEATURE_BYTES) / lost) * places + index
  keys.sort()
  const order = new Uint32Array(count)
  let from = 0
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? 0
    order[at] = key % places
    if (at + 1 < count && Math.floor((keys[at + 1] ?? 0) / places) === Math.floor(key / places)) continue
    if (at > from) order.subarray(from, at + 1).sort(byBytesOf(features))
    from = at + 1
  }
  return order
}

/** Compares features by their bytes, equal ones by their places. */
const byBytesOf =
  (features: Uint8Array) =>
  (one: number, other: number): number => {
    const [at, otherAt] = [one * FEATURE_BYTES, other * FEATURE_BYTES]
    return (
      word(features, at) - word(features, otherAt) ||
      word(features, at + 4) - word(features, otherAt + 4) ||
      one - other
    )
  }
