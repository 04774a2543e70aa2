import { COMPOSE_PANE_COMMAND } from './commands.ts'
import { fitted } from './fitted.ts'

/** What Outlook’s dialog shows at most. Unit: characters. Source: reference of `SmartAlertsEventCompletedOptions`. */
export const DIALOG_CHARACTERS = 500

/** What Outlook is told about a message that is being sent: `allowEvent` is always written out. */
export type SendReply =
  | { readonly allowEvent: true }
  | {
      readonly allowEvent: false
      /** Always there: without it classic Outlook leaves out the button (issue 5233). */
      readonly errorMessage: string
      /** Mailbox 1.15. */
      readonly errorMessageMarkdown?: string
      readonly cancelLabel: string
      readonly commandId: string
      /** A text, because older classic Outlook takes nothing else. */
      readonly contextData: string
      /** The word itself: the enumeration is missing from older libraries. */
      readonly sendModeOverride?: 'promptUser'
    }

/** What the dialog says, and what the pane learns when it is opened from there. */
export type Stop = {
  readonly text: string
  /** `null` where this Outlook shows plain text only. */
  readonly markdown: string | null
  readonly openPane: string
  /** The button that opens it, by what is being written. */
  readonly command?: string
  readonly context: Readonly<Record<string, string>>
}

/** Outlook is to let it go. */
export const LET_GO: SendReply = { allowEvent: true }

/** Outlook is to keep the message. */
export function hold(stop: Stop): SendReply {
  const plain = {
    allowEvent: false,
    errorMessage: fitted(stop.text, DIALOG_CHARACTERS),
    cancelLabel: stop.openPane,
    commandId: stop.command ?? COMPOSE_PANE_COMMAND,
    contextData: JSON.stringify(stop.context),
  } as const
  // Markdown that was cut could leave a mark open, so what is too long is shown plain.
  return stop.markdown !== null && stop.markdown.length <= DIALOG_CHARACTERS
    ? Object.assign({ errorMessageMarkdown: stop.markdown }, plain)
    : plain
}

/** Outlook is to ask the sender, who may send it nevertheless. */
export const askFirst = (stop: Stop): SendReply =>
  Object.assign({ sendModeOverride: 'promptUser' } as const, hold(stop))
