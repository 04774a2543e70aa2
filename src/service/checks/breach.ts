import type { BreachRecord, Contact } from '../../breach-report/breach-record.ts'
import type { CheckRecord } from '../../register/clearance.ts'
import type { FindingReason } from '../../register/contract.ts'
import type { DetailedRelease } from '../../release/release-details.ts'
import { addressKey } from './check-store.ts'

/** Findings that say of the addresses they name that these have no access. */
const WITHOUT_ACCESS: readonly FindingReason[] = ['without-access', 'access-not-open', 'access-expired']

/** The release whose figures were in the message: of several the one found with most certainty. */
export const releaseIn = ({ findings }: CheckRecord): CheckRecord['findings'][number]['release'] =>
  findings.find(({ release }) => release !== null)?.release ?? null

function outputOf(record: CheckRecord, release: DetailedRelease | null): BreachRecord['output'] {
  const found = releaseIn(record)
  if (release === null)
    return { title: found?.title ?? '', series: null, link: null, dueAt: found?.at ?? null }
  const { title, series, state, at } = release
  const isDated = state === 'confirmed' || state === 'published'
  return { title, series, link: null, dueAt: isDated ? at : null }
}

/** What the record tells of a message that got out, for the draft of the breach report. */
export function breachRecordOf(
  record: CheckRecord,
  release: DetailedRelease | null,
  reporter: Contact,
): BreachRecord {
  const { message, findings, wentOut } = record
  // A look at a message that had left is no check before it was sent.
  const isRead = message.moment === 'read'
  const without = new Set(
    findings
      .filter(({ reason }) => WITHOUT_ACCESS.includes(reason))
      .flatMap(({ recipients }) => recipients.map(addressKey)),
  )
  return {
    output: outputOf(record, release),
    producer: release?.producer || null,
    division: null,
    reporter,
    headOfProfession: null,
    statementLink: null,
    reportedAt: null,
    message: {
      sentAt: isRead ? (message.deliverAt ?? record.at) : record.at,
      sender: message.from,
      recipients: message.recipients.map(({ address }) => ({
        address,
        hasAccess: !without.has(addressKey(address)),
      })),
      found: findings
        .filter((finding) => finding.release !== null)
        .map(({ part, kind }) => ({ part, kind, figures: null })),
      verdict: isRead ? null : { kind: record.verdict, at: record.at },
      deliveredAt: isRead ? null : message.deliverAt,
    },
    afterwards: {
      noticedAt: wentOut?.noticedAt ?? null,
      recalledAt: wentOut?.recalledAt ?? null,
      deletionRequestedAt: wentOut?.deletionAskedAt ?? null,
      informedAt: wentOut?.informedAt ?? null,
      deletions: [],
    },
  }
}
