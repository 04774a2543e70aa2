import type { KeyedPart } from '../../guard.ts'
import type { AskedPart } from '../../register/contract.ts'

/** Fewer are sent again sooner than they are looked for. Unit: bytes. */
const WORTH_BYTES = 64 * 1024

/** How much is remembered in all: some large workbooks, or a day’s small ones. Unit: bytes. */
const MOST_BYTES = 128 * 1024 * 1024

/**
 * The keyed features of recent checks, so that a large message that was checked
 * while it was written is not uploaded once more when it is sent. Features only:
 * the verdict is found anew each time.
 */
export type RecentFeatures = {
  keep(check: string, who: string, parts: readonly KeyedPart[]): void
  /** The features that a part says it has had in a check, or `null`: not remembered, or not of this person. */
  recall(who: string, part: AskedPart): Uint8Array | null
}

type Kept = { readonly check: string; readonly who: string; readonly keyed: KeyedPart }

const isSamePart = (one: KeyedPart['part'], other: AskedPart): boolean =>
  one.part === other.part &&
  one.size === other.size &&
  one.sha256 === other.sha256 &&
  one.figures === other.figures

/** Remembers nothing yet. */
export function recentFeatures(): RecentFeatures {
  let recent: readonly Kept[] = []
  const bytesIn = (some: readonly Kept[]): number =>
    [...new Set(some.map(({ keyed }) => keyed.features))].reduce((sum, { length }) => sum + length, 0)
  return {
    keep(check, who, parts) {
      const fresh = parts
        .filter(({ features }) => features.length >= WORTH_BYTES)
        .map((keyed) => ({ check, who, keyed: { ...keyed, part: { ...keyed.part, features: '' } } }))
      recent = [...recent, ...fresh]
      while (bytesIn(recent) > MOST_BYTES) recent = recent.slice(1)
    },
    recall: (who, part) =>
      recent.find(
        (kept) => kept.check === part.sameAs && kept.who === who && isSamePart(kept.keyed.part, part),
      )?.keyed.features ?? null,
  }
}
