import type { ReleaseState } from '../release/release.ts'
import type { Contact } from '../release/release-details.ts'
import type { Said } from '../release/said.ts'
import type { When } from '../release/when.ts'

/** What another calendar says of a release. What it does not say is empty or `null`, and changes nothing. */
export type CalendarRow = {
  /** Where in the file it begins: 1 for the first line. */
  readonly line: number
  /** The address or name by which the calendar knows it for ever: a path, a UID. */
  readonly source: string | null
  readonly series: string | null
  readonly title: string
  readonly when: When
  readonly state: ReleaseState
  readonly producer: string
  readonly contact: Contact
  readonly summary: string
  /** What the public is told of its being cancelled or postponed. */
  readonly notice: string
  /** Why its time or state was changed last. */
  readonly reason: string
}

/** What is wrong in a calendar, and where. */
export type Fault = {
  /** 1 for the first line of the file. */
  readonly line: number
  /** The field as the file calls it; empty where the whole line is meant. */
  readonly field: string
  /** A sentence for the administrator. */
  readonly because: Said
  /** Whether the release is among the rows all the same. */
  readonly row: 'left-out' | 'kept'
}

/** A calendar as far as it could be read. No release is missing of which no fault speaks. */
export type ReadCalendar = { readonly rows: readonly CalendarRow[]; readonly faults: readonly Fault[] }

/** What one release of a file became: a row, or none, and what was wrong. */
export type ReadRow = { readonly row: CalendarRow | null; readonly faults: readonly Fault[] }

/** The rows and faults of a whole file. */
export const together = (read: readonly ReadRow[], more: readonly Fault[] = []): ReadCalendar => {
  const rows: CalendarRow[] = []
  const faults: Fault[] = [...more]
  for (const { row, faults: found } of read) {
    if (row !== null) rows.push(row)
    faults.push(...found)
  }
  return { rows, faults: faults.sort((one, other) => one.line - other.line) }
}

/** A release that is left out, because of one field. */
export const leftOut = (line: number, field: string, because: Said): Fault => ({
  line,
  field,
  because,
  row: 'left-out',
})

/** A field that is passed over; the release stays. */
export const passedOver = (line: number, field: string, because: Said): Fault => ({
  line,
  field,
  because,
  row: 'kept',
})

/** A contact of whom nothing is said. */
export const NO_CONTACT: Contact = { name: '', email: '', telephone: '' }
