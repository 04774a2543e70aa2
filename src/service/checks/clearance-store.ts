import { type Selectable, sql, type Transaction } from 'kysely'
import type { Clearance, ClearanceState } from '../../register/clearance.ts'
import type { Answer } from '../../register/contract.ts'
import type { Database } from '../database/database.ts'
import type { ClearanceTable } from '../tables/clearance-table.ts'
import type { Tables } from '../tables/tables.ts'

type Row = Selectable<ClearanceTable>

/** Clearances on one list. */
const MOST_LISTED = 200

/** A clearance that is not asked for yet. */
export type ClearanceToAsk = Pick<
  Clearance,
  'id' | 'check' | 'askedBy' | 'askedAt' | 'reason' | 'until' | 'recipients' | 'findings'
> & { readonly marks: readonly string[] }

const stateOf = ({ state, until }: Row, at: number): ClearanceState =>
  (state === 'asked' || state === 'granted') && until.getTime() <= at ? 'expired' : state

/**
 * A clearance as those who ask see it.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z: from `until` itself on it has expired
 */
export const clearanceOf = (row: Row, at: number): Clearance => ({
  id: row.id,
  check: row.check_id,
  state: stateOf(row, at),
  askedBy: row.asked_by,
  askedAt: row.asked_at.getTime(),
  reason: row.reason,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.getTime() ?? null,
  decision: row.decision,
  until: row.until.getTime(),
  usedAt: row.used_at?.getTime() ?? null,
  recipients: row.recipients,
  findings: row.findings,
})

/** Writes a clearance that somebody asks for. `null`: one is open for this check already. */
export async function addClearance(
  transaction: Transaction<Tables>,
  asked: ClearanceToAsk,
): Promise<Clearance | null> {
  const row = await transaction
    .insertInto('clearances')
    .values({
      id: asked.id,
      check_id: asked.check,
      state: 'asked',
      asked_by: asked.askedBy,
      asked_at: new Date(asked.askedAt),
      reason: asked.reason,
      decided_by: null,
      decided_at: null,
      decision: null,
      until: new Date(asked.until),
      used_at: null,
      used_by: null,
      recipients: JSON.stringify(asked.recipients),
      marks: JSON.stringify(asked.marks),
      findings: JSON.stringify(asked.findings),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? clearanceOf(row, asked.askedAt) : null
}

/** One clearance as of an instant, which nobody else changes until the transaction ends. */
export async function lockClearance(
  transaction: Transaction<Tables>,
  id: string,
  at: number,
): Promise<Clearance | null> {
  const row = await transaction
    .selectFrom('clearances')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? clearanceOf(row, at) : null
}

/** Writes what became of a clearance. */
export const rewriteClearance = async (
  transaction: Transaction<Tables>,
  id: string,
  became: Partial<Pick<Row, 'state' | 'decided_by' | 'decided_at' | 'decision' | 'until'>>,
): Promise<void> => {
  await transaction.updateTable('clearances').set(became).where('id', '=', id).execute()
}

/** One clearance, or `null`. */
export async function readClearance(database: Database, id: string, at: number): Promise<Clearance | null> {
  const row = await database.selectFrom('clearances').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? clearanceOf(row, at) : null
}

/** The last clearance that was asked for a check, or let it through; `null` where there is none. */
export async function clearanceFor(database: Database, check: string, at: number): Promise<Clearance | null> {
  const row = await database
    .selectFrom('clearances')
    .selectAll()
    .where((of) => of.or([of('check_id', '=', check), of('used_by', '=', check)]))
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? clearanceOf(row, at) : null
}

/** Clearances in a state, or all, the latest first; of one person, or everybody's. */
export async function listClearances(
  database: Database,
  state: ClearanceState | null,
  askedBy: string | null,
  at: number,
): Promise<readonly Clearance[]> {
  const now = sql<string>`case when state in ('asked', 'granted') and until <= ${new Date(at)} then 'expired' else state end`
  const all = database.selectFrom('clearances').selectAll()
  const ofState = state === null ? all : all.where(now, '=', state)
  const theirs = askedBy === null ? ofState : ofState.where('asked_by', '=', askedBy)
  const rows = await theirs.orderBy('asked_at', 'desc').orderBy('id').limit(MOST_LISTED).execute()
  return rows.map((row) => clearanceOf(row, at))
}

/** What leaves: who sends it to whom, what is known again of its parts, and what was found. */
export type Leaving = {
  readonly from: string
  readonly recipients: readonly string[]
  readonly marks: readonly string[]
  readonly answer: Answer
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean => {
  const known = new Set(all)
  return some.every((one) => known.has(one))
}

/** Releases that findings which hold a message are about; a finding about none counts as one of its own. */
const releasesIn = (findings: Clearance['findings']): readonly string[] =>
  findings.map(({ release }) => release?.id ?? 'none')

const isFor = (row: Row, { recipients, marks, answer }: Leaving): boolean =>
  isWithin(recipients, row.recipients) &&
  isWithin(marks, row.marks) &&
  isWithin(releasesIn(answer.findings.filter(({ verdict }) => verdict !== 'allow')), releasesIn(row.findings))

/**
 * Uses a clearance for a message, and gives its id: for the same files or
 * fewer, the same recipients or fewer, once. Of two that ask at the same time
 * the second waits, and finds it used. `null` where there is none.
 */
export async function takeClearance(
  transaction: Transaction<Tables>,
  leaving: Leaving,
): Promise<string | null> {
  const at = new Date(leaving.answer.at)
  const rows = await transaction
    .selectFrom('clearances')
    .selectAll()
    .where('state', '=', 'granted')
    .where('asked_by', '=', leaving.from)
    .where('until', '>', at)
    .orderBy('decided_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  const row = rows.find((one) => isFor(one, leaving))
  if (row === undefined) return null
  await transaction
    .updateTable('clearances')
    .set({ state: 'used', used_at: at, used_by: leaving.answer.check })
    .where('id', '=', row.id)
    .execute()
  return row.id
}
