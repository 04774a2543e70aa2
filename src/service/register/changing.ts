import type { Transaction } from 'kysely'
import type { AccessList, ReleasePatch } from '../../register/administration.ts'
import type { Refusal } from '../../release/refusals.ts'
import type { AccessEntry, DetailedRelease, ReleaseChange } from '../../release/release-details.ts'
import { change, type Wish } from '../../release/transitions.ts'
import type { Database } from '../database/database.ts'
import { append } from '../journal/journal.ts'
import type { JournalKind } from '../tables/journal-table.ts'
import type { Tables } from '../tables/tables.ts'
import type { LiveRegister } from './live-register.ts'
import { countAnew } from './recounting.ts'
import { type RevisedRelease, readOne } from './release-reading.ts'
import { type Change, lockRegister } from './release-store.ts'
import { rewriteRelease } from './release-writing.ts'
import type { InTurn } from './turns.ts'

/** Which release is to be changed, and as what the one who asks knows it. */
export type Aim = { readonly id: string; readonly revision: number }

/** Who changes, when by the real clock, and at what instant by the service's. */
export type ChangeAt = Change & { readonly serviceAt: number }

/** What came of a change. */
export type ChangedRelease =
  | ({ readonly kind: 'changed' } & RevisedRelease)
  | { readonly kind: 'missing' }
  /** Somebody else was first: this is what they left. */
  | ({ readonly kind: 'overtaken' } & RevisedRelease)
  | Refusal

/** Changes releases: each change is whole, and in the journal, or did not happen. */
export type Changing = {
  readonly edit: (aim: Aim, patch: ReleasePatch, by: ChangeAt) => Promise<ChangedRelease>
  readonly grant: (aim: Aim, wish: Wish, by: ChangeAt) => Promise<ChangedRelease>
  readonly list: (aim: Aim, access: AccessList, by: ChangeAt) => Promise<ChangedRelease>
}

/** What a change makes of a release, and what the journal keeps beside before and after. */
type Altered = { readonly kind: 'altered'; readonly release: DetailedRelease; readonly more: object }
type Alter = (release: DetailedRelease) => Altered | Refusal

/** The fields that are different, before and after. */
export function beforeAndAfter(before: DetailedRelease, after: DetailedRelease) {
  const different = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  const those = (release: DetailedRelease) =>
    Object.fromEntries(different.map((field) => [field, release[field]]))
  return { before: those(before), after: those(after) }
}

const FIELDS = [
  'series',
  'title',
  'at',
  'london',
  'months',
  'state',
  'team',
  'access',
  'producer',
  'contact',
  'summary',
  'notice',
  'source',
  'lift',
] as const satisfies readonly (keyof DetailedRelease)[]

/** Writes a release after a change, and the change into the journal. */
export async function keepChange(
  transaction: Transaction<Tables>,
  kind: JournalKind,
  before: DetailedRelease,
  after: DetailedRelease,
  by: Change,
  more: object,
): Promise<void> {
  await rewriteRelease(transaction, after, by)
  const { who, at } = by
  const about = { release: after.id, title: after.title }
  await append(transaction, {
    kind,
    who,
    at,
    entry: { ...about, ...beforeAndAfter(before, after), ...more },
  })
}

const edited =
  (patch: ReleasePatch): Alter =>
  (release) => ({ kind: 'altered', release: { ...release, ...patch }, more: {} })

const granted =
  (wish: Wish, by: ChangeAt): Alter =>
  (release) => {
    const changed = change(release, wish, by.who, by.serviceAt)
    return changed.kind === 'refused'
      ? changed
      : { kind: 'altered', release: changed.release, more: { change: changed.entry satisfies ReleaseChange } }
  }

const listed =
  (access: AccessList, by: ChangeAt): Alter =>
  (release) => {
    const confirmed = { confirmedAt: by.serviceAt, confirmedBy: by.who }
    const entries = access.map((entry): AccessEntry => ({ ...entry, ...confirmed }))
    return { kind: 'altered', release: { ...release, access: entries }, more: {} }
  }

/** Changes releases of a database, one change after the other. */
export function changingIn(database: Database, register: LiveRegister, next: InTurn): Changing {
  const changeIt = (aim: Aim, kind: JournalKind, by: ChangeAt, alter: Alter): Promise<ChangedRelease> =>
    database.transaction().execute(async (transaction): Promise<ChangedRelease> => {
      await lockRegister(transaction)
      const now = await readOne(transaction, aim.id)
      if (now === null) return { kind: 'missing' }
      if (now.revision !== aim.revision) return { kind: 'overtaken', ...now }
      const altered = alter(now.release)
      if (altered.kind === 'refused') return altered
      // First what needs another connection: the journal’s queue is held from keepChange on, and checks wait in it.
      if (altered.release.series !== now.release.series)
        await countAnew(transaction, await register.current(), altered.release, by.serviceAt)
      await keepChange(transaction, kind, now.release, altered.release, by, altered.more)
      const after = await readOne(transaction, aim.id)
      return after === null ? { kind: 'missing' } : { kind: 'changed', ...after }
    })

  return {
    edit: (aim, patch, by) => next(() => changeIt(aim, 'release-edited', by, edited(patch))),
    grant: (aim, wish, by) => next(() => changeIt(aim, 'release-changed', by, granted(wish, by))),
    list: (aim, access, by) => next(() => changeIt(aim, 'access-changed', by, listed(access, by))),
  }
}
