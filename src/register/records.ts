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
 * starts, and where `madeOf` says what it is made of (`eachFigureOf`).
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
 * Calls `tell` for every figure of a run that is made of nothing but rare figures: its two words.
 *
 * @param at where the run's record starts
 * @param madeOfAt see `eachRecord`
 */
export function eachFigureOf(
  { runs, rareFigures, madeOf }: Records,
  at: number,
  madeOfAt: number,
  tell: (one: number, two: number) => void,
): void {
  const end = madeOfAt + rareFiguresOf(runs[at + RECORD_BYTES - 1] ?? 0) * INDEX_BYTES
  for (let next = madeOfAt; next < end; next += INDEX_BYTES) {
    const figure = word(madeOf, next) * FEATURE_BYTES
    tell(word(rareFigures, figure), word(rareFigures, figure + 4))
  }
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
  const madeOf = new Uint8Array(rare.madeOf.length)
  let length = 0
  let made = 0
  for (const index of sortedOrder(features, count)) {
    // A gap weighs nothing (src/fingerprint/feature-list.ts).
    if (weights[index * WEIGHT_BYTES] === 0) continue
    const from = index * FEATURE_BYTES
    const last = length - RECORD_BYTES
    if (last >= 0 && isSame(runs, last, features, from)) continue
    // Byte by byte: a view for each of millions takes twice as long.
    for (let byte = 0; byte < FEATURE_BYTES; byte++) runs[length++] = features[from + byte] ?? 0
    for (let byte = 0; byte < WEIGHT_BYTES; byte++) runs[length++] = weights[index * WEIGHT_BYTES + byte] ?? 0
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
function isSame(records: Uint8Array, at: number, features: Uint8Array, from: number): boolean {
  for (let byte = 0; byte < FEATURE_BYTES; byte++)
    if (records[at + byte] !== features[from + byte]) return false
  return true
}

/** Bytes that one pass of sorting looks at. */
const DIGIT_BYTES = 2

/** The order of the features by their bytes: a radix sort, last bytes first, four passes of counting. */
function sortedOrder(features: Uint8Array, count: number): Uint32Array {
  let order = new Uint32Array(count)
  for (let index = 0; index < count; index++) order[index] = index
  let next = new Uint32Array(count)
  const starts = new Uint32Array(256 ** DIGIT_BYTES + 1)
  for (let byte = FEATURE_BYTES - DIGIT_BYTES; byte >= 0; byte -= DIGIT_BYTES) {
    const digitOf = (index: number): number => {
      const at = index * FEATURE_BYTES + byte
      return ((features[at] ?? 0) << 8) | (features[at + 1] ?? 0)
    }
    starts.fill(0)
    for (let index = 0; index < count; index++) {
      const bucket = digitOf(index) + 1
      starts[bucket] = (starts[bucket] ?? 0) + 1
    }
    for (let bucket = 1; bucket < starts.length; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
    for (let at = 0; at < count; at++) {
      const index = order[at] ?? 0
      const bucket = digitOf(index)
      const place = starts[bucket] ?? 0
      next[place] = index
      starts[bucket] = place + 1
    }
    ;[order, next] = [next, order]
  }
  return order
}
