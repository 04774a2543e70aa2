import { useQuery } from '@tanstack/react-query'
import { checkMessage, type Judgement, unfinished } from '../../outlook/check-draft.ts'
import { within } from '../../outlook/deadline.ts'
import { newMemory } from '../../outlook/draft-memory.ts'
import { isOwn, readReceived } from '../../outlook/read-received.ts'
import type { ReceivedItem } from '../../outlook/received-item.ts'
import { surroundings } from '../../outlook/surroundings.ts'

/** How long one look may take. Unit: milliseconds. Nobody waits for it to send. */
const LOOK_MS = 60_000

/** How often it is looked again: an embargo may end, access be given. Unit: milliseconds. */
const LOOK_AGAIN_MS = 60_000

/** A received message, and what is known of it. */
export type Received = {
  /** `null` until the first look is done. */
  readonly judgement: Judgement | null
  readonly isChecking: boolean
  /** Whether the reader sent it. */
  readonly isOwn: boolean
  /** How far the service’s clock is ahead of this machine’s. Unit: milliseconds. */
  readonly clockAheadMs: number
  lookAgain(): void
}

/** What this pane has read of the message in hand. */
const memory = newMemory()

async function look(item: ReceivedItem): Promise<Judgement> {
  const late = (): Judgement => unfinished('too-slow', `not finished within ${LOOK_MS} ms`)
  const around = surroundings()
  const judged = readReceived(item, around.person, memory).then((message) =>
    checkMessage(around, message, 'read', memory),
  )
  return within(judged, LOOK_MS, late).catch((fault) => unfinished('fault', String(fault)))
}

/** Looks at a received message. Nothing is held by it, and nothing could be. */
export function useReceived(item: ReceivedItem): Received {
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['received'],
    queryFn: async () => {
      const judgement = await look(item)
      const at = judgement.kind === 'judged' ? judgement.answer.at : Date.now()
      return { judgement, clockAheadMs: at - Date.now() }
    },
    refetchInterval: LOOK_AGAIN_MS,
    gcTime: 0,
    retry: false,
  })
  return {
    judgement: data?.judgement ?? null,
    isChecking: isFetching,
    isOwn: isOwn(item, surroundings().person),
    clockAheadMs: data?.clockAheadMs ?? 0,
    lookAgain: refetch,
  }
}
