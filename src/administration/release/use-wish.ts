import { useState } from 'react'
import type { ReleaseInFull } from '../../register/administration.ts'
import { londonClock } from '../../release/london-time.ts'
import type { When, YearMonth } from '../../release/when.ts'
import type { Tagged } from '../list/use-register.ts'
import { useDesk } from '../saving/desk.ts'
import { isGiven } from '../saving/ReasonField.tsx'
import { type Editing, useEditing } from '../saving/use-editing.ts'
import { useBankHolidays } from '../settings/use-bank-holidays.ts'
import { useUsualTime } from '../settings/use-usual-time.ts'
import { draftOf, judgeTime, type TimeDraft, type TimeJudged } from '../time/time-draft.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { type Choice, needsReason, wishOf } from './possible-wishes.ts'

/** A change of time or state while it is typed. */
type WishDraft = { readonly time: TimeDraft; readonly month: YearMonth; readonly reason: string }

/** A change of time or state in the hands of an administrator. */
export type WishInHand = {
  readonly editing: Editing<ReleaseInFull, WishDraft>
  readonly judged: TimeJudged
  /** Now, by the service’s clock. */
  readonly at: number
  readonly needsTime: boolean
  readonly needsReason: boolean
  /** Whether somebody tried to save. */
  readonly tried: boolean
  /** Saves it where nothing lacks; whether it was saved. */
  submit(): Promise<boolean>
}

const begun = (release: ReleaseInFull): WishDraft => {
  const { year, month } = londonClock(release.at)
  return { time: draftOf(release.at), month: { year, month }, reason: '' }
}

/** One change of a release’s time or state: when, and why. */
export function useWish(read: Tagged<ReleaseInFull>, choice: Choice): WishInHand {
  const { ask } = useDesk()
  const at = useServiceClock()
  const usual = useUsualTime(read.value.series)
  const holidays = useBankHolidays()
  const [tried, setTried] = useState(false)
  const whenOf = ({ time, month }: WishDraft): When =>
    choice === 'months'
      ? { kind: 'months', from: month, to: month }
      : { kind: 'instant', at: judgeTime(time, usual, holidays, at).due ?? Number.NaN }
  const editing = useEditing(read, begun, (typed, tag) =>
    ask<ReleaseInFull>('POST', `/api/releases/${read.value.id}/changes`, {
      body: wishOf(choice, whenOf(typed), typed.reason.trim()),
      tag,
    }),
  )
  const { time, reason } = editing.draft
  const judged = judgeTime(time, usual, holidays, at)
  const needsTime = choice === 'confirm' || choice === 'move'
  const lacksReason = needsReason(read.value, choice) && !isGiven(reason)
  return {
    editing,
    judged,
    at,
    needsTime,
    needsReason: needsReason(read.value, choice),
    tried,
    submit: async () => {
      setTried(true)
      return !lacksReason && (!needsTime || judged.isReady) && editing.save()
    },
  }
}
