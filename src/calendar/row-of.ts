import type { DetailedRelease, ReleaseChange } from '../release/release-details.ts'
import { whenOf } from '../release/release-details.ts'
import type { WrittenRow } from './write-ics.ts'

/** How a release of this register is named in other calendars, unless it came from one. Source: RFC 9562, §4. */
export const ownSource = (id: string): string => `urn:uuid:${id}`

/** A release as calendars are told of it. Who has access before publication is in none. */
export const rowOf = (release: DetailedRelease): WrittenRow => ({
  source: release.source ?? ownSource(release.id),
  series: release.series,
  title: release.title,
  when: whenOf(release),
  state: release.state,
  producer: release.producer,
  contact: release.contact,
  summary: release.summary,
  notice: release.notice,
  reason: lastReason(release.changes),
})

/** Why the time or state was changed last. */
function lastReason(changes: readonly ReleaseChange[]): string {
  const reasons = changes
    .filter(({ kind }) => kind !== 'lift-asked' && kind !== 'lift-withdrawn')
    .map(({ reason }) => reason)
    .filter((reason) => reason !== '')
  return reasons[reasons.length - 1] ?? ''
}
