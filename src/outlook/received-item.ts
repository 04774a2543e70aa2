import type { OutlookAddress, OutlookAttachment, OutlookItem } from './outlook-item.ts'

/**
 * The part of Office’s item of a message being read that we use. What a message
 * being written is asked for stands here as properties; only the body and the
 * contents of attachments are asked for.
 */
export type ReceivedItem = Pick<OutlookItem, 'body' | 'getAttachmentContentAsync'> & {
  readonly from?: OutlookAddress | undefined
  readonly to: readonly OutlookAddress[]
  readonly cc?: readonly OutlookAddress[] | undefined
  readonly attachments: readonly OutlookAttachment[]
  /** When it was sent. */
  readonly dateTimeCreated?: Date | undefined
}

/** Whether an item is a message being read. */
export function isBeingRead(item: unknown): item is ReceivedItem {
  if (typeof item !== 'object' || item === null || !('to' in item) || !('attachments' in item)) return false
  return Array.isArray(item.to) && Array.isArray(item.attachments)
}
