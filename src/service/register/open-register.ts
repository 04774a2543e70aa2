import { type DataDirectory, keptPassword, openDataDirectory } from '../database/data-directory.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { DATABASE_USER } from '../database/postgres-cluster.ts'
import { postmasterFile } from '../database/postmaster-file.ts'
import type { StartFailure } from '../start-failure.ts'

/** A register that is open without a service on it, to be backed up or filled. */
export type OpenRegister = {
  readonly kind: 'register'
  readonly database: Database
  readonly close: () => Promise<void>
}

type Source = { readonly kind: 'source'; readonly url: string; readonly stop: () => Promise<void> }

const nothing = async (): Promise<void> => undefined

/** The database of a service that runs on the data directory now. */
function ofRunningService(data: DataDirectory, inUse: StartFailure): Source | StartFailure {
  const running = postmasterFile(data.cluster)
  const password = keptPassword(data)
  if (running?.status !== 'ready' || password.kind !== 'password') return inUse
  const url = `postgres://${DATABASE_USER}:${password.text}@127.0.0.1:${running.port}/postgres`
  return { kind: 'source', url, stop: nothing }
}

async function sourceOf(directory: string, databaseUrl: string | null): Promise<Source | StartFailure> {
  if (databaseUrl !== null) return { kind: 'source', url: databaseUrl, stop: nothing }
  const data = openDataDirectory(directory)
  if (data.kind !== 'data-directory') return data
  const embedded = await startEmbeddedPostgres(data)
  if (embedded.kind === 'data-in-use') return ofRunningService(data, embedded)
  return embedded.kind === 'embedded' ? { kind: 'source', url: embedded.url, stop: embedded.stop } : embedded
}

/** Opens the register of a data directory or of a database server, also while a service runs on it. */
export async function openRegister(
  directory: string,
  databaseUrl: string | null,
): Promise<OpenRegister | StartFailure> {
  const source = await sourceOf(directory, databaseUrl)
  if (source.kind !== 'source') return source
  const opened = await openDatabase(source.url)
  if (opened.kind !== 'opened') {
    await source.stop()
    return opened
  }
  const { database } = opened
  const close = async (): Promise<void> => {
    await database.destroy()
    await source.stop()
  }
  return { kind: 'register', database, close }
}
