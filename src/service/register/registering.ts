import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { EditionFile } from '../../register/register-index.ts'
import type { DetailedRelease } from '../../release/release-details.ts'
import type { Database } from '../database/database.ts'
import { append } from '../journal/journal.ts'
import type { Tables } from '../tables/tables.ts'
import { addFile, type Marks, removeFile, type StoredFile } from './file-store.ts'
import type { LiveRegister } from './live-register.ts'
import { countWith, countWithout, novelInNew } from './recounting.ts'
import { type Change, lockRegister } from './release-store.ts'
import { addRelease, type ReleaseToAdd } from './release-writing.ts'
import type { InTurn } from './turns.ts'

/** A file to be registered, and what it will be recognised by. */
export type FileToAdd = Pick<StoredFile, 'release' | 'name' | 'standing' | 'figures' | 'unreadable'> & {
  readonly marks: Marks
}

/** A file of a release that is to go, and why. */
export type FileToRemove = { readonly release: string; readonly file: string; readonly reason: string }

/** Adds to the register and takes from it: each change is whole, and in the journal, or did not happen. */
export type Registering = {
  readonly addRelease: (release: ReleaseToAdd, change: Change) => Promise<DetailedRelease>
  /** `null` where there is no such release. */
  readonly addFile: (file: FileToAdd, change: Change, at: number) => Promise<StoredFile | null>
  /** The file comes in the place of another, with the standing of that one. `null` where there is no such file. */
  readonly replaceFile: (
    old: FileToRemove,
    file: Omit<FileToAdd, 'standing'>,
    change: Change,
    at: number,
  ) => Promise<StoredFile | null>
  /** What was removed; `null` where there is no such file. */
  readonly removeFile: (old: FileToRemove, change: Change, at: number) => Promise<StoredFile | null>
}

/** A file to be registered as the rules of publication look at it. */
export const asEditionFile = ({ name, standing, marks }: FileToAdd): EditionFile => ({
  name,
  standing,
  hashes: marks.hashes.map((hash) => hash.toString('hex')),
  records: marks.records,
})

/** Changes the register of a database, one change after the other. */
export function registeringIn(database: Database, register: LiveRegister, next: InTurn): Registering {
  const seriesOf = async (id: string, without: string | null) => {
    const { releases, editionsOf } = await register.current()
    const release = releases.find((one) => one.id === id)
    const editions = release === undefined ? [] : await editionsOf(release.series)
    const series = editions.map((edition) => ({
      ...edition,
      files: edition.files.filter((file) => file.id !== without),
    }))
    return { release, series }
  }

  const writeRelease = (release: ReleaseToAdd, change: Change): Promise<DetailedRelease> =>
    database.transaction().execute(async (transaction) => {
      const added = await addRelease(transaction, release, change)
      await append(transaction, { kind: 'release-added', ...change, entry: { release: added } })
      return added
    })

  /** In the place of `without`, where that is a file. */
  const writeFile = async (
    transaction: Transaction<Tables>,
    toAdd: FileToAdd,
    change: Change,
    at: number,
    without: string | null,
  ): Promise<StoredFile | null> => {
    const { release, series } = await seriesOf(toAdd.release, without)
    if (release === undefined) return null
    const { marks, ...told } = toAdd
    const edition = asEditionFile(toAdd)
    const novel = toAdd.standing === 'embargoed' ? novelInNew(edition, release, series, at) : 0
    if (toAdd.standing === 'published') await countWith(transaction, edition, release, series, at)
    return addFile(transaction, { ...told, id: randomUUID(), novel }, marks, change)
  }

  const add = (toAdd: FileToAdd, change: Change, at: number): Promise<StoredFile | null> =>
    database.transaction().execute(async (transaction) => {
      // From here on no instance changes the register until this is done.
      await lockRegister(transaction)
      const file = await writeFile(transaction, toAdd, change, at, null)
      if (file !== null) await append(transaction, { kind: 'file-added', ...change, entry: { file } })
      return file
    })

  const remove = (old: FileToRemove, change: Change, at: number): Promise<StoredFile | null> =>
    database.transaction().execute(async (transaction) => {
      await lockRegister(transaction)
      const { series } = await seriesOf(old.release, null)
      const file = await removeFile(transaction, old.release, old.file)
      if (file === null) return null
      if (file.standing === 'published') await countWithout(transaction, file, series, at)
      const entry = { file, reason: old.reason }
      await append(transaction, { kind: 'file-removed', ...change, entry })
      return file
    })

  const replace = (
    old: FileToRemove,
    toAdd: Omit<FileToAdd, 'standing'>,
    change: Change,
    at: number,
  ): Promise<StoredFile | null> =>
    database.transaction().execute(async (transaction) => {
      await lockRegister(transaction)
      const before = await removeFile(transaction, old.release, old.file)
      if (before === null) return null
      const file = await writeFile(
        transaction,
        { ...toAdd, standing: before.standing },
        change,
        at,
        before.id,
      )
      const entry = { file, before, reason: old.reason }
      await append(transaction, { kind: 'file-replaced', ...change, entry })
      return file
    })

  return {
    addRelease: (release, change) => next(() => writeRelease(release, change)),
    addFile: (file, change, at) => next(() => add(file, change, at)),
    replaceFile: (old, file, change, at) => next(() => replace(old, file, change, at)),
    removeFile: (old, change, at) => next(() => remove(old, change, at)),
  }
}
