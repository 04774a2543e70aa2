import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { CheckRecord, Clearance, WentOut } from '../../register/clearance.ts'
import type { Database } from '../database/database.ts'
import { KEPT_CHECK, WENT_OUT } from '../door/door-clearances.ts'
import type { JournalKind } from '../tables/journal-table.ts'
import type { Tables } from '../tables/tables.ts'

/** A check and everything that the journal tells of it afterwards. */
export type KeptCheck = {
  readonly who: string
  readonly kept: z.infer<typeof KEPT_CHECK>
  readonly reasons: CheckRecord['reasons']
  readonly wentOut: WentOut | null
}

type Line = { readonly kind: JournalKind; readonly who: string; readonly entry: unknown }

const REASON = z.object({ reason: z.string(), at: z.number() })
const OUT = z.object({ wentOut: WENT_OUT })

function wentOutIn(lines: readonly Line[]): WentOut | null {
  const last = lines.filter(({ kind }) => kind === 'went-out').at(-1)
  return last === undefined ? null : OUT.parse(last.entry).wentOut
}

/** A check as it stands in the journal; `null` where there is none of this id. */
export async function readCheck(
  database: Database | Transaction<Tables>,
  id: string,
): Promise<KeptCheck | null> {
  const lines: readonly Line[] = await database
    .selectFrom('journal')
    .select(['kind', 'who', 'entry'])
    .where(sql<boolean>`entry->>'check' = ${id}`)
    .orderBy('seq')
    .execute()
  const check = lines.find(({ kind }) => kind === 'check')
  if (check === undefined) return null
  const reasons = lines
    .filter(({ kind }) => kind === 'reason-given')
    .map(({ who, entry }) => ({ by: who, ...REASON.parse(entry) }))
  return { who: check.who, kept: KEPT_CHECK.parse(check.entry), reasons, wentOut: wentOutIn(lines) }
}

/** A check as those who ask see it. Which features hit was never kept: of evidence there is only how much. */
export const checkRecord = (
  { who, kept, reasons, wentOut }: KeptCheck,
  clearance: Clearance | null,
): CheckRecord => ({
  check: kept.check,
  at: kept.at,
  who,
  verdict: kept.verdict,
  message: {
    from: kept.from,
    recipients: kept.recipients,
    deliverAt: kept.deliverAt,
    moment: kept.moment,
    parts: kept.parts.map(({ part }) => part),
  },
  findings: kept.findings.map((finding) => ({ ...finding, hits: [], published: [] })),
  reasons,
  clearance,
  wentOut,
})
