import { type BreachRecord, withoutAccess } from './breach-record.ts'
import { type Language, minutesText, momentText } from './when.ts'
import { breachWordingFor, type StepName } from './wording.ts'

/** One thing to do when something got out. */
export type Step = {
  readonly name: StepName
  readonly title: string
  readonly text: string
  /** When it was done, or `null`: it is still to do. */
  readonly doneAt: number | null
  /** `Monday 16 March 2020, 14:43 (1 minute after it was sent)`; `''` while it is to do. */
  readonly done: string
}

/** What to do, in its order, with the times at which it was done: stop it, ask for it back, tell those who decide, report. */
export function checklistOf(record: BreachRecord, language: Language): readonly Step[] {
  const { steps, afterSending } = breachWordingFor(language)
  const { sentAt } = record.message
  const step = (name: StepName, doneAt: number | null): Step => ({
    name,
    ...steps[name],
    doneAt,
    done:
      doneAt === null
        ? ''
        : `${momentText(doneAt, language)} (${afterSending(minutesText(doneAt - sentAt, language))})`,
  })
  const { recalledAt, deletionRequestedAt, informedAt } = record.afterwards
  return [
    step('recall', recalledAt),
    step('request-deletion', deletionRequestedAt),
    step('inform', informedAt),
    step('collect-confirmations', allConfirmedAt(record)),
    step('report', record.reportedAt),
  ]
}

/** When the last of those without access confirmed; `null` while one is missing. */
function allConfirmedAt({ message, afterwards }: BreachRecord): number | null {
  const asked = withoutAccess(message)
  const confirmed = asked.map(
    (address) => afterwards.deletions.find((deletion) => deletion.address === address)?.at ?? null,
  )
  if (asked.length === 0) return null
  return confirmed.reduce<number | null>(
    (last, at) => (last === null || at === null ? null : Math.max(last, at)),
    Number.NEGATIVE_INFINITY,
  )
}
