import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { makeNote, noteIn } from '../../outlook/session-note.ts'
import { surroundings } from '../../outlook/surroundings.ts'
import type { Clearance, ClearanceRequest } from '../../register/clearance.ts'
import { askPane } from '../pane-service.ts'
import type { PaneWording } from '../wording.ts'

/** Under which name the message remembers the clearance that was asked for it. */
const NOTE = 'embargo-guard-clearance'

/** How often a clearance is looked at while it may change. Unit: milliseconds. */
const LOOK_MS = 4_000

/** The clearance of the message in hand. */
export type ClearanceInHand = {
  readonly clearance: Clearance | null
  readonly isAsking: boolean
  /** Why it could not be asked for, or `null`. */
  readonly fault: string | null
  ask(reason: string): void
}

async function look(): Promise<Clearance | null> {
  const { item, service } = surroundings()
  const id = await noteIn(item, NOTE)
  if (id === null) return null
  const got = await askPane<Clearance>(service, 'GET', `/api/clearances/${encodeURIComponent(id)}`)
  return got.kind === 'got' ? got.value : null
}

/** Asks a second person, and looks what came of it. */
export function useClearance(check: string, { waysOut }: PaneWording): ClearanceInHand {
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: ['clearance'],
    queryFn: look,
    refetchInterval: ({ state }) =>
      ['asked', 'granted'].includes(state.data?.state ?? '') ? LOOK_MS : false,
    retry: false,
  })
  const ask = async (reason: string): Promise<void> => {
    setAsking(true)
    setFault(null)
    const { item, service } = surroundings()
    const request: ClearanceRequest = { check, reason }
    const got = await askPane<Clearance>(service, 'POST', '/api/clearances', request)
    if (got.kind === 'got') {
      await makeNote(item, NOTE, got.value.id)
      queries.setQueryData(['clearance'], got.value)
    } else
      setFault(
        got.kind === 'refused' ? waysOut.clearance.notAsked(got.because) : waysOut.clearance.unreachable,
      )
    setAsking(false)
  }
  return { clearance: data ?? null, isAsking, fault, ask: (reason) => void ask(reason) }
}
