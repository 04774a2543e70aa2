/** Somebody the message is addressed to. */
export type DraftRecipient = {
  readonly address: string
  readonly name: string
  readonly kind: 'user' | 'external' | 'distribution-list' | 'other'
  /** Outlook hands add-ins only the recipients it could resolve. */
  readonly resolved: boolean
}

/** Something attached. */
export type DraftAttachment = {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly kind: 'file' | 'item' | 'cloud'
  readonly inline: boolean
  readonly contentType: string
  /** Base64 of a file, the text of an attached message, the address of a cloud link. */
  readonly content: string
}

/** A bar that the add-in shows above the message. */
export type Notification = {
  readonly key: string
  readonly type: 'informationalMessage' | 'progressIndicator' | 'errorMessage' | 'insightMessage'
  readonly message: string
  readonly icon: string
  readonly persistent: boolean
  /** An insight’s one action, which opens the pane. */
  readonly action: { readonly label: string; readonly command: string; readonly context: string } | null
}

/** What is being written: the one item that all frames of the add-in share. */
export type Draft = {
  readonly conversation: string
  readonly form: 'message' | 'appointment'
  readonly from: { readonly address: string; readonly name: string }
  /** Of an appointment: the required attendees. */
  readonly to: readonly DraftRecipient[]
  /** Of an appointment: the optional attendees. */
  readonly cc: readonly DraftRecipient[]
  readonly bcc: readonly DraftRecipient[]
  /** Of an appointment: rooms and equipment that are booked. They are attendees too. */
  readonly rooms: readonly { readonly address: string; readonly name: string }[]
  readonly subject: string
  readonly html: string
  readonly attachments: readonly DraftAttachment[]
  /** When it shall be delivered, milliseconds since 1970-01-01T00:00:00Z, or `null`: at once. */
  readonly deliverAt: number | null
  readonly session: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly notifications: readonly Notification[]
  /** JSON. */
  readonly customProperties: string
  /** The id that saving gave it. */
  readonly savedAs: string | null
  /** What the button that opened the pane handed over. */
  readonly context: string
  /** HTML that goes below the body when the message leaves. */
  readonly appendOnSend: string
}

/** The three lines of addresses. */
export const RECIPIENT_LINES = ['to', 'cc', 'bcc'] as const
export type RecipientLine = (typeof RECIPIENT_LINES)[number]

/** An empty message of this sender. */
export function emptyDraft(from: Draft['from'], conversation: string): Draft {
  return {
    conversation,
    form: 'message',
    from,
    to: [],
    cc: [],
    bcc: [],
    rooms: [],
    subject: '',
    html: '',
    attachments: [],
    deliverAt: null,
    session: {},
    headers: {},
    notifications: [],
    customProperties: '{}',
    savedAs: null,
    context: '',
    appendOnSend: '',
  }
}

/** Everybody on the message. */
export function everybodyOn(draft: Draft): readonly DraftRecipient[] {
  return [...draft.to, ...draft.cc, ...draft.bcc]
}

/** The size of the bytes behind a base64 text. */
export function sizeOfBase64(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return Math.max(0, Math.floor((text.length * 3) / 4) - padding)
}

/** A file to attach. */
export type FileToAttach = {
  readonly name: string
  readonly base64: string
  readonly contentType?: string
  readonly inline?: boolean
}

/** A file as an attachment, with an id of its own. */
export function fileAttachment(file: FileToAttach): DraftAttachment {
  return {
    id: freshId(),
    name: file.name,
    size: sizeOfBase64(file.base64),
    kind: 'file',
    inline: file.inline ?? false,
    contentType: file.contentType || 'application/octet-stream',
    content: file.base64,
  }
}

/** The draft with a file more. */
export function withFile(draft: Draft, file: FileToAttach): Draft {
  return { ...draft, attachments: [...draft.attachments, fileAttachment(file)] }
}

let identities = 0

/**
 * Ids are opaque to add-ins; on the web they are long, mean nothing and are never
 * used twice. In classic Outlook they are places in the list (`attachmentIds` of
 * the settings).
 */
export function freshId(): string {
  identities += 1
  return `AAMkAGstandIn0000000000000000-attachment-${identities}`
}
