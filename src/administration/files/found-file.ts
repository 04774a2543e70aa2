import type { Unreadable } from '../../content/content.ts'
import type { Attachment } from '../../message/message.ts'
import type { FilePreview } from '../../register/administration.ts'
import type { ReadFile } from './fingerprint-file.ts'

/** Files that are taken at once. */
export const MAX_FILES = 100

/** A file on its way into the register, as it is handed over: by a drop, a choice or a message. */
export type OfferedFile = { readonly name: string; bytes(): Promise<Uint8Array> }

/** What was found in a file, before it is registered. */
export type FoundFile = ReadFile & {
  readonly key: string
  readonly name: string
  /** What it would bring to the register; `null` where the service did not say, and before it does. */
  readonly preview: FilePreview | 'asked' | null
  /** Of a file without figures: that it may be registered by hash and name only. */
  readonly isAgreed: boolean
  /** Why the service did not take it, or empty. */
  readonly fault: string
}

/** How many figures were read in a file. */
export const figuresIn = ({ parts }: FoundFile): number =>
  parts.reduce((sum, { figures }) => sum + figures, 0)

/** What could not be read of a file, and why. */
export const unreadIn = ({ parts }: FoundFile): readonly { part: string; because: Unreadable }[] =>
  parts.flatMap(({ part, unreadable }) => (unreadable === null ? [] : [{ part, because: unreadable }]))

/** Whether a file may be registered: it has figures, or somebody agreed that it has none. */
export const isReady = (found: FoundFile): boolean => figuresIn(found) > 0 || found.isAgreed

/** A file that a person dropped or chose. */
export const offeredFile = (file: File): OfferedFile => ({
  name: file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
})

/** The files of a message that Outlook handed over. */
export const offeredAttachments = (attachments: readonly Attachment[]): readonly OfferedFile[] =>
  attachments.flatMap((attachment) =>
    attachment.kind === 'file' ? [{ name: attachment.name, bytes: async () => attachment.bytes }] : [],
  )

/** The names of those that it did not: links, and what is still uploading. */
export const withheldAttachments = (attachments: readonly Attachment[]): readonly string[] =>
  attachments.flatMap((attachment) => (attachment.kind === 'file' ? [] : [attachment.name]))
