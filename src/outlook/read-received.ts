import type { Message, Recipient } from '../message/message.ts'
import { type DraftMemory, newMemory } from './draft-memory.ts'
import { readListed } from './read-attachments.ts'
import { readBody, recipientOf } from './read-draft.ts'
import type { ReceivedItem } from './received-item.ts'
import { turnsOf } from './three-at-a-time.ts'

const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

const senderOf = ({ from }: ReceivedItem): string => (from?.emailAddress ?? '').trim()

/** Whether the one who reads the message sent it. */
export const isOwn = (item: ReceivedItem, person: string): boolean => sameAddress(senderOf(item), person)

/** Who it is asked about: of a message of one’s own everybody who received it, else oneself. */
function readersOf(item: ReceivedItem, person: string): readonly Recipient[] {
  if (!isOwn(item, person)) return [{ address: person, name: person, kind: 'person' }]
  return item.to.concat(item.cc ?? []).map(recipientOf)
}

/**
 * A message that is being read, as Outlook has it. Never rejects: what Outlook
 * refuses or leaves unsaid is in the message as a value.
 *
 * @param person the address of whoever reads it
 */
export async function readReceived(
  item: ReceivedItem,
  person: string,
  memory: DraftMemory = newMemory(),
): Promise<Message> {
  const inTurn = turnsOf(item)
  const [attachments, body] = await Promise.all([
    readListed(item, item.attachments, inTurn, memory),
    readBody(item, inTurn),
  ])
  const sentAt = item.dateTimeCreated?.getTime() ?? Number.NaN
  return {
    from: senderOf(item),
    recipients: readersOf(item, person),
    body,
    attachments,
    deliverAt: Number.isNaN(sentAt) ? null : sentAt,
  }
}
