import { BODY } from '../guard.ts'
import type { Answer, Finding } from '../register/contract.ts'
import { londonWords } from '../release/london-words.ts'
import type { OutlookAnswer } from './ask-outlook.ts'
import { askOutlook } from './ask-outlook.ts'
import { NOTIFICATION_ICON, paneCommandFor } from './commands.ts'
import { fitted } from './fitted.ts'
import type { OutlookNotification, OutlookNotifications } from './outlook-item.ts'
import type { Surroundings } from './surroundings.ts'
import { type InTurn, turnsOf } from './three-at-a-time.ts'
import { EVENT_WORDING, type Language, languageOf } from './wording.ts'

/** What a notification holds at most. Unit: characters. Source: reference of `NotificationMessageDetails`. */
export const NOTIFICATION_CHARACTERS = 150

/** The one notification of ours on a message. */
export const NOTIFICATION_KEY = 'embargo-guard'

/** How long Outlook may take to show it. Unit: milliseconds. */
const SHOW_MS = 3_000

const EMBARGOED: readonly string[] = ['embargoed-file', 'embargoed-figures']

const gravest = (findings: readonly Finding[]): Finding | undefined =>
  findings.find((finding) => finding.verdict === 'block') ??
  findings.find((finding) => finding.verdict === 'warn')

/** What is said of an embargoed part, with its name cut so that the time and the recipients stay. */
function sentenceOf(finding: Finding, at: number, language: Language): string {
  const wording = EVENT_WORDING[language]
  const { release } = finding
  if (!release || !EMBARGOED.includes(finding.kind)) return finding.because
  const held = finding.recipients.length > 0 ? ` ${wording.heldFor(finding.recipients.length)}` : ''
  const what = finding.part === BODY ? wording.body : finding.part
  const told = (name: string): string =>
    (release.state === 'confirmed' && release.at > at
      ? wording.until(name, londonWords(release.at, language))
      : wording.noTime(name)) + held
  const room = NOTIFICATION_CHARACTERS - told('').length
  return told(fitted(what, Math.max(room, 12)))
}

/** What the compose window says of a message, or `null`: nothing worth a line. At most 150 characters. */
export function notificationOf(answer: Answer, language: Language): string | null {
  const finding = gravest(answer.findings)
  if (!finding || answer.verdict === 'allow') return null
  return fitted(sentenceOf(finding, answer.at, language), NOTIFICATION_CHARACTERS)
}

/** With a link that opens the pane, where this Outlook has that. */
const insight = (message: string, openPane: string, commandId: string): OutlookNotification => ({
  type: 'insightMessage',
  message,
  icon: NOTIFICATION_ICON,
  actions: [{ actionType: 'showTaskPane', actionText: openPane, commandId, contextData: '{}' }],
})

const plain = (message: string): OutlookNotification => ({
  type: 'informationalMessage',
  message,
  icon: NOTIFICATION_ICON,
  persistent: false,
})

/** Replaces ours where there is one; some Outlooks then add it, others say it is not there. */
async function put(
  notifications: OutlookNotifications,
  what: OutlookNotification,
  inTurn: InTurn,
): Promise<OutlookAnswer<void>> {
  const replaced = await inTurn(() =>
    askOutlook<void>((reply) => notifications.replaceAsync(NOTIFICATION_KEY, what, reply), SHOW_MS),
  )
  if (replaced.kind !== 'refused') return replaced
  return inTurn(() =>
    askOutlook<void>((reply) => notifications.addAsync(NOTIFICATION_KEY, what, reply), SHOW_MS),
  )
}

/** Shows a line in the compose window, or takes ours away. Never rejects: a line not shown changes no verdict. */
export async function notify(around: Surroundings, message: string | null): Promise<void> {
  const notifications = around.item?.notificationMessages
  if (!around.item || !notifications) return
  const inTurn = turnsOf(around.item)
  if (message === null) {
    await inTurn(() =>
      askOutlook<void>((reply) => notifications.removeAsync(NOTIFICATION_KEY, reply), SHOW_MS),
    )
    return
  }
  const { openPane } = EVENT_WORDING[languageOf(around.language)]
  if (around.supports('1.10')) {
    const shown = await put(notifications, insight(message, openPane, paneCommandFor(around.item)), inTurn)
    if (shown.kind !== 'refused') return
  }
  await put(notifications, plain(message), inTurn)
}
