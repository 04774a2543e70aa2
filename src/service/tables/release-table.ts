import type { ColumnType, Generated } from 'kysely'
import type { ReleaseState } from '../../release/release.ts'
import type { Contact, LiftRequest, ReleaseChange } from '../../release/release-details.ts'
import type { Months } from '../../release/when.ts'

/** Kept as JSON, written as its text. */
type Kept<T> = ColumnType<T, string | undefined, string>

/** One issue of a series, and when it is due. */
export type ReleaseTable = {
  id: string
  /** The publication that recurs: Public Sector Employment. */
  series: string
  title: string
  /** The instant of publication, to the millisecond. */
  at: Date
  /** That instant as London's clocks show it: `2020-03-17 09:30`. */
  london: string
  state: ReleaseState
  added_at: Date
  /** The address of the administrator who registered it. */
  added_by: string
  producer: Generated<string>
  contact: Kept<Contact>
  summary: Generated<string>
  notice: Generated<string>
  /** Its address in the calendar it was taken from. */
  source: Generated<string | null>
  months: ColumnType<Months | null, string | null | undefined, string | null>
  lift: ColumnType<LiftRequest | null, string | null | undefined, string | null>
  changes: Kept<readonly ReleaseChange[]>
  /** Grows with every change of the release itself: its ETag. */
  revision: Generated<number>
  changed_at: Generated<Date>
  /** Title, series and producer as they are searched (src/release/search.ts). */
  searched: Generated<string>
}
