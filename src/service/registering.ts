import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { compileEdition, type Edition, type EditionFile } from '../register/register-index.ts'
import type { Release } from '../release/release.ts'
import type { KnownEdition } from './compiled-editions.ts'
import type { Database } from './database.ts'
import { addFile, type Marks, type StoredFile, writeNovel } from './file-store.ts'
import { append } from './journal.ts'
import type { LiveRegister } from './live-register.ts'
import { addRelease, type Change, lockRegister, type ReleaseToAdd } from './release-store.ts'
import type { Tables } from './tables/tables.ts'
import { inTurn } from './turns.ts'

/** A file to be registered, and what it will be recognised by. */
export type FileToAdd = Pick<StoredFile, 'release' | 'name' | 'standing' | 'figures' | 'unreadable'> & {
  readonly marks: Marks
}

/** Changes the register: each change is whole, and in the journal, or did not happen. */
export type Registering = {
  readonly addRelease: (release: ReleaseToAdd, change: Change) => Promise<Release>
  /** `null` where there is no such release. */
  readonly addFile: (file: FileToAdd, change: Change, at: number) => Promise<StoredFile | null>
}

/** How many features of a file no published edition has. */
const novelIn = (file: EditionFile, release: Release, series: readonly Edition[], at: number): number =>
  compileEdition({ release, files: [file] }, series).features.novel(at)

const asEditionFile = ({ name, standing, marks }: FileToAdd): EditionFile => ({
  name,
  standing,
  hashes: marks.hashes.map((hash) => hash.toString('hex')),
  records: marks.records,
})

/** Another published file makes figures of the series public: what is novel in the others is counted anew. */
async function countAnew(
  transaction: Transaction<Tables>,
  published: EditionFile,
  release: Release,
  series: readonly KnownEdition[],
  at: number,
): Promise<void> {
  const withIt = [...series, { release, files: [published] }]
  for (const edition of series)
    for (const file of edition.files.filter(({ standing }) => standing === 'embargoed'))
      await writeNovel(transaction, file.id, novelIn(file, edition.release, withIt, at))
}

/** Changes the register of a database, one change after the other. */
export function registeringIn(database: Database, register: LiveRegister): Registering {
  const next = inTurn()

  const writeRelease = (release: ReleaseToAdd, change: Change): Promise<Release> =>
    database.transaction().execute(async (transaction) => {
      const added = await addRelease(transaction, release, change)
      await append(transaction, { kind: 'release-added', ...change, entry: { release: added } })
      return added
    })

  const writeFile = (toAdd: FileToAdd, change: Change, at: number): Promise<StoredFile | null> =>
    database.transaction().execute(async (transaction) => {
      // From here on no instance changes the register until this is done.
      await lockRegister(transaction)
      const { editions } = await register.current()
      const release = editions.find((edition) => edition.release.id === toAdd.release)?.release
      if (release === undefined) return null
      const series = editions.filter((edition) => edition.release.series === release.series)
      const { marks, ...told } = toAdd
      const edition = asEditionFile(toAdd)
      const novel = toAdd.standing === 'embargoed' ? novelIn(edition, release, series, at) : 0
      if (toAdd.standing === 'published') await countAnew(transaction, edition, release, series, at)
      const file = await addFile(transaction, { ...told, id: randomUUID(), novel }, marks, change)
      await append(transaction, { kind: 'file-added', ...change, entry: { file } })
      return file
    })

  return {
    addRelease: (release, change) => next(() => writeRelease(release, change)),
    addFile: (file, change, at) => next(() => writeFile(file, change, at)),
  }
}
