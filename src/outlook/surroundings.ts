import type { Service } from './ask-service.ts'
import { serviceAt } from './ask-service.ts'
import type { OutlookItem } from './outlook-item.ts'
import { isBeingWritten } from './outlook-item.ts'
import { ownOrigin } from './own-origin.ts'
import { isBeingRead, type ReceivedItem } from './received-item.ts'

/** What the add-in finds around it: asked anew for each event, because a runtime may outlive a message. */
export type Surroundings = {
  /** The message being written, or `null`: a message being read, an appointment, nothing. */
  readonly item: OutlookItem | null
  /** The address of the mailbox. */
  readonly person: string
  /** As in `en-GB`: the language Outlook is shown in. */
  readonly language: string
  readonly service: Service
  /** Whether this Outlook has a requirement set, `1.15`. */
  supports(mailbox: string): boolean
}

/** What a read of Office may give: nothing where Office throws, as it does in the middle of closing an item. */
function orElse<T>(read: () => T | null | undefined, otherwise: T): T {
  try {
    return read() ?? otherwise
  } catch {
    return otherwise
  }
}

/** What is around the add-in now. Never throws, in any runtime. */
export function surroundings(): Surroundings {
  const item = orElse<OutlookItem | null>(() => Office.context.mailbox.item, null)
  const person = orElse(() => Office.context.mailbox.userProfile.emailAddress, '')
  const language = orElse(() => Office.context.displayLanguage, 'en-GB')
  return {
    item: isBeingWritten(item) ? item : null,
    person,
    language,
    service: serviceAt(ownOrigin(), person, language),
    supports: (mailbox) =>
      orElse(() => Office.context.requirements.isSetSupported('Mailbox', mailbox), false),
  }
}

/** The message that is being read, or `null`: one is being written, or there is none. Never throws. */
export function receivedItem(): ReceivedItem | null {
  const item: unknown = orElse<unknown>(() => Office.context.mailbox.item, null)
  return isBeingRead(item) ? item : null
}
