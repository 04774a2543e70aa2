import { type Fields, textAt } from './fields.ts'
import type { HandlerEnd } from './launch-events.ts'
import type { Defect } from './record.ts'
import { declares, type SendMode, type Settings } from './settings.ts'
import { WORDING } from './wording.ts'

/** What the person presses. */
export type AlertAnswer = 'send-anyway' | 'act' | 'do-not-send' | 'try-later'

/** What Outlook shows instead of sending. */
export type Alert = {
  readonly kind: 'stopped' | 'taking-longer' | 'timed-out' | 'failed' | 'unavailable'
  readonly title: string
  readonly text: string
  readonly markdown: boolean
  readonly buttons: readonly { readonly answer: AlertAnswer; readonly label: string }[]
  /** What the button that opens the pane hands over. */
  readonly context: string
}

/** Source: `Office.SmartAlertsEventCompletedOptions`. */
export const ALERT_CHARACTERS = 500
export const LABEL_CHARACTERS = 20

const labels = WORDING.alert.buttons
const SEND_ANYWAY = { answer: 'send-anyway', label: labels.sendAnyway } as const
const DO_NOT_SEND = { answer: 'do-not-send', label: labels.doNotSend } as const
const TRY_LATER = { answer: 'try-later', label: labels.tryLater } as const

/**
 * The dialog when a check has ended without leave to send; `null` where it has leave.
 *
 * Source: learn.microsoft.com, “Handle OnMessageSend and OnAppointmentSend
 * events with Smart Alerts”, the tables by send mode.
 */
export function alertAfter(end: HandlerEnd, settings: Settings): Alert | null {
  switch (end.kind) {
    case 'completed':
      return end.options.allowEvent === true ? null : stopped(end.options, settings)
    case 'no-handler':
      return alert('failed', WORDING.alert.failed(settings.addIn.name), settings, ['PromptUser'])
    case 'timed-out':
      return alert('timed-out', WORDING.alert.timedOut(settings.addIn.name), settings, ['PromptUser'])
    case 'unavailable':
      return {
        ...alert('unavailable', WORDING.alert.unavailable(settings.addIn.name), settings, []),
        buttons: settings.addIn.sendMode === 'Block' ? [TRY_LATER] : [SEND_ANYWAY, TRY_LATER],
      }
  }
}

/**
 * The dialog while a check takes longer than five seconds.
 *
 * Only PromptUser lets the message go unchecked. In the other modes one must
 * wait; to give up sending is always allowed, so that nobody is caught here.
 */
export function alertWhileWaiting(settings: Settings): Alert {
  return alert('taking-longer', WORDING.alert.takingLonger(settings.addIn.name), settings, ['PromptUser'])
}

function alert(
  kind: Alert['kind'],
  text: string,
  settings: Settings,
  modesThatMaySend: readonly SendMode[],
): Alert {
  const maySend = modesThatMaySend.includes(settings.addIn.sendMode)
  return {
    kind,
    title: settings.addIn.name,
    text,
    markdown: false,
    buttons: maySend ? [SEND_ANYWAY, DO_NOT_SEND] : [DO_NOT_SEND],
    context: '',
  }
}

function stopped(options: Fields, settings: Settings): Alert {
  const markdown = declares(settings, '1.15') ? textAt(options, 'errorMessageMarkdown') : ''
  const message = markdown || textAt(options, 'errorMessage') || WORDING.alert.stopped(settings.addIn.name)
  return {
    kind: 'stopped',
    title: settings.addIn.name,
    text: message.slice(0, ALERT_CHARACTERS),
    markdown: markdown !== '',
    buttons: [...actions(options, settings), ...sending(options, settings), DO_NOT_SEND],
    context: contextIn(options),
  }
}

/** A command that the add-in does not have merely keeps the message here. */
function actions(options: Fields, settings: Settings): Alert['buttons'] {
  const command = textAt(options, 'commandId')
  if (command === '' || !declares(settings, '1.14')) return []
  const label = textAt(options, 'cancelLabel').slice(0, LABEL_CHARACTERS) || labels.act
  const known = settings.addIn.paneCommands.includes(command)
  return [{ answer: known ? 'act' : 'do-not-send', label }]
}

/** The override can only relax the manifest’s mode, and only to PromptUser. */
function sending(options: Fields, settings: Settings): Alert['buttons'] {
  const relaxed = options.sendModeOverride === 'promptUser' && declares(settings, '1.14')
  return relaxed || settings.addIn.sendMode === 'PromptUser' ? [SEND_ANYWAY] : []
}

function contextIn(options: Fields): string {
  const context = options.contextData
  if (typeof context === 'string') return context
  return context === undefined ? '' : JSON.stringify(context)
}

/** What is wrong with a completion, whatever Outlook makes of it. */
export function defectsIn(options: Fields): readonly Defect[] {
  const missing: readonly Defect[] =
    typeof options.allowEvent === 'boolean'
      ? []
      : [{ kind: 'allow-event-missing', text: 'completed() was called without allowEvent written out.' }]
  const limits = [
    ['errorMessage', ALERT_CHARACTERS],
    ['errorMessageMarkdown', ALERT_CHARACTERS],
    ['cancelLabel', LABEL_CHARACTERS],
  ] as const
  const tooLong = limits
    .filter(([name, limit]) => textAt(options, name).length > limit)
    .map(([name, limit]): Defect => {
      const length = textAt(options, name).length
      return { kind: 'message-too-long', text: `${name} has ${length} characters; Outlook takes ${limit}.` }
    })
  return [...missing, ...tooLong]
}
