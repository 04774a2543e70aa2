import type { Transaction } from 'kysely'
import type { Fault } from '../../calendar/calendar-row.ts'
import { preview } from '../../calendar/preview.ts'
import { readCalendar } from '../../calendar/read-calendar.ts'
import type { CalendarText, ImportPreview } from '../../register/administration.ts'
import type { Language } from '../../release/said.ts'
import type { Database } from '../database/database.ts'
import { append } from '../journal/journal.ts'
import type { Tables } from '../tables/tables.ts'
import { keepChange } from './changing.ts'
import type { LiveRegister } from './live-register.ts'
import { countAnew } from './recounting.ts'
import { readDetailed } from './release-reading.ts'
import { type Change, lockRegister } from './release-store.ts'
import { addRelease } from './release-writing.ts'
import type { InTurn } from './turns.ts'

/** What importing one row would do. */
type PlannedRow = ReturnType<typeof preview>[number]

/** Who imports, when by the real clock and by the service’s. */
export type Importing = Change & { readonly serviceAt: number }

/** Another calendar, looked at or taken over. */
export type Imports = {
  readonly preview: (calendar: CalendarText, by: Importing, language: Language) => Promise<ImportPreview>
  readonly take: (calendar: CalendarText, by: Importing, language: Language) => Promise<ImportPreview>
}

/** What a calendar would do to the register as it stands. */
type Plan = { readonly rows: readonly PlannedRow[]; readonly faults: readonly Fault[] }

async function planFor(
  database: Database | Transaction<Tables>,
  { text, reason = '' }: CalendarText,
  { who, serviceAt }: Importing,
): Promise<Plan> {
  const { rows, faults } = readCalendar(text)
  const releases = (await readDetailed(database)).map(({ release }) => release)
  return { rows: preview(rows, releases, { by: who, at: serviceAt, reason }), faults }
}

/** The rows of one kind, as those who ask see them. */
const those = <Kind extends PlannedRow['kind'], Seen>(
  rows: readonly PlannedRow[],
  kind: Kind,
  see: (row: Extract<PlannedRow, { kind: Kind }>) => Seen,
): readonly Seen[] => rows.flatMap((row) => (isOf(row, kind) ? [see(row)] : []))

const isOf = <Kind extends PlannedRow['kind']>(
  row: PlannedRow,
  kind: Kind,
): row is Extract<PlannedRow, { kind: Kind }> => row.kind === kind

const previewOf = ({ rows, faults }: Plan, language: Language): ImportPreview => ({
  added: those(rows, 'added', ({ row: { line, title }, release: { london } }) => ({ line, title, london })),
  changed: those(rows, 'changed', ({ row: { line }, before: { id, title }, fields }) => ({
    line,
    release: id,
    title,
    fields: fields.map(({ field, before, after }) => ({
      field,
      before: before[language],
      after: after[language],
    })),
  })),
  unchanged: rows.filter(({ kind }) => kind === 'unchanged').length,
  refused: those(rows, 'refused', ({ row: { line, title }, because }) => ({
    line,
    title,
    because: because[language],
  })),
  faults: faults.map(({ line, field, because }) => ({ line, field, because: because[language] })),
})

/** Takes calendars over: all of what can be taken, or, where the database fails, nothing. */
export function importsIn(database: Database, register: LiveRegister, next: InTurn): Imports {
  const write = async (
    transaction: Transaction<Tables>,
    row: PlannedRow,
    by: Importing,
    from: string,
  ): Promise<void> => {
    const change = { who: by.who, at: by.at }
    if (row.kind === 'added') {
      const release = await addRelease(transaction, row.release, change)
      await append(transaction, { kind: 'release-added', ...change, entry: { release, from } })
    }
    if (row.kind !== 'changed') return
    const { before, after, entries } = row
    const last = entries.at(-1)
    const more = { from, changes: entries, ...(last === undefined ? {} : { change: last }) }
    const kind = last === undefined ? 'release-edited' : 'release-changed'
    await keepChange(transaction, kind, before, after, change, more)
  }
  const countMoved = async (transaction: Transaction<Tables>, rows: readonly PlannedRow[], at: number) => {
    for (const row of rows)
      if (row.kind === 'changed' && row.before.series !== row.after.series)
        await countAnew(transaction, await register.current(), row.after, at)
  }
  const take = (calendar: CalendarText, by: Importing, language: Language): Promise<ImportPreview> =>
    database.transaction().execute(async (transaction) => {
      await lockRegister(transaction)
      const plan = await planFor(transaction, calendar, by)
      // First what needs another connection: the journal’s queue is held from the first line on, and checks wait in it.
      await countMoved(transaction, plan.rows, by.serviceAt)
      for (const row of plan.rows) await write(transaction, row, by, calendar.name)
      const seen = previewOf(plan, language)
      const { added, changed, refused } = seen
      if (added.length + changed.length > 0) {
        const counts = { added: added.length, changed: changed.length, refused: refused.length }
        const entry = { name: calendar.name, reason: calendar.reason ?? '', ...counts }
        await append(transaction, { kind: 'calendar-imported', who: by.who, at: by.at, entry })
      }
      return seen
    })
  return {
    preview: async (calendar, by, language) => previewOf(await planFor(database, calendar, by), language),
    take: (calendar, by, language) => next(() => take(calendar, by, language)),
  }
}
