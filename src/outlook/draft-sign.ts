import type { OutlookAnswer } from './ask-outlook.ts'
import { askOutlook } from './ask-outlook.ts'
import {
  type Asks,
  addressFieldsOf,
  isAppointment,
  type OutlookAttachment,
  type OutlookItem,
} from './outlook-item.ts'
import { listAttachments } from './read-attachments.ts'
import { ANSWER_MS } from './read-draft.ts'
import type { InTurn } from './three-at-a-time.ts'
import { turnsOf } from './three-at-a-time.ts'

const told = <T>(answer: OutlookAnswer<T>): T | string =>
  answer.kind === 'answered' ? answer.value : answer.kind

const ask = async <T>(asked: Asks<T> | undefined, inTurn: InTurn): Promise<T | string> =>
  asked ? told(await inTurn(() => askOutlook<T>((reply) => asked.getAsync(reply), ANSWER_MS))) : 'absent'

async function askBody({ body }: OutlookItem, inTurn: InTurn): Promise<string> {
  if (!body) return 'absent'
  return told(await inTurn(() => askOutlook<string>((reply) => body.getAsync('html', reply), ANSWER_MS)))
}

/** What of an attachment changes when another file takes its place. */
const signOf = ({ id, name, size }: OutlookAttachment): readonly [string, string, number] => [id, name, size]

/**
 * A text that changes when the message does, read without any attachment’s
 * content: cheap enough to be asked every few seconds. Outlook has events for
 * attachments and recipients, none for the body.
 */
export async function draftSign(item: OutlookItem): Promise<string> {
  const inTurn = turnsOf(item)
  const [files, body, ...fields] = await Promise.all([
    listAttachments(item, inTurn).then(told),
    askBody(item, inTurn),
    ask(isAppointment(item) ? item.organizer : item.from, inTurn),
    ask(item.delayDeliveryTime, inTurn),
    ...addressFieldsOf(item).map(({ asks }) => ask(asks, inTurn)),
  ])
  return JSON.stringify([Array.isArray(files) ? files.map(signOf) : files, body, fields])
}
