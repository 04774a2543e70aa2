import type { Change } from '../../outlook/change-draft.ts'
import type { ClearanceState } from '../../register/clearance.ts'
import type { Step } from './test-copy-way.ts'

/** What the pane says of the ways out of a message that is held or warned of. */
export type WaysOutWording = {
  readonly heading: string
  readonly sendAgain: string
  readonly remove: string
  readonly removing: (name: string) => string
  readonly removed: (name: string) => string
  readonly testCopy: string
  readonly steps: Readonly<Record<Step, (name: string) => string>>
  readonly replaced: (name: string, copy: string) => string
  readonly copyNotPossible: (name: string) => string
  readonly copyNotClean: (name: string) => string
  readonly copyNotChecked: string
  readonly copyBesideOriginal: (copy: string, name: string) => string
  /** Why a change was not made, by what Outlook said; what to do. */
  readonly notChanged: (change: Exclude<Change, { kind: 'done' }>, name: string) => string
  readonly atRelease: {
    readonly heading: string
    readonly button: (when: string) => string
    readonly warning: string
    readonly setting: string
    readonly set: (when: string) => string
    readonly notSet: (change: Exclude<Change, { kind: 'done' }>) => string
    /** The message has a delivery time that suits its releases. */
    readonly scheduled: (when: string) => string
    /** It has one that does not. */
    readonly tooEarly: (delivery: string, release: string) => string
  }
  readonly clearance: {
    readonly heading: string
    readonly what: string
    readonly reason: string
    readonly reasonMissing: string
    readonly ask: string
    readonly asking: string
    readonly states: Readonly<Record<ClearanceState, (facts: ClearanceFacts) => string>>
    readonly notAsked: (because: string) => string
    readonly unreachable: string
  }
  readonly approvals: {
    readonly heading: (count: number) => string
    readonly asks: (who: string) => string
    readonly forMessage: (parts: string, recipients: string) => string
    readonly because: (reason: string) => string
    readonly reason: string
    readonly reasonMissing: string
    readonly grant: string
    readonly refuse: string
    readonly own: string
    readonly granted: (who: string) => string
    readonly refused: (who: string) => string
    readonly notDecided: (because: string) => string
  }
  readonly reason: {
    readonly heading: string
    readonly what: string
    readonly choices: readonly string[]
    readonly other: string
    readonly missing: string
    readonly keep: string
    readonly keeping: string
    readonly kept: string
    readonly notKept: (because: string) => string
  }
}

/** What is said of a clearance. */
export type ClearanceFacts = {
  readonly by: string
  readonly until: string
  readonly decision: string
}
