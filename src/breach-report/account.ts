import { type BreachRecord, type FoundPart, MESSAGE_BODY, withoutAccess } from './breach-record.ts'
import { minutesText, momentText } from './when.ts'
import type { BreachWording } from './wording.ts'

type Event = { readonly at: number; readonly text: string }

/** What happened, one sentence or two for each instant that is known, the earliest first. */
export function accountOf(record: BreachRecord, wording: BreachWording): readonly string[] {
  const { message, output } = record
  const { account, language } = wording
  const events: Event[] = []
  const tell = (at: number | null, text: string) => {
    if (at !== null) events.push({ at, text })
  }
  if (message.verdict !== null) tell(message.verdict.at, account.checked[message.verdict.kind])
  tell(message.sentAt, sendingText(record, wording))
  if (message.deliveredAt !== message.sentAt) tell(message.deliveredAt, account.delivered)
  for (const event of doneAfterwards(record, wording)) tell(event.at, event.text)
  tell(output.dueAt, account.dueThen(output.title))
  const sorted = inOrder(events).map(({ at, text }) => `${momentText(at, language)}: ${text}`)
  return message.verdict === null ? [...sorted, account.notChecked] : sorted
}

/** What was done at once, with how long after sending. */
export function correctedOf(record: BreachRecord, wording: BreachWording): readonly string[] {
  const { sentAt } = record.message
  return inOrder(doneAfterwards(record, wording).filter(({ isRemedy }) => isRemedy)).map(
    ({ at, text }) =>
      `${momentText(at, wording.language)} (${wording.afterSending(minutesText(at - sentAt, wording.language))}): ${text}`,
  )
}

/** Sorting keeps the order of what happened in the same instant. */
const inOrder = <T extends Event>(events: readonly T[]): readonly T[] =>
  events
    .map((event, index) => ({ event, index }))
    .sort((one, other) => one.event.at - other.event.at || one.index - other.index)
    .map(({ event }) => event)

function sendingText({ message }: BreachRecord, { account }: BreachWording): string {
  const addresses = message.recipients.map(({ address }) => address)
  return [
    account.sent(message.sender, addresses),
    ...message.found.map((part) =>
      account.found(partName(part, account.body), account.kinds[part.kind](part.figures)),
    ),
    account.withoutAccess(withoutAccess(message)),
  ].join(' ')
}

const partName = ({ part }: FoundPart, body: string): string => (part === MESSAGE_BODY ? body : `“${part}”`)

function doneAfterwards(
  { afterwards }: BreachRecord,
  { account }: BreachWording,
): readonly (Event & { readonly isRemedy: boolean })[] {
  const done: { readonly at: number | null; readonly text: string; readonly isRemedy: boolean }[] = [
    { at: afterwards.noticedAt, text: account.noticed, isRemedy: false },
    { at: afterwards.recalledAt, text: account.recalled, isRemedy: true },
    { at: afterwards.deletionRequestedAt, text: account.deletionRequested, isRemedy: true },
    { at: afterwards.informedAt, text: account.informed, isRemedy: true },
    ...afterwards.deletions.map(({ address, at }) => ({
      at,
      text: account.deleted(address),
      isRemedy: true,
    })),
  ]
  const known: (Event & { readonly isRemedy: boolean })[] = []
  for (const { at, text, isRemedy } of done) if (at !== null) known.push({ at, text, isRemedy })
  return known
}
