import type { InspectedPart } from '../fingerprint/inspect.ts'
import { partOf } from '../guard.ts'
import type { Message, Recipient } from '../message/message.ts'
import type { Answer, Enquiry } from '../register/contract.ts'
import type { Asking, AskingPart, Service, ServiceAnswer } from './ask-service.ts'
import { askService } from './ask-service.ts'
import { BUILD } from './build.ts'
import { type DraftMemory, newMemory, type ReadingNow } from './draft-memory.ts'
import { readDraft } from './read-draft.ts'
import type { Surroundings } from './surroundings.ts'

/** What is known of the message in hand: all of it, or why not. */
export type Judgement =
  | {
      readonly kind: 'judged'
      readonly answer: Answer
      readonly message: Message
      readonly parts: readonly InspectedPart[]
    }
  | {
      readonly kind: 'unfinished'
      readonly because: Unfinished
      /** What was said about it, for whoever has to mend it. */
      readonly detail: string
      /** Whether the message was read whole, and has neither attachments nor figures. */
      readonly carriesNothing: boolean
    }

/** Why a check could not be finished. */
export type Unfinished = 'no-message' | 'service-unreachable' | 'service-refused' | 'too-slow' | 'fault'

/**
 * Whether there is nothing in the message that the register could know: no
 * attachment, and in the body no run of figures and nothing that was not read
 * (a body that Outlook withheld is a part that was not read).
 */
export function carriesNothing(message: Message, parts: readonly InspectedPart[]): boolean {
  return (
    message.attachments.length === 0 &&
    parts.every((part) => part.unreadable === null && part.features.length === 0)
  )
}

const NOBODY_TOLD: Recipient = {
  address: 'recipients that Outlook did not tell',
  name: 'recipients that Outlook did not tell',
  kind: 'unknown',
}

/** Outlook tells only resolved recipients; a message that is being sent has at least one. */
function recipientsOf(message: Message, moment: Enquiry['moment']): readonly Recipient[] {
  return moment === 'send' && message.recipients.length === 0 ? [NOBODY_TOLD] : message.recipients
}

/**
 * The check that brings the service a part’s features, or brought them last; `null` where
 * it did not come through. The service may remember them, and then need not be sent them
 * again: a message of 20 MB that is just being uploaded is not uploaded beside itself at Send.
 */
const broughtIn = new WeakMap<InspectedPart, Promise<string | null>>()

/** From how many features on that is worth a second question where they are forgotten. */
const WORTH_FEATURES = 10_000

const told = (part: InspectedPart): AskingPart =>
  Object.assign({ features: part.features.bytes }, partOf(part))

const NO_FEATURES = new Uint8Array(0)

async function askedPart(part: InspectedPart): Promise<AskingPart> {
  const sameAs = await broughtIn.get(part)
  return sameAs ? Object.assign({ sameAs }, partOf(part), { features: NO_FEATURES }) : told(part)
}

const askingOf = (message: Message, parts: readonly AskingPart[], moment: Enquiry['moment']): Asking => ({
  build: BUILD,
  moment,
  from: message.from,
  recipients: recipientsOf(message, moment),
  deliverAt: message.deliverAt,
  parts,
})

/** Keeps in mind in which check these parts’ features are on their way. */
function keepInMind(parts: readonly InspectedPart[], said: Promise<ServiceAnswer>): void {
  const check = said.then(
    (answer) => (answer.kind === 'answered' ? answer.answer.check : null),
    () => null,
  )
  parts
    .filter(({ features }) => features.length >= WORTH_FEATURES)
    .forEach((part) => {
      broughtIn.set(part, check)
    })
}

/** Asks with what the service may remember; where it does not, with everything. */
function ask(
  service: Service,
  message: Message,
  parts: readonly InspectedPart[],
  moment: Enquiry['moment'],
): Promise<ServiceAnswer> {
  const askWith = (asked: readonly AskingPart[]): Promise<ServiceAnswer> =>
    askService(service, askingOf(message, asked, moment))
  const said = Promise.all(parts.map(askedPart))
    .then(askWith)
    .then((first) => (first.kind === 'forgotten' ? askWith(parts.map(told)) : first))
  keepInMind(parts, said)
  return said
}

function judgementOf(message: Message, parts: readonly InspectedPart[], said: ServiceAnswer): Judgement {
  if (said.kind === 'answered') return { kind: 'judged', answer: said.answer, message, parts }
  return {
    kind: 'unfinished',
    because: said.kind === 'unreachable' ? 'service-unreachable' : 'service-refused',
    detail: said.because,
    carriesNothing: carriesNothing(message, parts),
  }
}

/** The check of a message that could not even be begun or brought to an end. */
export const unfinished = (because: Unfinished, detail: string): Judgement => ({
  kind: 'unfinished',
  because,
  detail,
  carriesNothing: false,
})

/** Fingerprints a message here, and asks the service. Rejects only for a mistake of ours. */
export async function checkMessage(
  around: Pick<Surroundings, 'service'>,
  message: Message,
  moment: Enquiry['moment'],
  memory: DraftMemory = newMemory(),
  tell?: (reading: ReadingNow) => void,
): Promise<Judgement> {
  const parts = await memory.parts(message, tell)
  return judgementOf(message, parts, await ask(around.service, message, parts, moment))
}

/**
 * Reads the message in hand, fingerprints it here, and asks the service.
 *
 * Rejects only for a mistake of ours.
 *
 * @param tell is told what is being read, for whoever waits
 */
export async function checkDraft(
  around: Surroundings,
  moment: Enquiry['moment'],
  memory: DraftMemory = newMemory(),
  tell?: (reading: ReadingNow) => void,
): Promise<Judgement> {
  if (!around.item) return unfinished('no-message', 'Outlook shows no message that is being written')
  const message = await readDraft(around.item, around.person, memory)
  return checkMessage(around, message, moment, memory, tell)
}
