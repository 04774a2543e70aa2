import type { OrganisationSettings } from '../../register/administration.ts'
import { timeOfDayFrom, timeOfDayText } from '../../release/usual-time.ts'
import { linesOf } from '../calendars/lines-of.ts'

/** Hours before publication that access may open at the earliest. Source: the law, src/release/pre-release-access.ts. */
const MAX_HOURS = 24

/** The settings while they are typed: domains and hours as text. */
export type SettingsDraft = {
  readonly settings: OrganisationSettings
  readonly domains: string
  readonly hours: string
}

/** The settings as they would have been typed. */
export const draftOfSettings = (settings: OrganisationSettings): SettingsDraft => ({
  settings,
  domains: settings.domains.join('\n'),
  hours: String(settings.accessHours),
})

/** The hours that are typed; `null` where they are none from 0 to 24. */
export function hoursIn({ hours }: SettingsDraft): number | null {
  const typed = Number(hours)
  return hours.trim() !== '' && typed >= 0 && typed <= MAX_HOURS ? typed : null
}

/** Whether everything that is typed can be sent. */
export const isWhole = (draft: SettingsDraft): boolean =>
  hoursIn(draft) !== null && draft.settings.usualTimes.every(({ time }) => timeOfDayFrom(time) !== null)

/** What is sent: times as they are kept, and no series without a name. */
export const settingsIn = (draft: SettingsDraft): OrganisationSettings => ({
  ...draft.settings,
  domains: linesOf(draft.domains).map((domain) => domain.replace(/^@/, '').toLowerCase()),
  accessHours: hoursIn(draft) ?? draft.settings.accessHours,
  usualTimes: draft.settings.usualTimes
    .filter(({ series }) => series.trim() !== '')
    .map(({ series, time }) => {
      const known = timeOfDayFrom(time)
      return { series: series.trim(), time: known === null ? time : timeOfDayText(known) }
    }),
})
