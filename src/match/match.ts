import type { CompiledEdition } from '../register/register-index.ts'
import { type Chain, chainsOf, UNKNOWN } from './chain.ts'
import { continuationBits } from './continuation.ts'
import { type LabelledStretch, labelledIn } from './labelled.ts'
import { publicElsewhere } from './public-elsewhere.ts'
import { type SentFeatures, slotsOf } from './sent-features.ts'
import {
  CERTAIN_BITS,
  CHAIN_BITS,
  COARSE_BITS,
  LABELLED_COARSE_BITS,
  NEW_BITS,
  NEW_COARSE_BITS,
  OPEN_END_BITS,
  POSSIBLE_BITS,
} from './thresholds.ts'

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

/**
 * Looks a part's features up in an edition, and weighs what is found.
 *
 * @param others editions of other series, which may have published the same figures
 * @param at milliseconds since 1970-01-01T00:00:00Z: what is public by then is no match
 */
export function matchOf(
  features: SentFeatures,
  edition: CompiledEdition,
  others: readonly CompiledEdition[],
  at: number,
): Match | null {
  const { match } = lookAt(features, edition, at)
  if (match === null || others.length === 0) return match
  const slots = slotsOf(features, edition.features)
  const tables = others.map((other) => other.features)
  const published = publicElsewhere(features, match.hits, slots, tables, at)
  return published.size === 0 ? match : newLook(features, without(edition, published), at).match
}

/** The edition as it is if those of its features are public. */
function without(edition: CompiledEdition, published: ReadonlySet<number>): CompiledEdition {
  const { isNovelAt } = edition.features
  const stillNovelAt = (slot: number, at: number) => !published.has(slot) && isNovelAt(slot, at)
  return Object.assign({}, edition, {
    features: Object.assign({}, edition.features, { isNovelAt: stillNovelAt }),
  })
}

/**
 * Which share of a part's features is published, as far as the edition knows
 * them: 0 where it has none, 1 where the part is the edition of last time.
 */
export const publishedShareOf = (features: SentFeatures, edition: CompiledEdition, at: number): number =>
  lookAt(features, edition, at).publishedShare()

/** What was found of some features in one edition. */
type Look = {
  /** How many features of the edition were unpublished then: while no more are published it stays as it is. */
  readonly novel: number
  readonly match: Match | null
  /** Counted when it is asked for: few ever ask. */
  publishedShare(): number
}

/** Looks at features that are still in use, so that the same ones are not looked up twice. */
const looks = new WeakMap<SentFeatures, WeakMap<CompiledEdition, Look>>()

function lookAt(features: SentFeatures, edition: CompiledEdition, at: number): Look {
  const known = looks.get(features)?.get(edition)
  if (known !== undefined && known.novel === edition.features.novel(at)) return known
  const look = newLook(features, edition, at)
  const inEditions = looks.get(features) ?? new WeakMap<CompiledEdition, Look>()
  looks.set(features, inEditions.set(edition, look))
  return look
}

function newLook(features: SentFeatures, edition: CompiledEdition, at: number): Look {
  const { bits, coarseBits, chains, labelled, coarse, slots } = strengthOf(features, edition, at)
  const isNovel = (index: number) => edition.features.isNovelAt(slots[index] ?? 0, at)
  const isKnown = (index: number) => (slots[index] ?? UNKNOWN) >= 0
  const certain = bits >= CERTAIN_BITS
  const isPossible = bits >= POSSIBLE_BITS || coarseBits >= COARSE_BITS || coarse.bits >= LABELLED_COARSE_BITS
  const telling = [
    ...chains.filter((chain) => !certain || !chain.isCoarse),
    ...(labelled.bits >= POSSIBLE_BITS ? [labelled] : []),
    ...(!certain && coarse.bits >= LABELLED_COARSE_BITS ? [coarse] : []),
  ]
  const match: Match = {
    edition,
    certainty: certain ? 'certain' : 'possible',
    hits: indicesIn(telling, (index) => isKnown(index) && isNovel(index)),
    published: indicesIn(telling, (index) => isKnown(index) && !isNovel(index)),
    bits: certain ? bits : Math.max(bits, coarseBits, Math.floor(coarse.bits)),
  }
  return {
    novel: edition.features.novel(at),
    match: certain || isPossible ? match : null,
    publishedShare: () => shareOf(slots, isNovel),
  }
}

function shareOf(slots: Int32Array, isNovel: (index: number) => boolean): number {
  let known = 0
  let published = 0
  slots.forEach((slot, index) => {
    if (slot < 0) return
    known++
    if (!isNovel(index)) published++
  })
  return known === 0 ? 0 : published / known
}

/** How much a part has in common with an edition beyond chance, whatever the thresholds of a verdict say. */
export type Strength = {
  /** Of exact figures, unit: bits of improbability. */
  readonly bits: number
  /** Of rounded figures, unit: bits of improbability. */
  readonly coarseBits: number
  readonly chains: readonly Chain[]
  /** Rows told with their labels: as they stand, and rounded. */
  readonly labelled: LabelledStretch
  readonly coarse: LabelledStretch
  readonly slots: Int32Array
}

/**
 * A chain could have begun at any of the part's features and met any unpublished
 * one of the edition, which costs log2 of both counts; what it carries beyond counts,
 * if it has new figures at all. Chance meetings are isolated and small, true ones
 * long: what little remains of a small one is not added up. Rows told with their
 * labels tell of the same figures, so what tells more counts, and not both.
 */
export function strengthOf(features: SentFeatures, edition: CompiledEdition, at: number): Strength {
  const table = edition.features
  const slots = slotsOf(features, table)
  const cost = Math.log2(slots.length + 1) + Math.log2(table.novelRuns(at) + 1)
  const { chains: all, openings } = chainsOf(slots, table, at)
  const exact = all.filter((chain) => !chain.isCoarse)
  const beyondChance = (chain: Chain) =>
    chain.bits - cost - (chain.isCoarse ? 0 : OPEN_END_BITS * chain.openEnds)
  const isTelling = (chain: Chain) =>
    chain.newBits > (chain.isCoarse ? NEW_COARSE_BITS : NEW_BITS) && beyondChance(chain) >= CHAIN_BITS
  const sumOf = (some: readonly Chain[]) => some.reduce((sum, chain) => sum + beyondChance(chain), 0)
  const chains = all.filter(isTelling)
  const unheard = sumOf(chains.filter((chain) => !chain.isCoarse && !chain.isContinued))
  const labelled = labelledIn(slots, table, at, false)
  return {
    bits: Math.floor(Math.max(unheard + continuationBits(exact, openings, cost), labelled.bits)),
    coarseBits: Math.floor(sumOf(chains.filter((chain) => chain.isCoarse))),
    chains,
    labelled,
    coarse: labelledIn(slots, table, at, true),
    slots,
  }
}

function indicesIn(
  stretches: readonly { readonly first: number; readonly last: number }[],
  isWanted: (index: number) => boolean,
): readonly number[] {
  const wanted: number[] = []
  for (const { first, last } of stretches)
    for (let index = first; index <= last && wanted.length < MOST_HITS; index++)
      if (isWanted(index)) wanted.push(index)
  return wanted
}
