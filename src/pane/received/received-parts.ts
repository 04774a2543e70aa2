import type { InspectedPart } from '../../fingerprint/inspect.ts'
import { BODY } from '../../guard.ts'
import type { Answer, Finding } from '../../register/contract.ts'

/** What a part of a received message is, for the one who reads it. */
export type ReceivedPart = {
  readonly part: string
  readonly figures: number
  readonly standing: Standing
}

/** Whether it holds figures under embargo, and if not, what else is known of it. */
export type Standing =
  /** Under embargo, and the one who reads it may not have it: of a message of one’s own, somebody who received it. */
  | { readonly kind: 'may-not'; readonly release: Release | null; readonly recipients: readonly string[] }
  /** Under embargo, and everybody it is asked about may have it. */
  | { readonly kind: 'may'; readonly release: Release | null }
  /** Perhaps under embargo. */
  | { readonly kind: 'possible'; readonly release: Release | null }
  | { readonly kind: 'unread'; readonly because: NonNullable<InspectedPart['unreadable']> }
  | { readonly kind: 'published'; readonly series: string }
  | { readonly kind: 'unknown' }

type Release = NonNullable<Finding['release']>

const EMBARGOED: readonly string[] = ['embargoed-file', 'embargoed-figures']
const POSSIBLE: readonly string[] = ['possible-figures', 'registered-name']

function standingOf({ path, unreadable }: InspectedPart, { findings, received }: Answer): Standing {
  const ours = findings.filter(({ part }) => part === path)
  const embargoed = ours.filter(({ kind }) => EMBARGOED.includes(kind))
  const held = embargoed.find(({ verdict }) => verdict === 'block')
  if (held) return { kind: 'may-not', release: held.release, recipients: held.recipients }
  if (embargoed[0]) return { kind: 'may', release: embargoed[0].release }
  const possible = ours.find(({ kind }) => POSSIBLE.includes(kind))
  if (possible) return { kind: 'possible', release: possible.release }
  if (unreadable !== null) return { kind: 'unread', because: unreadable }
  const published = received?.published.find(({ part }) => part === path)
  return published ? { kind: 'published', series: published.series } : { kind: 'unknown' }
}

const ORDER: readonly Standing['kind'][] = ['may-not', 'possible', 'may', 'unread', 'published', 'unknown']

/** The parts of a received message, what must not be there first. A text without figures is no part to speak of. */
export const receivedParts = (parts: readonly InspectedPart[], answer: Answer): readonly ReceivedPart[] =>
  parts
    .map((part) => ({ part: part.path, figures: part.figures, standing: standingOf(part, answer) }))
    .filter(({ part, figures, standing }) => part !== BODY || figures > 0 || standing.kind !== 'unknown')
    .sort((one, other) => ORDER.indexOf(one.standing.kind) - ORDER.indexOf(other.standing.kind))
