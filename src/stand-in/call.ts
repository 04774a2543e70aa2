import type { Draft } from './draft.ts'
import type { Fields } from './fields.ts'

/** What Outlook answers to one call on the item. */
export type CallReply =
  | { readonly kind: 'answered'; readonly value?: unknown; readonly change?: (draft: Draft) => Draft }
  | { readonly kind: 'refused'; readonly code: number }
  /** Two old calls have a shape of their own. */
  | { readonly kind: 'bare'; readonly fields: Fields; readonly change?: (draft: Draft) => Draft }

/** What a call needs beside the draft. */
export type World = {
  /** The text that a person reads in this HTML. */
  textOf(html: string): string
  /** A file of this machine’s own origin as base64, or `null` where it cannot be had. */
  fetchFile(address: string): Promise<string | null>
}

/** One method of the item. */
export type Call = {
  /** Its name in Office’s own words, by which faults and the log know it. */
  readonly method: string | ((parameters: Fields) => string)
  answer(draft: Draft, parameters: Fields, world: World): CallReply | Promise<CallReply>
}

/** Methods by the number that the library has for them. */
export type Calls = Readonly<Record<number, Call>>

/** Error codes as Outlook numbers them (outlook-web-16.01.debug.js names them all). */
export const ERRORS = {
  attachmentSizeExceeded: 9000,
  invalidAttachmentId: 9003,
  attachmentUploadFailed: 9007,
  attachmentToDeleteDoesNotExist: 9008,
  duplicateNotificationKey: 9023,
  notificationKeyNotFound: 9024,
  numberOfNotificationsExceeded: 9025,
  notSupportedHere: 9032,
  itemNotSaved: 9046,
  keyNotFound: 9050,
  sessionDataTooLong: 9051,
} as const

/** Answered with a value, or with nothing. */
export function answered(value?: unknown): CallReply {
  return { kind: 'answered', value }
}

/** Answered with nothing, and the draft is another one now. */
export function changed(change: (draft: Draft) => Draft, value?: unknown): CallReply {
  return { kind: 'answered', value, change }
}

/** Refused with one of Outlook’s error codes. */
export function refused(code: number): CallReply {
  return { kind: 'refused', code }
}
