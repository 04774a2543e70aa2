import { isEmbargoed } from '../release/embargo.ts'
import type { Release } from '../release/release.ts'
import { compileFeatures, type FeatureTable } from './feature-table.ts'
import { publicationsIn } from './publications.ts'
import type { Records } from './records.ts'

/** A file of an edition as the register keeps it. */
export type EditionFile = {
  readonly name: string
  readonly standing: 'embargoed' | 'published'
  /** SHA-256 of the file and of the files inside it; keyed where the register keys them. */
  readonly hashes: readonly string[]
  readonly records: Records
}

/** A release and its files. */
export type Edition = { readonly release: Release; readonly files: readonly EditionFile[] }

/** An edition that is, or was, under embargo, ready to be looked up. */
export type CompiledEdition = {
  readonly release: Release
  readonly features: FeatureTable
  /** Hashes of the embargoed files, and of the files inside them, that no published file has. */
  readonly hashes: ReadonlySet<string>
  /** Names of the embargoed files, in lower case. */
  readonly names: ReadonlySet<string>
}

export type RegisterIndex = { readonly editions: readonly CompiledEdition[] }

/** Editions that hold something back at an instant. */
export const underEmbargo = (register: RegisterIndex, at: number): readonly CompiledEdition[] =>
  register.editions.filter((edition) => isEmbargoed(edition.release, at))

/**
 * Compiles editions of one series. Their novel features are those that no
 * published file of the series has.
 *
 * @param series all editions of the series, those to compile among them
 */
export function compileEditions(
  editions: readonly Edition[],
  series: readonly Edition[],
): readonly CompiledEdition[] {
  const { eachPublicAt } = publicationsIn(editions, series)
  const published = hashesOf(series, 'published')
  return editions.map((edition) => {
    const embargoed = edition.files.filter((file) => file.standing === 'embargoed')
    return {
      release: edition.release,
      features: compileFeatures(
        embargoed.map((file) => file.records),
        (records, tell) => eachPublicAt(records, edition.release.id, tell),
      ),
      hashes: new Set([...hashesOf([edition], 'embargoed')].filter((hash) => !published.has(hash))),
      names: new Set(embargoed.map((file) => file.name.toLowerCase())),
    }
  })
}

function hashesOf(editions: readonly Edition[], standing: EditionFile['standing']): ReadonlySet<string> {
  const hashes = new Set<string>()
  for (const { files } of editions)
    for (const file of files) if (file.standing === standing) for (const hash of file.hashes) hashes.add(hash)
  return hashes
}

/** Whether an edition holds anything back until its release. */
export const hasEmbargoed = (edition: {
  readonly files: readonly Pick<EditionFile, 'standing'>[]
}): boolean => edition.files.some((file) => file.standing === 'embargoed')

/** Compiles a whole register at once, as tests and small registers do. */
export function compileRegister(editions: readonly Edition[]): RegisterIndex {
  const compiled: CompiledEdition[] = []
  for (const name of new Set(editions.map(({ release }) => release.series))) {
    const series = editions.filter(({ release }) => release.series === name)
    compiled.push(...compileEditions(series.filter(hasEmbargoed), series))
  }
  return { editions: compiled }
}
