import type { KeyedPart } from '../../guard.ts'
import type { Answer, Enquiry, FindingKind } from '../../register/contract.ts'
import type { Database } from '../database/database.ts'
import type { Person } from '../identity.ts'
import { append } from '../journal/journal.ts'
import { markOf } from './check-marks.ts'
import { type Leaving, takeClearance } from './clearance-store.ts'

/** What the journal keeps of a part: no features, its hash and its mark only keyed. */
const partEntry = (keyed: KeyedPart) => {
  const { part, size, unreadable, figures } = keyed.part
  return { part, size, unreadable, figures, hash: keyed.hash, mark: markOf(keyed) }
}

/** What the journal keeps of a check. Which features hit is the sender’s own business. */
const checkEntry = (
  enquiry: Enquiry,
  parts: readonly KeyedPart[],
  { check, verdict, at, findings }: Answer,
) => ({
  check,
  build: enquiry.build,
  moment: enquiry.moment,
  from: enquiry.from,
  recipients: enquiry.recipients,
  deliverAt: enquiry.deliverAt,
  parts: parts.map(partEntry),
  at,
  verdict,
  findings: findings.map(({ hits, published, ...finding }) => ({ ...finding, hits: hits.length })),
})

/** An address as recipients are compared. */
export const addressKey = (address: string): string => address.trim().toLowerCase()

const leavingOf = (
  asker: Person,
  enquiry: Enquiry,
  parts: readonly KeyedPart[],
  answer: Answer,
): Leaving => ({
  from: asker.address,
  recipients: enquiry.recipients.map(({ address }) => addressKey(address)),
  marks: parts.map(markOf).filter((mark) => mark !== null),
  answer,
})

/** Whether a second person’s leave could let this message go. */
const mayBeCleared = ({ moment }: Enquiry, { verdict, findings }: Answer, never: readonly FindingKind[]) =>
  moment === 'send' &&
  verdict !== 'allow' &&
  !findings.some((finding) => finding.verdict !== 'allow' && never.includes(finding.kind))

/** The same answer once somebody has given leave: it leaves, with what was found. */
const cleared = (answer: Answer): Answer => ({
  ...answer,
  verdict: 'allow',
  findings: answer.findings.map((finding) => ({ ...finding, verdict: 'allow' })),
})

/**
 * Writes a check and its verdict into the journal, and uses the clearance that
 * there is for it. The answer is given only when this is done.
 *
 * @param never findings that nobody can clear
 */
export async function recordCheck(
  database: Database,
  asker: Person,
  enquiry: Enquiry,
  parts: readonly KeyedPart[],
  judged: Answer,
  never: readonly FindingKind[],
  writtenAt: number,
): Promise<Answer> {
  return database.transaction().execute(async (transaction) => {
    const clearance = mayBeCleared(enquiry, judged, never)
      ? await takeClearance(transaction, leavingOf(asker, enquiry, parts, judged))
      : null
    const answer = clearance === null ? judged : cleared(judged)
    const by = { who: asker.address, at: writtenAt }
    const more = clearance === null ? {} : { clearance, judged: judged.verdict }
    const entry = { ...checkEntry(enquiry, parts, answer), ...more }
    await append(transaction, { kind: 'check', ...by, entry })
    if (clearance !== null)
      await append(transaction, {
        kind: 'clearance-used',
        ...by,
        entry: { clearance, check: answer.check },
      })
    return answer
  })
}
