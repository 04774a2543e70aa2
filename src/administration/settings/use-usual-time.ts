import type { SeriesTime } from '../../register/administration.ts'
import { type TimeOfDay, timeOfDayFrom, usualTimeAmong } from '../../release/usual-time.ts'
import { useReleases, useSettings } from '../list/use-register.ts'

/** Releases from which a usual time is taken where none is set: as many as the rule looks at. */
const RECENT = 12

const setFor = (times: readonly SeriesTime[], series: string): TimeOfDay | null => {
  const set = times.find((time) => time.series === series)
  return set ? timeOfDayFrom(set.time) : null
}

/** The usual time of a series: as it is set, else as its last releases had it, else `null`. */
export function useUsualTime(series: string): TimeOfDay | null {
  const settings = useSettings()
  const recent = useReleases({ series, sort: 'due-last', size: RECENT }, series !== '')
  return (
    setFor(settings.data?.value.usualTimes ?? [], series) ??
    usualTimeAmong(recent.data?.value.releases ?? [], series)
  )
}
