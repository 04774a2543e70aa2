import type { FeatureTable } from '../register/feature-table.ts'
import type { CompiledEdition } from '../register/register-index.ts'
import { type Chain, chainsOf } from './chain.ts'
import {
  CERTAIN_BITS,
  CHAIN_BITS,
  COARSE_BITS,
  NEW_BITS,
  NEW_COARSE_BITS,
  POSSIBLE_BITS,
} from './thresholds.ts'

/** The features of a message's part, 8 bytes each in reading order, as the register keys them. */
export type SentFeatures = Uint8Array

/** How much of an edition under embargo a part of a message contains. */
export type Match = {
  readonly edition: CompiledEdition
  readonly certainty: 'certain' | 'possible'
  /** Indices of the part's features that are unpublished features of the edition. */
  readonly hits: readonly number[]
  /** Indices of published features of the edition next to them: they tell old figures from new ones. */
  readonly published: readonly number[]
  /** How unlikely the match is by chance, unit: bits: 30 is one in a thousand million. */
  readonly bits: number
}

/** No more than this is told: enough for every row a person will look at. Unit: features. */
const MOST_HITS = 20_000

const FEATURE_BYTES = 8

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0

/**
 * Looks a part's features up in an edition, and weighs what is found.
 *
 * A chain could have begun at any of the part's features and met any unpublished
 * one of the edition, which costs log2 of both counts; what it carries beyond counts,
 * if it has new figures at all. Chance meetings are isolated and small, true ones
 * long: what little remains of a small one is not added up.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z: what is public by then is no match
 */
export function matchOf(features: SentFeatures, edition: CompiledEdition, at: number): Match | null {
  const { bits, coarseBits, chains, slots } = strengthOf(features, edition, at)
  const certain = bits >= CERTAIN_BITS
  if (!certain && bits < POSSIBLE_BITS && coarseBits < COARSE_BITS) return null
  const telling = chains.filter((chain) => !certain || !chain.isCoarse)
  const isNovel = (index: number) => edition.features.isNovelAt(slots[index] ?? 0, at)
  return {
    edition,
    certainty: certain ? 'certain' : 'possible',
    hits: inChains(telling, isNovel),
    published: inChains(telling, (index) => !isNovel(index)),
    bits: certain ? bits : Math.max(bits, coarseBits),
  }
}

/** How much a part has in common with an edition beyond chance, whatever the thresholds of a verdict say. */
export type Strength = {
  /** Of exact figures, unit: bits of improbability. */
  readonly bits: number
  /** Of rounded figures, unit: bits of improbability. */
  readonly coarseBits: number
  readonly chains: readonly Chain[]
  readonly slots: Int32Array
}

export function strengthOf(features: SentFeatures, edition: CompiledEdition, at: number): Strength {
  const table = edition.features
  const slots = slotsOf(features, table)
  const cost = Math.log2(slots.length + 1) + Math.log2(table.novel(at) + 1)
  const chains = chainsOf(slots, table, at).filter(
    (chain) =>
      chain.newBits >= (chain.isCoarse ? NEW_COARSE_BITS : NEW_BITS) && chain.bits - cost >= CHAIN_BITS,
  )
  const sumOf = (some: readonly Chain[]) =>
    Math.floor(some.reduce((sum, chain) => sum + chain.bits - cost, 0))
  return {
    bits: sumOf(chains.filter((chain) => !chain.isCoarse)),
    coarseBits: sumOf(chains.filter((chain) => chain.isCoarse)),
    chains,
    slots,
  }
}

/**
 * Which share of a part's features is published, as far as the edition knows
 * them: 0 where it has none, 1 where the part is the edition of last time.
 */
export function publishedShareOf(features: SentFeatures, edition: CompiledEdition, at: number): number {
  const table = edition.features
  const slots = slotsOf(features, table)
  const known = slots.filter((slot) => slot !== -1)
  return slots.length === 0 ? 0 : known.filter((slot) => !table.isNovelAt(slot, at)).length / slots.length
}

function slotsOf(features: SentFeatures, table: FeatureTable): Int32Array {
  const slots = new Int32Array(features.length / FEATURE_BYTES)
  for (let index = 0; index < slots.length; index++)
    slots[index] = table.find(
      word(features, index * FEATURE_BYTES),
      word(features, index * FEATURE_BYTES + 4),
    )
  return slots
}

function inChains(chains: readonly Chain[], isWanted: (index: number) => boolean): readonly number[] {
  const wanted: number[] = []
  for (const { first, last } of chains)
    for (let index = first; index <= last && wanted.length < MOST_HITS; index++)
      if (isWanted(index)) wanted.push(index)
  return wanted
}
