import {
  type CompiledEdition,
  compileEditions,
  type EditionFile,
  hasEmbargoed,
  type RegisterIndex,
} from '../../register/register-index.ts'
import { isEmbargoed } from '../../release/embargo.ts'
import type { Release } from '../../release/release.ts'
import type { StoredFile } from './file-store.ts'
import { inTurn } from './turns.ts'

/** A file of an edition under the name the database gave it. */
export type KnownFile = EditionFile & { readonly id: string }

/** An edition whose files are known by name. */
export type KnownEdition = { readonly release: Release; readonly files: readonly KnownFile[] }

/** A release and its files, without what they are recognised by. */
export type StoredEdition = { readonly release: Release; readonly files: readonly StoredFile[] }

/** The editions of the register by their series. */
export type SeriesEditions = ReadonlyMap<string, readonly StoredEdition[]>

/** Reads what the files of editions are recognised by. */
export type ReadEditions = (stored: readonly StoredEdition[]) => Promise<readonly KnownEdition[]>

/** A compiled edition, and what it was compiled from. */
type Kept = { readonly origin: string; readonly compiled: CompiledEdition }

/** What the compiled editions of a series depend on: any difference here means compiling again. */
const originOf = (series: readonly StoredEdition[]): string =>
  JSON.stringify(
    series.map(({ release, files }) => [release.id, release.at, release.state, files.map((file) => file.id)]),
  )

/** What was compiled of a register, good for every instant from one on: a register only ever releases. */
type Compiled = { readonly all: SeriesEditions; readonly from: number; readonly index: RegisterIndex }

/**
 * Compiles what is under embargo, and keeps of it what did not change. What is
 * public already is not compiled: most of a register was published long ago.
 */
export function compileInTurn(
  read: ReadEditions,
): (all: SeriesEditions, at: number) => Promise<RegisterIndex> {
  let kept: ReadonlyMap<string, Kept> = new Map()
  let last: Compiled | null = null
  const next = inTurn()

  const compiledIn = async (series: readonly StoredEdition[], at: number): Promise<readonly Kept[]> => {
    const wanted = series.filter((edition) => hasEmbargoed(edition) && isEmbargoed(edition.release, at))
    if (wanted.length === 0) return []
    const origin = originOf(series)
    const before = wanted.flatMap(({ release }): readonly Kept[] => {
      const known = kept.get(release.id)
      return known?.origin === origin ? [{ origin, compiled: { ...known.compiled, release } }] : []
    })
    if (before.length === wanted.length) return before
    const known = await read(series)
    const ids = new Set(wanted.map(({ release }) => release.id))
    const editions = known.filter(({ release }) => ids.has(release.id))
    return compileEditions(editions, known).map((compiled) => ({ origin, compiled }))
  }
  const compile = async (all: SeriesEditions, at: number): Promise<RegisterIndex> => {
    if (last?.all === all && last.from <= at) return last.index
    const now = new Map<string, Kept>()
    const waiting = all.values()
    const lane = async (): Promise<void> => {
      for (const series of waiting)
        for (const one of await compiledIn(series, at)) now.set(one.compiled.release.id, one)
    }
    // While one series is compiled the database reads the next.
    await Promise.all([lane(), lane()])
    kept = now
    const index = { editions: [...now.values()].map(({ compiled }) => compiled) }
    last = { all, from: at, index }
    return index
  }
  return (all, at) =>
    last?.all === all && last.from <= at ? Promise.resolve(last.index) : next(() => compile(all, at))
}
