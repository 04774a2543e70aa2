import type { DetailedRelease, ReleaseChange } from '../release/release-details.ts'
import type { Said } from '../release/said.ts'
import type { CalendarRow } from './calendar-row.ts'

/** A release that is not in the register yet, so it has no id. */
export type ReleaseToAdd = Omit<DetailedRelease, 'id'>

export type ChangedField =
  | 'state'
  | 'when'
  | 'title'
  | 'series'
  | 'source'
  | 'producer'
  | 'contact'
  | 'summary'
  | 'notice'

/** One field before and after, as a person reads it. */
export type FieldChange = { readonly field: ChangedField; readonly before: Said; readonly after: Said }

/** What importing one row would do. */
export type PlannedRow =
  | { readonly kind: 'added'; readonly row: CalendarRow; readonly release: ReleaseToAdd }
  | {
      readonly kind: 'changed'
      readonly row: CalendarRow
      readonly before: DetailedRelease
      readonly after: DetailedRelease
      readonly fields: readonly FieldChange[]
      /** What the change log gets; it is in `after` already. */
      readonly entries: readonly ReleaseChange[]
    }
  | {
      readonly kind: 'unchanged'
      readonly row: CalendarRow
      /** Of a release that another row adds, as that row would add it. */
      readonly release: DetailedRelease
    }
  | {
      readonly kind: 'refused'
      readonly row: CalendarRow
      /** The release it speaks of, where there is one. */
      readonly release: DetailedRelease | null
      readonly field: ChangedField | 'reason'
      /** A sentence for the administrator. */
      readonly because: Said
    }

/** Who imports, when (milliseconds since 1970-01-01T00:00:00Z), and the reason for moves of which the file says none. */
export type Import = { readonly by: string; readonly at: number; readonly reason: string }
