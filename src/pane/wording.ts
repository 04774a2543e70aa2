import type { Unfinished } from '../outlook/check-draft.ts'
import { type Language, languageOf } from '../outlook/wording.ts'
import type { FindingKind, FindingReason, VerdictKind } from '../register/contract.ts'
import type { ReceivedWording } from './received/received-wording.ts'
import type { Leave } from './summary.ts'
import type { TimeLeft } from './time-left.ts'
import type { WaysOutWording } from './ways-out/ways-out-wording.ts'
import type { WentOutWording } from './went-out/went-out-wording.ts'
import { ENGLISH } from './wording-english.ts'
import { WELSH } from './wording-welsh.ts'

/** A heading with the sentence below it. */
export type Told = { readonly title: string; readonly text: string }

/** Everything the pane says. The compiler sees to it that no language lacks a sentence. */
export type PaneWording = {
  readonly language: Language
  readonly checking: Told
  /** What is being read while a person waits: one attachment of so many. */
  readonly reading: (name: string, number: number, of: number) => string
  readonly checkAgain: string
  readonly checkingAgain: string
  readonly checkedAt: (time: string) => string
  readonly verdicts: Readonly<Record<VerdictKind, Told>>
  /** The verdict is `allow` although something is under embargo: it stays with those who make it. */
  readonly allowedUnderEmbargo: Told
  readonly figuresRead: (figures: number) => string
  readonly unfinished: Readonly<Record<Unfinished, (detail: string) => Told>>
  readonly outside: Told & { readonly points: readonly string[] }
  readonly releasesHeading: string
  readonly underEmbargoUntil: (when: string) => string
  readonly underEmbargo: string
  readonly timeLeft: (left: TimeLeft) => string
  readonly partsHeading: string
  readonly partVerdicts: Readonly<Record<VerdictKind, string>>
  readonly notRead: string
  readonly body: string
  readonly kinds: Readonly<Record<FindingKind, string>>
  readonly evidenceHeading: (places: number) => string
  readonly recipientsHeading: string
  readonly leaves: Readonly<Record<Leave, (count: number) => string>>
  readonly reasons: Readonly<Record<FindingReason, string>>
  readonly nobodyYet: string
  readonly waysOut: WaysOutWording
  readonly wentOut: WentOutWording
  readonly received: ReceivedWording
  readonly fault: Told
}

const WORDINGS: Readonly<Record<Language, PaneWording>> = { en: ENGLISH, cy: WELSH }

/** The wording for an Outlook shown in a language, `cy-GB`. */
export const wordingFor = (displayLanguage: string): PaneWording => WORDINGS[languageOf(displayLanguage)]
