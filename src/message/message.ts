/** A message on its way out, as Outlook or a pipeline hands it over. */
export type Message = {
  readonly from: string
  readonly recipients: readonly Recipient[]
  readonly body: Body
  readonly attachments: readonly Attachment[]
  /** When Outlook was told to deliver, milliseconds since 1970-01-01T00:00:00Z, or `null`: at once. */
  readonly deliverAt: number | null
}

/** One address on the message. `unknown` is what Outlook could not resolve or say. */
export type Recipient = {
  readonly address: string
  readonly name: string
  readonly kind: 'person' | 'distribution-list' | 'unknown'
}

/** What is typed in the message itself. */
export type Body =
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'withheld'; readonly because: Withheld }

/** A file on its way out, or the reason its bytes could not be had. */
export type Attachment =
  | { readonly kind: 'file'; readonly id: string; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'withheld'; readonly id: string; readonly name: string; readonly because: Withheld }

/** Why Outlook gave us a name but no bytes. */
export type Withheld =
  | 'cloud-link'
  | 'refused-by-outlook'
  | 'no-answer-from-outlook'
  | 'empty-although-it-has-a-size'
