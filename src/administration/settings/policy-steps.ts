import type { OrganisationSettings } from '../../register/administration.ts'
import type { FindingKind, VerdictKind } from '../../register/contract.ts'

/** The lines of the policy, in the order of the table. */
export const POLICY_LINES = [
  'withoutAccess',
  'withAccess',
  'deliveredAfterRelease',
  'weakEvidence',
  'unreadable',
  'couldNotCheck',
] as const
export type PolicyLine = (typeof POLICY_LINES)[number]

/** What can be found in a message, the surest first. */
export const FINDING_KINDS: readonly FindingKind[] = [
  'embargoed-file',
  'embargoed-figures',
  'possible-figures',
  'registered-name',
  'unreadable',
  'cloud-link',
  'could-not-check',
]

/** From what lets most leave to what lets least. */
export const VERDICTS: readonly VerdictKind[] = ['allow', 'warn', 'block']

type Policy = OrganisationSettings['policy']

/** The lines by which more would leave than before. Each asks twice. */
export const relaxedLines = (before: Policy, after: Policy): readonly PolicyLine[] =>
  POLICY_LINES.filter((line) => VERDICTS.indexOf(after[line]) < VERDICTS.indexOf(before[line]))

/** What nobody could clear before, and a second person could now. Each asks twice. */
export const clearableNow = (
  before: Pick<OrganisationSettings, 'neverCleared'>,
  after: Pick<OrganisationSettings, 'neverCleared'>,
): readonly FindingKind[] =>
  (before.neverCleared ?? []).filter((kind) => !(after.neverCleared ?? []).includes(kind))
