import type { Judgement } from './check-draft.ts'
import { checkMessage, unfinished } from './check-draft.ts'
import { after, within } from './deadline.ts'
import { type DraftMemory, newMemory } from './draft-memory.ts'
import { notificationOf, notify } from './notification.ts'
import { readDraft } from './read-draft.ts'
import type { Surroundings } from './surroundings.ts'
import { EVENT_WORDING, type Language, languageOf } from './wording.ts'

/**
 * How long an early check may take. Unit: milliseconds. Nobody waits for it, and what it has
 * read and sent by then Send need not; Outlook ends a handler after about 300,000 ms.
 */
export const EARLY_CHECK_MS = 120_000

/**
 * How long we wait for the message to settle. Unit: milliseconds.
 *
 * Five files dropped together are five events; only the last of them is worth a check.
 */
export const SETTLE_MS = 400

/** The part of Outlook’s event that we use. */
export type ComposeEvent = { completed(reply: { readonly allowEvent: true }): void }

function lineFor(judgement: Judgement, language: Language): string | null {
  if (judgement.kind === 'judged') return notificationOf(judgement.answer, language)
  return judgement.carriesNothing ? null : EVENT_WORDING[language].notCheckedYet
}

let latest = 0

const settled = (): Promise<void> =>
  typeof setTimeout === 'function'
    ? new Promise((settle) => {
        after(SETTLE_MS, () => settle())
      })
    : Promise.resolve()

/** Early checks under way are wanted no more: the message is being sent, and the same is asked for that. */
export function dropEarlyChecks(): void {
  latest += 1
}

/** Reads in any case, which spares Send the reading; asks only while that is still wanted. */
async function judgeEarly(
  around: Surroundings,
  memory: DraftMemory,
  isWanted: () => boolean,
): Promise<Judgement | null> {
  if (!around.item) return null
  const message = await readDraft(around.item, around.person, memory)
  await memory.parts(message)
  return isWanted() ? checkMessage(around, message, 'compose', memory) : null
}

async function checkEarly(around: Surroundings, memory: DraftMemory = newMemory()): Promise<void> {
  latest += 1
  const mine = latest
  const isWanted = (): boolean => mine === latest
  await settled()
  if (!isWanted()) return
  const late = (): Judgement => unfinished('too-slow', `not finished within ${EARLY_CHECK_MS} ms`)
  const judgement = await within(judgeEarly(around, memory, isWanted), EARLY_CHECK_MS, late)
  if (judgement && isWanted()) await notify(around, lineFor(judgement, languageOf(around.language)))
}

/**
 * The message was opened or has changed: checks it early, and says in the
 * compose window what is under embargo. Decides nothing: at Send all is listed and
 * asked again, and what is not in memory is read. What this spares the sender then
 * is the reading, the wait for a first connection, and the surprise.
 */
export async function onCompose(
  event: ComposeEvent,
  surroundings: () => Surroundings,
  memory?: DraftMemory,
): Promise<void> {
  await checkOrReport(surroundings, memory)
  event.completed({ allowEvent: true })
}

/** The same without an event of Outlook’s: the text has changed. */
export async function checkOrReport(surroundings: () => Surroundings, memory?: DraftMemory): Promise<void> {
  try {
    await checkEarly(surroundings(), memory)
  } catch (fault) {
    report(fault)
  }
}

/** A runtime may have no console either. */
function report(fault: unknown): void {
  if (typeof console === 'object') console.warn('Embargo Guard: the early check failed.', String(fault))
}
