import type { FindingKind, VerdictKind } from '../register/contract.ts'

/**
 * What is known of a message that got out: the journal's entry, and what people
 * add to it. `null` is what nobody has said yet. Instants are milliseconds since
 * 1970-01-01T00:00:00Z.
 */
export type BreachRecord = {
  readonly output: Output
  readonly producer: string | null
  readonly division: string | null
  readonly reporter: Contact | null
  readonly headOfProfession: Contact | null
  /** A public statement about the breach, where there is one. */
  readonly statementLink: string | null
  readonly reportedAt: number | null
  readonly message: SentMessage
  readonly afterwards: Afterwards
}

/** The statistics that got out. */
export type Output = {
  readonly title: string
  readonly series: string | null
  readonly link: string | null
  /** When it was due, or `null` where its release had no confirmed date. */
  readonly dueAt: number | null
}

/** Somebody to turn to, with address, telephone or both. */
export type Contact = { readonly name: string; readonly contact: string | null }

/** The message as it left. */
export type SentMessage = {
  readonly sentAt: number
  readonly sender: string
  readonly recipients: readonly Receiver[]
  readonly found: readonly FoundPart[]
  /** What the check had said before, or `null`: it was never checked. */
  readonly verdict: { readonly kind: VerdictKind; readonly at: number } | null
  /** When it was delivered, or `null` where that is not known. */
  readonly deliveredAt: number | null
}

/** Who received it, and whether they had access then. */
export type Receiver = { readonly address: string; readonly hasAccess: boolean }

/** A part of the message with unpublished figures; the figures themselves are not in the record. */
export type FoundPart = {
  /** `PSE_tables.xlsx`, `message body`. */
  readonly part: string
  readonly kind: FindingKind
  /** How many unpublished figures were found in it, or `null` where nobody counted. */
  readonly figures: number | null
}

/** What was done about it, as far as it is known. */
export type Afterwards = {
  readonly noticedAt: number | null
  readonly recalledAt: number | null
  readonly deletionRequestedAt: number | null
  /** When the head of profession was told. */
  readonly informedAt: number | null
  readonly deletions: readonly Deletion[]
}

/** A recipient’s word that the message is deleted. */
export type Deletion = { readonly address: string; readonly at: number }

/** What the message’s own text is called among its parts. */
export const MESSAGE_BODY = 'message body'

/** Those who received it without having access: whom to ask to delete it. */
export const withoutAccess = ({ recipients }: SentMessage): readonly string[] =>
  recipients.filter(({ hasAccess }) => !hasAccess).map(({ address }) => address)
