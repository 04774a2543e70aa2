import type { ColumnType } from 'kysely'

/** What the service did, for ever: the database refuses to change or remove a line. */
export type JournalTable = {
  /** 1, 2, 3, … without a gap. */
  seq: number
  /** When it was written, by the real clock. */
  at: Date
  kind: JournalKind
  /** The address of the person who asked, or `service`. */
  who: string
  /** What was asked and answered. No figures, no features, no plain hash of a file. */
  entry: unknown
  /** The hash of the line before, 32 bytes; zeros before the first. */
  previous_hash: Buffer
  /** SHA-256 over the hash before and all of this line (journal.ts), 32 bytes. */
  hash: Buffer
  /** The release that the entry is about, taken from it by the database. */
  release_id: ColumnType<string | null, never, never>
}

export type JournalKind =
  | 'check'
  | 'release-added'
  /** Its title, producer and the like. */
  | 'release-edited'
  /** Its state or time. */
  | 'release-changed'
  | 'access-changed'
  | 'file-added'
  | 'file-replaced'
  | 'file-removed'
  | 'settings-changed'
  | 'calendar-imported'
  | 'reason-given'
  | 'went-out'
  | 'clearance-asked'
  | 'clearance-granted'
  | 'clearance-refused'
  | 'clearance-withdrawn'
  | 'clearance-used'
