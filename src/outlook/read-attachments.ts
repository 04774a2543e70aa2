import { decodingBase64 } from '../fingerprint/encoding.ts'
import type { Attachment, Withheld } from '../message/message.ts'
import type { OutlookAnswer } from './ask-outlook.ts'
import { askOutlook } from './ask-outlook.ts'
import type { DraftMemory } from './draft-memory.ts'
import type { OutlookAttachment, OutlookContent, OutlookItem } from './outlook-item.ts'
import type { InTurn } from './three-at-a-time.ts'
import { unhurried } from './unhurried.ts'
import { encodingUtf8 } from './utf8.ts'

/**
 * How long Outlook may take to list the attachments. Unit: milliseconds.
 *
 * With `CONTENT_MS` and the service’s own limit it stays below what the whole
 * check may take (on-send.ts, `CHECK_MS`).
 */
export const LIST_MS = 5_000

/**
 * How long Outlook may take to hand over one attachment. Unit: milliseconds.
 *
 * On a slow line it never calls back at all (OfficeDev/office-js issue 5845).
 */
export const CONTENT_MS = 12_000

/** What stands for attachments that Outlook would not even list. */
export const UNLISTED = 'the list of attachments'

const withheld = (id: string, name: string, because: Withheld): Attachment => ({
  kind: 'withheld',
  id,
  name,
  because,
})

/** What attached messages and appointments are given at their ends. */
export const MESSAGE_ENDINGS = ['.eml', '.ics'] as const

/** `Tables for Monday` is what classic Outlook calls an attached message; it has no ending of its own. */
const named = (name: string, ending: string): string =>
  name.slice(-ending.length).toLowerCase() === ending ? name : `${name}${ending}`

function fileOf(attachment: OutlookAttachment, name: string, bytes: Uint8Array | null): Attachment {
  if (bytes === null) return withheld(attachment.id, name, 'refused-by-outlook')
  // A protected message hands over nothing after some tries and calls it success (issue 4725).
  if (bytes.length === 0 && attachment.size > 0)
    return withheld(attachment.id, name, 'empty-although-it-has-a-size')
  return { kind: 'file', id: attachment.id, name, bytes }
}

async function contentOf(attachment: OutlookAttachment, content: OutlookContent): Promise<Attachment> {
  const text = typeof content.content === 'string' ? content.content : ''
  switch (content.format) {
    case 'base64':
      return fileOf(attachment, attachment.name, await unhurried(decodingBase64(text)))
    case 'eml':
      return fileOf(
        attachment,
        named(attachment.name, MESSAGE_ENDINGS[0]),
        await unhurried(encodingUtf8(text)),
      )
    case 'iCalendar':
      return fileOf(
        attachment,
        named(attachment.name, MESSAGE_ENDINGS[1]),
        await unhurried(encodingUtf8(text)),
      )
    case 'url':
      return withheld(attachment.id, attachment.name, 'cloud-link')
    default:
      return withheld(attachment.id, attachment.name, 'refused-by-outlook')
  }
}

/** Why nothing came: a refusal and a silence are told apart, because the second may pass by itself. */
export function withheldBy(answer: OutlookAnswer<unknown>): Withheld {
  return answer.kind === 'silent' ? 'no-answer-from-outlook' : 'refused-by-outlook'
}

async function readAttachment(
  item: Pick<OutlookItem, 'getAttachmentContentAsync'>,
  attachment: OutlookAttachment,
  inTurn: InTurn,
  memory: DraftMemory,
): Promise<Attachment> {
  if (attachment.attachmentType === 'cloud') return withheld(attachment.id, attachment.name, 'cloud-link')
  const known = memory.listed(attachment)
  if (known) return known
  const answer = await inTurn(() =>
    askOutlook<OutlookContent>((reply) => {
      if (!item.getAttachmentContentAsync) throw new Error('this Outlook hands over no attachments')
      item.getAttachmentContentAsync(attachment.id, reply)
    }, CONTENT_MS),
  )
  if (answer.kind !== 'answered' || !answer.value)
    return withheld(attachment.id, attachment.name, withheldBy(answer))
  return memory.take(attachment, await contentOf(attachment, answer.value))
}

/** What Outlook lists now, or why it would not. Identities are good for this session only. */
export function listAttachments(
  item: OutlookItem,
  inTurn: InTurn,
): Promise<OutlookAnswer<readonly OutlookAttachment[]>> {
  return inTurn(() =>
    askOutlook<readonly OutlookAttachment[]>((reply) => {
      if (!item.getAttachmentsAsync) throw new Error('this Outlook lists no attachments')
      item.getAttachmentsAsync(reply)
    }, LIST_MS),
  )
}

/**
 * The attachments, listed afresh and read where the memory has them not, each as a file or with the reason why not.
 *
 * A list that could not be had is itself one attachment that was withheld: it is
 * not the same as none.
 */
export async function readAttachments(
  item: OutlookItem,
  inTurn: InTurn,
  memory: DraftMemory,
): Promise<readonly Attachment[]> {
  const list = await listAttachments(item, inTurn)
  if (list.kind !== 'answered' || !Array.isArray(list.value))
    return [withheld('', UNLISTED, withheldBy(list))]
  return readListed(item, list.value, inTurn, memory)
}

/** Attachments that are listed already, as of a message that is being read. */
export const readListed = (
  item: Pick<OutlookItem, 'getAttachmentContentAsync'>,
  listed: readonly OutlookAttachment[],
  inTurn: InTurn,
  memory: DraftMemory,
): Promise<readonly Attachment[]> =>
  Promise.all(listed.map((attachment) => readAttachment(item, attachment, inTurn, memory)))
