import type { InspectedPart } from '../fingerprint/inspect.ts'
import { inspect } from '../guard.ts'
import type { Attachment, Body, Message } from '../message/message.ts'
import type { OutlookAttachment } from './outlook-item.ts'
import { unhurried } from './unhurried.ts'

type File = Extract<Attachment, { kind: 'file' }>

/** What is being read just now: one attachment of so many, counted from 1. */
export type ReadingNow = { readonly name: string; readonly number: number; readonly of: number }

/**
 * What was read of the message in hand, so that an unchanged file is not read
 * twice. It lasts as long as the page does and holds one message. It never holds
 * a verdict: what is not in it is read.
 */
export type DraftMemory = {
  /** The file that is listed so, or `null`: it has to be read. */
  listed(attachment: OutlookAttachment): File | null
  /** Takes in what was read; the same bytes under the same name are the file that is known already. */
  take(attachment: OutlookAttachment, read: Attachment): Attachment
  /**
   * The message’s parts, in its order; only what is new is read and fingerprinted.
   *
   * @param tell is told of each attachment before it is read
   */
  parts(message: Message, tell?: (reading: ReadingNow) => void): Promise<readonly InspectedPart[]>
}

/**
 * From how many characters on an identity is believed to be one. On the web it
 * is Exchange’s, of more than a hundred; in classic Outlook and on the Mac it is
 * a place in the list, at which another file may stand the next time. Source:
 * reference of `AttachmentDetailsCompose.id`.
 */
export const IDENTITY_CHARACTERS = 20

/** Only a file that Outlook stores as such stays the same under one identity; an attached message may not. */
const isLasting = ({ id, attachmentType }: OutlookAttachment): boolean =>
  id.length >= IDENTITY_CHARACTERS && attachmentType === 'file'

const signOf = ({ id, name, size }: OutlookAttachment): string => JSON.stringify([id, name, size])

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}

const sameBody = (one: Body, other: Body): boolean =>
  one.kind !== 'withheld' && one.kind === other.kind && one.text === other.text

/** A reader that did not load may load the next time. */
const isLastingly = (parts: readonly InspectedPart[]): boolean =>
  parts.every(({ unreadable }) => unreadable !== 'reader-not-loaded')

const NO_BODY: Body = { kind: 'plain', text: '' }

/** The parts of one attachment: those of a message of nothing else, without that message’s empty text. */
async function readParts(message: Message, attachment: Attachment): Promise<readonly InspectedPart[]> {
  const parts = await unhurried(
    inspect(Object.assign({}, message, { attachments: [attachment], body: NO_BODY })),
  )
  return parts.slice(0, -1)
}

/** An empty memory. */
export function newMemory(): DraftMemory {
  const files = new Map<string, File>()
  /** Also while it is being read: Send joins the early check instead of reading the same file beside it. */
  const known = new WeakMap<Attachment, Promise<readonly InspectedPart[]>>()
  let text: { readonly body: Body; readonly parts: readonly InspectedPart[] } | null = null

  const partsOf = (message: Message, attachment: Attachment): Promise<readonly InspectedPart[]> => {
    const before = known.get(attachment)
    if (before) return before
    const reading = readParts(message, attachment)
    if (attachment.kind === 'file') known.set(attachment, reading)
    const forget = (): boolean => known.delete(attachment)
    // What failed may go well the next time.
    reading.then((parts) => isLastingly(parts) || forget(), forget)
    return reading
  }
  const textParts = async (message: Message): Promise<readonly InspectedPart[]> => {
    if (text && sameBody(text.body, message.body)) return text.parts
    const parts = await unhurried(inspect(Object.assign({}, message, { attachments: [] })))
    text = { body: message.body, parts }
    return parts
  }
  const forgetAllBut = ({ attachments }: Message): void => {
    Array.from(files).forEach(([sign, file]) => {
      if (attachments.indexOf(file) < 0) files.delete(sign)
    })
  }

  return {
    listed: (attachment) => (isLasting(attachment) ? (files.get(signOf(attachment)) ?? null) : null),
    take(attachment, read) {
      if (read.kind !== 'file') return read
      const same = Array.from(files.values()).filter(
        (file) => file.name === read.name && file.id === read.id && sameBytes(file.bytes, read.bytes),
      )[0]
      files.set(signOf(attachment), same ?? read)
      return same ?? read
    },
    async parts(message, tell) {
      const parts: InspectedPart[] = []
      let number = 0
      for (const attachment of message.attachments) {
        number += 1
        if (tell) tell({ name: attachment.name, number, of: message.attachments.length })
        parts.push(...(await partsOf(message, attachment)))
      }
      parts.push(...(await textParts(message)))
      forgetAllBut(message)
      return parts
    },
  }
}
