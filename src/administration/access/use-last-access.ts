import type { ReleaseInFull, ReleasePage } from '../../register/administration.ts'
import { type AccessToLookOver, copiedAccess } from '../../release/pre-release-access.ts'
import { type Asked, pathWith } from '../saving/ask.ts'
import { useDesk, useWording } from '../saving/desk.ts'

/** The access list of a release’s predecessor, moved to its time; or why there is none. */
export type LastAccess =
  | { readonly kind: 'list'; readonly title: string; readonly access: readonly AccessToLookOver[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly because: string }

/** The way to read the access list of the release before. */
export function useLastAccess(): (
  release: ReleaseInFull,
  limitHours: number,
  at: number,
) => Promise<LastAccess> {
  const { ask } = useDesk()
  const { common } = useWording()
  const failed = <T>(asked: Asked<T>): LastAccess => ({
    kind: 'failed',
    because: asked.kind === 'refused' ? asked.because : common.unreachable,
  })
  return async ({ id, series, at: dueAt }, limitHours, at) => {
    const path = pathWith('/api/releases', { series, to: dueAt, sort: 'due-last', size: 2 })
    const page = await ask<ReleasePage>('GET', path)
    if (page.kind !== 'answered') return failed(page)
    const last = page.value.releases.find((release) => release.id !== id)
    if (last === undefined) return { kind: 'none' }
    const read = await ask<ReleaseInFull>('GET', `/api/releases/${last.id}`)
    if (read.kind !== 'answered') return failed(read)
    return { kind: 'list', title: last.title, access: copiedAccess(read.value, dueAt, limitHours, at) }
  }
}
