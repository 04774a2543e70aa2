import type { OfficeReply } from './ask-outlook.ts'
import type { SessionNotes } from './session-note.ts'

/**
 * The part of Office’s compose item that we use, and nothing else of it: what a
 * test has to imitate, and what an Outlook has to have.
 */
export type OutlookItem = {
  readonly from?: Asks<OutlookAddress> | undefined
  readonly to?: Asks<readonly OutlookAddress[]> | undefined
  readonly cc?: Asks<readonly OutlookAddress[]> | undefined
  readonly bcc?: Asks<readonly OutlookAddress[]> | undefined
  /** Of an appointment, instead of To and Cc; and who sends it. */
  readonly requiredAttendees?: Asks<readonly OutlookAddress[]> | undefined
  readonly optionalAttendees?: Asks<readonly OutlookAddress[]> | undefined
  readonly organizer?: Asks<OutlookAddress> | undefined
  /** Of an appointment: where it is. Mailbox 1.8. */
  readonly enhancedLocation?: Asks<readonly OutlookLocation[]> | undefined
  readonly body?: OutlookBody | undefined
  /** Mailbox 1.13. */
  readonly delayDeliveryTime?:
    | (Asks<unknown> & { setAsync?(at: Date, reply: (result: OfficeReply<void>) => void): void })
    | undefined
  readonly notificationMessages?: OutlookNotifications | undefined
  readonly sessionData?: SessionNotes | undefined
  addHandlerAsync?(event: string, handler: () => void, reply: (result: OfficeReply<void>) => void): void
  removeHandlerAsync?(event: string, reply: (result: OfficeReply<void>) => void): void
  getAttachmentsAsync?(reply: (result: OfficeReply<readonly OutlookAttachment[]>) => void): void
  getAttachmentContentAsync?(id: string, reply: (result: OfficeReply<OutlookContent>) => void): void
  /** Permission ReadWriteItem, as the next. */
  removeAttachmentAsync?(id: string, reply: (result: OfficeReply<void>) => void): void
  addFileAttachmentFromBase64Async?(
    base64: string,
    name: string,
    reply: (result: OfficeReply<string>) => void,
  ): void
  /** What the button that opened the pane handed over. */
  getInitializationContextAsync?(reply: (result: OfficeReply<string>) => void): void
}

/** Something that is asked for with `getAsync`. */
export type Asks<T> = { getAsync(reply: (result: OfficeReply<T>) => void): void }

export type OutlookAddress = {
  readonly displayName?: string
  readonly emailAddress?: string
  /** `user`, `externalUser`, `distributionList` or `other`. */
  readonly recipientType?: unknown
}

/** A place: `room` is a mailbox of the organisation, a room or a piece of equipment, `custom` is what was typed. */
export type OutlookLocation = {
  readonly locationIdentifier?: { readonly id?: string; readonly type?: unknown }
  readonly emailAddress?: string
}

export type OutlookBody = {
  getAsync(type: 'html', reply: (result: OfficeReply<string>) => void): void
}

export type OutlookAttachment = {
  readonly id: string
  readonly name: string
  readonly size: number
  /** `file`, `item` or `cloud`. */
  readonly attachmentType: unknown
  readonly isInline?: boolean
}

/** `format` is `base64`, `eml`, `iCalendar` or `url`. */
export type OutlookContent = { readonly content: string; readonly format: unknown }

export type OutlookNotifications = {
  addAsync(key: string, what: OutlookNotification, reply: (result: OfficeReply<void>) => void): void
  replaceAsync(key: string, what: OutlookNotification, reply: (result: OfficeReply<void>) => void): void
  removeAsync(key: string, reply: (result: OfficeReply<void>) => void): void
}

export type OutlookNotification = {
  readonly type: string
  readonly message: string
  readonly icon?: string
  readonly persistent?: boolean
  readonly actions?: OutlookNotificationAction[]
}

export type OutlookNotificationAction = {
  readonly actionType: string
  readonly actionText: string
  readonly commandId: string
  readonly contextData: string
}

/** Whether the item is an appointment being written. */
export function isAppointment({ requiredAttendees }: OutlookItem): boolean {
  return requiredAttendees !== undefined && typeof requiredAttendees.getAsync === 'function'
}

/** Whether the item is a message or an appointment being written: when reading, `to` is a list and asks nothing. */
export function isBeingWritten(item: OutlookItem | null | undefined): item is OutlookItem {
  if (!item) return false
  return isAppointment(item) || (item.to !== undefined && typeof item.to.getAsync === 'function')
}

/** A line of addresses, with the name that people know it by. */
export type AddressField = {
  readonly name: string
  readonly asks: Asks<readonly OutlookAddress[]> | undefined
}

/** The lines of addresses of a message or an appointment. */
export const addressFieldsOf = (item: OutlookItem): readonly AddressField[] =>
  isAppointment(item)
    ? [
        { name: 'Required', asks: item.requiredAttendees },
        { name: 'Optional', asks: item.optionalAttendees },
      ]
    : [
        { name: 'To', asks: item.to },
        { name: 'Cc', asks: item.cc },
        { name: 'Bcc', asks: item.bcc },
      ]
