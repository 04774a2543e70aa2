import { after } from './deadline.ts'

/** What Outlook hands to a callback. `status` is the word `succeeded` at run time, whatever its type says. */
export type OfficeReply<T> = {
  readonly status: unknown
  readonly value: T
  readonly error: { readonly message: string } | null | undefined
}

/** What became of one question to Outlook. */
export type OutlookAnswer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'silent'; readonly afterMs: number }

function answerIn<T>(reply: OfficeReply<T> | undefined): OutlookAnswer<T> {
  if (!reply) return { kind: 'refused', message: 'Outlook called back with nothing' }
  if (reply.status === 'succeeded') return { kind: 'answered', value: reply.value }
  return { kind: 'refused', message: reply.error?.message || 'Outlook gave no reason' }
}

/**
 * Asks Outlook one question. Always settles, never rejects.
 *
 * The real library never calls back when its host does not answer, not even
 * after its own time-out of 65 s; so the time limit is ours.
 *
 * @param ask passes its argument to an Office `…Async` method as the callback
 * @param withinMs milliseconds to wait
 */
export function askOutlook<T>(
  ask: (reply: (result: OfficeReply<T>) => void) => void,
  withinMs: number,
): Promise<OutlookAnswer<T>> {
  return new Promise((settle) => {
    const cancel = after(withinMs, () => settle({ kind: 'silent', afterMs: withinMs }))
    const answer = (given: OutlookAnswer<T>): void => {
      cancel()
      settle(given)
    }
    try {
      ask((reply) => answer(answerIn(reply)))
    } catch (fault) {
      answer({ kind: 'refused', message: String(fault) })
    }
  })
}
