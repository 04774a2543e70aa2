import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type {
  JournalPage,
  OrganisationSettings,
  ReleaseInFull,
  ReleasePage,
  ReleaseQuery,
} from '../../register/administration.ts'
import { type Ask, pathWith } from '../saving/ask.ts'
import { useDesk } from '../saving/desk.ts'

/** Something that can be changed, and the tag that a change has to name. */
export type Tagged<T> = { readonly value: T; readonly tag: string | null }

/** Reads one thing; what is not answered is thrown, so that what was read before stays on show. */
export async function readFrom<T>(ask: Ask, path: string): Promise<Tagged<T>> {
  const asked = await ask<T>('GET', path)
  if (asked.kind === 'answered') return { value: asked.value, tag: asked.tag }
  // The cause is the status, or nothing where there was no answer at all.
  if (asked.kind === 'refused') throw new Error(asked.because, { cause: asked.status })
  throw new Error(path)
}

/** Everything read is forgotten together when the register changes. */
export const REGISTER_KEY = 'register'

function useRead<T>(path: string, staysOnShow: boolean, enabled = true): UseQueryResult<Tagged<T>> {
  const { ask, person } = useDesk()
  return useQuery({
    queryKey: [REGISTER_KEY, person, path],
    queryFn: () => readFrom<T>(ask, path),
    ...(staysOnShow ? { placeholderData: keepPreviousData } : {}),
    enabled,
    retry: 1,
  })
}

/** One page of the register; the last one stays on show until the next is there. */
export const useReleases = (query: ReleaseQuery, enabled = true) =>
  useRead<ReleasePage>(pathWith('/api/releases', query), true, enabled)

/** One release with its files and access list. */
export const useRelease = (id: string) =>
  useRead<ReleaseInFull>(`/api/releases/${encodeURIComponent(id)}`, false)

export const useSettings = () => useRead<OrganisationSettings>('/api/settings', false)

/** One page of the journal, the newest entries first. */
export const useJournal = (query: { page: number; size: number; kind?: string; release?: string }) =>
  useRead<JournalPage>(pathWith('/api/journal', query), true)
