import type { FindingKind, VerdictKind } from '../register/contract.ts'
import type { Language } from './when.ts'
import { ENGLISH } from './wording-english.ts'
import { WELSH } from './wording-welsh.ts'

/** A field of the form: its label, and what to write where nothing is known. */
export type Field = { readonly label: string; readonly hint: string }

/** The fields of the form. Source: “Breach report” template of the UK Statistics Authority, as in reports of 2021. */
export type FieldName =
  | 'output'
  | 'producer'
  | 'division'
  | 'reporter'
  | 'headOfProfession'
  | 'statement'
  | 'reportDate'
  | 'practices'
  | 'breachDate'
  | 'account'
  | 'impactInside'
  | 'impactOutside'
  | 'corrected'
  | 'prevented'

/** Everything that a report, its checklist and its request to delete say. */
export type BreachWording = {
  readonly language: Language
  /** As Word names languages. */
  readonly locale: 'en-GB' | 'cy-GB'
  readonly title: (output: string) => string
  readonly draft: string
  readonly sections: Readonly<Record<'core' | 'circumstances' | 'impact' | 'corrective', string>>
  readonly tableHeadings: readonly [string, string]
  readonly fields: Readonly<Record<FieldName, Field>>
  /** The mark before a hint. */
  readonly toFillIn: (hint: string) => string
  readonly practice: string
  readonly series: (series: string) => string
  readonly due: (when: string) => string
  readonly account: {
    readonly checked: Readonly<Record<VerdictKind, string>>
    readonly notChecked: string
    readonly sent: (sender: string, recipients: readonly string[]) => string
    readonly found: (part: string, what: string) => string
    readonly kinds: Readonly<Record<FindingKind, (figures: number | null) => string>>
    readonly body: string
    readonly withoutAccess: (recipients: readonly string[]) => string
    readonly delivered: string
    readonly noticed: string
    readonly recalled: string
    readonly deletionRequested: string
    readonly informed: string
    readonly deleted: (address: string) => string
    readonly dueThen: (output: string) => string
  }
  readonly received: (withoutAccess: number, deleted: number) => string
  readonly steps: Readonly<Record<StepName, { readonly title: string; readonly text: string }>>
  readonly afterSending: (duration: string) => string
  readonly request: {
    readonly subject: (output: string) => string
    readonly body: (facts: RequestFacts) => string
  }
}

/** What to do when something got out, in this order. */
export type StepName = 'recall' | 'request-deletion' | 'inform' | 'collect-confirmations' | 'report'

/** What a request to delete says of the message: never a figure. */
export type RequestFacts = {
  readonly day: string
  readonly clock: string
  readonly parts: readonly string[]
  readonly output: string
  readonly due: string | null
  readonly sender: string
}

const WORDINGS: Readonly<Record<Language, BreachWording>> = { en: ENGLISH, cy: WELSH }

export const breachWordingFor = (language: Language): BreachWording => WORDINGS[language]
