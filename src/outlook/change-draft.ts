import { askOutlook, type OutlookAnswer } from './ask-outlook.ts'
import type { OutlookAttachment, OutlookItem } from './outlook-item.ts'
import { listAttachments, MESSAGE_ENDINGS } from './read-attachments.ts'
import { turnsOf } from './three-at-a-time.ts'

/** How long Outlook may take to remove a file or to set a time. Unit: milliseconds. */
const CHANGE_MS = 10_000

/** How long Outlook may take to take a file in. Unit: milliseconds. A slow line uploads it first. */
const ATTACH_MS = 60_000

/** Which attachment is meant, as it was listed when it was read. */
export type AttachmentNamed = { readonly id: string; readonly name: string }

/** What became of a change to the draft. */
export type Change =
  | { readonly kind: 'done' }
  /** Outlook said that it did it, and lists the attachment nevertheless. */
  | { readonly kind: 'still-listed' }
  /** The attachment is not in the message any more. */
  | { readonly kind: 'not-there' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'silent' }
  /** This Outlook, or the permission that it gives, has no such call. */
  | { readonly kind: 'not-here' }

const DONE: Change = { kind: 'done' }

function changeFrom(answer: OutlookAnswer<unknown>): Change {
  switch (answer.kind) {
    case 'answered':
      return DONE
    case 'refused':
      return { kind: 'refused', because: answer.message }
    case 'silent':
      return { kind: 'silent' }
  }
}

/** An attached message was given an ending when it was read (read-attachments.ts). */
const isNamed = (listed: OutlookAttachment, name: string): boolean =>
  listed.name === name || MESSAGE_ENDINGS.some((ending) => `${listed.name}${ending}` === name)

/**
 * The attachment as it is listed now. In classic Outlook an identity is a place
 * in the list, so it is believed only together with the name.
 */
function found(
  list: readonly OutlookAttachment[],
  { id, name }: AttachmentNamed,
): OutlookAttachment | undefined {
  const alike = list.filter((listed) => isNamed(listed, name))
  return alike.find((listed) => listed.id === id) ?? alike[0]
}

const countOf = (list: readonly OutlookAttachment[], name: string): number =>
  list.filter((listed) => isNamed(listed, name)).length

/** Removes one attachment, and looks whether it is gone. Never rejects. */
export async function removeAttachment(item: OutlookItem, wanted: AttachmentNamed): Promise<Change> {
  const inTurn = turnsOf(item)
  const before = await listAttachments(item, inTurn)
  if (before.kind !== 'answered') return changeFrom(before)
  const listed = found(before.value, wanted)
  if (!listed) return { kind: 'not-there' }
  if (!item.removeAttachmentAsync) return { kind: 'not-here' }
  const removed = await inTurn(() =>
    askOutlook<void>((reply) => item.removeAttachmentAsync?.(listed.id, reply), CHANGE_MS),
  )
  const after = await listAttachments(item, inTurn)
  if (after.kind !== 'answered') return changeFrom(after)
  // What counts is the list: a removal that was refused may have been done, one that was granted may not.
  if (countOf(after.value, wanted.name) < countOf(before.value, wanted.name)) return DONE
  return removed.kind === 'answered' ? { kind: 'still-listed' } : changeFrom(removed)
}

/** Attaches a file. Never rejects. */
export async function attachFile(item: OutlookItem, name: string, base64: string): Promise<Change> {
  if (!item.addFileAttachmentFromBase64Async) return { kind: 'not-here' }
  return changeFrom(
    await turnsOf(item)(() =>
      askOutlook<string>((reply) => item.addFileAttachmentFromBase64Async?.(base64, name, reply), ATTACH_MS),
    ),
  )
}

/**
 * Tells Outlook to deliver the message at an instant. Never rejects.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export async function setDelivery(item: OutlookItem, at: number): Promise<Change> {
  const { delayDeliveryTime } = item
  if (!delayDeliveryTime?.setAsync) return { kind: 'not-here' }
  return changeFrom(
    await turnsOf(item)(() =>
      askOutlook<void>((reply) => delayDeliveryTime.setAsync?.(new Date(at), reply), CHANGE_MS),
    ),
  )
}
