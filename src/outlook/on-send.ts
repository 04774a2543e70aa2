import { dialogOf } from '../verdict/wording.ts'
import type { Judgement } from './check-draft.ts'
import { checkDraft, unfinished } from './check-draft.ts'
import { paneCommandFor } from './commands.ts'
import { within } from './deadline.ts'
import type { DraftMemory } from './draft-memory.ts'
import { notificationOf, notify } from './notification.ts'
import { dropEarlyChecks } from './on-compose.ts'
import { askFirst, hold, LET_GO, type SendReply } from './send-reply.ts'
import type { Surroundings } from './surroundings.ts'
import { EVENT_WORDING, languageOf } from './wording.ts'

/**
 * How long the whole check may take. Unit: milliseconds.
 *
 * Outlook itself shows that it waits after 5,000 ms and gives up after about
 * 300,000 ms. Ours lies far below: a sender believes a sentence, not a spinner.
 */
export const CHECK_MS = 25_000

/** The part of Outlook’s event that we use. */
export type SendEvent = { completed(reply: SendReply): void }

/** The reply to a check that was not finished: nothing unknown leaves, unless there is nothing in it to know. */
function replyToUnfinished(judgement: Judgement & { kind: 'unfinished' }, around: Surroundings): SendReply {
  if (judgement.carriesNothing) return LET_GO
  const wording = EVENT_WORDING[languageOf(around.language)]
  return hold({
    text: wording.unfinished[judgement.because](judgement.detail),
    markdown: null,
    openPane: wording.openPane,
    context: { unfinished: judgement.because },
    command: paneCommandFor(around.item),
  })
}

function replyToJudged(judgement: Judgement & { kind: 'judged' }, around: Surroundings): SendReply {
  const { answer } = judgement
  if (answer.verdict === 'allow') return LET_GO
  const dialog = dialogOf(answer, answer.at, languageOf(around.language))
  const stop = {
    text: dialog.plain,
    markdown: around.supports('1.15') ? dialog.markdown : null,
    openPane: EVENT_WORDING[languageOf(around.language)].openPane,
    context: { check: answer.check, verdict: answer.verdict },
    command: paneCommandFor(around.item),
  }
  return answer.verdict === 'warn' ? askFirst(stop) : hold(stop)
}

const replyTo = (judgement: Judgement, around: Surroundings): SendReply =>
  judgement.kind === 'judged' ? replyToJudged(judgement, around) : replyToUnfinished(judgement, around)

/** Tells Outlook once. Should it not take the reply, it is told the least that holds the message. */
function complete(event: SendEvent, reply: SendReply): void {
  try {
    event.completed(reply)
  } catch (fault) {
    const { unfinished: sentences } = EVENT_WORDING.en
    event.completed(held(sentences.fault(String(fault))))
  }
}

const held = (text: string): SendReply =>
  hold({ text, markdown: null, openPane: EVENT_WORDING.en.openPane, context: {} })

/** A message that stays says why in its window too: the early check that would have said it may have been dropped. */
async function leaveLine(judgement: Judgement, around: Surroundings): Promise<void> {
  if (judgement.kind === 'judged' && judgement.answer.verdict !== 'allow')
    await notify(around, notificationOf(judgement.answer, languageOf(around.language)))
}

async function judged(around: Surroundings, memory: DraftMemory | undefined): Promise<Judgement> {
  const late = (): Judgement => unfinished('too-slow', `not finished within ${CHECK_MS} ms`)
  return within(checkDraft(around, 'send', memory), CHECK_MS, late)
}

/**
 * A message is being sent: reads it, asks, and tells Outlook. Whatever happens,
 * Outlook is told exactly once, with `allowEvent` written out.
 *
 * @param memory what was read at compose
 * @param surroundings is asked here and not before, because asking may fail too
 */
export async function onSend(
  event: SendEvent,
  surroundings: () => Surroundings,
  memory?: DraftMemory,
): Promise<void> {
  dropEarlyChecks()
  let reply: SendReply
  let afterwards = (): Promise<void> => Promise.resolve()
  try {
    const around = surroundings()
    const judgement = await judged(around, memory)
    reply = replyTo(judgement, around)
    afterwards = () => leaveLine(judgement, around)
  } catch (fault) {
    reply = held(EVENT_WORDING.en.unfinished.fault(String(fault)))
  }
  complete(event, reply)
  // What fails from here on changes no verdict: Outlook has been told.
  afterwards().catch(() => undefined)
}
