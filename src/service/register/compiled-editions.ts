import {
  type CompiledEdition,
  compileEdition,
  type Edition,
  type EditionFile,
  type RegisterIndex,
} from '../../register/register-index.ts'
import type { Release } from '../../release/release.ts'

/** A file of an edition under the name the database gave it. */
export type KnownFile = EditionFile & { readonly id: string }

/** An edition whose files are known by name. */
export type KnownEdition = { readonly release: Release; readonly files: readonly KnownFile[] }

/** A compiled edition, and what it was compiled from. */
type Kept = { readonly origin: string; readonly compiled: CompiledEdition }

/** What a compiled edition depends on: any difference here means compiling again. */
const originOf = (edition: KnownEdition, series: readonly KnownEdition[]): string =>
  JSON.stringify([
    edition.release,
    series.map(({ release, files }) => [release.id, release.at, release.state, files.map((file) => file.id)]),
  ])

/** Compiles when first asked: most editions were public long ago, and nobody asks about them. */
function compiledLazily(edition: Edition, series: readonly Edition[]): CompiledEdition {
  let whole: CompiledEdition | null = null
  const compiled = (): CompiledEdition => {
    whole ??= compileEdition(edition, series)
    return whole
  }
  return {
    release: edition.release,
    get features() {
      return compiled().features
    },
    get hashes() {
      return compiled().hashes
    },
    get names() {
      return compiled().names
    },
  }
}

function bySeries(editions: readonly KnownEdition[]): ReadonlyMap<string, readonly KnownEdition[]> {
  const series = new Map<string, KnownEdition[]>()
  for (const edition of editions) {
    const others = series.get(edition.release.series)
    if (others) others.push(edition)
    else series.set(edition.release.series, [edition])
  }
  return series
}

/** Compiles registers one after the other, and keeps of the last what did not change. */
export function compileInTurn(): (editions: readonly KnownEdition[]) => RegisterIndex {
  let kept: ReadonlyMap<string, Kept> = new Map()
  return (editions) => {
    const all = bySeries(editions)
    const next = new Map<string, Kept>()
    for (const edition of editions) {
      if (!edition.files.some((file) => file.standing === 'embargoed')) continue
      const series = all.get(edition.release.series) ?? []
      const origin = originOf(edition, series)
      const known = kept.get(edition.release.id)
      const same = known?.origin === origin ? known : null
      next.set(edition.release.id, same ?? { origin, compiled: compiledLazily(edition, series) })
    }
    kept = next
    return { editions: [...next.values()].map(({ compiled }) => compiled) }
  }
}
