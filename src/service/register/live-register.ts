import type { Transaction } from 'kysely'
import type { RegisterIndex } from '../../register/register-index.ts'
import type { Release } from '../../release/release.ts'
import type { Database } from '../database/database.ts'
import { type Organisation, readOrganisation } from '../organisation.ts'
import type { Tables } from '../tables/tables.ts'
import {
  compileInTurn,
  type KnownEdition,
  type ReadEditions,
  type SeriesEditions,
} from './compiled-editions.ts'
import { readFiles, type StoredFile } from './file-store.ts'
import { keptMarks, type ReadKnown } from './kept-marks.ts'
import { grouped, readReleases, registerVersion } from './release-store.ts'

/** What the tables hold at one moment, without what files are recognised by. */
type Reading = {
  readonly version: number
  readonly releases: readonly Release[]
  readonly files: readonly StoredFile[]
  readonly organisation: Organisation
}

/** The register as it stands: what it holds, and what messages are looked up in. */
export type Register = Reading & {
  /** The editions of one series, with what their files are recognised by. */
  readonly editionsOf: (series: string) => Promise<readonly KnownEdition[]>
  /** What is under embargo at an instant, milliseconds since 1970-01-01T00:00:00Z, to be looked up in. */
  readonly indexAt: (at: number) => Promise<RegisterIndex>
}

/** The register, read from the database and kept in memory as long as it does not change. */
export type LiveRegister = {
  /** The register as of this moment. Whoever changed it, here or at another instance: the next check sees it. */
  readonly current: () => Promise<Register>
}

const readAll = async (transaction: Transaction<Tables>): Promise<Reading> => ({
  version: await registerVersion(transaction),
  releases: await readReleases(transaction),
  files: await readFiles(transaction),
  organisation: await readOrganisation(transaction),
})

function bySeries({ releases, files }: Reading): SeriesEditions {
  const filesOf = grouped(
    files,
    (file) => file.release,
    (file) => file,
  )
  return grouped(
    releases,
    (release) => release.series,
    (release) => ({ release, files: filesOf.get(release.id) ?? [] }),
  )
}

/** Files went while they were read. Those in their place are in the register as it is now, and not in the one in hand. */
class ChangedMeanwhile extends Error {}

/** Reads what the files of editions are recognised by. */
const readingWith =
  (read: ReadKnown): ReadEditions =>
  async (stored) => {
    const wanted = stored.flatMap(({ files }) => files)
    const known = await read(wanted)
    if (known.length < wanted.length) throw new ChangedMeanwhile('the register changed while it was read')
    const byId = new Map(known.map((file) => [file.id, file]))
    return stored.map(({ release, files }) => ({
      release,
      files: files.flatMap(({ id }) => byId.get(id) ?? []),
    }))
  }

/** Keeps the register of a database in memory. */
export function liveRegister(database: Database): LiveRegister {
  const readEditions = readingWith(keptMarks(database))
  const compile = compileInTurn(readEditions)
  let register: Register | null = null
  let reading: Promise<Register> | null = null

  const read = async (): Promise<Register> => {
    const read = await database.transaction().setIsolationLevel('repeatable read').execute(readAll)
    const all = bySeries(read)
    const orAsItIsNow =
      <T>(ask: (register: Register) => Promise<T>) =>
      async (fault: unknown): Promise<T> => {
        const now = await current()
        if (!(fault instanceof ChangedMeanwhile) || now.version === read.version) throw fault
        return ask(now)
      }
    return {
      ...read,
      editionsOf: (series) =>
        readEditions(all.get(series) ?? []).catch(orAsItIsNow((now) => now.editionsOf(series))),
      indexAt: (at) => compile(all, at).catch(orAsItIsNow((now) => now.indexAt(at))),
    }
  }
  const current = async (): Promise<Register> => {
    const version = await registerVersion(database)
    if (register !== null && register.version >= version) return register
    if (reading !== null) {
      // One reading at a time; it may have begun before the change that is looked for.
      await reading
      return current()
    }
    reading = read()
    try {
      register = await reading
    } finally {
      reading = null
    }
    return register
  }
  return { current }
}
