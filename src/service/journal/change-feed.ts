import type { RegisterChange } from '../../register/administration.ts'
import type { Database } from '../database/database.ts'
import type { JournalKind } from '../tables/journal-table.ts'

/** How often the journal is looked at while somebody listens, in milliseconds. A change shows within 2 s elsewhere. */
const LOOK_MS = 400
/** Changes told one by one; of more at once, as of an import, only that there were some. */
const MOST_TOLD = 20

/** What changes nothing that anybody has on the screen. */
const UNTOLD: readonly JournalKind[] = ['check', 'reason-given', 'went-out']

/** A change of the register and its number in the journal. */
export type Told = RegisterChange & { readonly seq: number }

/** Tells of every change of the register, whichever instance made it. */
export type ChangeFeed = {
  /** Of what comes after a line of the journal, until the function that comes back is called. */
  readonly listen: (hear: (told: Told) => void, after: number) => () => void
  /** The number of the last line of the journal. */
  readonly head: () => Promise<number>
  readonly stop: () => void
}

/**
 * Reads the changes from the journal. Its lines are written one after the
 * other, each before the next one gets its number: none is ever passed over.
 */
export function changeFeed(database: Database): ChangeFeed {
  const hearers = new Set<(told: Told) => void>()
  let timer: NodeJS.Timeout | null = null
  let last = 0

  const head = async (): Promise<number> => {
    const row = await database
      .selectFrom('journal')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirst()
    return row?.seq ?? 0
  }
  const changesAfter = async (seq: number): Promise<readonly Told[]> => {
    const rows = await database
      .selectFrom('journal')
      .select(['seq', 'release_id', 'who', 'at'])
      .where('seq', '>', seq)
      .where('kind', 'not in', UNTOLD)
      .orderBy('seq')
      .execute()
    return rows.map((row) => ({
      seq: row.seq,
      release: row.release_id,
      by: row.who,
      at: row.at.getTime(),
    }))
  }
  const look = async (): Promise<void> => {
    try {
      const all = await changesAfter(last)
      last = all.at(-1)?.seq ?? last
      const told = all.length > MOST_TOLD ? all.slice(-1).map((one) => ({ ...one, release: null })) : all
      for (const one of told) for (const hear of hearers) hear(one)
    } catch {
      // The database is away: what happens meanwhile is told when it is back.
    }
    if (hearers.size > 0) timer = setTimeout(look, LOOK_MS).unref()
    else timer = null
  }
  return {
    head,
    listen: (hear, after) => {
      if (hearers.size === 0) last = after
      hearers.add(hear)
      timer ??= setTimeout(look, LOOK_MS).unref()
      return () => hearers.delete(hear)
    },
    stop: () => {
      hearers.clear()
      if (timer !== null) clearTimeout(timer)
    },
  }
}
