import type { Body, Message, Recipient } from '../message/message.ts'
import type { OutlookAnswer } from './ask-outlook.ts'
import { askOutlook } from './ask-outlook.ts'
import { type DraftMemory, newMemory } from './draft-memory.ts'
import {
  type Asks,
  addressFieldsOf,
  isAppointment,
  type OutlookAddress,
  type OutlookItem,
} from './outlook-item.ts'
import { readAttachments, withheldBy } from './read-attachments.ts'
import type { InTurn } from './three-at-a-time.ts'
import { turnsOf } from './three-at-a-time.ts'

/** How long Outlook may take for one question about the message. Unit: milliseconds. */
export const ANSWER_MS = 5_000

/**
 * How many recipients of one field Outlook hands over at most, by client.
 *
 * A field that gives just so many may have more of them. Source: reference of
 * `Recipients.getAsync`: 500 in classic Outlook, 1,000 on the web and from 1.16.
 */
export const RECIPIENT_CAPS: readonly number[] = [500, 1_000]

const ask = <T>(asked: Asks<T> | undefined, inTurn: InTurn): Promise<OutlookAnswer<T>> =>
  inTurn(() =>
    askOutlook<T>((reply) => {
      if (!asked) throw new Error('this Outlook has no such field')
      asked.getAsync(reply)
    }, ANSWER_MS),
  )

/** Somebody receives this and we do not know who: no address is on any access list under such a name. */
const unknownRecipient = (name: string): Recipient => ({ address: name, name, kind: 'unknown' })

const UNKNOWN_KINDS: readonly unknown[] = ['other']

/** Somebody as Outlook describes them. */
export function recipientOf(given: OutlookAddress): Recipient {
  const address = (given.emailAddress ?? '').trim()
  const name = (given.displayName ?? '').trim() || address
  if (address === '') return unknownRecipient(name || 'a recipient without an address')
  if (given.recipientType === 'distributionList') return { address, name, kind: 'distribution-list' }
  return { address, name, kind: UNKNOWN_KINDS.includes(given.recipientType) ? 'unknown' : 'person' }
}

function recipientsIn(field: string, answer: OutlookAnswer<readonly OutlookAddress[]>): readonly Recipient[] {
  if (answer.kind !== 'answered' || !Array.isArray(answer.value))
    return [unknownRecipient(`recipients in ${field} that Outlook did not tell`)]
  const told = answer.value.map(recipientOf)
  return RECIPIENT_CAPS.includes(told.length)
    ? told.concat(unknownRecipient(`further recipients in ${field}`))
    : told
}

/** Somebody in To and in Cc receives once. */
function onlyOnce(recipients: readonly Recipient[]): readonly Recipient[] {
  const byAddress = new Map<string, Recipient>()
  for (const recipient of recipients) {
    const address = recipient.address.toLowerCase()
    if (!byAddress.has(address)) byAddress.set(address, recipient)
  }
  return Array.from(byAddress.values())
}

/**
 * The mailboxes of rooms and equipment. They are booked, and read nothing: an invitation
 * lists them among the attendees, where no type tells them from people. Where Outlook does
 * not say which they are, they count as people, which is the stricter.
 */
async function readRooms(item: OutlookItem, inTurn: InTurn): Promise<readonly string[]> {
  if (!item.enhancedLocation) return []
  const answer = await ask(item.enhancedLocation, inTurn)
  if (answer.kind !== 'answered' || !Array.isArray(answer.value)) return []
  return answer.value
    .filter(({ locationIdentifier }) => locationIdentifier?.type === 'room')
    .map(({ locationIdentifier, emailAddress }) => emailAddress || (locationIdentifier?.id ?? ''))
    .map((address) => address.trim().toLowerCase())
}

/** Outlook tells only those it has resolved, so nobody told is not nobody there. */
async function readRecipients(item: OutlookItem, inTurn: InTurn): Promise<readonly Recipient[]> {
  const fields = addressFieldsOf(item)
  const rooms = isAppointment(item) ? await readRooms(item, inTurn) : []
  const answers = await Promise.all(fields.map(({ asks }) => ask(asks, inTurn)))
  const told = answers.map((answer, index) => recipientsIn(fields[index]?.name ?? '', answer))
  const all = told.reduce((some, more) => some.concat(more), [])
  return onlyOnce(all).filter(({ address }) => rooms.indexOf(address.toLowerCase()) < 0)
}

/** What is written in a message. */
export async function readBody(item: Pick<OutlookItem, 'body'>, inTurn: InTurn): Promise<Body> {
  const answer = await inTurn(() =>
    askOutlook<string>((reply) => {
      if (!item.body) throw new Error('this Outlook has no body')
      item.body.getAsync('html', reply)
    }, ANSWER_MS),
  )
  if (answer.kind !== 'answered' || typeof answer.value !== 'string')
    return { kind: 'withheld', because: withheldBy(answer) }
  return { kind: 'html', text: answer.value }
}

/** Microsoft documents a Date or 0; over the web’s protocol it can only be a number or a text. */
function instantOf(value: unknown): number | null {
  if (value instanceof Date) return instantOf(value.getTime())
  if (typeof value === 'string') return instantOf(/^\d+$/.test(value) ? Number(value) : Date.parse(value))
  return typeof value === 'number' && value > 0 ? value : null
}

/** A time that Outlook does not tell counts as none: judged as leaving at once, which is the stricter. */
async function readDeliverAt(item: OutlookItem, inTurn: InTurn): Promise<number | null> {
  if (!item.delayDeliveryTime) return null
  const answer = await ask(item.delayDeliveryTime, inTurn)
  return answer.kind === 'answered' ? instantOf(answer.value) : null
}

async function readFrom(item: OutlookItem, person: string, inTurn: InTurn): Promise<string> {
  const answer = await ask(isAppointment(item) ? item.organizer : item.from, inTurn)
  return (answer.kind === 'answered' && answer.value?.emailAddress) || person
}

/**
 * The message as Outlook has it now. Never rejects: what Outlook refuses or
 * leaves unsaid is in the message as a value.
 *
 * @param person the address of the mailbox, used where Outlook does not tell the sender
 */
export async function readDraft(
  item: OutlookItem,
  person: string,
  memory: DraftMemory = newMemory(),
): Promise<Message> {
  const inTurn = turnsOf(item)
  const [attachments, recipients, body, deliverAt, from] = await Promise.all([
    readAttachments(item, inTurn, memory),
    readRecipients(item, inTurn),
    readBody(item, inTurn),
    readDeliverAt(item, inTurn),
    readFrom(item, person, inTurn),
  ])
  return { from, recipients, body, attachments, deliverAt }
}
