import { isAppointment, type OutlookItem } from './outlook-item.ts'

/** What the manifest calls our button in the compose window: the dialog and the notification open the pane by it. */
export const COMPOSE_PANE_COMMAND = 'messageComposeOpenPane'

/** The same in the window of an appointment. */
export const APPOINTMENT_PANE_COMMAND = 'appointmentComposeOpenPane'

/** The button that opens the pane from what is being written. */
export const paneCommandFor = (item: OutlookItem | null): string =>
  item && isAppointment(item) ? APPOINTMENT_PANE_COMMAND : COMPOSE_PANE_COMMAND

/** What the manifest calls our button in the reading window. */
export const READ_PANE_COMMAND = 'messageReadOpenPane'

/** What the manifest calls the small icon; a notification has to name one. */
export const NOTIFICATION_ICON = 'Icon.16'

/** The events we are started for, and the name under which each handler is known to Outlook. */
export const HANDLERS = {
  OnMessageSend: 'onMessageSendHandler',
  OnAppointmentSend: 'onAppointmentSendHandler',
  OnMessageCompose: 'onMessageComposeHandler',
  OnMessageAttachmentsChanged: 'onMessageAttachmentsChangedHandler',
  OnMessageRecipientsChanged: 'onMessageRecipientsChangedHandler',
  OnNewAppointmentOrganizer: 'onNewAppointmentOrganizerHandler',
  OnAppointmentAttachmentsChanged: 'onAppointmentAttachmentsChangedHandler',
  OnAppointmentAttendeesChanged: 'onAppointmentAttendeesChangedHandler',
} as const
