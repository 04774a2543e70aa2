import { askOutlook, type OfficeReply } from './ask-outlook.ts'
import { turnsOf } from './three-at-a-time.ts'

/** How long Outlook may take with a note. Unit: milliseconds. */
const NOTE_MS = 3_000

/**
 * What Outlook keeps with a message while it is being written, for all frames
 * of the add-in. Mailbox 1.11; at most 50,000 characters in all up to 1.15.
 */
export type SessionNotes = {
  getAsync(name: string, reply: (result: OfficeReply<string>) => void): void
  setAsync(name: string, value: string, reply: (result: OfficeReply<void>) => void): void
}

type Noted = { readonly sessionData?: SessionNotes | undefined }

/** A note, or `null`: none was made, or Outlook does not say. The second is never taken for a verdict. */
export async function noteIn(item: Noted | null, name: string): Promise<string | null> {
  const notes = item?.sessionData
  if (!item || !notes) return null
  const answer = await turnsOf(item)(() =>
    askOutlook<string>((reply) => notes.getAsync(name, reply), NOTE_MS),
  )
  return answer.kind === 'answered' && typeof answer.value === 'string' && answer.value !== ''
    ? answer.value
    : null
}

/** Makes a note. Never rejects: what was not noted is asked for again. */
export async function makeNote(item: Noted | null, name: string, value: string): Promise<void> {
  const notes = item?.sessionData
  if (item && notes)
    await turnsOf(item)(() => askOutlook<void>((reply) => notes.setAsync(name, value, reply), NOTE_MS))
}
