import type { Faults } from './faults.ts'

/** What Outlook does with a message when the add-in cannot say. From the manifest’s `SendMode`. */
export type SendMode = 'PromptUser' | 'SoftBlock' | 'Block'

/** The events of a message being written that an add-in can have a handler for. */
export type EventName =
  | 'OnMessageSend'
  | 'OnAppointmentSend'
  | 'OnMessageCompose'
  | 'OnMessageAttachmentsChanged'
  | 'OnMessageRecipientsChanged'
  | 'OnNewAppointmentOrganizer'
  | 'OnAppointmentAttachmentsChanged'
  | 'OnAppointmentAttendeesChanged'

/** What Outlook knows of an add-in: what its manifest says. */
export type AddIn = {
  readonly id: string
  readonly name: string
  /** The page with the event handlers, a path on this origin. */
  readonly runtimePage: string
  /** The page in the pane, a path on this origin. */
  readonly panePage: string
  readonly paneLabel: string
  /** What the button says of itself. */
  readonly paneTip: string
  /** A picture of 32 pixels, a path on this origin. */
  readonly icon: string
  /** The buttons that open the pane from a message being written. */
  readonly paneCommands: readonly string[]
  readonly handlers: Readonly<Partial<Record<EventName, string>>>
  readonly sendMode: SendMode
  readonly permission: 'ReadItem' | 'ReadWriteItem' | 'ReadWriteMailbox'
}

/** How this Outlook behaves. All times in milliseconds. */
export type Settings = {
  readonly addIn: AddIn
  /**
   * The version of requirement set Mailbox that this Outlook declares.
   *
   * 1.14 is what the manifest demands: an Outlook with less does not load the
   * add-in at all, so nothing of it would be tried. The library here lacks some
   * members of 1.13 and 1.14 (sensitivity label, item class, …): an add-in that
   * calls one throws, and is seen to. The Smart Alert’s options of 1.14 pass
   * through to the host. 1.15 is for the Markdown branch only.
   */
  readonly mailbox: string
  readonly locale: string
  /** Source: learn.microsoft.com, “Activate add-ins with events”: about 300 s. */
  readonly handlerWithinMs: number
  /** When Outlook says that it takes longer. Source: learn.microsoft.com, “Handle OnMessageSend”: 5 s. */
  readonly longerAfterMs: number
  /** How long an add-in may take to load before it counts as unavailable. Not documented; a guess. */
  readonly readyWithinMs: number
  /** How long an ordinary call takes. */
  readonly answerAfterMs: number
  /** `place`: as in classic Outlook, where an id is a place in the list and shifts with it. */
  readonly attachmentIds: 'lasting' | 'place'
  readonly faults: Faults
}

/** The add-in of this project, where no manifest is served. */
export const EMBARGO_GUARD: AddIn = {
  id: '6f0d3c1e-5b0a-4c59-9f1d-2c8f1a7e4b90',
  name: 'Embargo Guard',
  runtimePage: '/addin/launch.html',
  panePage: '/addin/pane.html',
  paneLabel: 'Embargo Guard',
  paneTip: 'Shows what in this message is under embargo, until when, and who may not have it.',
  icon: '/addin/assets/icon-32.png',
  paneCommands: ['messageComposeOpenPane', 'appointmentComposeOpenPane'],
  handlers: {
    OnMessageSend: 'onMessageSendHandler',
    OnAppointmentSend: 'onAppointmentSendHandler',
    OnMessageCompose: 'onMessageComposeHandler',
    OnMessageAttachmentsChanged: 'onMessageAttachmentsChangedHandler',
    OnMessageRecipientsChanged: 'onMessageRecipientsChangedHandler',
    OnNewAppointmentOrganizer: 'onNewAppointmentOrganizerHandler',
    OnAppointmentAttachmentsChanged: 'onAppointmentAttachmentsChangedHandler',
    OnAppointmentAttendeesChanged: 'onAppointmentAttendeesChangedHandler',
  },
  sendMode: 'Block',
  permission: 'ReadWriteItem',
}

/** Outlook on the web as documented, with this add-in. */
export function usualSettings(addIn: AddIn): Settings {
  return {
    addIn,
    mailbox: '1.14',
    locale: 'en-GB',
    handlerWithinMs: 300_000,
    longerAfterMs: 5_000,
    readyWithinMs: 30_000,
    answerAfterMs: 5,
    attachmentIds: 'lasting',
    faults: {},
  }
}

/** Whether this Outlook declares a version of requirement set Mailbox. `1.9` is below `1.14`. */
export function declares(settings: Settings, version: string): boolean {
  const [major = 0, minor = 0] = settings.mailbox.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}
