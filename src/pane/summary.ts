import type { Pause } from '../content/content.ts'
import type { InspectedPart } from '../fingerprint/inspect.ts'
import { BODY, evidenceIn } from '../guard.ts'
import type { Evidence } from '../match/evidence.ts'
import type { Message } from '../message/message.ts'
import type { Language } from '../outlook/wording.ts'
import type { Answer, Finding, FindingReason, VerdictKind } from '../register/contract.ts'

/** What the pane shows of one judged message. */
export type Summary = {
  readonly verdict: VerdictKind
  /** When it was judged, milliseconds since 1970-01-01T00:00:00Z, by the service’s clock. */
  readonly at: number
  readonly figures: number
  readonly releases: readonly ReleaseSummary[]
  readonly parts: readonly PartSummary[]
  readonly recipients: readonly RecipientSummary[]
}

/** A release that something in the message belongs to. */
export type ReleaseSummary = NonNullable<Finding['release']>

/** One attachment, body, or file inside an archive, and what is said of it. */
export type PartSummary = {
  readonly part: string
  readonly verdict: VerdictKind
  readonly figures: number
  readonly unreadable: InspectedPart['unreadable']
  readonly findings: readonly Finding[]
  /** Where the figures stand in the sender’s own file. */
  readonly evidence: readonly Evidence[]
}

/** Whether somebody may have what is in the message. */
export type Leave = 'may-not' | 'look-first' | 'may'

export type RecipientSummary = {
  readonly address: string
  readonly name: string
  readonly leave: Leave
  readonly reasons: readonly FindingReason[]
}

const SEVERITY: Readonly<Record<VerdictKind, number>> = { allow: 0, warn: 1, block: 2 }
const LEAVE: Readonly<Record<VerdictKind, Leave>> = { allow: 'may', warn: 'look-first', block: 'may-not' }

const worst = (findings: readonly Finding[]): VerdictKind =>
  findings.reduce<VerdictKind>(
    (so_far, { verdict }) => (SEVERITY[verdict] > SEVERITY[so_far] ? verdict : so_far),
    'allow',
  )

function* partSummary(
  message: Message,
  parts: readonly InspectedPart[],
  part: InspectedPart,
  findings: readonly Finding[],
  language: Language,
): Generator<Pause, PartSummary> {
  const ours = findings.filter((finding) => finding.part === part.path)
  const { path, figures, unreadable } = part
  const evidence: Evidence[] = []
  for (const finding of ours) evidence.push(...(yield* evidenceIn(message, parts, finding, language)))
  return {
    part: path,
    verdict: worst(ours),
    figures,
    unreadable,
    findings: ours,
    evidence,
  }
}

/** What stands in the way first, then the order of the message. */
const gravestFirst = (one: PartSummary, other: PartSummary): number =>
  SEVERITY[other.verdict] - SEVERITY[one.verdict]

/** A body without figures is not worth a line of its own. */
const isWorthALine = (part: PartSummary): boolean =>
  part.findings.length > 0 || part.unreadable !== null || part.part !== BODY || part.figures > 0

const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

function recipientSummary(address: string, name: string, findings: readonly Finding[]): RecipientSummary {
  const ours = findings.filter(({ recipients }) => recipients.some((one) => sameAddress(one, address)))
  const verdict = worst(ours)
  const reasons = ours.filter((finding) => finding.verdict === verdict).map(({ reason }) => reason)
  return { address, name, leave: LEAVE[verdict], reasons: Array.from(new Set(reasons)) }
}

function releasesIn(findings: readonly Finding[]): readonly ReleaseSummary[] {
  const releases = new Map<string, ReleaseSummary>()
  for (const { release } of findings) if (release) releases.set(release.id, release)
  return Array.from(releases.values()).sort((one, other) => one.at - other.at)
}

/**
 * The answer beside the message it is about: by release, by part, by recipient.
 *
 * Reads the files in which something was found once more, for the evidence, and
 * pauses now and then.
 */
export function* summaryOf(
  answer: Answer,
  message: Message,
  parts: readonly InspectedPart[],
  language: Language = 'en',
): Generator<Pause, Summary> {
  const { findings } = answer
  const summaries: PartSummary[] = []
  for (const part of parts) summaries.push(yield* partSummary(message, parts, part, findings, language))
  return {
    verdict: answer.verdict,
    at: answer.at,
    figures: parts.reduce((sum, part) => sum + part.figures, 0),
    releases: releasesIn(findings),
    parts: summaries.filter(isWorthALine).sort(gravestFirst),
    recipients: message.recipients.map(({ address, name }) => recipientSummary(address, name, findings)),
  }
}
