import type { Unreadable } from '../content/content.ts'
import type { Recipient } from '../message/message.ts'
import type { Access, Release, ReleaseState } from '../release/release.ts'
import type { AccessEntry, Contact } from '../release/release-details.ts'

/**
 * What the service and those who ask it say to each other. JSON over HTTP; the
 * service checks it at its door (src/service/door/door.ts).
 */

/** One attachment, body or file inside an archive: its features, never its figures. */
export type PartFeatures = {
  /** `PSE_tables.xlsx`, `tables.zip › PSE.csv`, `message body`. */
  readonly part: string
  readonly size: number
  /** SHA-256 of the bytes, 64 hexadecimal digits; `null` where the bytes could not be had. */
  readonly sha256: string | null
  readonly unreadable: Unreadable | null
  /** How many figures were read. */
  readonly figures: number
  /** The way of fingerprinting that the features were made by (src/fingerprint/form.ts). */
  readonly form: string
  /** The features in reading order, 8 bytes each, base64 (src/fingerprint/encoding.ts). */
  readonly features: string
}

/** A part that is asked about. */
export type AskedPart = PartFeatures & {
  /**
   * A check of the same person’s not long ago that brought the same features of this
   * part: `features` is empty then. A service that remembers them no more says so (409).
   */
  readonly sameAs?: string
}

/** A part of a file that is registered: its features with what each weighs. */
export type RegisteredPart = PartFeatures & {
  /** Three bytes a feature, base64: bits of the run, step to the next, figures (src/fingerprint/feature-list.ts). */
  readonly weights: string
  /** Its rare figures, each by itself, 8 bytes each, base64 (src/fingerprint/rare-figures.ts). */
  readonly rareFigures: string
  /** Which of them the runs are that are made of nothing else, 4 bytes each, base64. */
  readonly madeOf: string
}

/** Of a message that is checked: it is being sent, it is being written, or somebody has received it and nothing can be held. */
export type Moment = 'send' | 'compose' | 'read'

/** POST /api/checks: may this message leave? */
export type Enquiry = {
  /** The build that asks; an Outlook that stays open for days runs an old one. */
  readonly build: string
  readonly moment: Moment
  readonly from: string
  readonly recipients: readonly Recipient[]
  /** When Outlook was told to deliver, milliseconds since 1970-01-01T00:00:00Z, or `null`: at once. */
  readonly deliverAt: number | null
  readonly parts: readonly AskedPart[]
  /** The instant to judge at, in milliseconds. Only a try-out takes it; a real service refuses it. */
  readonly at?: number
}

export type VerdictKind = 'allow' | 'warn' | 'block'

export type FindingKind =
  | 'embargoed-file'
  | 'embargoed-figures'
  | 'possible-figures'
  | 'registered-name'
  | 'unreadable'
  | 'cloud-link'
  | 'could-not-check'

/** Why a finding got its verdict: what the wording is made from, in any language. */
export type FindingReason =
  | 'without-access'
  | 'access-not-open'
  | 'access-expired'
  | 'pre-release-access'
  | 'production-team'
  | 'delivered-after-release'
  | 'weak-evidence'
  | 'name-only'
  | 'check-not-finished'
  | Unreadable

/** One reason for the verdict. */
export type Finding = {
  readonly kind: FindingKind
  readonly verdict: VerdictKind
  readonly part: string
  readonly release: {
    readonly id: string
    readonly title: string
    readonly at: number
    readonly london: string
    /** Only of a confirmed one is `at` when the embargo ends. */
    readonly state: ReleaseState
  } | null
  readonly reason: FindingReason
  /** A sentence for the sender, in English. */
  readonly because: string
  /** Addresses that may not have it; empty where the finding names nobody. */
  readonly recipients: readonly string[]
  /** Which of the part's features hit, as indices into `features`. The figures stay with the sender. */
  readonly hits: readonly number[]
  /** Published features next to the hits: what they cover is no news. */
  readonly published: readonly number[]
  /** How unlikely the match is by chance, unit: bits (30 = one in a thousand million). */
  readonly bits: number
}

/** The answer to an enquiry, recorded before it is given. */
export type Answer = {
  readonly check: string
  readonly verdict: VerdictKind
  /** When it was judged, milliseconds since 1970-01-01T00:00:00Z, by the service's clock. */
  readonly at: number
  readonly findings: readonly Finding[]
  /** Only of a message that somebody reads. */
  readonly received?: Received
}

/** What is known of a received message beside what is under embargo. */
export type Received = {
  /** Files of it that everybody may have, by the series they were published in. */
  readonly published: readonly { readonly part: string; readonly series: string }[]
  /** The check with which the one who asks sent it, or `null`: it is not theirs, or was sent unchecked. */
  readonly sentIn: string | null
}

/** POST /api/releases */
export type NewRelease = {
  readonly series: string
  readonly title: string
  /**
   * London wall clock `2026-05-19 07:00`, or ISO 8601 with an offset. A release that is
   * provisional or postponed may name months instead: `May 2026`, `May 2026 to June 2026`.
   */
  readonly at: string
  readonly state?: ReleaseState
  readonly team?: readonly string[]
  readonly access?: readonly (Access & Partial<Pick<AccessEntry, 'holder' | 'reason'>>)[]
  readonly producer?: string
  readonly contact?: Contact
  readonly summary?: string
  readonly notice?: string
}

/** POST /api/releases/:id/files: features of one file of the edition, or of the edition published before it. */
export type NewFile = {
  readonly name: string
  readonly standing: 'embargoed' | 'published'
  readonly parts: readonly RegisteredPart[]
}

/** What registration says of a file. */
export type RegisteredFile = {
  readonly id: string
  readonly name: string
  readonly standing: 'embargoed' | 'published'
  readonly figures: number
  readonly features: number
  /** Features that no published edition has. */
  readonly novel: number
  readonly unreadable: readonly { readonly part: string; readonly because: Unreadable }[]
  /** What the administrator should know: no published edition, nothing novel, nothing read. */
  readonly advice: readonly string[]
}

/** GET /api/releases/:id, and what POST /api/releases answers. */
export type RegisteredRelease = Release & {
  /** By the service's clock, at the instant of the answer. */
  readonly embargoed: boolean
  readonly files: readonly RegisteredFile[]
}

/** What went wrong, in every answer of 400 and above (`application/problem+json`, RFC 9457). */
export type Problem = {
  /** A word that stays the same, as `urn:embargo-guard:problem:unreadable-time`. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** One sentence that names the thing and says what to do. */
  readonly detail: string
}
