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

/** The ids under one name, in the order in which they came. */
type Ids = Map<string, string[]>

function move(ids: Ids, id: string, from: string | null, to: string): void {
  if (from === to) return
  if (from !== null)
    ids.set(
      from,
      (ids.get(from) ?? []).filter((other) => other !== id),
    )
  const there = ids.get(to)
  if (there === undefined) ids.set(to, [id])
  else there.push(id)
}

/** An index of releases. */
export function releaseIndex(releases: readonly DetailedRelease[]): ReleaseIndex {
  const byId = new Map<string, DetailedRelease>()
  const idBySource = new Map<string, string>()
  const idsByTitle: Ids = new Map()
  const put = (release: DetailedRelease) => {
    const { id, source, title } = release
    const before = byId.get(id)
    byId.set(id, release)
    for (const name of source === null ? [ownSource(id)] : [ownSource(id), source])
      if (!idBySource.has(name)) idBySource.set(name, id)
    move(idsByTitle, id, before === undefined ? null : searchable(before.title), searchable(title))
  }
  for (const release of releases) put(release)
  const known = (ids: readonly string[]): DetailedRelease[] =>
    ids.map((id) => byId.get(id)).filter((release) => release !== undefined)
  return {
    bySource: (source) => known([idBySource.get(source) ?? ''])[0],
    byTitle: (title) => known(idsByTitle.get(searchable(title)) ?? []),
    put,
  }
}
