import { type BreachRecord, MESSAGE_BODY, withoutAccess } from './breach-record.ts'
import { clockText, dayText, type Language, momentText } from './when.ts'
import { breachWordingFor } from './wording.ts'

/** A message that is ready to be sent. */
export type DeletionRequest = {
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
}

/**
 * The request to those without access to delete what they received. It says which
 * message and which release, and no figure, so that it can be sent at once.
 */
export function deletionRequestOf({ message, output }: BreachRecord, language: Language): DeletionRequest {
  const { request } = breachWordingFor(language)
  return {
    to: withoutAccess(message),
    subject: request.subject(output.title),
    body: request.body({
      day: dayText(message.sentAt, language),
      clock: clockText(message.sentAt),
      parts: message.found.map(({ part }) => part).filter((part) => part !== MESSAGE_BODY),
      output: output.title,
      due: output.dueAt === null ? null : momentText(output.dueAt, language),
      sender: message.sender,
    }),
  }
}
