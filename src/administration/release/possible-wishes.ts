import type { ReleaseInFull } from '../../register/administration.ts'
import { change, type Wish } from '../../release/transitions.ts'
import type { When } from '../../release/when.ts'

/** What an administrator can choose to do with a release’s time and state. */
export const CHOICES = ['confirm', 'move', 'months', 'postpone', 'cancel', 'publish'] as const
export type Choice = (typeof CHOICES)[number]

/** A day later than anything asks about: enough to see whether a wish can be granted at all. */
const FAR_MS = 366 * 24 * 60 * 60 * 1000

const FAR_MONTH = { year: 2099, month: 12 }

/**
 * The wish that a choice stands for.
 *
 * @param when the time that was entered; of a choice without one it is not looked at
 */
export function wishOf(choice: Choice, when: When, reason: string): Wish {
  switch (choice) {
    case 'confirm':
      return { kind: 'confirm', to: when.kind === 'instant' ? when.at : Number.NaN, reason }
    case 'move':
    case 'months':
      return { kind: 'move', to: when, reason }
    case 'postpone':
    case 'cancel':
      return { kind: choice, reason }
    case 'publish':
      return { kind: 'publish' }
  }
}

/** The choices that the rules of src/release/transitions.ts grant to somebody who says why. */
export function possibleChoices(release: ReleaseInFull, by: string, at: number): readonly Choice[] {
  const far = Math.max(at, release.at) + FAR_MS
  return CHOICES.filter((choice) => {
    const when: When =
      choice === 'months' ? { kind: 'months', from: FAR_MONTH, to: FAR_MONTH } : { kind: 'instant', at: far }
    return change(release, wishOf(choice, when, '…'), by, at).kind === 'changed'
  })
}

/** Whether a choice is refused without a reason. */
export const needsReason = (release: ReleaseInFull, choice: Choice): boolean =>
  choice === 'publish'
    ? false
    : release.state !== 'provisional' || choice === 'postpone' || choice === 'cancel'
