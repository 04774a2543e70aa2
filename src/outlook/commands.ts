/** What the manifest calls our button in the compose window: the dialog and the notification open the pane by it. */
export const COMPOSE_PANE_COMMAND = 'messageComposeOpenPane'

/** What the manifest calls our button in the reading window. */
export const READ_PANE_COMMAND = 'messageReadOpenPane'

/** What the manifest calls the small icon; a notification has to name one. */
export const NOTIFICATION_ICON = 'Icon.16'

/** The events we are started for, and the name under which each handler is known to Outlook. */
export const HANDLERS = {
  OnMessageSend: 'onMessageSendHandler',
  OnMessageCompose: 'onMessageComposeHandler',
  OnMessageAttachmentsChanged: 'onMessageAttachmentsChangedHandler',
  OnMessageRecipientsChanged: 'onMessageRecipientsChangedHandler',
} as const
