import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { checkDraft, type Judgement, unfinished } from '../outlook/check-draft.ts'
import { within } from '../outlook/deadline.ts'
import { newMemory, type ReadingNow } from '../outlook/draft-memory.ts'
import { draftSign } from '../outlook/draft-sign.ts'
import { surroundings } from '../outlook/surroundings.ts'
import { unhurried } from '../outlook/unhurried.ts'
import { watchDraft } from '../outlook/watch-draft.ts'
import { languageOf } from '../outlook/wording.ts'
import { type Summary, summaryOf } from './summary.ts'

/** How often the message is looked at for changes that Outlook does not tell. Unit: milliseconds. */
const LOOK_MS = 4_000

/** How long one check may take. Unit: milliseconds. The same as at Send (on-send.ts, `CHECK_MS`). */
const CHECK_MS = 25_000

/**
 * How often a verdict that may change by itself is asked for again: a release is
 * put off, access is given, a service comes back. Unit: milliseconds.
 */
const ASK_AGAIN_MS = 30_000

/** The longest time a timer takes; a longer one would fire at once. Unit: milliseconds. Source: HTML, timers. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A message that was judged. */
export type Judged = Extract<Judgement, { kind: 'judged' }>

/** What a check came to: what there is to show, or why there is nothing. */
export type Checked =
  | {
      readonly kind: 'judged'
      readonly summary: Summary
      /** The message as it was read, and the answer to it. */
      readonly judgement: Judged
      /** How far the service’s clock was ahead of this machine’s when it answered. */
      readonly clockAheadMs: number
    }
  | Extract<Judgement, { kind: 'unfinished' }>

/** The message in the window, as far as it is known. */
export type Draft = {
  /** `null` until the first check is done. */
  readonly checked: Checked | null
  readonly isChecking: boolean
  /** What is being read just now, or `null`. */
  readonly reading: ReadingNow | null
  checkAgain(): void
  /** Looks whether the message has changed, and checks it again if so. */
  lookAgain(): void
}

/** Looks at a message that is not there as one that never changes. */
async function look(): Promise<string> {
  const { item } = surroundings()
  return item ? draftSign(item) : 'no message'
}

async function checkedFrom(judgement: Judgement): Promise<Checked> {
  if (judgement.kind === 'unfinished') return judgement
  const { answer, message, parts } = judgement
  const clockAheadMs = answer.at - Date.now()
  const language = languageOf(surroundings().language)
  const summary = await unhurried(summaryOf(answer, message, parts, language))
  return { kind: 'judged', summary, judgement, clockAheadMs }
}

/** What this pane has read of the message in hand. */
const memory = newMemory()

async function check(tell: (reading: ReadingNow | null) => void): Promise<Checked> {
  const late = (): Judgement => unfinished('too-slow', `not finished within ${CHECK_MS} ms`)
  try {
    const judging = checkDraft(surroundings(), 'compose', memory, tell)
    return await checkedFrom(await within(judging, CHECK_MS, late))
  } catch (fault) {
    return checkedFrom(unfinished('fault', String(fault)))
  } finally {
    tell(null)
  }
}

/** Milliseconds until the next release that the verdict depends on, or `null`. */
function untilNextRelease(checked: Checked): number | null {
  if (checked.kind === 'unfinished') return null
  const now = Date.now() + checked.clockAheadMs
  const instants = checked.summary.releases.map(({ at }) => at).filter((at) => at > now)
  return instants.length === 0 ? null : Math.min(...instants) - now
}

/** Nothing under embargo stays so while the message does: what is registered later is asked for at Send. */
const mayChangeByItself = (checked: Checked | undefined): boolean =>
  checked?.kind === 'judged'
    ? checked.summary.releases.length > 0
    : checked !== undefined && checked.because !== 'no-message'

function useItemEvents(changed: () => void): void {
  useEffect(() => {
    const { item } = surroundings()
    return item ? watchDraft(item, changed) : undefined
  }, [changed])
}

function useReleases(checked: Checked | undefined, checkAgain: () => void): void {
  useEffect(() => {
    const ms = checked && untilNextRelease(checked)
    if (ms === undefined || ms === null || ms > LONGEST_TIMER_MS) return undefined
    const timer = setTimeout(checkAgain, ms)
    return () => clearTimeout(timer)
  }, [checked, checkAgain])
}

/**
 * The message beside the pane, checked and kept right: when Outlook tells of a
 * change, when a look finds one, when the pane comes back into view, when a
 * release comes, and now and then while anything is under embargo. While a new
 * check runs the last one stays on show.
 */
export function useDraft(): Draft {
  const [reading, setReading] = useState<ReadingNow | null>(null)
  const { data: sign, refetch: lookNow } = useQuery({
    queryKey: ['sign'],
    queryFn: look,
    refetchInterval: LOOK_MS,
    refetchOnWindowFocus: 'always',
    retry: false,
  })
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['check', sign],
    queryFn: () => check(setReading),
    enabled: sign !== undefined,
    refetchInterval: (query) => mayChangeByItself(query.state.data) && ASK_AGAIN_MS,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  useItemEvents(lookNow)
  useReleases(data, refetch)
  return {
    checked: data ?? null,
    isChecking: isFetching || !data,
    reading,
    checkAgain: refetch,
    lookAgain: lookNow,
  }
}
