import type { StartFailure } from '../start-failure.ts'
import { type DataDirectory, keptPassword } from './data-directory.ts'
import { own } from './ownership.ts'
import { accountFor } from './postgres-account.ts'
import { findBinaries } from './postgres-binaries.ts'
import { DATABASE_USER, ensureCluster } from './postgres-cluster.ts'
import { stopOrphan } from './postgres-orphan.ts'
import { startPostgres } from './postgres-process.ts'

/** The PostgreSQL that comes with this program, at work on a data directory of ours. */
export type EmbeddedPostgres = {
  readonly kind: 'embedded'
  readonly url: string
  readonly pid: number
  /** Settles when the database ends, whoever ended it. */
  readonly ended: Promise<unknown>
  readonly stop: () => Promise<void>
}

async function startOwned(data: DataDirectory): Promise<EmbeddedPostgres | StartFailure> {
  const password = keptPassword(data)
  if (password.kind !== 'password') return password
  const account = accountFor(data.cluster)
  const binaries = await findBinaries(account, data.path)
  if (binaries.kind !== 'binaries') return binaries
  const programs = { binaries, account }
  const failed = (await ensureCluster(data, password, programs)) ?? (await stopOrphan(data, programs))
  if (failed) return failed
  const running = await startPostgres(data, programs)
  if (running.kind !== 'running') return running
  const url = `postgres://${DATABASE_USER}:${password.text}@127.0.0.1:${running.port}/postgres`
  return { kind: 'embedded', url, pid: running.pid, ended: running.ended, stop: running.stop }
}

/**
 * Starts the database that comes with this program, with its data in the data
 * directory: made at the first start, kept, on the loopback only, behind a
 * random password. One process at a time owns a data directory; a database
 * that a killed owner left behind is stopped first.
 */
export async function startEmbeddedPostgres(data: DataDirectory): Promise<EmbeddedPostgres | StartFailure> {
  const ownership = await own(data.path)
  if (ownership.kind !== 'owned') return ownership
  const started = await startOwned(data)
  if (started.kind !== 'embedded') {
    ownership.giveUp()
    return started
  }
  const stop = async (): Promise<void> => {
    await started.stop()
    ownership.giveUp()
  }
  return { ...started, stop }
}
