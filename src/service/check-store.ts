import type { KeyedPart } from '../guard.ts'
import type { Answer, Enquiry } from '../register/contract.ts'
import type { Database } from './database.ts'
import type { Person } from './identity.ts'
import { append } from './journal.ts'

/** What the journal keeps of a part: no features, and its hash only keyed. */
const partEntry = ({ part: { part, size, unreadable, figures }, hash }: KeyedPart) => ({
  part,
  size,
  unreadable,
  figures,
  hash,
})

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

/** Writes a check and its verdict into the journal. The answer is given only when this is done. */
export async function recordCheck(
  database: Database,
  asker: Person,
  enquiry: Enquiry,
  parts: readonly KeyedPart[],
  answer: Answer,
  writtenAt: number,
): Promise<void> {
  await database.transaction().execute((transaction) =>
    append(transaction, {
      kind: 'check',
      who: asker.address,
      at: writtenAt,
      entry: checkEntry(enquiry, parts, answer),
    }),
  )
}
