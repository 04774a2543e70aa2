import type { Match } from '../match/match.ts'
import type { Enquiry, Finding, FindingReason, PartFeatures, VerdictKind } from '../register/contract.ts'
import type { CompiledEdition } from '../register/register-index.ts'
import { accessOf, isEmbargoed, isInTeam } from '../release/embargo.ts'
import type { Release } from '../release/release.ts'
import { becauseOf } from './because.ts'
import { type Policy, worstOf } from './policy.ts'

/** What was found in one part of a message before policy speaks. */
export type Found = {
  readonly part: PartFeatures
  /** Editions under embargo that have a file of exactly these bytes. */
  readonly sameFile: readonly CompiledEdition[]
  readonly matches: readonly Match[]
  /** Editions under embargo that have a file of this name. */
  readonly sameName: readonly CompiledEdition[]
}

/** Who receives, and when: what the verdict on a release depends on. */
type Sending = Pick<Enquiry, 'from' | 'recipients'> & { readonly deliveryAt: number }

/**
 * The findings on a message and its verdict: the worst of them.
 *
 * @param embargoActive whether anything at all is under embargo at `at`
 * @param at milliseconds since 1970-01-01T00:00:00Z, the service's clock
 */
export function decide(
  enquiry: Enquiry,
  found: readonly Found[],
  embargoActive: boolean,
  policy: Policy,
  at: number,
): { readonly verdict: VerdictKind; readonly findings: readonly Finding[] } {
  const sending: Sending = {
    from: enquiry.from,
    recipients: enquiry.recipients,
    deliveryAt: Math.max(at, enquiry.deliverAt ?? at),
  }
  const findings: Finding[] = []
  for (const part of found) findings.push(...findingsOf(part, sending, embargoActive, policy, at))
  const sorted = findings.sort((one, other) => rank(other) - rank(one))
  return { verdict: worstOf(sorted.map((finding) => finding.verdict)), findings: sorted }
}

const RANKS: Readonly<Record<VerdictKind, number>> = { block: 1000, warn: 500, allow: 0 }
const rank = (finding: Finding): number => RANKS[finding.verdict] + Math.min(finding.bits, 400)

function findingsOf(
  found: Found,
  sending: Sending,
  embargoActive: boolean,
  policy: Policy,
  at: number,
): Finding[] {
  const findings: Finding[] = []
  for (const edition of found.sameFile)
    findings.push(
      findingOf(
        'embargoed-file',
        found.part,
        edition.release,
        outcome(edition.release, sending, policy, at),
        CERTAIN,
      ),
    )
  for (const match of found.matches) {
    const { release } = match.edition
    if (found.sameFile.some((edition) => edition.release.id === release.id)) continue
    findings.push(matchFinding(match, found.part, sending, policy, at))
  }
  for (const { release } of found.sameName) {
    if (findings.some((finding) => finding.release?.id === release.id)) continue
    findings.push(
      findingOf('registered-name', found.part, release, weakly('name-only', release, sending, policy), NONE),
    )
  }
  const { unreadable } = found.part
  if (unreadable !== null && embargoActive) {
    const kind = unreadable === 'cloud-link' ? 'cloud-link' : 'unreadable'
    findings.push(
      findingOf(
        kind,
        found.part,
        null,
        { verdict: policy.unreadable, reason: unreadable, recipients: [] },
        NONE,
      ),
    )
  }
  return findings
}

function matchFinding(
  match: Match,
  part: PartFeatures,
  sending: Sending,
  policy: Policy,
  at: number,
): Finding {
  const { release } = match.edition
  if (match.certainty === 'certain')
    return findingOf('embargoed-figures', part, release, outcome(release, sending, policy, at), match)
  return findingOf(
    'possible-figures',
    part,
    release,
    weakly('weak-evidence', release, sending, policy),
    match,
  )
}

type Outcome = {
  readonly verdict: VerdictKind
  readonly reason: FindingReason
  readonly recipients: readonly string[]
}

type Evidence = Pick<Match, 'hits' | 'published' | 'bits'>
const NONE: Evidence = { hits: [], published: [], bits: 0 }
/** The same bytes: as certain as SHA-256. */
const CERTAIN: Evidence = { hits: [], published: [], bits: 256 }

function findingOf(
  kind: Finding['kind'],
  part: PartFeatures,
  release: Release | null,
  { verdict, reason, recipients }: Outcome,
  { hits, published, bits }: Evidence,
): Finding {
  const about = release && {
    id: release.id,
    title: release.title,
    at: release.at,
    london: release.london,
    state: release.state,
  }
  return {
    kind,
    verdict,
    part: part.part,
    release: about,
    reason,
    because: becauseOf(kind, reason, part.part, release, recipients),
    recipients,
    hits,
    published,
    bits,
  }
}

/** Everybody who receives, the sender's own copy left out. */
const outsideTeam = (release: Release, sending: Sending): readonly string[] =>
  sending.recipients.map((recipient) => recipient.address).filter((address) => !isInTeam(release, address))

/** What policy says of certain evidence: by delivery, then by each recipient's access at delivery. */
function outcome(release: Release, sending: Sending, policy: Policy, at: number): Outcome {
  const outside = outsideTeam(release, sending)
  if (outside.length === 0 && sending.recipients.length > 0)
    return { verdict: 'allow', reason: 'production-team', recipients: [] }
  if (isEmbargoed(release, at) && !isEmbargoed(release, sending.deliveryAt))
    return { verdict: policy.deliveredAfterRelease, reason: 'delivered-after-release', recipients: [] }
  const standings = outside.map((address) => ({
    address,
    standing: accessOf(release, address, sending.deliveryAt),
  }))
  const without = standings.filter(({ standing }) => standing.kind !== 'open')
  const [first] = without
  if (first === undefined && sending.recipients.length > 0)
    return { verdict: policy.withAccess, reason: 'pre-release-access', recipients: outside }
  return {
    verdict: policy.withoutAccess,
    reason: reasonOf(without.map(({ standing }) => standing.kind)),
    recipients: without.map(({ address }) => address),
  }
}

/** One reason for all: that access is not open yet, or over, only where it is so for everybody named. */
function reasonOf(kinds: readonly ('open' | 'not-yet' | 'expired' | 'none')[]): FindingReason {
  if (kinds.length > 0 && kinds.every((kind) => kind === 'not-yet')) return 'access-not-open'
  if (kinds.length > 0 && kinds.every((kind) => kind === 'expired')) return 'access-expired'
  return 'without-access'
}

function weakly(
  reason: 'weak-evidence' | 'name-only',
  release: Release,
  sending: Sending,
  policy: Policy,
): Outcome {
  const recipients = outsideTeam(release, sending)
  const verdict = recipients.length === 0 && sending.recipients.length > 0 ? 'allow' : policy.weakEvidence
  return { verdict, reason, recipients }
}
