import { isEmbargoed } from '../release/embargo.ts'
import type { Release } from '../release/release.ts'
import { compileFeatures, type FeatureTable, type Publication, type Records } from './feature-table.ts'

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
 * When another file makes an edition's figures public: a published file always
 * has; an edition under embargo does with its own release, and a provisional,
 * postponed or cancelled one not before somebody says so.
 */
function publicationAt(release: Release, file: EditionFile): number {
  if (file.standing === 'published' || release.state === 'published') return Number.NEGATIVE_INFINITY
  return release.state === 'confirmed' ? release.at : Number.POSITIVE_INFINITY
}

/** Everything that publishes figures of an edition: the files of its series. */
function* publicationsFor(release: Release, series: readonly Edition[]): Generator<Publication, void> {
  for (const edition of series)
    for (const file of edition.files) {
      const own = edition.release.id === release.id && file.standing === 'embargoed'
      if (!own) yield { records: file.records, at: publicationAt(edition.release, file) }
    }
}

/**
 * Compiles one edition against the editions of its series, its own among them.
 * Its novel features are those that no published file of the series has.
 */
export function compileEdition(edition: Edition, series: readonly Edition[]): CompiledEdition {
  const embargoed = edition.files.filter((file) => file.standing === 'embargoed')
  const published = hashesOf(series, 'published')
  return {
    release: edition.release,
    features: compileFeatures(
      embargoed.map((file) => file.records),
      publicationsFor(edition.release, series),
    ),
    hashes: new Set([...hashesOf([edition], 'embargoed')].filter((hash) => !published.has(hash))),
    names: new Set(embargoed.map((file) => file.name.toLowerCase())),
  }
}

function hashesOf(editions: readonly Edition[], standing: EditionFile['standing']): ReadonlySet<string> {
  const hashes = new Set<string>()
  for (const { files } of editions)
    for (const file of files) if (file.standing === standing) for (const hash of file.hashes) hashes.add(hash)
  return hashes
}

/** Compiles a whole register at once, as tests and small registers do. */
export function compileRegister(editions: readonly Edition[]): RegisterIndex {
  return {
    editions: editions
      .filter((edition) => edition.files.some((file) => file.standing === 'embargoed'))
      .map((edition) =>
        compileEdition(
          edition,
          editions.filter((other) => other.release.series === edition.release.series),
        ),
      ),
  }
}
