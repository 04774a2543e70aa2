import type { ReleaseState } from '../../release/release.ts'

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
}
