import type { DetailedRelease } from '../release/release-details.ts'
import { searchable } from '../release/search.ts'
import { ownSource } from './row-of.ts'

/** Releases by what rows call them, as the rows before would leave them. */
export type ReleaseIndex = {
  readonly bySource: (source: string) => DetailedRelease | undefined
  /** Those of a title, in the order in which they came; case, accents and spaces do not count. */
  readonly byTitle: (title: string) => readonly DetailedRelease[]
  /** Takes a release in, or in the place of the one with its id. */
  readonly put: (release: DetailedRelease) => void
}

/** An index of releases. */
export function releaseIndex(releases: readonly DetailedRelease[]): ReleaseIndex {
  const byId = new Map<string, DetailedRelease>()
  const idBySource = new Map<string, string>()
  const idsByTitle = new Map<string, string[]>()
  const put = (release: DetailedRelease) => {
    const { id, source, title } = release
    const before = byId.get(id)
    byId.set(id, release)
    for (const name of source === null ? [ownSource(id)] : [ownSource(id), source])
      if (!idBySource.has(name)) idBySource.set(name, id)
    const titled = searchable(title)
    if (before !== undefined && searchable(before.title) === titled) return
    if (before !== undefined) {
      const old = searchable(before.title)
      idsByTitle.set(
        old,
        (idsByTitle.get(old) ?? []).filter((other) => other !== id),
      )
    }
    const ids = idsByTitle.get(titled)
    if (ids === undefined) idsByTitle.set(titled, [id])
    else ids.push(id)
  }
  for (const release of releases) put(release)
  const known = (id: string | undefined) => (id === undefined ? undefined : byId.get(id))
  return {
    bySource: (source) => known(idBySource.get(source)),
    byTitle: (title) => {
      const found: DetailedRelease[] = []
      for (const id of idsByTitle.get(searchable(title)) ?? []) {
        const release = byId.get(id)
        if (release !== undefined) found.push(release)
      }
      return found
    },
    put,
  }
}
