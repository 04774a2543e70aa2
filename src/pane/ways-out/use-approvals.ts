import { useQuery, useQueryClient } from '@tanstack/react-query'
import { surroundings } from '../../outlook/surroundings.ts'
import type { Me } from '../../register/administration.ts'
import type { Clearance, ClearanceDecision } from '../../register/clearance.ts'
import { askPane, type Got } from '../pane-service.ts'

/** How often an administrator’s pane looks for open questions. Unit: milliseconds. */
const LOOK_MS = 10_000

/** What waits for this person’s decision; `null` where they decide nothing. */
export type Approvals = {
  readonly me: string
  readonly open: readonly Clearance[]
  decide(id: string, decision: ClearanceDecision): Promise<Got<Clearance>>
}

/** The listing, whichever way the service wraps it. */
function listIn(value: unknown): readonly Clearance[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null || !('clearances' in value)) return []
  return Array.isArray(value.clearances) ? value.clearances : []
}

async function askMe(): Promise<Me | null> {
  const got = await askPane<Me>(surroundings().service, 'GET', '/api/me')
  return got.kind === 'got' ? got.value : null
}

async function askOpen(): Promise<readonly Clearance[]> {
  const got = await askPane<unknown>(surroundings().service, 'GET', '/api/clearances?state=asked')
  return got.kind === 'got' ? listIn(got.value) : []
}

/** Asks who this is, and for administrators what waits for them. */
export function useApprovals(): Approvals | null {
  const queries = useQueryClient()
  const { data: me } = useQuery({ queryKey: ['me'], queryFn: askMe, retry: false, staleTime: 60_000 })
  const isAdministrator = me?.role === 'administrator'
  const { data } = useQuery({
    queryKey: ['approvals'],
    queryFn: askOpen,
    enabled: isAdministrator,
    refetchInterval: LOOK_MS,
    retry: false,
  })
  if (!me || !isAdministrator) return null
  return {
    me: me.address,
    open: data ?? [],
    async decide(id, decision) {
      const path = `/api/clearances/${encodeURIComponent(id)}/decision`
      const got = await askPane<Clearance>(surroundings().service, 'POST', path, decision)
      void queries.invalidateQueries({ queryKey: ['approvals'] })
      return got
    },
  }
}
