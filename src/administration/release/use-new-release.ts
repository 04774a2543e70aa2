import { useState } from 'react'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { NewRelease } from '../../register/contract.ts'
import { londonClock } from '../../release/london-time.ts'
import { suggestedTime } from '../../release/usual-time.ts'
import { monthsText, type YearMonth } from '../../release/when.ts'
import { DIVISIONS } from '../../release/working-days.ts'
import { useReleases } from '../list/use-register.ts'
import { useDesk } from '../saving/desk.ts'
import { type Saving, useSaving } from '../saving/use-saving.ts'
import { useBankHolidays } from '../settings/use-bank-holidays.ts'
import { useUsualTime } from '../settings/use-usual-time.ts'
import { draftOf, judgeTime, type TimeDraft, type TimeJudged } from '../time/time-draft.ts'
import { useServiceClock } from '../time/use-service-clock.ts'

/** How exactly the time of a new release is known. */
export const CERTAINTIES = ['confirmed', 'provisional', 'month'] as const
export type Certainty = (typeof CERTAINTIES)[number]

type Typed = {
  readonly series: string
  readonly title: string
  readonly certainty: Certainty
  /** `null` until somebody types a time: then the suggested one follows the series. */
  readonly time: TimeDraft | null
  readonly month: YearMonth | null
}

const NOTHING: Typed = { series: '', title: '', certainty: 'confirmed', time: null, month: null }

/** A new release while it is typed. */
export type NewReleaseInHand = {
  readonly typed: Typed
  /** The series that are known, to choose from. */
  readonly known: readonly string[]
  readonly time: TimeDraft
  readonly month: YearMonth
  readonly judged: TimeJudged
  readonly at: number
  readonly tried: boolean
  readonly saving: Saving<ReleaseInFull>
  type(changed: Partial<Typed>): void
  /** Registers it where nothing lacks. Its id, or `null`. */
  register(): Promise<string | null>
}

function useSeries(): readonly string[] {
  const { data } = useReleases({ sort: 'due-last', size: 200 })
  return Array.from(new Set((data?.value.releases ?? []).map(({ series }) => series))).sort()
}

/** A new release in the hands of an administrator. */
export function useNewRelease(): NewReleaseInHand {
  const { ask } = useDesk()
  const known = useSeries()
  const [typed, setTyped] = useState(NOTHING)
  const [tried, setTried] = useState(false)
  const { saving, save } = useSaving<ReleaseInFull>()
  const at = useServiceClock()
  const { series, title, certainty } = typed
  const usual = useUsualTime(known.includes(series) ? series : '')
  const holidays = useBankHolidays()
  const suggested = suggestedTime(usual, DIVISIONS, holidays, at)
  const time = typed.time ?? draftOf(suggested)
  const { year, month: nextMonth } = londonClock(suggested)
  const month = typed.month ?? { year, month: nextMonth }
  const judged = judgeTime(time, usual, holidays, at)
  const bodyOf = (): NewRelease | null => {
    const named = { series: series.trim(), title: title.trim() }
    if (named.series === '' || named.title === '') return null
    if (certainty === 'month')
      return { ...named, at: monthsText({ from: month, to: month }), state: 'provisional' }
    if (!judged.isReady || judged.due === null) return null
    return { ...named, at: new Date(judged.due).toISOString(), state: certainty }
  }
  const register = async (): Promise<string | null> => {
    setTried(true)
    const body = bodyOf()
    let id: string | null = null
    if (body === null) return id
    await save(async () => {
      const asked = await ask<ReleaseInFull>('POST', '/api/releases', { body })
      if (asked.kind === 'answered') id = asked.value.id
      return asked
    })
    return id
  }
  const type = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed })
  return { typed, known, time, month, judged, at, tried, saving, type, register }
}
