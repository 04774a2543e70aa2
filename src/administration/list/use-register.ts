import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type {
  JournalPage,
  OrganisationSettings,
  ReleaseInFull,
  ReleasePage,
  ReleaseQuery,
  ReleaseSummary,
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

/** Releases that the service gives at once at most (src/register/administration.ts, `size`). */
const PAGE = 200
/** Pages of a year that are read: ten fill a strip that nobody can read any more. */
const PAGES_OF_YEAR = 10

type OfYear = { readonly releases: readonly ReleaseSummary[]; readonly total: number }

async function readYear(ask: Ask, from: number, to: number): Promise<OfYear> {
  const pageOf = async (page: number) =>
    (await readFrom<ReleasePage>(ask, pathWith('/api/releases', { from, to, sort: 'due', size: PAGE, page })))
      .value
  const first = await pageOf(1)
  const pages = Math.min(PAGES_OF_YEAR, Math.ceil(first.total / PAGE))
  const others = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => pageOf(index + 2)),
  )
  return { releases: [first, ...others].flatMap(({ releases }) => releases), total: first.total }
}

/** All releases of a span of time, however many pages they are; nothing until they are here. */
export function useYear({ from, to }: { from: number; to: number }): OfYear {
  const { ask, person } = useDesk()
  const { data } = useQuery({
    queryKey: [REGISTER_KEY, person, 'year', from, to],
    queryFn: () => readYear(ask, from, to),
    placeholderData: keepPreviousData,
    retry: 1,
  })
  return data ?? { releases: [], total: 0 }
}

/** One release with its files and access list. */
export const useRelease = (id: string) =>
  useRead<ReleaseInFull>(`/api/releases/${encodeURIComponent(id)}`, false)

export const useSettings = () => useRead<OrganisationSettings>('/api/settings', false)

/** One page of the journal, the newest entries first. */
export const useJournal = (query: { page: number; size: number; kind?: string; release?: string }) =>
  useRead<JournalPage>(pathWith('/api/journal', query), true)
