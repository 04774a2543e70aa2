import type { ColumnType } from 'kysely'
import type { Clearance } from '../../register/clearance.ts'

/** A second person's leave for one message. That it has expired is not kept: the clock says it. */
export type ClearanceTable = {
  id: string
  check_id: string
  state: 'asked' | 'granted' | 'refused' | 'used' | 'withdrawn'
  asked_by: string
  asked_at: Date
  reason: string
  decided_by: string | null
  decided_at: Date | null
  decision: string | null
  until: Date
  used_at: Date | null
  /** The check that it let through. */
  used_by: string | null
  recipients: ColumnType<readonly string[], string, string>
  /** What each part of the message is known again by (check-marks.ts). */
  marks: ColumnType<readonly string[], string, string>
  findings: ColumnType<Clearance['findings'], string, string>
}
