import type { ReleaseInFull, ReleasePage } from '../../register/administration.ts'
import { type AccessToLookOver, copiedAccess } from '../../release/pre-release-access.ts'
import { readFrom } from '../list/use-register.ts'
import { pathWith } from '../saving/ask.ts'
import { useDesk } from '../saving/desk.ts'

/** The access list of a release’s predecessor, moved to its time. */
export type LastAccess = { readonly title: string; readonly access: readonly AccessToLookOver[] }

/** The way to read the access list of the release before; `null` where there is none. */
export function useLastAccess(): (
  release: ReleaseInFull,
  limitHours: number,
  at: number,
) => Promise<LastAccess | null> {
  const { ask } = useDesk()
  return async ({ id, series, at: dueAt }, limitHours, at) => {
    const path = pathWith('/api/releases', { series, to: dueAt, sort: 'due-last', size: 2 })
    const { value } = await readFrom<ReleasePage>(ask, path)
    const last = value.releases.find((release) => release.id !== id)
    if (last === undefined) return null
    const read = await readFrom<ReleaseInFull>(ask, `/api/releases/${last.id}`)
    return { title: last.title, access: copiedAccess(read.value, dueAt, limitHours, at) }
  }
}
