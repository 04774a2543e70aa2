import type { Transaction } from 'kysely'
import type { RegisterIndex } from '../../register/register-index.ts'
import type { Release } from '../../release/release.ts'
import type { Database } from '../database/database.ts'
import { type Organisation, readOrganisation } from '../organisation.ts'
import type { Tables } from '../tables/tables.ts'
import { compileInTurn, type KnownEdition, type KnownFile } from './compiled-editions.ts'
import { readFiles, readMarks, type StoredFile } from './file-store.ts'
import { readReleases, registerVersion } from './release-store.ts'

/** What the tables hold at one moment, without what files are recognised by. */
type Reading = {
  readonly version: number
  readonly releases: readonly Release[]
  readonly files: readonly StoredFile[]
  readonly organisation: Organisation
}

/** The register as it stands: what it holds, and what messages are looked up in. */
export type Register = Reading & {
  readonly editions: readonly KnownEdition[]
  readonly index: RegisterIndex
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

async function readFile(database: Database, stored: StoredFile): Promise<KnownFile | null> {
  const marks = await readMarks(database, stored.id)
  if (marks === null) return null
  const { id, name, standing } = stored
  return {
    id,
    name,
    standing,
    hashes: marks.hashes.map((hash) => hash.toString('hex')),
    records: marks.records,
  }
}

/** Reads editions one after the other; of the last reading it keeps the files, which never change. */
function readInTurn(database: Database): (reading: Reading) => Promise<readonly KnownEdition[]> {
  let known: ReadonlyMap<string, KnownFile> = new Map()
  return async ({ releases, files }) => {
    const next = new Map<string, KnownFile>()
    const ofRelease = new Map<string, KnownFile[]>(releases.map(({ id }) => [id, []]))
    for (const stored of files) {
      const file = known.get(stored.id) ?? (await readFile(database, stored))
      if (file === null) continue
      next.set(stored.id, file)
      ofRelease.get(stored.release)?.push(file)
    }
    known = next
    return releases.map((release) => ({ release, files: ofRelease.get(release.id) ?? [] }))
  }
}

/** Keeps the register of a database in memory. */
export function liveRegister(database: Database): LiveRegister {
  const editionsOf = readInTurn(database)
  const compile = compileInTurn()
  let register: Register | null = null
  let reading: Promise<Register> | null = null

  const read = async (): Promise<Register> => {
    const read = await database.transaction().setIsolationLevel('repeatable read').execute(readAll)
    const editions = await editionsOf(read)
    return { ...read, editions, index: compile(editions) }
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
