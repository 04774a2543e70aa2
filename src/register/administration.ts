import type { AccessEntry, DetailedRelease } from '../release/release-details.ts'
import type { Wish } from '../release/transitions.ts'
import type { BankHolidays } from '../release/working-days.ts'
import type { FindingKind, RegisteredFile, RegisteredPart, VerdictKind } from './contract.ts'

/**
 * What administrators and the service say to each other. JSON over HTTP.
 *
 * Whatever can be changed carries an ETag; a change names it in If-Match. Where
 * somebody else was first the answer is 412 and holds what they left.
 */

/** GET /api/me: who is asking, as the service knows them. */
export type Me = { readonly address: string; readonly name: string; readonly role: 'staff' | 'administrator' }

/** GET /api/releases?…: one page of the register. Searching and paging are done in the database. */
export type ReleaseQuery = {
  /** Words of series, title or producer. */
  readonly search?: string
  readonly series?: string
  readonly state?: DetailedRelease['state']
  /** Only what is under embargo now. */
  readonly embargoed?: boolean
  /** Due from, and before, milliseconds since 1970-01-01T00:00:00Z. */
  readonly from?: number
  readonly to?: number
  readonly sort?: 'due' | 'due-last' | 'series' | 'changed'
  /** Counted from 1. */
  readonly page?: number
  /** 1 to 200. */
  readonly size?: number
}

/** A release in a list. */
export type ReleaseSummary = Pick<
  DetailedRelease,
  'id' | 'series' | 'title' | 'at' | 'london' | 'months' | 'state' | 'producer'
> & {
  readonly embargoed: boolean
  readonly files: number
  readonly novel: number
  /** Whether somebody has asked to lift the embargo early, and it waits for a second administrator. */
  readonly liftAsked: boolean
}

export type ReleasePage = {
  /** The service's clock, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly total: number
  readonly page: number
  readonly size: number
  readonly releases: readonly ReleaseSummary[]
  /** What lifts next, or `null`. */
  readonly next: ReleaseSummary | null
  /** How many are under embargo now, whatever the query. */
  readonly embargoed: number
}

/** GET /api/releases/:id with its ETag. */
export type ReleaseInFull = DetailedRelease & {
  readonly embargoed: boolean
  readonly files: readonly RegisteredFile[]
}

/** PATCH /api/releases/:id: what may change without touching state or time. */
export type ReleasePatch = Partial<
  Pick<DetailedRelease, 'series' | 'title' | 'producer' | 'contact' | 'summary' | 'notice' | 'team'>
>

/** POST /api/releases/:id/changes: state and time, by the rules of src/release/transitions.ts. */
export type ReleaseWish = Wish

/** PUT /api/releases/:id/access: the whole list; who confirmed it and when the service adds. */
export type AccessList = readonly Omit<AccessEntry, 'confirmedAt' | 'confirmedBy'>[]

/** POST /api/releases/:id/files/preview, with what POST …/files is sent: what the file would bring. Nothing is kept. */
export type FilePreview = {
  /** Features that no published edition has. */
  readonly novel: number
  /** Whether the series has another file that everybody has already: else all of it counts as novel. */
  readonly hasPublished: boolean
}

/** PUT /api/releases/:id/files/:file replaces a file; DELETE with `{reason}` removes it. */
export type ReplacedFile = {
  readonly name: string
  readonly parts: readonly RegisteredPart[]
  readonly reason: string
}

/** The usual time of a series' releases: `07:00`. */
export type SeriesTime = { readonly series: string; readonly time: string }

/** GET and PUT /api/settings, with ETag. */
export type OrganisationSettings = {
  /** The organisation's own domains: `statistics.example`. */
  readonly domains: readonly string[]
  readonly policy: Readonly<
    Record<
      | 'withoutAccess'
      | 'withAccess'
      | 'deliveredAfterRelease'
      | 'weakEvidence'
      | 'unreadable'
      | 'couldNotCheck',
      VerdictKind
    >
  >
  readonly usualTimes: readonly SeriesTime[]
  /** Hours before publication at which access may open. */
  readonly accessHours: number
  /** Said to senders below the dialog's own words: whom to ring. */
  readonly contactText: { readonly en: string; readonly cy: string }
  /** Findings that no second person can clear. Always there in what is read; left out, it stays as it is. */
  readonly neverCleared?: readonly FindingKind[]
  /** The list of GOV.UK that an administrator put in the place of the one that is shipped, or `null`. Left out, it stays as it is. */
  readonly bankHolidays?: BankHolidays | null
}

/** GET /api/journal?page&size&kind&release: the newest first. */
export type JournalEntry = {
  readonly seq: number
  /** Milliseconds since 1970-01-01T00:00:00Z, by the real clock. */
  readonly at: number
  readonly kind: string
  readonly who: string
  readonly release: string | null
  /** A sentence for a person. */
  readonly what: string
  /** For changes: before and after; for checks: verdict and findings. */
  readonly entry: unknown
}
export type JournalPage = {
  readonly total: number
  readonly page: number
  readonly entries: readonly JournalEntry[]
}
/** GET /api/journal/verification */
export type JournalVerification = {
  readonly sound: boolean
  readonly entries: number
  readonly brokenAt: number | null
}

/** POST /api/imports/preview and POST /api/imports: a calendar's text, told by its content. */
export type CalendarText = {
  readonly name: string
  readonly text: string
  /** Reason for every confirmed date that the calendar moves. */
  readonly reason?: string
}
export type ImportPreview = {
  readonly added: readonly { readonly line: number; readonly title: string; readonly london: string }[]
  readonly changed: readonly {
    readonly line: number
    readonly release: string
    readonly title: string
    readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  }[]
  readonly unchanged: number
  readonly refused: readonly { readonly line: number; readonly title: string; readonly because: string }[]
  readonly faults: readonly { readonly line: number; readonly field: string; readonly because: string }[]
}

/** GET /api/changes: server-sent events; each says that the register changed, and which release if one. */
export type RegisterChange = { readonly release: string | null; readonly by: string; readonly at: number }
