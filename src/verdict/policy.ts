import type { VerdictKind } from '../register/contract.ts'

/**
 * What each finding means for a message. An administrator may tighten or relax
 * it; these are the defaults. Source: shared design §6, “the policy, as data”.
 */
export type Policy = {
  /** Embargoed figures, or the file itself, to somebody outside the production team without open access. */
  readonly withoutAccess: VerdictKind
  /** All recipients outside the team have access, and its window is open at delivery. */
  readonly withAccess: VerdictKind
  /** Delivery is at or after the release: it leaves even if the release is postponed. */
  readonly deliveredAfterRelease: VerdictKind
  /** Weak evidence of figures, or the name of a registered file without its content. */
  readonly weakEvidence: VerdictKind
  /** Something could not be read while any embargo is active. `strict` makes it block. */
  readonly unreadable: VerdictKind
  /** The check could not be finished and there are attachments or figures. */
  readonly couldNotCheck: VerdictKind
}

export const DEFAULT_POLICY: Policy = {
  withoutAccess: 'block',
  withAccess: 'warn',
  deliveredAfterRelease: 'warn',
  weakEvidence: 'warn',
  unreadable: 'warn',
  couldNotCheck: 'block',
}

/** The default with everything that cannot be read stopped. */
export const STRICT_POLICY: Policy = { ...DEFAULT_POLICY, unreadable: 'block' }

const SEVERITY: Readonly<Record<VerdictKind, number>> = { allow: 0, warn: 1, block: 2 }

/** The worst of several verdicts; `allow` where there is none. */
export const worstOf = (verdicts: readonly VerdictKind[]): VerdictKind =>
  verdicts.reduce<VerdictKind>(
    (worst, verdict) => (SEVERITY[verdict] > SEVERITY[worst] ? verdict : worst),
    'allow',
  )
